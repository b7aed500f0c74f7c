"""Guides of others."""
