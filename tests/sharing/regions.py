"""Invented regions: copies of one invented neighbourhood, each with a name and an address of its own."""

import json
from datetime import date
from math import ceil, sqrt
from pathlib import Path

from generator.sharing.guides import read_published
from generator.sharing.keeping import KeptGuide, render_kept
from tests.sharing.region import published

FETCHED = date(2026, 11, 20)


def write_region(root: Path, neighbourhoods: int, offers: int, languages: str = "[nl, fr, ar]") -> None:
    """A folder with a region.yaml and the guides that it names, as if they had been fetched."""
    guide = published()
    kept = root / "content" / "included"
    kept.mkdir(parents=True)
    lines = ["name: {nl: Verzonnen Streek, fr: Région inventée, ar: منطقة متخيلة}"]
    lines += ["url: https://streek.example/", f"languages: {languages}", "neighbourhoods:"]
    west, south, east, north = guide["bounds"]
    across = ceil(sqrt(neighbourhoods))
    running = [offer for offer in guide["offers"] if offer["status"] == "running"]
    for number in range(1, neighbourhoods + 1):
        site, source = f"https://wijk{number}.example/", f"https://wijk{number}.example/data/guide.json"
        text = json.dumps(guide).replace(guide["site"], site)
        one = json.loads(text)
        row, column = divmod(number - 1, across)
        right, down = column * (east - west) * 1.2, row * (north - south) * 1.3
        one["name"] = {"nl": f"Wijk {number}", "fr": f"Quartier {number}"}
        one["bounds"] = [west + right, south - down, east + right, north - down]
        for place in one["places"]:
            place["lon"] = place["lon"] and place["lon"] + right
            place["lat"] = place["lat"] and place["lat"] - down
        one["offers"] = [
            running[n % len(running)]
            | {
                "id": f"aanbod-{n}",
                "url": f"{site}aanbod/aanbod-{n}/",
                "name": {"nl": f"Aanbod nummer-{n} van wijk {number}"},
            }
            for n in range(offers)
        ]
        file = render_kept(KeptGuide(source, FETCHED, read_published(json.dumps(one).encode())))
        (kept / f"wijk-{number}.json").write_bytes(file)
        lines.append(f"  - {{id: wijk-{number}, from: {source}}}")
    (root / "region.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
