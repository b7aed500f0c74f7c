"""Asks for a record question by question, in plain words; the questions follow from the models."""
