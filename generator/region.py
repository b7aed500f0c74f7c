"""One website from the guides of many neighbourhoods, as they were fetched: no build asks the network."""

from dataclasses import dataclass
from pathlib import Path

from generator import project as outside
from generator.model.region import Region
from generator.problems import BuildStopped
from generator.project import staff_words
from generator.reading.including import Unusable
from generator.reading.region import read_region
from generator.reading.sources import REGION_FILE
from generator.sharing.guides import NotAGuideError
from generator.sharing.keeping import ChangedError, KeptGuide, read_kept
from generator.site.region import RegionInput, render_region
from generator.views.region import view_region


@dataclass(frozen=True)
class RegionReport:
    """What a build made."""

    out: Path
    neighbourhoods: int
    records: int
    pages: int


def is_region(root: Path) -> bool:
    """Whether a folder has a region.yaml."""
    return (root / REGION_FILE).is_file()


def region_of(root: Path) -> Region:
    """What region.yaml says. Raises BuildStopped with its mistakes."""
    return _region(root, None)


def build_region(root: Path, out: Path) -> RegionReport:
    """Builds the website into the folder `out`. Raises BuildStopped; `out` then stays as it was."""
    kept = {name: _kept(raw) for name, raw in outside.Project(root).included().items()}
    region = _region(root, kept)
    guides = {
        member.id: found.guide
        for member in region.neighbourhoods
        if isinstance(found := kept[member.id], KeptGuide)
    }
    words = {code: outside.words_of(code) for code in region.languages}
    views = {code: view_region(region, guides, words[code]) for code in words}
    files = render_region(
        RegionInput(
            views,
            words,
            region.url.rstrip("/") + "/",
            lambda name: outside.icon(name).decode(),
            outside.fonts(),
            outside.kept,
        )
    )
    with outside.replacing(out, root) as stage:
        outside.write_files(stage, files)
    pages = sum(name.endswith(".html") for name in files)
    return RegionReport(out, len(guides), next(iter(views.values())).total, pages)


def _kept(raw: bytes) -> KeptGuide | Unusable:
    try:
        return read_kept(raw)
    except ChangedError:
        return Unusable("changed")
    except NotAGuideError:
        return Unusable("damaged")


def _region(root: Path, kept: dict[str, KeptGuide | Unusable] | None) -> Region:
    raw = outside.start_of(root / REGION_FILE, 1_000_000)
    region, problems = read_region(raw, kept, staff_words().gettext)
    if region is None:
        raise BuildStopped(problems)
    return region
