"""The sheets as the website offers them: under which name, and of which record."""

from collections.abc import Iterable

from generator import project as outside
from generator.sheets import FLYERS, flyer_of, swap_name
from generator.site import Download
from generator.views.editions import Standing
from generator.wording.labels import N_

_LETTER = "nieuwsbrief-"
_TITLES = {
    "onthaalbrochure.pdf": N_("Welcome brochure"),
    "onthaalbrochure-groot.pdf": N_("Welcome brochure in large print"),
    "onthaalbrochure-boekje.pdf": N_("Welcome brochure as a booklet, to print and staple"),
    "flyermap.pdf": N_("Binder of flyers"),
    "buurtkaart.pdf": N_("Map of the neighbourhood"),
    "weekblad.pdf": N_("Poster of the week"),
    "weekblad-a3.pdf": N_("Poster of the week, A3"),
    "aanbod-op-een-blad.pdf": N_("All offers on one sheet, to fold"),
    "aanmelding.pdf": N_("Sign-up sheet"),
    "doorverwijzing.pdf": N_("Referral slip"),
    "turfblad.pdf": N_("Tally sheet"),
}
_OF_RECORDS = {
    FLYERS: N_("Flyer"),
    "partners": N_("Flyer"),
    "aanmelding": N_("Sign-up sheet"),
    "doorverwijzing": N_("Referral slip"),
}
"""Folder below print/ -> what each sheet in it is called."""


def downloads(sheets: Iterable[str]) -> tuple[Download, ...]:
    """The sheets, by their names, that anybody may want: all but the swap sheets."""
    offered = map(_download, sheets)
    return tuple(download for download in offered if download.title)


def _download(name: str) -> Download:
    """Without a title where the website does not offer the sheet."""
    folder, _slash, file = name.rpartition("/")
    if not folder:
        title = N_("Newsletter") if name.startswith(_LETTER) else _TITLES.get(name, "")
        return Download(f"print/{name}", title)
    title = _OF_RECORDS.get(folder, "")
    if folder == FLYERS:
        return Download(f"print/{name}", title, folder, *flyer_of(name, outside.FIRST_LANGUAGE))
    return Download(f"print/{name}", title, folder, file.removesuffix(".pdf"))


def swap_downloads(sheets: Iterable[str], standing: Standing) -> dict[int, Download]:
    """The swap sheets, by the edition that they are for."""
    offered = frozenset(sheets)
    names = {edition.number: swap_name(edition.swap) for edition in standing.editions}
    return {
        number: Download(f"print/{name}", N_("Swap sheets"))
        for number, name in names.items()
        if name in offered
    }
