"""Phone numbers as other systems want them. People read them as they were typed."""

import re

_BELGIUM = "+32"
# A zone and a subscriber (056 00 00 00), or a mobile phone (0470 00 00 00). Numbers such as
# 0800, 0900, 070 and 078 belong to no zone, and many of them cannot be called from abroad.
_AT_HOME = re.compile(r"^0((?!70|78|800|90\d)[1-9]\d{7}|4[5-9]\d{7})$")
_FROM_ABROAD = re.compile(r"^\+[1-9]\d{6,14}$")


def international(number: str) -> str:
    """The number as E.164, "+3256000000"; empty when it cannot be called from everywhere.

    `056 00 00 00`, `0032 56/00.00.00` and `+32 (0)56 00 00 00` are the same number. Short
    numbers (112, 1712) and service numbers (0800) have no international form here.
    """
    plain = re.sub(r"^00", "+", re.sub(r"[\s./-]", "", number))
    if plain.startswith("+"):
        # The 0 of +32 (0)56 is for calls within the country.
        plain = re.sub(rf"^{re.escape(_BELGIUM)}0", _BELGIUM, plain.replace("(0)", ""))
    plain = plain.replace("(", "").replace(")", "")
    if _FROM_ABROAD.match(plain):
        return plain
    at_home = _AT_HOME.match(plain)
    return f"{_BELGIUM}{at_home[1]}" if at_home else ""


_SHORT = re.compile(r"^(?:1\d{2,3}|116\d{3}|[2-9]\d{3})$")
"""112, 1712, 116000; and the four digits that some services have."""
_NOBODYS = re.compile(r"^0{4,10}$")
"""Only zeros: an example, that nobody is called by."""
_BELGIAN = re.compile(r"^0(?:[1-9]\d{7}|4[5-9]\d{7})$")
_BELGIAN_ABROAD = re.compile(r"^\+32(?:[1-9]\d{7}|4[5-9]\d{7})$")


def wrong_length(number: str) -> str | None:
    """None for a number that can be dialled; else what was meant, or "" where that is not known.

    At home a number has nine digits with its 0, a mobile one ten (0470 00 00 00). Only zeros are an example.
    """
    plain = re.sub(r"[^\d+]", "", number.replace("(0)", ""))
    if _NOBODYS.match(plain):
        return None
    plain = f"+{plain[2:]}" if plain.startswith("00") else plain
    if plain.startswith("+32"):
        plain = re.sub(r"^\+320", "+32", plain)
        return None if _BELGIAN_ABROAD.match(plain) and not _too_short(f"0{plain[3:]}") else ""
    if plain.startswith("+"):
        return None if _FROM_ABROAD.match(plain) else ""
    if _SHORT.match(plain) or (_BELGIAN.match(plain) and not _too_short(plain)):
        return None
    if not plain.startswith("0") and wrong_length(f"0{plain}") is None:
        return f"0{number}"
    return ""


def _too_short(plain: str) -> bool:
    """A mobile number that lacks a digit looks like one of a zone, were it not that no zone begins so."""
    return len(plain) == 9 and bool(re.match(r"^04[5-9]", plain))


def dialled(number: str) -> str:
    """The number for a tel: link: international where it can be, so that a foreign phone reaches it too."""
    return international(number) or "".join(c for c in number if c.isdigit())
