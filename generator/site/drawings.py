"""Pages are cut at their drawings: most of a page is the same on many others, or nothing to read."""

_START, _END = "<svg", "</svg>"


def cut_at_drawings(text: str) -> list[str]:
    """Text, drawing, text, drawing ... text; joined they are the whole again."""
    before, *parts = text.split(_START)
    pieces = [before]
    for part in parts:
        drawing, end, after = part.partition(_END)
        pieces += (f"{_START}{drawing}{end}", after)
    return pieces


def without_drawings(text: bytes) -> bytes:
    """Of the bytes of a page as it is written."""
    start, end = _START.encode(), _END.encode()
    before, *parts = text.split(start)
    return before + b"".join([part.partition(end)[2] for part in parts])
