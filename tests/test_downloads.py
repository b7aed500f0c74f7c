"""What the website offers of the sheets that a build made."""

from generator.downloads import downloads
from generator.site import Download

MADE = (
    "flyermap.pdf",
    "flyers/soep.pdf",
    "flyers/soep.nl-ar.pdf",
    "partners/huren.pdf",
    "aanmelding/soep.pdf",
    "nieuwsbrief-2026-12.pdf",
    "wisselbladen-1-naar-2.pdf",
)


def test_each_sheet_says_what_it_is_and_of_which_record() -> None:
    assert downloads(MADE) == (
        Download("print/flyermap.pdf", "Binder of flyers"),
        Download("print/flyers/soep.pdf", "Flyer", "flyers", "soep", ("nl",)),
        Download("print/flyers/soep.nl-ar.pdf", "Flyer", "flyers", "soep", ("nl", "ar")),
        Download("print/partners/huren.pdf", "Flyer", "partners", "huren"),
        Download("print/aanmelding/soep.pdf", "Sign-up sheet", "aanmelding", "soep"),
        Download("print/nieuwsbrief-2026-12.pdf", "Newsletter"),
    )
