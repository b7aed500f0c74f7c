"""Where things are in this repository."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
NEIGHBOURHOODS = ROOT / "tests" / "neighbourhoods"
INVENTED = NEIGHBOURHOODS / "voorbeeldwijk"
TINY = NEIGHBOURHOODS / "piepklein"
LONG = NEIGHBOURHOODS / "langdradig"
"""Laid over INVENTED, of which it has the map."""
BROKEN = NEIGHBOURHOODS / "kapot"
CACHE = ROOT / ".cache" / "tests"
