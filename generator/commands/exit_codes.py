"""How a command ended, for whoever started it."""

DONE = 0
MISTAKES = 1
"""In what people wrote; or what was looked for was found: a dead link."""
WRONG_USE = 2
"""Of the command; or of what it needs from outside."""
