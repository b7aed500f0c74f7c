"""Where a result may come: it takes the place of all that is in its folder, and that is then gone."""

from pathlib import Path

_OWN = ("content", "print", ".git", ".cache")
"""Folders of a neighbourhood with things of its own: each build reads them, or git does."""
_OF_A_SITE = ("sitemap.xml", "assets/icon.svg", "assets/site.css", "assets/site.js")
"""Every website that we ever made has these: of a neighbourhood or a region, or as a tree in docs/."""
_PAPER = "print"
"""All that there is without a website."""


class UnfitFolderError(Exception):
    """A result may not come in this folder, for something else would be lost."""

    def __init__(self, folder: Path, *, own: bool) -> None:
        """`own` tells whether the neighbourhood's own files are there."""
        super().__init__(folder)
        self.folder = folder
        self.own = own


def refuse_unfit(out: Path, root: Path) -> None:
    """Raises UnfitFolderError unless `out` is new, empty or an earlier result, and no source of `root`."""
    if root.is_relative_to(out) or any(out.is_relative_to((root / name).resolve()) for name in _OWN):
        raise UnfitFolderError(out, own=True)
    if out.is_dir() and not _is_result(out):
        raise UnfitFolderError(out, own=False)


def _is_result(folder: Path) -> bool:
    """Of any version of ours, or nothing at all."""
    names = frozenset(path.name for path in folder.iterdir())
    is_site = any(all((place / name).is_file() for name in _OF_A_SITE) for place in (folder, folder / "docs"))
    return names <= {_PAPER} or (is_site and ".git" not in names)
