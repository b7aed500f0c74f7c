"""How wide a text is: the advance widths of Atkinson Hyperlegible Next, in hundredths of an em.

Close enough to keep names apart without opening the font; a character that is not
listed counts as a wide one.
"""

_REGULAR = {
    16: "'", 21: ",.:;", 24: "`j|’", 25: "iî", 26: "l", 27: "ï", 28: " ", 29: "!", 30: '"()', 31: "f",
    32: "[", 33: "t", 34: "]{}", 35: "r", 36: "-", 37: "_", 39: "/I\\", 41: "1", 45: "y", 46: "vz",
    47: "s", 48: "*?cxç", 49: "k", 50: "–", 51: "7J", 53: "aàâ", 54: "Leuéèëüêû", 55: "2<>F^hnoöôñ",
    56: "Tdg~", 57: "EYbpq", 58: "3", 59: "$59PSV", 60: "6", 61: "+48BRZ", 62: "X", 63: "=AK",
    65: "#0C", 67: "D", 68: "w", 69: "GHNU", 71: "OØ", 72: "Q", 73: "&", 78: "@", 80: "©", 82: "M",
    84: "m", 86: "W", 92: "%",
}  # fmt: skip
_WIDTHS = {character: width for width, characters in _REGULAR.items() for character in characters}
_UNKNOWN = 65
_BOLDER = 1.06

CAP_HEIGHT = 0.668
"""Height of a capital in em: half of it is the step from the middle of a text to its baseline."""


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of a text set at that size, in the unit of the size."""
    hundredths = sum(_WIDTHS.get(character, _UNKNOWN) for character in text)
    return hundredths / 100 * size * (_BOLDER if bold else 1)
