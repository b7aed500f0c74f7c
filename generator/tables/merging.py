"""Tables beside the records that are there: what is new, what is different, and what cannot be read."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from pydantic import BaseModel, ValidationError

from generator.model.fields import Text
from generator.model.questions import Choice, LastChoice, Question
from generator.problems import Problem
from generator.reading.likely import slugified
from generator.reading.traps import Gettext
from generator.tables.cells import CellError
from generator.tables.columns import NEIGHBOURHOOD, TABLES, UNDER, Column, columns_of, loose_columns_of
from generator.tables.exporting import cell_example, sheet_name
from generator.tables.grid import Grid, GridCell
from generator.tables.headings import Headings
from generator.tables.overlaying import cell_value, put, same_as_before, take_away
from generator.tables.places import Row, TableFile, cell_problems, unknown_id
from generator.tables.rows import Data, Placed, placed_records, written_row

_MOST_MEANT = 50
"""So many wrong ids are told with what was meant."""
_NAMES = ("name", "title", "question")
_STEPS: tuple[type[BaseModel], ...] = (Question, Choice, LastChoice)


@dataclass(frozen=True)
class Table:
    """A sheet whose list and columns are known."""

    shelf: str
    grid: Grid
    headings: Headings
    file: TableFile


@dataclass(frozen=True)
class Change:
    """A record that a row changes or adds, as typed."""

    shelf: str
    id: str
    row: Row
    table: TableFile
    before: Placed | None
    """None for a new record."""
    after: Data
    under: str = ""
    fields: tuple[str, ...] = ()
    """The keys that say something else than before."""

    def row_languages(self, column: Column) -> set[str]:
        """The languages that the row has for a text."""
        return {found.language for found in self.row.cells if found.path == column.path and found.language}


@dataclass
class Merge:
    """What tables would change."""

    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    absent: dict[str, list[str]] = field(default_factory=dict)
    """List -> ids of records that its table does not have; these stay as they are."""
    emptied: list[str] = field(default_factory=list)
    """Cells that are empty now, where the record says something: "Aanbod!F12"."""


def merge(tables: Sequence[Table], data: Mapping[str, object], clear: bool, _: Gettext) -> Merge:
    """Lays tables over the records as typed (key at the top of a file -> its list)."""
    return _Merger(tables, data, clear, _).merge()


class _Merger:
    def __init__(self, tables: Sequence[Table], data: Mapping[str, object], clear: bool, _: Gettext) -> None:
        self._tables, self._clear, self._ = tables, clear, _
        self._found = Merge()
        self._unknown = 0
        self._placed = {
            shelf: {
                str(placed.data.get("id", "")): placed for placed in placed_records(shelf, data.get(shelf))
            }
            for shelf in TABLES
        }
        self._rows = [(table, row) for table in tables for row in _rows(table)]
        self._names = {shelf: dict(self._named(shelf)) for shelf in TABLES}
        self._parents = {id_: placed.under for id_, placed in self._placed["questions"].items()}

    def _named(self, shelf: str) -> Iterator[tuple[str, str]]:
        """Name, or id -> id of all records of a list, also of those that are new."""
        new = [(row, _id_of(row)) for table, row in self._rows if table.shelf == shelf]
        for placed in self._placed[shelf].values():
            for key in _NAMES:
                name = placed.data.get(key)
                if isinstance(name, Mapping):
                    name = name.get("nl")
                if isinstance(name, str):
                    yield name.strip().casefold(), str(placed.data.get("id"))
        for row, id_ in new:
            if name := _name_cell(row):
                yield name.text.strip().casefold(), id_
        for id_ in (*self._placed[shelf], *(id_ for _row, id_ in new)):
            yield id_, id_

    def merge(self) -> Merge:
        self._note_parents()
        seen: dict[tuple[str, str], Row] = {}
        for table, row in self._rows:
            if (id_ := self._identity(table, row, seen)) is not None:
                seen[table.shelf, id_] = row
                self._row(table, row, id_)
        for table in self._tables:
            here = {id_ for shelf, id_ in seen if shelf == table.shelf}
            before = self._placed[table.shelf]
            if here & set(before) and (left := [id_ for id_ in before if id_ not in here]):
                self._found.absent[table.shelf] = left
        return self._found

    def _note_parents(self) -> None:
        for _table, row in self._rows:
            for column, cell in row.cells.items():
                if column.path == (UNDER,):
                    self._parents.setdefault(_id_of(row), cell.text.strip())

    def _identity(self, table: Table, row: Row, seen: Mapping[tuple[str, str], Row]) -> str | None:
        """The id of a row; None after a mistake."""
        _ = self._
        if table.shelf == NEIGHBOURHOOD:
            if (NEIGHBOURHOOD, "") in seen:
                self._say(table, row.first, _("There is one neighbourhood only."), _("Keep one row."))
                return None
            return ""
        id_ = _id_of(row)
        for cell in (_id_cell(row), _name_cell(row)):
            if not id_ and cell and cell.fault:
                self._say(table, cell, cell.fault.message, cell.fault.remedy)
                return None
        if not id_:
            self._say(
                table,
                row.first,
                _("This row has no id and no name."),
                _("Fill in its name, or empty the row."),
            )
            return None
        if other := seen.get((table.shelf, id_)):
            self._say(
                table,
                _id_cell(row) or row.first,
                _("The id {id} is there twice: it already stands in row {row}.").format(
                    id=id_, row=other.number
                ),
                _("Give this record an id of its own."),
            )
            return None
        return id_

    def _row(self, table: Table, row: Row, id_: str) -> None:
        before = self._placed[table.shelf].get(id_)
        data = deepcopy(before.data) if before else {}
        if not before and table.shelf != NEIGHBOURHOOD:
            data["id"] = id_
        changed = False
        unread: set[Column] = set()
        for column in row.columns:
            count = len(self._found.problems)
            changed |= self._cell(table, row, column, data, before)
            if len(self._found.problems) > count:
                unread.add(column)
        if not (changed or before is None):
            return
        under = self._under(row, before)
        model = self._model(table.shelf, id_)
        try:
            new = model.model_validate(data)
        except ValidationError as error:
            self._explain(error, model, row, unread, table)
            return
        old = model.model_validate(before.data) if before else None
        keys = tuple(
            info.alias or name
            for name, info in model.model_fields.items()
            if old is None or not _same(getattr(old, name), getattr(new, name))
        )
        if keys:
            self._found.changes.append(Change(table.shelf, id_, row, table.file, before, data, under, keys))

    def _cell(self, table: Table, row: Row, column: Column, data: Data, before: Placed | None) -> bool:
        """Takes over one cell; whether it says something that was not there."""
        cell = row.cells.get(column)
        if column.path == ("id",):
            return False
        if cell is None:
            return self._empty(table, row, column, data, before)
        if before and same_as_before(cell, column, before):
            return False
        try:
            value = self._resolved(cell_value(cell, column, self._), column, cell, table)
            if column.path == (UNDER,):
                if before and value != before.under:
                    raise CellError(
                        self._("A choice cannot move to another question in a table."),
                        self._("Put back {id}, and move it in the file itself.").format(
                            id=before.under or "-"
                        ),
                    )
                return False
            put(data, column, value, column in loose_columns_of(table.shelf), self._)
        except CellError as error:
            self._say(table, cell, error.message, error.remedy)
        return True

    def _empty(self, table: Table, row: Row, column: Column, data: Data, before: Placed | None) -> bool:
        if not before or column.needed or column.path == (UNDER,) or not any(written_row(before, (column,))):
            return False
        if not self._clear:
            self._found.emptied.append(table.file.place(row.at(column).ref))
            return False
        take_away(data, column)
        return True

    def _resolved(self, value: object, column: Column, cell: GridCell, table: Table) -> object:
        """Ids, also where somebody typed the name of a record."""
        if not column.target:
            return value
        items = value if isinstance(value, list) else [value]
        found = [self._id(str(item), column, cell, table) for item in items]
        return found if isinstance(value, list) else found[0]

    def _id(self, typed: str, column: Column, cell: GridCell, table: Table) -> str:
        names = self._names[column.target]
        known = names.get(typed) or names.get(typed.casefold()) or names.get(slugified(typed))
        if known:
            return known
        # To look for what was meant takes long in a long list, and nobody reads so many messages.
        self._unknown += 1
        ids = set(names.values()) if self._unknown <= _MOST_MEANT else set()
        names = names if ids else {}
        listed = sheet_name(column.target, self._)
        message, remedy = unknown_id(typed, ids, [name for name in names if name not in ids], listed, self._)
        self._say(table, cell, message, remedy)
        return typed

    def _under(self, row: Row, before: Placed | None) -> str:
        cell = next((cell for column, cell in row.cells.items() if column.path == (UNDER,)), None)
        return before.under if before else cell.text.strip() if cell else ""

    def _model(self, shelf: str, id_: str) -> type[BaseModel]:
        """The kind of record: of the finder by how many steps lead to it."""
        if shelf != "questions":
            return TABLES[shelf]
        depth, above = 0, self._parents.get(id_)
        while above and depth < len(_STEPS) - 1:
            depth, above = depth + 1, self._parents.get(above)
        return _STEPS[depth]

    def _explain(
        self,
        error: ValidationError,
        model: type[BaseModel],
        row: Row,
        unread: Collection[Column],
        table: Table,
    ) -> None:
        problems, absent = cell_problems(error, model, row, unread, table.file, self._)
        self._found.problems += problems
        for key in absent:
            column = next((c for c in columns_of(table.shelf) if c.path[0] == key), None)
            if column is None:
                continue
            title, _ = column.title(self._), self._
            cell = GridCell("", table.headings.row, 1)
            problem = table.file.problem(
                cell,
                _("There is no column {title}, but new records need it.").format(title=title),
                _("Add a column with this heading. For example: {example}").format(
                    example=cell_example(column, _) or _("your text")
                ),
            )
            if problem not in self._found.problems:
                self._found.problems.append(problem)

    def _say(self, table: Table, cell: GridCell, message: str, remedy: str) -> None:
        self._found.problems.append(table.file.problem(cell, message, remedy))


def _rows(table: Table) -> Iterator[Row]:
    columns = {column: number for number, column in table.headings.columns.items()}
    for number, cells in table.grid.rows.items():
        here = {column: cells[at] for column, at in columns.items() if at in cells}
        if number > table.headings.row and here:
            yield Row(number, here, columns)


def _id_cell(row: Row) -> GridCell | None:
    return next((cell for column, cell in row.cells.items() if column.path == ("id",)), None)


def _name_cell(row: Row) -> GridCell | None:
    own = {
        column.key: cell
        for column, cell in row.cells.items()
        if len(column.path) == 1 and not column.language
    }
    return next((own[key] for key in _NAMES if key in own), None)


def _id_of(row: Row) -> str:
    """The id, or what becomes the id of a row with a name only."""
    cell = _id_cell(row)
    name = _name_cell(row)
    return cell.text.strip() if cell else slugified(name.text) if name else ""


def _same(old: object, new: object) -> bool:
    """Whether two values say the same to a reader: outer spaces and the order of languages aside."""
    if isinstance(old, Text) and isinstance(new, Text):
        return dict(old.versions) == dict(new.versions)
    if isinstance(old, str) and isinstance(new, str):
        return old.strip() == new.strip()
    return old == new
