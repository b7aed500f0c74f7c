"""The sites that a phone visits: ours, and the same text as default Material and as pages made by hand."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.bench.measuring import cost_of
from tests.bench.minimal import write_minimal_page
from tests.bench.neighbourhoods import neighbourhood
from tests.bench.plain import write_mkdocs_site
from tests.tools.builds import build
from tests.tools.paths import ROOT
from tests.tools.records import current_offers, social_map

NAMES = ("ours", "Material", "minimal")
LONG = 300
"""Offers in the long list."""


@dataclass(frozen=True)
class Sites:
    """Made at their first use, in a folder of their own."""

    folder: Path

    @cached_property
    def here(self) -> tuple[Path, Path, Path]:
        """Of this neighbourhood: ours, Material, minimal."""
        return _three(ROOT, self.folder / "here")

    @cached_property
    def long(self) -> tuple[Path, Path, Path]:
        """Of 300 invented offers."""
        return _three(neighbourhood(self.folder / "records", LONG), self.folder / "long")

    def pages(self) -> Iterator[tuple[str, tuple[Path, Path, Path], str, str]]:
        """Name, the three sites, the address of each kind of page, and that of one to open after it."""
        records = social_map(ROOT)
        offers = [offer["id"] for offer in current_offers(ROOT)]
        organisations = [o["id"] for o in records["organisations"] if not o.get("status")]
        kinds = (
            ("home", "", "aanbod/"),
            ("list", "aanbod/", f"aanbod/{offers[0]}/"),
            ("offer", f"aanbod/{offers[0]}/", f"aanbod/{offers[1]}/"),
            ("organisation", f"sociale-kaart/{organisations[0]}/", f"sociale-kaart/{organisations[1]}/"),
            ("finder", "wegwijzer/", f"wegwijzer/{records['questions'][0]['id']}/"),
            ("map", "kaart/", f"plaatsen/{records['places'][0]['id']}/"),
        )
        for folder, of in (("", ""), ("ar/", ", Arabic")):
            if (self.here[0] / folder).is_dir():
                for name, page, then in kinds:
                    yield f"{name}{of}", self.here, folder + page, folder + then
        yield f"list of {LONG} offers", self.long, "aanbod/", "aanbod/verzonnen-1/"


def _three(root: Path, folder: Path) -> tuple[Path, Path, Path]:
    shutil.rmtree(folder, ignore_errors=True)
    ours, material, minimal = (folder / name for name in NAMES)
    built = build(root, ours, "--only", "site")
    if built.code:
        raise SystemExit(built.said)
    write_mkdocs_site(ours, material)
    cost_of([sys.executable, "-m", "mkdocs", "build", "--quiet"], material)
    for page in ours.rglob("index.html"):
        write_minimal_page(page, minimal / page.relative_to(ours))
    return ours, material / "site", minimal
