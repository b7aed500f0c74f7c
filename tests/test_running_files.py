"""What lies in content/ and would run on the website is found before it is copied."""

from pathlib import Path

import pytest

from generator.project import Project

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
HEAD = """\
\ufeff<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
"""


def oddities(root: Path, name: str, text: str) -> list[str]:
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [odd.oddity.value for odd in Project(root).odd_files()]


@pytest.mark.parametrize(
    "name", ["map.html", "map.HTM", "x.xhtml", "x.xht", "x.xml", "x.xsl", "x.js", "x.mjs", "fr/x.shtml"]
)
def test_a_page_or_a_script_of_ones_own(name: str, tmp_path: Path) -> None:
    assert oddities(tmp_path, name, "x") == ["runs"]


@pytest.mark.parametrize(
    "name", ["x.md", "x.png", "_headers", "robots.txt", "menu.pdf", "route.gpx", ".obsidian/main.js"]
)
def test_what_people_put_beside_their_pages(name: str, tmp_path: Path) -> None:
    assert oddities(tmp_path, name, "x") == []


@pytest.mark.parametrize(
    "text",
    [
        f"{SVG}<script>1</script></svg>",
        f'{SVG}<s:script xmlns:s="http://www.w3.org/2000/svg"/></svg>',
        f"{SVG}<foreignObject/></svg>",
        f'{SVG}<h:iframe xmlns:h="http://www.w3.org/1999/xhtml"/></svg>',
        '<svg onload="1"/>',
        f'{SVG}<a href="https://elders.example/"/></svg>',
        f'{SVG}<a x:href=" &#106;avascript:1"/></svg>',
        f'{SVG}<use href="data:image/svg+xml,x#y"/></svg>',
        f'{SVG}<image href="//elders.example/x.png"/></svg>',
        f'{SVG}<set attributeName="x:href" to="javascript:1"/></svg>',
        f'{SVG}<animate attributeName="onclick" to="1"/></svg>',
        '<?xml-stylesheet href="x.xsl" type="text/xsl"?><svg/>',
        "<!DOCTYPE svg [<!ENTITY x '<script>1</script>'>]><svg>&x;</svg>",
        "<!DOCTYPE svg [%x; <!ATTLIST svg onload CDATA '1'>]><svg/>",
        '<?xml version="1.0" encoding="nergens"?><svg/>',
        f"{SVG}<g>",
        "no drawing",
    ],
)
def test_a_drawing_that_does_more_than_draw(text: str, tmp_path: Path) -> None:
    assert oddities(tmp_path, "logo.SVG", text) == ["drawing"]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{SVG}<title>A &amp; B</title></svg>",
        f'{SVG}<style>a {{ fill: red }}</style><g id="g" style="fill: red"/><use x:href="#g"/></svg>',
        f'{SVG}<image x:href="data:image/png;base64,iVBORw0KGgo="/></svg>',
        f'{SVG}<metadata><a:b xmlns:a="a" a:resource="https://elders.example/"/></metadata></svg>',
        f'{SVG}<animate attributeName="opacity" to="1"/></svg>',
    ],
)
def test_a_drawing_that_only_draws(text: str, tmp_path: Path) -> None:
    assert oddities(tmp_path, "logo.svg", text) == []
