"""The poster of the week and the newsletter of the month, as staff make them and residents get them."""

import re
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.tools.builds import TODAY, Built, command_here
from tests.tools.paths import INVENTED, ROOT
from tests.tools.pdf import Sheet
from tests.tools.photocopy import reads_from_copy
from tests.tools.records import current_offers
from tests.tools.verapdf import failed_rules

A4, A3 = (210, 297), (297, 420)


def run(root: Path, out: Path, *command: str) -> tuple[int, str]:
    return command_here(*command, "--root", str(root), "--out", str(out), "--today", TODAY)


@pytest.mark.parametrize("root", [ROOT, INVENTED], ids=["real", "invented"])
def test_a_month_is_two_sides_and_a_mail(root: Path, tmp_path: Path) -> None:
    code, said = run(root, tmp_path, "newsletter", "--month", "2026-12")
    assert code == 0, said
    assert "Vóór deze maand is geen editie gedrukt." in said
    assert ("Er is geen voorwoord." in said) == (root == ROOT)
    sheet = Sheet(tmp_path / "nieuwsbrief-2026-12.pdf")
    assert sheet.sizes == (A4, A4)
    (code_on_it,) = sheet.codes()
    assert reads_from_copy(sheet, code_on_it)
    assert re.search(r"/Q/[0-9A-Z]{5}/$", code_on_it.text)
    assert failed_rules([sheet.path]) == ()
    message = message_from_bytes((tmp_path / "nieuwsbrief-2026-12.eml").read_bytes(), policy=default)
    html, text = (
        (tmp_path / f"nieuwsbrief-2026-12.{ending}").read_text("utf-8") for ending in ("html", "txt")
    )
    kinds = {part.get_content_type(): part.get_content() for part in message.iter_parts()}
    assert kinds["text/plain"].splitlines() == text.splitlines()
    assert kinds["text/html"].splitlines() == html.splitlines()


def test_a_month_in_another_language_is_set_in_it(tmp_path: Path) -> None:
    code, said = run(ROOT, tmp_path, "newsletter", "--month", "2026-12", "--language", "ar")
    assert code == 0, said
    sheet = Sheet(tmp_path / "nieuwsbrief-2026-12-ar.pdf")
    assert sheet.sizes == (A4, A4)
    assert failed_rules([sheet.path]) == ()
    assert 'dir="rtl"' in (tmp_path / "nieuwsbrief-2026-12-ar.html").read_text("utf-8")


def test_a_week_can_be_chosen(tmp_path: Path) -> None:
    code, said = run(INVENTED, tmp_path, "weekblad", "--week", "2026-W52")
    assert code == 0, said
    sheets = [Sheet(tmp_path / name) for name in ("weekblad.pdf", "weekblad-a3.pdf")]
    assert [set(sheet.sizes) for sheet in sheets] == [{A4}, {A3}]
    for told in ("21–27 december 2026", "Kerstvakantie", "Kerstmis", "gaat niet door", "wintersluiting"):
        assert told in sheets[0].text, told


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("weekblad", "--week", "december"), "bijvoorbeeld 2026-W49"),
        (("weekblad", "--week", "2026-W54"), "bijvoorbeeld 2026-W49"),
        (("weekblad", "--week", "2026-W40"), "Kies deze week"),
        (("newsletter", "--month", "2026-13"), "bijvoorbeeld 2026-12"),
        (("newsletter", "--month", "2025-12"), "Kies deze maand"),
        (("newsletter", "--month", "2026-12", "--language", "tr"), "nl, fr"),
    ],
)
def test_a_slip_is_explained(command: tuple[str, ...], said: str, tmp_path: Path) -> None:
    code, answer = run(INVENTED, tmp_path, *command)
    assert code == 2
    assert said in answer
    assert list(tmp_path.iterdir()) == []


def test_the_website_has_each_newsletter_in_each_language(built_invented: Built) -> None:
    dutch, french = (
        (built_invented.out / folder / "nieuwsbrief" / "2026-12" / "index.html").read_text("utf-8")
        for folder in ("", "fr")
    )
    assert "Daarom steken we <strong>lichtjes</strong> aan." in dutch
    assert '<div class="foreword prose" lang="nl" dir="auto">' in french
    assert "chaque vendredi" in french
    for page in (dutch, french):
        assert "print/nieuwsbrief-2026-12.pdf" in page
        assert "assets/newsletter.css" in page
    overview = (built_invented.out / "nieuwsbrief" / "index.html").read_text("utf-8")
    assert 'nieuwsbrief/2026-12/"' in overview
    notes = [path for path in built_invented.out.rglob("*.html") if "papegaai" in path.read_text("utf-8")]
    assert notes == [], "a README beside the forewords is for staff"


def test_a_neighbourhood_without_forewords_has_no_newsletters(built_real: Built) -> None:
    assert not (built_real.out / "nieuwsbrief").exists()
    assert "nieuwsbrief/" not in (built_real.out / "index.html").read_text("utf-8")


def test_every_shared_page_has_a_picture_that_is_there(built: Built) -> None:
    wanted = set()
    for page in built.pages():
        wanted |= set(
            re.findall(r'property="og:image" content="[^"]*?(assets/[^"]+)"', page.read_text("utf-8"))
        )
    assert len(wanted) > 15
    for path in wanted:
        assert Image.open(BytesIO((built.out / path).read_bytes())).size == (1200, 630)
    with_own = {path.stem for path in (built.out / "assets" / "share" / "fr" / "aanbod").glob("*.png")}
    offer = next(offer["id"] for offer in current_offers(built.root) if offer["id"] in with_own)
    shared = (built.out / "aanbod" / offer / "index.html").read_text("utf-8")
    assert f"assets/share/aanbod/{offer}.png" in shared
    translated = (built.out / "fr" / "aanbod" / offer / "index.html").read_text("utf-8")
    assert f"assets/share/fr/aanbod/{offer}.png" in translated
    # Nobody's phone keeps them.
    kept = [built.out / "sw.js", *(built.out / "data").glob("copy-*.json")]
    assert [path.name for path in kept if "assets/share/aanbod/" in path.read_text("utf-8")] == []
