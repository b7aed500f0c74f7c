"""The words by which services are sorted, as taxonomies of HSDS: the themes, and each closed list."""

from collections.abc import Iterable, Iterator

from generator.feeds.hsds.ids import Ids
from generator.feeds.texts import LANGUAGE, Gettext, dutch
from generator.views.published_shapes import PublishedGuide

THEMES = "themes"


class Taxonomies:
    """All taxonomies and terms of a guide; a term is known by its list and its word."""

    def __init__(self, ids: Ids, guide: PublishedGuide, _: Gettext) -> None:
        self._ids = ids
        names = {
            THEMES: _("Themes"),
            "functions": _("Functions"),
            "offer kinds": _("Kinds of offer"),
            "organisation kinds": _("Kinds of organisation"),
            "audience": _("For whom"),
            "accessibility": _("Access"),
            "documents": _("Papers"),
            "dutch needed": _("How much Dutch one needs"),
        }
        lists = dict.fromkeys((THEMES, *(word.list for word in guide.words)))
        self.taxonomies: list[dict[str, object]] = [
            {
                "id": ids.of("taxonomy", name),
                "name": names[name],
                "description": f"{names[name]}: {dutch(guide.name)}",
                "uri": f"{guide.site}data/",
                "version": "1",
            }
            for name in lists
        ]
        self._of = dict(zip(lists, self.taxonomies, strict=True))
        self.terms: dict[tuple[str, str], dict[str, object]] = {
            (name, code): {
                "id": ids.of("taxonomy_term", name, code),
                "code": code,
                "name": text,
                "description": description or text,
                "taxonomy": names[name],
                "taxonomy_id": self._of[name]["id"],
                "language": LANGUAGE,
                **({"term_uri": address} if address else {}),
            }
            for name, code, text, description, address in _words(guide)
        }

    def attributes(
        self, owner: tuple[str, ...], words: Iterable[tuple[str, str]], entity: str
    ) -> list[dict[str, object]]:
        """What a record is filed under: (list, word) of each. `owner` is the name of its id."""
        return [
            {
                "id": self._ids.of("attribute", *owner, *word),
                "link_id": self._ids.of(*owner),
                "link_entity": entity,
                "link_type": word[0],
                "taxonomy_term_id": self.terms[word]["id"],
                "taxonomy_term": self.terms[word],
            }
            for word in words
        ]


def _words(guide: PublishedGuide) -> Iterator[tuple[str, str, str, str, str]]:
    """(list, word, name, description, address) of every term."""
    for theme in guide.themes:
        synonyms = ", ".join(dutch(text) for text in theme.synonyms)
        yield THEMES, theme.id, dutch(theme.name), synonyms, theme.url
    for word in guide.words:
        yield word.list, word.id, dutch(word.name), dutch(word.explanation), ""
