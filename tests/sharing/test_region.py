"""One website of a region out of the guides of its neighbourhoods."""

import json
import re
from pathlib import Path

import pytest

from generator.commands.exit_codes import DONE, MISTAKES, WRONG_USE
from generator.problems import BuildStopped
from generator.region import build_region
from generator.sharing.guides import read_published
from generator.sharing.keeping import KeptGuide, render_kept
from generator.views.region_lists import MOST
from tests.sharing.region import published
from tests.sharing.regions import FETCHED, write_region
from tests.tools.builds import command_here
from tests.tools.leaks import Secrets
from tests.tools.paths import INVENTED
from tests.tools.records import secrets


def built(root: Path) -> dict[str, str]:
    build_region(root, root / "site")
    return {
        path.relative_to(root / "site").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / "site").rglob("*.html"))
    }


def test_every_record_is_there_once_and_leads_home(tmp_path: Path) -> None:
    write_region(tmp_path, 3, 4)
    pages = built(tmp_path)
    lists = [page for name, page in pages.items() if name.startswith("buurten/")]
    links = [link for page in lists for link in re.findall(r'class="card-name"><a href="([^"]+)"', page)]
    offers = {f"https://wijk{w}.example/aanbod/aanbod-{n}/" for w in (1, 2, 3) for n in range(4)}
    assert offers <= set(links)
    assert len(links) == len(set(links))
    assert {"buurten/wijk-2/index.html", "kaart/index.html", "ar/index.html"} <= pages.keys()
    assert 'dir="rtl"' in pages["ar/index.html"]


def test_what_one_took_over_from_another_stands_at_its_home(tmp_path: Path) -> None:
    write_region(tmp_path, 2, 1)
    file = tmp_path / "content" / "included" / "wijk-2.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    for record in told["guide"]["organisations"]:
        name, site = {"nl": "Wijk 1"}, "https://wijk1.example/"
        record["home"] = {"name": name, "site": site, "url": site, "fetched": "2026-11-01"}
    guide = read_published(json.dumps(told["guide"]).encode())
    file.write_bytes(render_kept(KeptGuide(told["from"], FETCHED, guide)))
    pages = built(tmp_path)
    lists = "".join(page for name, page in pages.items() if name.startswith("buurten/"))
    assert "https://wijk1.example/sociale-kaart/" in lists
    assert "https://wijk2.example/sociale-kaart/" not in lists


def test_a_long_name_of_a_theme_is_cut_in_its_address(tmp_path: Path) -> None:
    """Letters of four bytes too: a folder cannot have a longer name."""
    write_region(tmp_path, 1, 2, "[nl]")
    file = tmp_path / "content" / "included" / "wijk-1.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    theme = told["guide"]["themes"][0]
    theme["name"]["nl"] = "\U00020000" * 120
    told["guide"]["offers"][0]["themes"] = [theme["id"]]
    guide = read_published(json.dumps(told["guide"]).encode())
    file.write_bytes(render_kept(KeptGuide(told["from"], FETCHED, guide)))
    assert f"themas/{20 * chr(0x20000)}/index.html" in built(tmp_path)


def test_what_a_stranger_wrote_does_nothing_in_a_terminal(tmp_path: Path) -> None:
    write_region(tmp_path, 2, 1)
    sources = {"wijk-1": published() | {"name": {"nl": "Wijk\n0 fouten"}}, "wijk-2": published()}
    sources["wijk-2"]["offers"][0]["name"]["\x1b]0;titel\x07"] = 1
    region = tmp_path / "region.yaml"
    text = region.read_text(encoding="utf-8")
    for name, guide in sources.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(guide), encoding="utf-8")
        text = text.replace(f"https://{name.replace('-', '')}.example/data/guide.json", f"{name}.json")
    region.write_text(text, encoding="utf-8")
    code, said = command_here("fetch", "--root", str(tmp_path))
    assert code == MISTAKES
    assert "offers.0.name. ]0;titel" in said
    assert "Wijk 0 fouten" in said
    assert {sign for sign in said if not sign.isprintable()} <= {"\n"}


def test_a_guide_that_is_missing_or_changed_stops_the_build(tmp_path: Path) -> None:
    write_region(tmp_path, 2, 1)
    folder = tmp_path / "content" / "included"
    (folder / "wijk-1.json").unlink()
    changed = (folder / "wijk-2.json").read_bytes().replace(b"nummer-0", b"nummer-9", 1)
    (folder / "wijk-2.json").write_bytes(changed)
    with pytest.raises(BuildStopped) as stopped:
        build_region(tmp_path, tmp_path / "site")
    missing, other = stopped.value.problems
    assert (missing.file, missing.line, other.line) == ("region.yaml", 5, 6)
    assert "wijk-1.json" in missing.message
    assert "met de hand veranderd" in other.message
    assert not (tmp_path / "site").exists()


def test_no_secret_comes_into_a_region(tmp_path: Path) -> None:
    """Not of our own records, and not of a neighbour who tells too much of a confidential place."""
    write_region(tmp_path, 2, 12)
    file = tmp_path / "content" / "included" / "wijk-2.json"
    guide = json.loads(file.read_text(encoding="utf-8"))["guide"]
    hidden = next(place for place in guide["places"] if place["confidential"])
    west, south, east, north = guide["bounds"]
    hidden |= {"address": "Fluisterpad 3", "city": "Zwijgem", "uitdatabank": "https://uit.example/geheim-9"}
    hidden |= {
        "lat": (south + north) / 2,
        "lon": (west + east) / 2,
        "directions": {"nl": "Door de gele deur."},
    }
    for record in (*guide["offers"], *guide["organisations"], *guide["places"]):
        record["internal"] = "GEHEIM-NOTITIE van een buur"
    told = read_published(json.dumps(guide).encode())
    file.write_bytes(render_kept(KeptGuide("https://wijk2.example/data/guide.json", FETCHED, told)))
    build_region(tmp_path, tmp_path / "site")
    planted = [hidden[key] for key in ("address", "city", "uitdatabank")]
    planted += ["GEHEIM-NOTITIE", "Door de gele deur.", str(hidden["lat"]), str(hidden["lon"])]
    sought = Secrets((*secrets(INVENTED), *planted))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [(path.name, found) for path in files if (found := sought.found_in(path))] == []
    assert any(Secrets(["aanbod nummer-3 van wijk 2".capitalize()]).found_in(path) for path in files)
    # No tile of the map leads to it, either: its page at home is in the lists only.
    assert f'href="{hidden["url"]}"' not in (tmp_path / "site/kaart/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("neighbourhoods", "offers"), [(5, 20), pytest.param(20, 100, marks=pytest.mark.soak)]
)
def test_a_region_builds_in_one_command(tmp_path: Path, neighbourhoods: int, offers: int) -> None:
    write_region(tmp_path, neighbourhoods, offers, "[nl]")
    code, said = command_here("region", "--root", str(tmp_path), "--out", str(tmp_path))
    assert (code, "daar staan je eigen bestanden" in said) == (WRONG_USE, True), said
    for _again in range(2):
        code, said = command_here("region", "--root", str(tmp_path))
        assert code == DONE, said
    pages = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")}
    lists = [page for path, page in pages.items() if path.parts[-3] == "buurten"]
    assert sum(page.count("/aanbod/aanbod-") for page in lists) == neighbourhoods * offers
    assert max(page.count('class="card"') + page.count('class="card ') for page in pages.values()) <= MOST


def test_a_list_too_long_for_one_page_leads_to_its_parts(tmp_path: Path) -> None:
    write_region(tmp_path, 2, MOST)
    pages = built(tmp_path)
    linked = {
        f"buurten/wijk-1/{part}index.html"
        for part in re.findall(
            r'class="tile" href="../../buurten/wijk-1/([^"]+)"', pages["buurten/wijk-1/index.html"]
        )
    }
    assert linked
    assert linked <= pages.keys()
    held = {link for name in linked for link in re.findall(r'"card-name"><a href="([^"]+)"', pages[name])}
    assert {f"https://wijk1.example/aanbod/aanbod-{n}/" for n in range(MOST)} <= held
