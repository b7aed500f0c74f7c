"""The website's own rooms: pages, shell, code pages, assets, listings."""
