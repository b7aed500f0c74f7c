"""Our templates compile to plainer Python than Jinja's own, and say the same."""

import pytest
from jinja2 import DictLoader, StrictUndefined, nodes
from jinja2.exceptions import TemplateAssertionError
from markupsafe import Markup

from generator.keeping import Keep, make_anew
from generator.site import quick_jinja
from generator.site.environment import TEMPLATES
from generator.site.quick_jinja import QuickEnvironment
from generator.wording.words import read_words
from tests.tools.keeper import Keeper

MACROS = """\
{%- macro link(text, href="x/") %}<a href="{{ home }}{{ href }}">{{ text }}</a>{% endmacro %}
{%- macro box(name) %}<p>{{ name }}{{ caller() }}</p>{% endmacro -%}
"""


def environment(keep: Keep = make_anew, **templates: str) -> QuickEnvironment:
    made = QuickEnvironment(
        keep,
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_words(read_words("en", {}))
    return made


def test_a_template_that_was_kept_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """By another process that knows none of what this one remembers."""
    keeper = Keeper("templates")
    pages = (environment(keeper, page="<p>{{ a }}</p>"), environment(keeper, page="<b>{{ a }}</b>"))
    assert [page.get_template("page").render(a="&") for page in pages] == ["<p>&amp;</p>", "<b>&amp;</b>"]
    assert len(keeper.made) == 2
    monkeypatch.setattr(quick_jinja, "_COMPILED", {})
    monkeypatch.setattr(QuickEnvironment, "_generate", None)
    kept = environment(keeper, page="<b>{{ a }}</b>")
    assert kept.get_template("page").render(a="&") == "<b>&amp;</b>"


def test_a_text_is_escaped_and_html_is_not() -> None:
    page = environment(page="{{ a }}{{ b }}{{ a }}{{ 1 if no }}{{ 7 }}").get_template("page")
    assert page.render(a="<b>", b=Markup("<b>"), no=False) == "&lt;b&gt;<b>&lt;b&gt;7"


def test_macros_that_are_set_up_once_name_what_each_page_names() -> None:
    made = environment(macros=MACROS, page='{% from "macros" import link with context %}{{ link("a&b") }}')
    assert [made.get_template("page").render(home=home) for home in ("../", "./")] == [
        '<a href="../x/">a&amp;b</a>',
        '<a href="./x/">a&amp;b</a>',
    ]


def test_a_macro_takes_its_arguments_in_place_by_name_and_around_a_block() -> None:
    called = '{{ link("a", "y/") }}{{ link(href="z/", text="b") }}{% call box("c") %}d{% endcall %}'
    made = environment(page=MACROS + called)
    assert made.get_template("page").render(home="") == ('<a href="y/">a</a><a href="z/">b</a><p>cd</p>')


def test_a_page_may_have_a_catalogue_of_its_own() -> None:
    own = "{% for said in all %}{% set _ = said %}{{ _('c') }}{% endfor %}"
    page = "{{ _('%(a)s & b', a=1) }}{{ _('c <%%>') }}" + own
    assert environment(page=page).get_template("page").render(all=[str.upper]) == "1 & bc <%>C"


def test_what_is_missing_is_a_bug() -> None:
    with pytest.raises(AttributeError, match="'str' object has no attribute 'nothing'"):
        environment(page="{{ 'a'.nothing }}").get_template("page").render()
    with pytest.raises(TemplateAssertionError, match="no call of ours"):
        environment(page="{{ call(*all) }}").get_template("page")


def test_a_template_that_is_imported_has_macros_and_constants_only() -> None:
    """Anything else would be said as the first page that imports it says it."""
    trees = {path.name: environment().parse(path.read_text(encoding="utf-8")) for path in TEMPLATES.iterdir()}
    imported = {
        name.as_const()
        for tree in trees.values()
        for name in (n.template for n in tree.find_all(nodes.FromImport))
    }
    assert imported
    for name in imported:
        for node in trees[name].body:
            names = {found.name for found in node.find_all(nodes.Name) if found.ctx == "load"}
            said = "".join(data.data for data in node.find_all(nodes.TemplateData)).strip()
            assert isinstance(node, nodes.Macro | nodes.FromImport) or not (names or said), (name, node)
