"""The doors: what each command of `python -m generator` does with what was typed behind it."""
