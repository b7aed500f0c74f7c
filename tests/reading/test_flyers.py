"""Partners' flyers: what is described, what is in the folder, and what is wrong with either."""

from collections.abc import Mapping

import pytest

from generator.partners import CleanFile, Reason, Refusal
from generator.problems import Problem, Severity
from generator.reading.flyers import FlyerFolder, explain_refusal
from generator.reading.reader import Reading
from generator.reading.sources import FLYERS_FILE
from tests.reading.samples import ENGLISH, FLYERS, OFFERS, errors, read

CLEAN = CleanFile("abc", ((595, 842),), b"%PDF")


def folder(*names: str, refused: Mapping[str, Reason] | None = None) -> FlyerFolder:
    """A folder with these files; a file holds its own name."""
    reasons = refused or {}

    def clean(data: bytes) -> CleanFile | Refusal:
        name = data.decode()
        return Refusal(reasons[name], "13") if name in reasons else CLEAN

    return FlyerFolder({name: name.encode for name in (*names, *reasons)}, clean)


def read_with(flyers: str | None = FLYERS, files: FlyerFolder | None = None, offers: str = OFFERS) -> Reading:
    return read(offers, flyers=flyers, folder=files or folder("huren.pdf"))


def warnings_of(reading: Reading) -> list[Problem]:
    """What is said of flyers."""
    found = [problem for problem in reading.problems if problem.kind in ("flyer", "flyer-file")]
    assert all(problem.severity is Severity.WARNING for problem in found)
    return found


def test_a_flyer_that_is_described_and_there() -> None:
    reading = read_with()
    assert errors(reading) == []
    assert warnings_of(reading) == []
    assert reading.flyers == {"huren.pdf": CLEAN}
    assert reading.guide
    ((flyer, offer),) = reading.guide.partner_flyers
    assert (flyer.id, flyer.organisation, offer) == ("hulp-bij-huren", "voorbeeldvzw", None)


def test_a_file_of_which_nothing_is_said() -> None:
    found = warnings_of(read_with(None, folder("los.pdf")))
    assert [(problem.file, problem.line) for problem in found] == [("print/flyers/los.pdf", 0)]
    assert FLYERS_FILE in found[0].remedy


def test_a_description_without_its_file() -> None:
    found = errors(read_with(files=folder("huur.pdf")))
    assert [(p.file, p.line, p.column) for p in found] == [(FLYERS_FILE, 8, 11)]
    assert found[0].message == "There is no file huren.pdf in print/flyers."
    assert found[0].remedy == "Did you mean huur.pdf?"
    assert "Put the file in that folder" in errors(read_with(files=folder("zomer.png")))[0].remedy


def test_one_that_is_over_is_left_out_and_needs_no_file() -> None:
    reading = read_with(FLYERS.replace("2027-06-30", "2026-11-22"), folder())
    assert errors(reading) == []
    assert [(problem.line, problem.kind) for problem in warnings_of(reading)] == [(6, "flyer")]
    assert reading.flyers == {}


def test_its_last_day_still_counts() -> None:
    assert read_with(FLYERS.replace("2027-06-30", "2026-11-23")).flyers


def test_a_bad_file_costs_only_itself() -> None:
    second = FLYERS.split("\n", 1)[1].replace("hulp-bij-huren", "tweede").replace("huren.pdf", "tweede.pdf")
    reading = read_with(FLYERS + second, folder("huren.pdf", refused={"tweede.pdf": Reason.LOCKED}))
    assert errors(reading) == []
    assert [(problem.line, problem.kind) for problem in warnings_of(reading)] == [(15, "flyer-file")]
    assert list(reading.flyers) == ["huren.pdf"]


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_names_the_file_and_what_to_do(reason: Reason) -> None:
    message, remedy = explain_refusal("huren.pdf", Refusal(reason, "13"), ENGLISH.gettext)
    assert "huren.pdf" in message
    assert "left out of the binder" in message
    assert "{" not in message + remedy
    assert len(remedy) > 20


@pytest.mark.parametrize(
    "name",
    ["../offers.yaml", "/etc/passwd", "map/huren.pdf", "..", ".verborgen.pdf", "huren.docx", "a\\b.pdf"],
)
def test_a_name_that_leads_elsewhere(name: str) -> None:
    found = errors(read_with(FLYERS.replace("huren.pdf", name)))
    assert [(problem.line, problem.column) for problem in found] == [(8, 11)]
    assert found[0].remedy == "Write for example: file: folder.pdf"


@pytest.mark.parametrize(
    ("old", "new", "line", "remedy"),
    [
        ("title:", "titel:", 3, "Did you mean title?"),
        ("theme:", "thema:", 4, "Did you mean theme?"),
        ("file:", "bestand:", 8, "Did you mean file?"),
        ("valid_until:", "geldig tot:", 6, "Did you mean valid_until?"),
        ("theme: vrije-tijd", "theme: vrijetijd", 4, "Did you mean vrije-tijd?"),
        ("organisation: voorbeeldvzw", "organisation: voorbeeldvz", 5, "Did you mean voorbeeldvzw?"),
        ("flyers:", "flyer:", 1, "Did you mean flyers?"),
        ("2027-06-30", "eind juni", 6, "Write for example: valid_until: 2026-12-24"),
    ],
)
def test_slips_of_the_keyboard(old: str, new: str, line: int, remedy: str) -> None:
    found = errors(read_with(FLYERS.replace(old, new, 1)))
    assert [(problem.line, problem.remedy) for problem in found] == [(line, remedy)]


def test_what_is_missing() -> None:
    for line in FLYERS.splitlines(keepends=True)[2:]:
        found = errors(read_with(FLYERS.replace(line, "")))
        key = line.split(":")[0].strip()
        assert (key in ("organisation", "valid_until")) == (found == []), key
        assert all(problem.message.startswith(f"{key} is missing") for problem in found)


def test_a_flyer_of_an_offer() -> None:
    """It takes its name, theme and organiser from the offer."""
    lines = "    summary: We koken samen soep.\n    flyer: {file: soep.pdf, valid_until: 2027-01-01}\n"
    offers = OFFERS.replace("    summary: We koken samen soep.\n", lines)
    reading = read_with(None, folder("soep.pdf"), offers)
    assert errors(reading) == []
    assert warnings_of(reading) == []
    assert reading.guide
    ((flyer, offer),) = reading.guide.partner_flyers
    assert offer
    assert offer.id == flyer.id == "soep-in-de-wijk"
    assert (flyer.title.first, flyer.theme, flyer.organisation) == (
        "Soep in de wijk",
        "vrije-tijd",
        "voorbeeldvzw",
    )
    gone = errors(read_with(None, folder(), offers))
    assert [(problem.file, problem.line) for problem in gone] == [("offers.yaml", 5)]
    same_id = errors(
        read_with(
            FLYERS.replace("hulp-bij-huren", "soep-in-de-wijk"), folder("soep.pdf", "huren.pdf"), offers
        )
    )
    assert [(problem.file, problem.line) for problem in same_id] == [(FLYERS_FILE, 2)]


def test_an_ended_offer_takes_its_flyer_along() -> None:
    lines = "    summary: We koken samen soep.\n    status: ended\n    flyer: {file: soep.pdf}\n"
    offers = OFFERS.replace("    summary: We koken samen soep.\n", lines)
    reading = read_with(None, folder(), offers)
    assert errors(reading) == []
    assert reading.flyers == {}


def test_files_in_each_others_place() -> None:
    found = errors(read(FLYERS, flyers=OFFERS))
    assert [(p.file, p.message) for p in found if "looks like" in p.message] == [
        ("offers.yaml", "This looks like the contents of print/flyers/flyers.yaml."),
        (FLYERS_FILE, "This looks like the contents of offers.yaml."),
    ]
