"""Markdown of content pages as blocks for paper."""

from generator.views.prose import Block, Run, view_prose


def test_title_comes_from_the_front_matter() -> None:
    page = view_prose("---\ntitle: Welkom\ndescription: x\n---\n\nDag.\n")
    assert page.title == "Welkom"
    assert page.blocks == (Block("paragraph", ((Run("Dag."),),)),)


def test_a_first_heading_is_the_title_where_there_is_no_front_matter() -> None:
    assert view_prose("# Welkom\n\nDag.\n").title == "Welkom"


def test_a_page_without_a_title_has_that_of_its_file() -> None:
    assert view_prose("Dag.\n", "over-ons").title == "Over ons"


def test_headings_lists_bold_and_links() -> None:
    page = view_prose("## Kop\n\n- een **twee**\n- [drie](https://drie.example/)\n\n1. vier\n")
    assert page.blocks == (
        Block("heading", ((Run("Kop"),),), 2),
        Block(
            "list",
            ((Run("een "), Run("twee", bold=True)), (Run("drie", href="https://drie.example/"),)),
        ),
        Block("numbered", ((Run("vier"),),)),
    )


def test_links_within_the_site_are_text_on_paper() -> None:
    assert view_prose("Ga naar [de kaart](../kaart/).").blocks[0].items == ((Run("Ga naar de kaart."),),)


def test_what_paper_cannot_show_degrades_to_text() -> None:
    page = view_prose(
        ":material-home: Thuis\n\n!!! note\n    Let op.\n\n<div class='x'>Los</div>\n\n"
        "<script>alert(1)</script>\n\n![Een pot soep](soep.jpg)\n\n> Een citaat\n"
    )
    said = [run.text for block in page.blocks for item in block.items for run in item]
    assert said == ["Thuis", "Note", "Let op.", "Los", "Een pot soep", "Een citaat"]


def test_the_line_ends_of_windows_are_no_text() -> None:
    page = view_prose("---\r\ntitle: Welkom\r\n---\r\n\r\nDag.\r\n")
    assert (page.title, len(page.blocks)) == ("Welkom", 1)
