"""Our own index of the search: names, synonyms and questions, small enough for a cheap phone.

One file per language says which words lead where; what a result shows stands in shelves of
a few dozen records, fetched for the results alone. Pagefind searches the whole texts; this
index forgives typing errors and knows people's own words, and it is enough for most questions.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, islice
from operator import itemgetter

from generator.site.addresses import language_folder, way_up
from generator.site.common_words import common_words
from generator.site.folding import words_of
from generator.site.shapes import SiteInput, handwritten_in
from generator.views.findables import KINDS, Findable, view_findables
from generator.views.shapes import Said
from generator.wording.words import Words

FOLDER = "data/search/"
PICTOGRAMS = "assets/pictograms/"
SHELF = 32
"""Results on one shelf: some 3 kB compressed."""
_MEMBERS = 12
"""As many of a theme as anybody reads in a list of results, of each kind."""
_SMALL = 600
"""Up to so many records the index holds the words of their summaries too; beyond, Pagefind has them."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def render_search_files(site: SiteInput, languages: Iterable[str] | None = None) -> dict[str, str]:
    """Path from the root of the site -> text: the indexes, their shelves and the pictograms they name."""
    files: dict[str, str] = {}
    pictograms = {"phone"}
    for language in languages or site.words:
        findables = findables_of(site, language)
        folder = language_folder(language, site.first_language)
        files |= index_files(findables, site.words[language], folder)
        pictograms |= {found.pictogram for found in findables}
    return files | pictogram_files(pictograms, site.icons)


def index_files(
    findables: Sequence[Findable], words: Words, folder: str, *, whole: bool = False
) -> dict[str, str]:
    """Path from the root of the site -> text: the index of a language and its shelves.

    `folder` is that of the language; `whole` says that there is nothing beyond: no Pagefind.
    """
    language = words.language
    index = render_index(findables, words, way_up(FOLDER) + folder, whole=whole)
    files = {f"{FOLDER}{language}.json": _json(index)}
    for number in range(0, len(findables), SHELF):
        shelf = [_shown(found) for found in findables[number : number + SHELF]]
        files[f"{FOLDER}{language}/{number // SHELF}.json"] = _json(shelf)
    return files


def pictogram_files(names: Iterable[str], icons: Callable[[str], str]) -> dict[str, str]:
    """Path from the root of the site -> SVG, as a result shows it."""
    return {
        f"{PICTOGRAMS}{name}.svg": icons(name).replace("<svg ", '<svg id="p" ', 1) for name in sorted(names)
    }


def findables_of(site: SiteInput, language: str) -> tuple[Findable, ...]:
    """All that a person may look for in this language, the hand-written pages included."""
    folder = "" if language == site.first_language else f"{language}/"
    pages = tuple(
        Findable("page", slug, page.path.removeprefix(folder), Said(page.title), "file-document-outline")
        for slug, page in sorted(handwritten_in(site, language).items())
        if page.language == language
    )
    return view_findables(site.guides[language]) + pages


def render_index(
    findables: Sequence[Findable], words: Words, home: str, *, whole: bool = False
) -> dict[str, object]:
    """What search.js reads; `home` leads from the index to the root of its language.

    `asked` is how many questions there are without a choice above them: they come first.
    Postings are lists of record numbers, as differences in base 36: "c,3,1" are 12, 15 and 16.
    """
    left_out = common_words(words)
    named = _postings(findables, lambda found: (found.name.text, *found.synonyms), left_out)
    small = whole or len(findables) <= _SMALL
    about = _postings(findables, lambda found: found.about, left_out) if small else {}
    vocabulary = sorted(named.keys() | about.keys())
    return {
        "language": words.language,
        "home": home,
        "root": way_up(FOLDER),
        "kinds": [[kind, sum(found.kind == kind for found in findables)] for kind in KINDS],
        "asked": sum(found.kind == "question" and not found.within for found in findables),
        "shelf": SHELF,
        "words": " ".join(vocabulary),
        "named": " ".join(_differences(named.get(word, ())) for word in vocabulary),
        "about": " ".join(_differences(about.get(word, ())) for word in vocabulary) if about else "",
        "members": _members(findables),
        "past": [number for number, found in enumerate(findables) if found.status_text],
        "common": " ".join(sorted(left_out)),
        "texts": _texts(words),
        **({"whole": True} if whole else {}),
    }


def _postings(
    findables: Sequence[Findable], texts: Callable[[Findable], Iterable[str]], left_out: frozenset[str]
) -> dict[str, list[int]]:
    """Word -> numbers of the records that have it, ascending."""
    found: dict[str, list[int]] = {}
    for number, findable in enumerate(findables):
        words = {word for text in texts(findable) for word in _indexed(text)} - left_out
        for word in words:
            found.setdefault(word, []).append(number)
    return found


def _indexed(text: str) -> set[str]:
    """The words of a text; a word with a hyphen also as one ("e-mail": e, mail, email)."""
    return set(words_of(text)) | set(words_of(text.replace("-", "")))


def _members(findables: Sequence[Findable]) -> dict[int, list[int]]:
    """Number of a theme -> its questions, offers and organisations that still run, a dozen of each kind.

    First those for whom it is the first theme.
    """
    found: dict[str, list[tuple[int, int, int]]] = {}
    for number, findable in enumerate(findables):
        if findable.kind != "theme" and not findable.status_text:
            for rank, theme in enumerate(findable.themes):
                found.setdefault(theme, []).append((KINDS.index(findable.kind), rank, number))
    return {
        number: _first_of_each_kind(sorted(found[theme.id]))
        for number, theme in enumerate(findables)
        if theme.kind == "theme" and theme.id in found
    }


def _first_of_each_kind(members: Iterable[tuple[int, int, int]]) -> list[int]:
    kinds = groupby(members, key=itemgetter(0))
    return [number for _, group in kinds for _, _, number in islice(group, _MEMBERS)]


def _differences(numbers: Sequence[int]) -> str:
    before = [0, *numbers[:-1]]
    return ",".join(_base36(number - earlier) for number, earlier in zip(numbers, before, strict=False))


def _base36(number: int) -> str:
    digits = _DIGITS[number % 36]
    return digits if number < 36 else _base36(number // 36) + digits


def _shown(found: Findable) -> dict[str, object]:
    """What a result shows; what is empty is left out."""
    values: dict[str, object] = {
        "href": found.href,
        "name": _said(found.name),
        "pictogram": found.pictogram,
        "line": _said(found.line) if found.line else "",
        "when": found.when,
        "where": _said(found.where) if found.where else "",
        "status": found.status_text,
        "function": found.function,
        "shape": found.shape,
    }
    return {key: value for key, value in values.items() if value}


def _said(said: Said) -> object:
    """The text; with its language where that is not the page's."""
    return [said.text, said.lang] if said.lang else said.text


def _texts(words: Words) -> dict[str, object]:
    """What search.js says. It cannot read catalogues."""
    _ = words.gettext
    return {
        "found": _plural_forms(words),
        "none": _("Nothing found for “{words}”."),
        "ask": _("Just ask. A person knows more than a search."),
        "questions": _("Is your question one of these?"),
        "helpline": _("Call right away"),
        "question": _("Questions"),
        "offer": _("To do and to get help"),
        "organisation": _("Who can help you"),
        "place": _("Places"),
        "theme": _("Themes"),
        "page": _("Other pages"),
        "texts": _("In the text of other pages"),
        "look": _("Search the texts of all pages too"),
        "more": _("Show {count} more"),
        "share": _("These results as a page of their own"),
    }


def _plural_forms(words: Words) -> dict[str, str]:
    """CLDR plural category -> "{count} found", for Intl.PluralRules."""
    forms: dict[str, str] = {}
    for count in range(200, -1, -1):
        category = words.locale.plural_form(count)
        forms[category] = words.ngettext("{count} result", "{count} results", count)
    return dict(sorted(forms.items()))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
