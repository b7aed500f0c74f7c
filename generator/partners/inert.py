"""A page of a stranger's PDF -> one drawing, with what it needs to be drawn and nothing else.

No link, script, form, attachment, tag or remark comes along: only what draws is copied.
What cannot be copied so, becomes a picture: fonts that are not all there, layers that are off.
"""

import zlib
from collections.abc import Iterable

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    EncodedStreamObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
)

from generator.partners.fonts import is_complete
from generator.partners.lookup import number_of, value_of
from generator.partners.refusals import LIMITS

_RESOURCES = ("/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font")
_OF_A_FORM = ("/BBox", "/Matrix", "/Group")
_OF_A_PATTERN = ("/PatternType", "/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep", "/Matrix")
_OF_AN_IMAGE = (
    *("/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent", "/ImageMask", "/Mask"),
    *("/Decode", "/Interpolate", "/SMask", "/SMaskInData", "/Matte", "/Filter", "/DecodeParms"),
)
_NEVER = frozenset(
    (
        *("/A", "/AA", "/AF", "/Alternates", "/Annots", "/B", "/Dests", "/EF", "/F", "/FDecodeParms"),
        *("/FFilter", "/ID", "/JavaScript", "/JS", "/LastModified", "/Measure", "/Metadata", "/Names"),
        *("/OC", "/OPI", "/OpenAction", "/P", "/Parent", "/PieceInfo", "/PtData", "/Ref", "/StructParent"),
        *("/StructParents", "/Thumb", "/URI"),
    )
)
"""Keys that lead away from what is drawn; a stream with /F has its data elsewhere."""
_MARKS = (b"BMC", b"BDC", b"EMC", b"MP", b"DP")
_DEEPEST = 40
_MOST_OBJECTS = 20_000


class NeedsPictureError(Exception):
    """This page is better drawn as a picture."""


class InertCopy:
    """Copies what draws from one document; what pages share is copied once."""

    def __init__(self, writer: PdfWriter, hides_layers: bool) -> None:
        self.writer = writer
        self._hides_layers = hides_layers
        self._made: dict[tuple[int, int], IndirectObject] = {}
        self._unfinished: set[tuple[int, int]] = set()
        self._count = 0

    def page(self, page: PageObject, corners: Iterable[float], matrix: Iterable[float]) -> IndirectObject:
        """The page as a form: `corners` of it are put by `matrix` on the unit square.

        Raises NeedsPictureError, or whatever damage makes of it. Half-made objects are then left in
        the document, which nothing leads to.
        """
        try:
            return self._page(page, corners, matrix)
        finally:
            for key in self._unfinished:
                self._made.pop(key, None)
            self._unfinished.clear()

    def _page(self, page: PageObject, corners: Iterable[float], matrix: Iterable[float]) -> IndirectObject:
        form = EncodedStreamObject()
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/BBox")] = ArrayObject(FloatObject(round(side, 4)) for side in corners)
        form[NameObject("/Matrix")] = ArrayObject(FloatObject(round(part, 10)) for part in matrix)
        if "/Group" in page:
            form[NameObject("/Group")] = self._plain(page["/Group"], 0)
        self._draw(form, page.get("/Contents"), page.get("/Resources"), 0)
        return self.writer._add_object(form)

    def _draw(
        self,
        new: StreamObject,
        content: PdfObject | None,
        resources: PdfObject | None,
        depth: int,
        *,
        inherited: bool = False,
    ) -> None:
        """Fills in what a page, form or pattern draws, and with what."""
        new[NameObject("/Resources")] = self._resources(resources, depth, inherited=inherited)
        new[NameObject("/Filter")] = NameObject("/FlateDecode")
        new._data = zlib.compress(self._without_marks(content), 9)

    def _without_marks(self, content: PdfObject | None) -> bytes:
        """The drawing without what tags and layers it: ours has tags of its own."""
        stream = ContentStream(content, None, "bytes")
        if len(stream.get_data()) > LIMITS.content:
            raise NeedsPictureError
        kept = []
        for operands, operator in stream.operations:
            if operator not in _MARKS:
                kept.append((operands, operator))
            elif operator == b"BDC" and operands and operands[0] == "/OC" and self._hides_layers:
                raise NeedsPictureError
        stream.operations = kept
        return stream.get_data()

    def _resources(
        self, resources: PdfObject | None, depth: int, *, inherited: bool = False
    ) -> DictionaryObject:
        found = resources.get_object() if resources is not None else None
        new = DictionaryObject()
        if not isinstance(found, DictionaryObject):
            return new
        for category in _RESOURCES:
            members = value_of(found, category)
            if isinstance(members, DictionaryObject):
                new[NameObject(category)] = self._members(
                    category, members, found, depth, inherited=inherited
                )
        return new

    def _members(
        self,
        category: str,
        members: DictionaryObject,
        resources: DictionaryObject,
        depth: int,
        *,
        inherited: bool,
    ) -> DictionaryObject:
        new = DictionaryObject()
        for name in members:
            value = members.raw_get(name)
            if inherited and isinstance(value, IndirectObject) and self._key(value) in self._unfinished:
                continue  # the form itself is one of those of its page
            hides_font = category == "/ExtGState" and value_of(value.get_object(), "/Font") is not None
            if hides_font or (category == "/Font" and not is_complete(value.get_object())):
                raise NeedsPictureError
            new[NameObject(name)] = self._copy(value, resources, depth + 1)
        return new

    @staticmethod
    def _key(reference: IndirectObject) -> tuple[int, int]:
        return reference.idnum, reference.generation

    def _plain(self, value: PdfObject, depth: int) -> PdfObject:
        return self._copy(value, DictionaryObject(), depth)

    def _copy(self, value: PdfObject, resources: DictionaryObject, depth: int) -> PdfObject:
        """A copy for the new document. `resources` are those around it: old forms have none of their own."""
        if depth > _DEEPEST:
            raise NeedsPictureError
        if isinstance(value, IndirectObject):
            key = self._key(value)
            if key in self._unfinished:
                raise NeedsPictureError  # a drawing within itself
            if key not in self._made:
                self._unfinished.add(key)
                self._copy_object(key, value.get_object(), resources, depth)
                self._unfinished.remove(key)
            return self._made[key]
        if isinstance(value, StreamObject):
            raise NeedsPictureError  # a stream always is an object of its own
        if isinstance(value, DictionaryObject):
            new = DictionaryObject()
            self._fill(new, value, resources, depth)
            return new
        if isinstance(value, ArrayObject):
            return ArrayObject(self._copy(item, resources, depth + 1) for item in value)
        return value.clone(self.writer)

    def _copy_object(
        self, key: tuple[int, int], value: PdfObject | None, resources: DictionaryObject, depth: int
    ) -> None:
        self._count += 1
        if self._count > _MOST_OBJECTS:
            raise NeedsPictureError
        if isinstance(value, StreamObject):
            stream = EncodedStreamObject()
            stream._data = b""
            self._made[key] = self.writer._add_object(stream)
            self._fill_stream(stream, value, resources, depth)
        elif isinstance(value, DictionaryObject):
            new = DictionaryObject()
            self._made[key] = self.writer._add_object(new)
            self._fill(new, value, resources, depth)
        else:
            plain = NullObject() if value is None else self._copy(value, resources, depth + 1)
            self._made[key] = self.writer._add_object(plain)

    def _fill(
        self, new: DictionaryObject, old: DictionaryObject, resources: DictionaryObject, depth: int
    ) -> None:
        for name in old:
            if name not in _NEVER:
                new[NameObject(name)] = self._copy(old.raw_get(name), resources, depth + 1)

    def _fill_stream(
        self, new: EncodedStreamObject, old: StreamObject, resources: DictionaryObject, depth: int
    ) -> None:
        if "/F" in old:
            raise NeedsPictureError
        if "/OC" in old and self._hides_layers:
            raise NeedsPictureError
        kind = value_of(old, "/Subtype")
        if kind == "/Form" or value_of(old, "/PatternType") == 1:
            if kind == "/Form":
                new[NameObject("/Type")] = NameObject("/XObject")
                new[NameObject("/Subtype")] = NameObject("/Form")
            self._keep(new, old, _OF_A_FORM if kind == "/Form" else _OF_A_PATTERN, resources, depth)
            own = value_of(old, "/Resources")
            self._draw(new, old, resources if own is None else own, depth, inherited=own is None)
            return
        if kind == "/PS":
            raise NeedsPictureError
        if kind == "/Image":
            if number_of(old, "/Width") * number_of(old, "/Height") > LIMITS.pixels:
                raise NeedsPictureError
            new[NameObject("/Type")] = NameObject("/XObject")
            new[NameObject("/Subtype")] = NameObject("/Image")
            self._keep(new, old, _OF_AN_IMAGE, resources, depth)
        else:
            self._fill(new, old, resources, depth)
        new._data = old._data

    def _keep(
        self,
        new: StreamObject,
        old: StreamObject,
        names: Iterable[str],
        resources: DictionaryObject,
        depth: int,
    ) -> None:
        for name in names:
            if name in old:
                new[NameObject(name)] = self._copy(old.raw_get(name), resources, depth + 1)
