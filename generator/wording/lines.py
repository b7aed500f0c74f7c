"""A text of somebody else as one line, such as a list in a terminal or the head of a mail has."""


def one_line(text: str) -> str:
    """Without line ends and other signs that mean something there."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
