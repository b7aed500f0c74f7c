"""The website of a region: a list of everything, a page for each neighbourhood, a map."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.keeping import Keep, make_anew
from generator.site.addresses import absolute, language_folder, way_up
from generator.site.assets import preloaded_fonts, render_assets
from generator.site.environment import make_environment
from generator.site.frame import POLICY
from generator.site.versions import import_versions, link_versions, version_of
from generator.views.region_shapes import RegionView
from generator.wording.words import Words

_ASSETS = Path(__file__).parent / "assets"
_USED = ("site.css", "finding.css", "finding.js", "distances.js", "today.js", "map.css", "region.css", "region.js")
"""Of the style sheets and scripts of a neighbourhood's site."""


@dataclass(frozen=True)
class RegionInput:
    """All that the website is made of; the first language stands at its root."""

    views: Mapping[str, RegionView]
    words: Mapping[str, Words]
    url: str
    icons: Callable[[str], str]
    fonts: Mapping[str, bytes]
    keep: Keep = make_anew


def render_region(site: RegionInput) -> dict[str, bytes]:
    """Path -> bytes of every file. The same input gives the same bytes."""
    own = {name: (_ASSETS / name).read_bytes() for name in _USED}
    assets = render_assets(own, site.fonts, site.views, site.icons("sprout"), site.keep)
    version = version_of(assets)
    files = {**import_versions(assets, version)}
    first = next(iter(site.views))
    for language, view in site.views.items():
        environment = make_environment(site.words[language], site.icons)
        folder = language_folder(language, first)
        for path, template, values in _pages(view):
            whole = f"{folder}{path}"
            html = environment.get_template(template).render(
                region=view,
                guide={"ask": ""},
                root=way_up(whole),
                home=way_up(path),
                policy=POLICY,
                address=absolute(site.url, whole),
                preload=preloaded_fonts(site.fonts),
                switch=[(code, name, f"{language_folder(code, first)}{path}") for code, name in view.languages],
                **values,
            )
            files[f"{whole}index.html"] = link_versions(html, version).encode()
    return files


def _pages(view: RegionView) -> Iterator[tuple[str, str, dict[str, object]]]:
    yield "", "region_list.html", {}
    yield "kaart/", "region_map.html", {}
    for neighbourhood in view.neighbourhoods:
        yield f"buurten/{neighbourhood.id}/", "region_neighbourhood.html", {"neighbourhood": neighbourhood}
