"""What the preview showed last: kept while a person has a mistake in a file.

MkDocs loads our hook anew for every rebuild, so the hook itself remembers nothing.
"""

from pathlib import Path

from generator.site.shapes import SiteInput

_last_good: dict[Path, SiteInput] = {}


def remember(root: Path, site: SiteInput) -> None:
    """Keeps the input of a neighbourhood's folder for when the next one has mistakes."""
    _last_good[root] = site


def last_good(root: Path) -> SiteInput | None:
    """The newest input without mistakes, if this process has seen one."""
    return _last_good.get(root)
