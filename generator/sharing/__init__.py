"""Guides of others: what they publish (`data/guide.json`), checked, kept, and read as records of ours."""
