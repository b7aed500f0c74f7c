"""The files -> the Guide, or every mistake in them at once."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from generator.model.flyers import PartnerFlyer
from generator.model.guide import Guide
from generator.model.inclusion import Home
from generator.model.questions import Question
from generator.model.records import (
    Contact,
    Helpline,
    Neighbourhood,
    Offer,
    Organisation,
    Theme,
)
from generator.model.schedule import Holidays
from generator.model.translations import mark_unreviewed
from generator.partners import CleanFile
from generator.problems import Problem, Severity
from generator.reading.addresses import check_site_url
from generator.reading.dangling import guess_ids
from generator.reading.files import FLYER_KEYS, OFFER_KEYS, SOCIALMAP_KEYS, read_tree, tell_spoiled, top_level
from generator.reading.findings import Findings
from generator.reading.flyers import FlyerFolder, check_file_names, read_flyers
from generator.reading.headings import belongs_to, mend_headings
from generator.reading.including import Owner, Shared, include_records
from generator.reading.locating import Locate, locate_places
from generator.reading.marks import Tree
from generator.reading.pictograms import check_pictograms
from generator.reading.references import REFERENCES, all_named, check_references, free_number
from generator.reading.shelves import MODELS, Raw, Shelves
from generator.reading.sources import Sources
from generator.reading.traps import Gettext
from generator.reading.upkeep import Placed, check_upkeep
from generator.reading.validating import check_record
from generator.reading.whereabouts import Whereabouts, whereabouts
from generator.recalling import Recall, make_anew
from generator.wording.words import Words

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True)
class Reading:
    """The guide, or None when any problem is an error; errors and warnings in file order."""

    guide: Guide | None
    problems: tuple[Problem, ...]
    flyers: Mapping[str, CleanFile] = field(default_factory=dict)
    """Name of a partner's file -> the file, as far as it can be used."""
    whereabouts: Whereabouts = field(default_factory=Whereabouts)
    """Where each record stands."""


def read_guide(
    sources: Sources,
    words: Words,
    *,
    today: date,
    site_url: str,
    holidays: Holidays,
    locate: Locate | None = None,
    icons: Collection[str] = (),
    folder: FlyerFolder | None = None,
    shared: Shared = MappingProxyType({}),
    recall: Recall = make_anew,
) -> Reading:
    """Reads all files; mistakes of people become problems in the language of `words`.

    `locate` gives the coordinates of "Voorbeeldstraat 1", or the address that was probably meant (None:
    there is no address file); `icons` are the pictograms that exist (none given: they are not checked);
    `folder` has the partners' files (None: they are not looked at); `shared` are the guides of
    others that were fetched; `recall` may know the records whose text did not change.
    """

    def read(sources: Sources) -> Reading:
        reader = _Reader(sources, words.gettext, recall)
        reader.include(shared, today)
        return reader.read(today, site_url, holidays, locate, icons, folder)

    reading = read(sources)
    return reading if reading.guide else _with_headings(reading, sources, read, words.gettext)


def _with_headings(
    reading: Reading, sources: Sources, read: Callable[[Sources], Reading], _: Gettext
) -> Reading:
    """The reading of files in which the headings above the lists are mended, if that explains more."""
    offers = mend_headings(sources.offers, sources.offers_name, OFFER_KEYS, _)
    socialmap = mend_headings(sources.socialmap, sources.socialmap_name, SOCIALMAP_KEYS, _)
    if not offers and not socialmap:
        return reading
    again = read(
        replace(
            sources,
            offers=offers.raw if offers else sources.offers,
            socialmap=socialmap.raw if socialmap else sources.socialmap,
        )
    )
    problems = list(again.problems)
    for mended, name in ((offers, sources.offers_name), (socialmap, sources.socialmap_name)):
        if mended:
            problems = [mended.placed(p) if p.file == name else p for p in problems]
            problems += mended.problems
    if not 0 < _count_errors(problems) <= _count_errors(reading.problems):
        return reading
    return replace(again, guide=None, problems=tuple(sorted(problems)))


def _count_errors(problems: Iterable[Problem]) -> int:
    return sum(problem.severity is Severity.ERROR for problem in problems)


def _ids_under(tree: Tree, key: str) -> frozenset[str]:
    """The ids of the records below a heading that stands in the wrong file."""
    records = tree.data.get(key) if isinstance(tree.data, dict) else None
    return frozenset(
        str(record["id"])
        for record in (records if isinstance(records, list) else ())
        if isinstance(record, dict) and "id" in record
    )


class _Reader:
    def __init__(self, sources: Sources, _: Gettext, recall: Recall) -> None:
        self._, self._recall = _, recall
        self._raw: dict[str, tuple[Raw, ...]] = {}
        self._lost: dict[str, frozenset[str]] = {}
        self._placed: list[Placed] = []
        self._homes: dict[Owner, Home] = {}
        self._incomplete: frozenset[str] = frozenset()
        self._strays = False
        """Whether there are records without an id of their own, or in the wrong list."""
        files = (
            dict.fromkeys(OFFER_KEYS, sources.offers_name)
            | dict.fromkeys(SOCIALMAP_KEYS, sources.socialmap_name)
            | dict.fromkeys(FLYER_KEYS, sources.flyers_name)
        )
        self._findings = [
            self._shelve(raw, name, own, {key: home for key, home in files.items() if key not in own})
            for raw, name, own in (
                (sources.offers, sources.offers_name, OFFER_KEYS),
                (sources.socialmap, sources.socialmap_name, SOCIALMAP_KEYS),
                (sources.flyers, sources.flyers_name, FLYER_KEYS),
            )
            if raw is not None
        ]

    def _shelve(self, raw: bytes, name: str, own: tuple[str, ...], other: dict[str, str]) -> Findings:
        """Takes the records of one file in, as typed."""
        tree, findings = read_tree(raw, name, self._, self._recall)
        tell_spoiled(findings, self._)
        top = top_level(tree, findings, own, other, self._)
        for key in own:
            self._lost[key] = self._lost.get(key, frozenset()) | frozenset(tree.lost_ids.get(key, ()))
        for key in other:
            self._lost[key] = self._lost.get(key, frozenset()) | _ids_under(tree, key)
        if not top:
            return findings
        whole_lost = frozenset(tree.lost_ids.get("", ()))
        data = tree.data if isinstance(tree.data, dict) else {}
        for key in own:
            typed = top.get(key, key)
            value = data.get(typed)
            if key in MODELS:
                self._lost[key] |= whole_lost
                if isinstance(value, list) or ((typed,) not in tree and not whole_lost):
                    self._raw[key] = tuple(self._records(key, typed, value or [], tree, findings))
            elif isinstance(value, dict):
                self._raw[key] = (Raw(key, value, (typed,), tree, findings),)
        self._need(own, top, tree, findings)
        return findings

    def _records(self, key: str, typed: str, items: object, tree: Tree, findings: Findings) -> Iterator[Raw]:
        for index, data in enumerate(items if isinstance(items, list) else ()):
            if isinstance(data, dict):
                yield Raw(key, data, (typed, index), tree, findings)
            else:
                check_record(MODELS[key], data, (typed, index), tree, findings, {}, self._)

    def _need(self, own: tuple[str, ...], top: dict[str, str], tree: Tree, findings: Findings) -> None:
        """The neighbourhood and the list of offers must be there."""
        _ = self._
        for key in ("neighbourhood", "offers"):
            if key not in own or key in self._raw or tree.lost_ids.get(""):
                continue
            if key not in top and (
                (key,) in tree or any(line.startswith(f"{key}:") for line in findings.lines)
            ):
                continue  # it is there, and is empty or could not be read
            if key in top and key == "neighbourhood":
                findings.error(
                    *tree.value((top[key],)),
                    _("Keys belong under {key}, such as name and map.").format(key=key),
                    _("Write them without a dash, with two spaces before each."),
                )
            elif key not in top:
                findings.error(
                    0,
                    0,
                    _("{key} is missing in this file.").format(key=key),
                    _("Put a line in it that says: {key}:").format(key=key),
                )

    def include(self, shared: Shared, today: date) -> None:
        """Puts what the neighbourhood takes over from other guides among the records."""
        included = include_records(self._raw, shared, today, self._)
        self._raw, self._homes = included.raw, included.homes
        self._incomplete = frozenset(included.incomplete)

    def read(
        self,
        today: date,
        site_url: str,
        holidays: Holidays,
        locate: Locate | None,
        icons: Collection[str],
        folder: FlyerFolder | None,
    ) -> Reading:
        shelves = Shelves(self._raw, self._lost, self._incomplete)
        guessed = guess_ids(all_named(shelves), shelves) if self._any_nameless() else {}
        for (shelf, _path), an_id in guessed.items():
            if an_id:
                self._lose(shelf, an_id)
        for shelf, records in self._raw.items():
            for raw in records:
                self._check(shelf, raw, shelves, guessed.get((shelf, raw.path)) if guessed else None, today)
        shelves = Shelves(self._raw, self._lost, self._incomplete) if self._strays else shelves
        check_references(shelves, self._)
        check_pictograms(shelves, icons, self._)
        if folder:
            check_file_names(self._placed, folder, today, self._)
        problems = list(check_site_url(site_url, self._))
        guide, flyers = None, dict[str, CleanFile]()
        if not self._any_error(problems):
            guide = self._guide(holidays, locate)
            check_upkeep(self._placed, guide, today, self._)
            if folder:
                flyers, undescribed = read_flyers(self._placed, folder, today, self._)
                problems += undescribed
        for findings in self._findings:
            problems.extend(findings.problems)
        return Reading(guide, tuple(sorted(problems)), flyers, whereabouts(self._raw))

    def _any_nameless(self) -> bool:
        return any(
            raw.id is None for shelf, records in self._raw.items() if shelf in MODELS for raw in records
        )

    def _lose(self, shelf: str, an_id: str) -> None:
        """Such a record is there, if not as it should: who names it makes no mistake."""
        self._lost[shelf] = self._lost.get(shelf, frozenset()) | {an_id}
        self._strays = True

    def _check(self, shelf: str, raw: Raw, shelves: Shelves, guessed: str | None, today: date) -> None:
        targets = {keys[-1]: target for keys, target in REFERENCES.get(shelf, {}).items()}
        # A value that is no id: the nearest id that exists is the best suggestion.
        named: dict[str, Collection[str]] = {key: shelves.ids(target) for key, target in targets.items()}
        if shelf == "places":
            named["number"] = (str(free_number(shelves.records[shelf])),)
        if guessed:
            named["id"] = (guessed,)
        model = MODELS.get(shelf, Neighbourhood)
        record = check_record(
            model, raw.data, raw.path, raw.tree, raw.findings, named, self._, self._recall,
            lambda key: shelves.called(targets.get(key, "")), today,
        )  # fmt: skip
        if record is None:
            if raw.id and shelf in MODELS and (meant := belongs_to(raw.data, model)):
                self._lose(meant, raw.id)
        else:
            home = self._homes.get((shelf, raw.id or ""))
            if home and home.unreviewed:
                record = mark_unreviewed(record, home.unreviewed, home.own)
            self._placed.append(Placed(record, raw, theirs=bool(home and home.keeps_the_check)))

    def _any_error(self, problems: list[Problem]) -> bool:
        found = [*problems, *(p for findings in self._findings for p in findings.problems)]
        return any(problem.severity is Severity.ERROR for problem in found)

    def _all(self, model: type[R]) -> tuple[R, ...]:
        return tuple(entry.record for entry in self._placed if isinstance(entry.record, model))

    def _guide(self, holidays: Holidays, locate: Locate | None) -> Guide:
        neighbourhood = self._all(Neighbourhood)[0]
        return Guide(
            neighbourhood=neighbourhood,
            themes=self._all(Theme),
            organisations=self._all(Organisation),
            places=locate_places(self._placed, neighbourhood, locate, self._),
            contacts=self._all(Contact),
            questions=self._all(Question),
            helplines=self._all(Helpline),
            offers=self._all(Offer),
            flyers=self._all(PartnerFlyer),
            holidays=holidays,
            homes=self._homes,
        )
