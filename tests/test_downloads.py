"""What the website offers of the sheets that a build made."""

from generator.downloads import downloads
from generator.site import Download

MADE = {
    "flyermap.pdf": b"1234",
    "flyers/soep.pdf": b"",
    "flyers/soep.nl-ar.pdf": b"",
    "partners/huren.pdf": b"12",
    "aanmelding/soep.pdf": b"",
    "nieuwsbrief-2026-12.pdf": b"",
    "wisselbladen-1-naar-2.pdf": b"",
}


def test_each_sheet_says_what_it_is_and_of_which_record() -> None:
    assert downloads(MADE) == (
        Download("print/flyermap.pdf", "Binder of flyers", 4),
        Download("print/flyers/soep.pdf", "Flyer", 0, "flyers", "soep", ("nl",)),
        Download("print/flyers/soep.nl-ar.pdf", "Flyer", 0, "flyers", "soep", ("nl", "ar")),
        Download("print/partners/huren.pdf", "Flyer", 2, "partners", "huren"),
        Download("print/aanmelding/soep.pdf", "Sign-up sheet", 0, "aanmelding", "soep"),
        Download("print/nieuwsbrief-2026-12.pdf", "Newsletter"),
    )
