"""print/ledger.yaml: the editions that were printed, read back and written further.

Nobody types in this file, yet two people may make an edition at the same time, each in
their own copy, and git then puts both together: that is a mistake to mend by hand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from generator.model.guide import Guide
from generator.model.ledger import Edition, Ledger, LedgerSheet, Line, Retirement, seal_of
from generator.problems import Problem
from generator.reading.decoding import decode
from generator.reading.files import read_tree
from generator.reading.findings import Findings
from generator.reading.keys import nearest
from generator.reading.marks import Path, Tree
from generator.reading.sources import LEDGER_FILE
from generator.reading.traps import Gettext
from generator.reading.validating import check_record
from generator.reading.writing import Style, list_item
from generator.wording.words import Words


@dataclass(frozen=True)
class LedgerFile:
    """The ledger, empty when anything is wrong with it, and where its sheets stand."""

    ledger: Ledger
    problems: tuple[Problem, ...]
    tree: Tree
    lines: tuple[str, ...] = ()


def read_ledger(raw: bytes | None, words: Words) -> LedgerFile:
    """The editions in the file (None: there is no file yet), or every mistake in it."""
    if raw is None or not raw.strip():
        return LedgerFile(Ledger(), (), Tree())
    _ = words.gettext
    if merged := _conflict(raw, _):
        return LedgerFile(Ledger(), (merged,), Tree())
    tree, findings = read_tree(raw, LEDGER_FILE, _)
    entries: list[tuple[Path, Edition | Retirement]] = []
    if tree.data is not None and not isinstance(tree.data, list):
        findings.error(*tree.value(()), _("This is not the list of editions."), _put_back(_))
    for index, data in enumerate(tree.data if isinstance(tree.data, list) else ()):
        model = Retirement if isinstance(data, dict) and "retired" in data else Edition
        entry = check_record(model, data, (index,), tree, findings, {}, _)
        if isinstance(entry, Edition | Retirement):
            entries.append(((index,), entry))
    if not findings.problems:
        _check_entries(entries, tree, findings, _)
    if findings.problems:
        return LedgerFile(Ledger(), findings.problems, tree)
    ledger = Ledger(
        tuple(entry for _path, entry in entries if isinstance(entry, Edition)),
        tuple(entry for _path, entry in entries if isinstance(entry, Retirement)),
    )
    return LedgerFile(ledger, (), tree, tuple(findings.lines))


def _conflict(raw: bytes, _: Gettext) -> Problem | None:
    """Git could not put two copies together. Its marks are all over the editions that both have made."""
    lines = decode(raw).lines
    line = next((number for number, text in enumerate(lines, start=1) if text.startswith("<<<<<<< ")), None)
    if line is None:
        return None
    return Problem(
        LEDGER_FILE,
        line,
        1,
        _("Two copies of this file were put together, and both have made an edition."),
        _(
            "Keep the whole copy whose edition was printed: git checkout --ours print/ledger.yaml for your "
            "own, --theirs for the other one. Then make a new edition: python -m generator edition new"
        ),
        lines[line - 1],
    )


def _put_back(_: Gettext) -> str:
    return _("Put back the file as it was, from the version before.")


def _check_entries(
    entries: list[tuple[Path, Edition | Retirement]], tree: Tree, findings: Findings, _: Gettext
) -> None:
    """The editions are 1, 2, 3..., and all that they refer to is there."""
    known: dict[int, Edition] = {}
    first: dict[int, int] = {}
    for path, entry in entries:
        if isinstance(entry, Retirement):
            if entry.retired not in known:
                findings.error(
                    *tree.value((*path, "retired")),
                    _("There is no edition {number} above.").format(number=entry.retired),
                    _put_back(_),
                )
            continue
        line, column = tree.value((*path, "edition"))
        if entry.edition in known:
            findings.error(
                line,
                column,
                _("Edition {number} is there twice: it already begins on line {line}.").format(
                    number=entry.edition, line=first[entry.edition]
                ),
                _(
                    "It was made twice, in two copies of this file. Keep the one that was printed, delete "
                    "the other one, and make a new edition: python -m generator edition new"
                ),
            )
            continue
        if entry.edition != len(known) + 1:
            findings.error(
                line,
                column,
                _("Edition {number} is missing before this one.").format(number=len(known) + 1),
                _put_back(_),
            )
        known.setdefault(entry.edition, entry)
        first.setdefault(entry.edition, line)
        _check_whole(path, entry, known, tree, findings, _)


def _check_whole(
    path: Path,
    edition: Edition,
    known: Mapping[int, Edition],
    tree: Tree,
    findings: Findings,
    _: Gettext,
) -> None:
    """An edition is as it was written, and so are the sheets that it kept from earlier ones."""
    kept = ((known.get(sheet.since), sheet) for sheet in edition.sheets if sheet.since)
    lost = any(first is None or sheet.record not in first.sheet for first, sheet in kept)
    if edition.seal != seal_of(edition) or lost:
        findings.error(
            *tree.value((*path, "edition")),
            _("Edition {number} is not as it was written: lines of it were changed or mixed up.").format(
                number=edition.edition
            ),
            _put_back(_),
        )


def check_codes(file: LedgerFile, guide: Guide, site_url: str, words: Words) -> tuple[Problem, ...]:
    """Every code on paper that would lead nowhere; a warning where the site has moved."""
    _ = words.gettext
    findings = Findings(LEDGER_FILE, file.lines)
    renamed = renamed_records(guide)
    names = {f"offer/{offer.id}": offer.name.first for offer in guide.offers}
    names |= {f"flyer/{flyer.id}": flyer.title.first for flyer, _offer in guide.partner_flyers}
    printed = {renamed.get(s.record, s.record) for edition in file.ledger.editions for s in edition.sheets}
    dead: dict[str, tuple[Edition, LedgerSheet, tuple[int, int]]] = {}
    for index, edition in enumerate(file.ledger.editions):
        for place, sheet in enumerate(edition.sheets):
            if sheet.code and renamed.get(sheet.record, sheet.record) not in names:
                at = file.tree.key((_entry_of(file, index), "sheets", place))
                dead[sheet.record] = (edition, file.ledger.print_of(edition, sheet)[1], at)
    for edition, sheet, at in dead.values():
        name = sheet.says.name[0].text if sheet.says and sheet.says.name else sheet.record
        kind, _slash, record_id = sheet.record.partition("/")
        unprinted = {
            other.partition("/")[2]: said
            for other, said in names.items()
            if other not in printed and other.startswith(f"{kind}/")
        }
        heir = next((i for i, other in unprinted.items() if other == name), None) or nearest(
            record_id, unprinted
        )
        flyer = kind == "flyer"
        lost = (
            _(
                "{name} is on paper, as sheet {sheet} of edition {number}, but no partner's flyer has the "
                "id {id}: the code on the sheet would lead nowhere."
            )
            if flyer
            else _(
                "{name} is on paper, as sheet {sheet} of edition {number}, but offers.yaml has no offer "
                "with the id {id}: the code on the sheet would lead nowhere."
            )
        )
        findings.error(
            *at,
            lost.format(name=name, sheet=sheet.number, number=edition.edition, id=record_id),
            _flyer_died(record_id, heir, _) if flyer else _died(record_id, heir, _),
        )
    newest = file.ledger.newest
    if newest and newest.site.rstrip("/") != site_url.rstrip("/"):
        findings.warning(
            *file.tree.value((_entry_of(file, len(file.ledger.editions) - 1), "site")),
            _("The codes of edition {number} lead to {old}, and the site is at {new} now.").format(
                number=newest.edition, old=newest.site, new=site_url
            ),
            _("Let the old address send people on to the new one, for as long as there is paper."),
            kind="moved",
        )
    return findings.problems


def _died(record_id: str, heir: str | None, _: Gettext) -> str:
    if heir:
        return _(
            "Does it have the id {heir} now? Then write there: previous_ids: [{id}] - Has it ended? Put the "
            "record back, with: status: ended"
        ).format(heir=heir, id=record_id)
    return _(
        "Has it ended? Put the record back, with: status: ended - Does it have another id now? Then write "
        "there: previous_ids: [{id}]"
    ).format(id=record_id)


def _flyer_died(record_id: str, heir: str | None, _: Gettext) -> str:
    if heir:
        return _(
            "Does it have the id {heir} now? Then write there: previous_ids: [{id}] - Is it over? Put its "
            "lines back, and give valid_until a day that is past. The file may go."
        ).format(heir=heir, id=record_id)
    return _(
        "Is it over? Put its lines back, and give valid_until a day that is past. The file may go. - Does it "
        "have another id now? Then write there: previous_ids: [{id}]"
    ).format(id=record_id)


def _entry_of(file: LedgerFile, number: int) -> int:
    """Where in the list the edition stands: retirements stand between them."""
    data: Any = file.tree.data
    return [index for index, entry in enumerate(data) if "edition" in entry][number]


def renamed_records(guide: Guide) -> dict[str, str]:
    """Former records of the binder -> those of today: "offer/oud" -> "offer/nieuw"."""
    renamed = {
        f"{sheet}/{former}": f"{sheet}/{offer.id}"
        for sheet in ("offer", "form/signup")
        for offer in guide.offers
        for former in offer.previous_ids
    }
    flyers = (flyer for flyer, _offer in guide.partner_flyers)
    return renamed | {f"flyer/{old}": f"flyer/{flyer.id}" for flyer in flyers for old in flyer.previous_ids}


def render_edition(edition: Edition) -> str:
    """An edition as it is added to the file."""
    data: dict[str, object] = {
        "edition": edition.edition,
        "date": edition.date,
        "site": edition.site,
        "seal": seal_of(edition),
        "sheets": [dict(_sheet(sheet)) for sheet in edition.sheets],
    }
    return _dumped(data)


def render_retirement(number: int, day: date) -> str:
    return _dumped({"retired": number, "date": day})


def render_header(words: Words) -> str:
    """What stands above the first edition."""
    _ = words.gettext
    lines = (
        _("All printed editions of the binder: which sheets it has, and what stood on each."),
        _("The commands keep this file: python -m generator edition. Do not change it by hand."),
        _("The codes on paper hang on it: they lead somewhere as long as this file is right."),
    )
    return "".join(f"# {line}\n" for line in lines) + "\n"


def _sheet(sheet: LedgerSheet) -> Iterator[tuple[str, object]]:
    for key, value in sheet:
        if key == "says" and sheet.says:
            yield key, {fact: _plain([_line(line) for line in lines]) for fact, lines in sheet.says if lines}
        elif value is not None:
            yield key, value


def _plain(lines: list[object]) -> object:
    """One line needs no list, as in the other files."""
    return lines[0] if len(lines) == 1 else lines


def _line(line: Line) -> object:
    return {"text": line.text, "until": line.until} if line.until else line.text


class _Dumper(yaml.SafeDumper):
    """Quotes a text, too, that YAML lets pass and the reader takes for a slip: "-18 jaar"."""


def _represent(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    typed = list_item(text, 0, Style()) == [f"- {text}"]
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if typed else '"')


_Dumper.add_representer(str, _represent)


def _dumped(entry: dict[str, object]) -> str:
    written = yaml.dump([entry], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"{written}\n"
