"""Texts that try to be more than text, in every field of a neighbourhood."""
