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


def dialled(number: str) -> str:
    """The number for a tel: link: international where it can be, so that a foreign phone reaches it too."""
    return international(number) or "".join(c for c in number if c.isdigit())
