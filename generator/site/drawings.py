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


def without_drawings(text: str) -> str:
    return "".join(cut_at_drawings(text)[::2])
