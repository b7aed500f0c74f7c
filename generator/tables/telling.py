"""What an import changes, in lines that staff can read before it is written."""

from collections.abc import Iterator

from generator.reading.traps import Gettext
from generator.tables.columns import columns_of
from generator.tables.exporting import sheet_name
from generator.tables.merging import Change, Merge
from generator.tables.rows import Placed, written_row

_LONGEST = 60
_MOST_NAMED = 12


def tell_changes(found: Merge, _: Gettext) -> Iterator[str]:
    """New records, then changed ones with each value before and after, then what stays as it is."""
    for change in found.changes:
        where = change.table.place(change.row.number)
        if change.before is None:
            yield _("New: {list}, {id} ({place})").format(
                list=sheet_name(change.shelf, _), id=change.id or sheet_name(change.shelf, _), place=where
            )
    for change in found.changes:
        if change.before is not None:
            yield _("Changed: {list}, {id}").format(list=sheet_name(change.shelf, _), id=change.id or "-")
            yield from _fields(change, change.before, _)
    if found.emptied:
        yield _("Empty in the table, and kept as it is: {cells}").format(cells=_some(found.emptied, _))
        yield _("Should these go? Then type --clear behind the command.")
    for shelf, ids in found.absent.items():
        yield _("Not in the table {list}, and kept as it is: {ids}").format(
            list=sheet_name(shelf, _), ids=_some(ids, _)
        )


def _fields(change: Change, before: Placed, _: Gettext) -> Iterator[str]:
    """Each value that differs, before and after."""
    after = Placed(change.after, before.path, before.under)
    for column in columns_of(change.shelf):
        languages = sorted(change.row_languages(column))
        for shown in (column, *(column.in_language(language) for language in languages)):
            [old], [new] = written_row(before, (shown,)), written_row(after, (shown,))
            if column.path[0] in change.fields and old.strip() != new.strip():
                nothing = _("(empty)")
                yield f"  {shown.title(_)}: {_short(old) or nothing} → {_short(new) or nothing}"


def _short(text: str) -> str:
    line = " / ".join(part.strip() for part in text.splitlines() if part.strip())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _some(names: list[str], _: Gettext) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return shown if more <= 0 else _("{names} and {count} more").format(names=shown, count=more)
