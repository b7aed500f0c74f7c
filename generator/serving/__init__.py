"""The preview while somebody edits: pages and flyers on demand, mistakes in a panel. `serve` is the door."""

from generator.serving.server import Preview
from generator.serving.workshop import Workshop

__all__ = ["Preview", "Workshop"]
