"""Partners' flyers of every odd kind, made here: some with a library, some byte by byte."""

import struct
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from io import BytesIO

import numpy
import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link as LinkAnnotation
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    Fit,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)

from generator.partners import CleanFile, Refusal
from generator.partners.cleaning import read_answer
from generator.partners.worker import answer
from tests.partners.type import A_WIDE, ONE_LETTER, FontKind
from tests.tools.paths import ROOT

A4, A5, A3, LETTER = (595, 842), (420, 595), (842, 1191), (612, 792)
SCRIPT = "app.alert('hallo')"
BODY = "Kom naar de Verzonnen Beurs"
"""What every flyer says, so that one can look for it."""


def typeset(size: tuple[float, float] = A4, body: str = "", pages: int = 1, tagged: bool = False) -> bytes:
    """A flyer with its fonts in it, as a good program makes one."""
    width, height = size
    text = f"""
#set document(title: "Verzonnen flyer")
#set page(width: {width}pt, height: {height}pt, margin: 30pt, fill: rgb("#FFF3D6"))
#set text(font: "Noto Sans", size: 24pt, lang: "nl")
= {BODY}
{body}
"""
    text += "".join(f"\n#pagebreak()\nPagina {number} van de flyer" for number in range(2, pages + 1))
    compiler = typst.Compiler(font_paths=[str(ROOT / "print" / "fonts")], ignore_system_fonts=True)
    made = compiler.compile(input=text.encode(), pdf_standards=["ua-1"] if tagged else ["1.7"], timestamp=0)
    assert isinstance(made, bytes)
    return made


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def changed(pdf: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    """A PDF with something added to it."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    change(writer)
    return written(writer)


def by_hand(objects: Iterable[bytes], root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1; nobody checks what they are."""
    out = b"%PDF-1.7\n"
    starts = []
    for number, body in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(starts) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return out + tail % (
        size, table, size, root, len(out),
    )  # fmt: skip


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def plain(
    content: bytes, resources: bytes, *more: bytes, size: str = "0 0 595 842", page: bytes = b""
) -> bytes:
    """One page, by hand; `more` are objects from number 5 on."""
    return by_hand(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>%s>>"
            % (size.encode(), resources, page),
            stream(content),
            *more,
        )
    )


def helvetica() -> bytes:
    """The oldest way: a font that every program was supposed to have."""
    text = b"BT /F1 24 Tf 60 700 Td (%s) Tj ET" % BODY.encode()
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    return plain(text, b"/Font<</F1 5 0 R>>", font)


def drawn_font() -> bytes:
    """A Type 3 font: its letters are drawings."""
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[.001 0 0 .001 0 0]"
        b"/FirstChar 97/LastChar 97/Widths[1000]"
        b"/Encoding<</Differences[97/square]>>/CharProcs<</square 6 0 R>>/Resources<<>>>>"
    )
    square = stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f")
    return plain(b"BT /F1 60 Tf 60 400 Td (aaa) Tj ET", b"/Font<</F1 5 0 R>>", font, square)


def wrong_widths() -> bytes:
    """A font that is in the file, but whose letters are said to be narrower than they are."""

    def narrow(writer: PdfWriter) -> None:
        for thing in writer._objects:
            said = thing.get("/W") if isinstance(thing, DictionaryObject) else None
            if isinstance(said, ArrayObject):
                said[:] = [*said[:-1], FloatObject(said[-1] - 50)]

    return changed(typeset(), narrow)


def short_font(kind: FontKind, width: int) -> bytes:
    """A font with a code for each letter, as older programs write it; an "a" is said to be so wide."""
    subtype, key, file, more = ONE_LETTER[kind]()
    font = (
        b"<</Type/Font/Subtype/%s/BaseFont/Letter/Encoding/WinAnsiEncoding/FirstChar 97/LastChar 97"
        b"/Widths[%d]/FontDescriptor 6 0 R>>" % (subtype, width)
    )
    described = (
        b"<</Type/FontDescriptor/FontName/Letter/Flags 32/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 900"
        b"/Descent -200/CapHeight 700/StemV 80/%s 7 0 R>>" % key
    )
    text = b"BT /F1 60 Tf 60 400 Td (aaa) Tj ET"
    return plain(text, b"/Font<</F1 5 0 R>>", font, described, stream(file, more))


def hidden_layer() -> bytes:
    """A price for the members only, on a layer that is off."""
    return by_hand(
        (
            b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Properties<</L 5 0 R>>>>>>",
            stream(b"0 1 0 rg 100 100 100 100 re f /OC /L BDC 1 0 0 rg 300 300 200 200 re f EMC"),
            b"<</Type/OCG/Name(Geheim)>>",
        )
    )


def marked() -> bytes:
    """Marks of every kind around and within what is drawn, with numbers that ours have too."""
    content = (
        b"/P <</MCID 0>> BDC /Span BMC 1 0 0 rg 60 60 300 300 re f EMC EMC /Point MP /X <</MCID 1>> DP /Fm Do"
    )
    form = stream(
        b"/P <</MCID 0>> BDC 0 0 1 rg 0 0 50 50 re f EMC",
        b"/Type/XObject/Subtype/Form/BBox[0 0 50 50]/StructParents 0/Metadata 6 0 R/AA<<>>",
    )
    metadata = stream(b"<x:xmpmeta/>", b"/Type/Metadata/Subtype/XML")
    return plain(content, b"/XObject<</Fm 5 0 R>>", form, metadata, page=b"/StructParents 0")


def old_form() -> bytes:
    """A form without resources of its own uses those of the page."""
    form = stream(b"/G gs 1 0 0 rg 0 0 200 200 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 200 200]")
    return plain(b"/Fm Do", b"/XObject<</Fm 5 0 R>>/ExtGState<</G<</ca 0.5>>>>", form)


def packed() -> bytes:
    """Objects in a stream of objects, and a table of them in a stream too."""
    inside = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
    )
    heads, bodies = b"", b""
    for number, body in enumerate(inside, start=1):
        heads += b"%d %d " % (number, len(bodies))
        bodies += body + b" "
    out = b"%PDF-1.7\n"
    starts = {4: len(out)}
    out += b"4 0 obj\n%s\nendobj\n" % stream(b"0 0 1 rg 100 100 300 300 re f")
    starts[5] = len(out)
    data = zlib.compress(heads + bodies)
    of_objects = b"/Type/ObjStm/N 3/First %d/Filter/FlateDecode" % len(heads)
    out += b"5 0 obj\n%s\nendobj\n" % stream(data, of_objects)
    rows = [
        (0, 0, 65535),
        (2, 5, 0),
        (2, 5, 1),
        (2, 5, 2),
        (1, starts[4], 0),
        (1, starts[5], 0),
        (1, len(out), 0),
    ]
    table = zlib.compress(b"".join(struct.pack(">BIH", *row) for row in rows))
    more = b"/Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Filter/FlateDecode"
    return out + b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(table, more), len(out))


def rotated(angle: int) -> bytes:
    return changed(typeset(), lambda writer: writer.pages[0].rotate(angle))


def with_box(box: tuple[float, float, float, float]) -> bytes:
    """Printed on a larger sheet, with marks to cut along: one sees only the part within."""

    def crop(writer: PdfWriter) -> None:
        page = writer.pages[0]
        page.mediabox = RectangleObject((-100, -100, 700, 950))
        page.cropbox = RectangleObject(box)

    return changed(typeset(), crop)


def with_unit(unit: float) -> bytes:
    def enlarge(writer: PdfWriter) -> None:
        writer.pages[0][NameObject("/UserUnit")] = FloatObject(unit)

    return changed(typeset((210, 297), "Klein getekend."), enlarge)


def active() -> bytes:
    """All that a PDF can do of itself."""

    def arm(writer: PdfWriter) -> None:
        writer.add_attachment("virus.exe", b"MZ geen echt virus")
        script = DictionaryObject(
            {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(SCRIPT)}
        )
        names = writer.root_object["/Names"]
        assert isinstance(names, DictionaryObject)
        scripts = ArrayObject([TextStringObject("start"), writer._add_object(script)])
        names[NameObject("/JavaScript")] = DictionaryObject({NameObject("/Names"): scripts})
        launch = DictionaryObject(
            {
                NameObject("/S"): NameObject("/Launch"),
                NameObject("/F"): TextStringObject("calc.exe"),
            }
        )
        page = writer.pages[0]
        page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): launch})
        writer.root_object[NameObject("/OpenAction")] = launch
        annotation = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): RectangleObject((0, 0, 595, 842)),
                NameObject("/A"): launch,
            }
        )
        page[NameObject("/Annots")] = ArrayObject([writer._add_object(annotation)])

    return changed(typeset(), arm)


def linked() -> bytes:
    def link(writer: PdfWriter) -> None:
        rectangle = (50, 50, 200, 100)
        writer.add_annotation(0, LinkAnnotation(rect=rectangle, url="https://partner.example/volg-mij"))
        writer.add_annotation(0, LinkAnnotation(rect=rectangle, target_page_index=0, fit=Fit.fit()))

    return changed(typeset(), link)


def form() -> bytes:
    """A form to fill in, with an answer in it: one sees that answer, so it must be on paper."""

    def fill(writer: PdfWriter) -> None:
        look = DecodedStreamObject()
        look.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): RectangleObject((0, 0, 300, 100)),
            }
        )
        look.set_data(b"1 0 0 rg 0 0 300 100 re f")
        field = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/FT"): NameObject("/Tx"),
                NameObject("/F"): NumberObject(4),
                NameObject("/T"): TextStringObject("naam"),
                NameObject("/V"): TextStringObject("An Verzonnen"),
                NameObject("/Rect"): RectangleObject((100, 300, 400, 400)),
                NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
            }
        )
        reference = writer._add_object(field)
        writer.pages[0][NameObject("/Annots")] = ArrayObject([reference])
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/Fields"): ArrayObject([reference])}
        )

    return changed(typeset(), fill)


def locked(user: str, owner: str) -> bytes:
    return changed(typeset(), lambda writer: writer.encrypt(user, owner, algorithm="RC4-128"))


def picture(width: int = 600, height: int = 800) -> Image.Image:
    """Blue above, yellow below: one sees whether it is upright."""
    pixels = numpy.zeros((height, width, 3), dtype="uint8")
    pixels[: height // 2] = (20, 40, 200)
    pixels[height // 2 :] = (250, 220, 0)
    return Image.fromarray(pixels)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def from_phone() -> bytes:
    """A photo that lies on its side, says so, and tells where it was made."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Verzonnen camera"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (50.0, 51.0, 0.0), "E", (3.0, 18.0, 0.0)
    exif[0x8825] = place
    return saved(picture().rotate(90, expand=True), "JPEG", exif=exif, comment=b"Zeg het niet verder")


def sixteen_bits() -> bytes:
    pixels = numpy.full((800, 600), 60_000, dtype="uint16")
    pixels[:400] = 5_000
    return saved(Image.fromarray(pixels), "PNG")


def with_holes() -> bytes:
    image = picture().convert("RGBA")
    image.putalpha(Image.new("L", image.size, 128))
    return saved(image, "PNG")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def huge_picture() -> bytes:
    """A few bytes that unpack to ten gigabytes."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1_000_000))) + chunk(b"IEND", b"")


def bomb() -> bytes:
    """A drawing of some kilobytes that unpacks to two hundred megabytes."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block, times = b"0 0 m 1 1 l S\n" * 100_000, 150
    # Packed once, to be repeated, and the sum of all of it.
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    data = b"\x78\xda" + packed * times + packer.flush() + zlib.adler32(block * times).to_bytes(4, "big")
    content = stream(data, b"/Filter/FlateDecode")
    return by_hand(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
            content,
        )
    )


def picture_bomb() -> bytes:
    """A page with a picture of 100,000 by 100,000 points."""
    image = stream(
        zlib.compress(bytes(1_000_000)),
        b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 8"
        b"/Filter/FlateDecode",
    )
    return plain(b"595 0 0 842 0 0 cm /Im Do", b"/XObject<</Im 5 0 R>>", image)


def loop() -> bytes:
    """The tree of pages comes back to itself."""
    return by_hand(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>",
        )
    )


def nested() -> bytes:
    """A drawing of ten drawings of ten drawings..., ten deep: ten thousand million squares."""
    content = b"/Fm Do " * 10
    forms = [
        stream(
            content if depth < 9 else b"0 0 9 9 re f",
            b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</Fm %d 0 R>>>>" % (depth + 6),
        )
        for depth in range(10)
    ]
    return plain(content, b"/XObject<</Fm 5 0 R>>", *forms, b"null")


def form_loop() -> bytes:
    """A drawing that draws itself."""
    form = stream(
        b"1 0 0 rg 0 0 99 99 re f /Fm Do",
        b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</Fm 5 0 R>>>>",
    )
    return plain(b"/Fm Do", b"/XObject<</Fm 5 0 R>>", form)


def no_pages() -> bytes:
    return by_hand((b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"))


def damaged() -> bytes:
    """All is there but the list of pages."""
    return by_hand((b"<</Type/Catalog>>", b"<</Iets/Anders>>"))


GOOD: dict[str, Callable[[], bytes]] = {
    "a4.pdf": typeset,
    "a5.pdf": lambda: typeset(A5),
    "a3.pdf": lambda: typeset(A3),
    "letter.pdf": lambda: typeset(LETTER),
    "liggend.pdf": lambda: typeset((842, 595)),
    "gedraaid-90.pdf": lambda: rotated(90),
    "gedraaid-180.pdf": lambda: rotated(180),
    "gedraaid-270.pdf": lambda: rotated(270),
    "drieluik.pdf": lambda: typeset((842, 595), "#columns(3)[#lorem(90)]", pages=2),
    "vijf-paginas.pdf": lambda: typeset(A5, pages=5),
    "bijgesneden.pdf": lambda: with_box((-50, 400, 500, 900)),
    "eenheid.pdf": lambda: with_unit(2),
    "zonder-lettertype.pdf": helvetica,
    "getekende-letters.pdf": drawn_font,
    "breedtes.pdf": wrong_widths,
    "korte-breedtes.pdf": lambda: short_font("TrueType", 300),
    "kort-lettertype.pdf": lambda: short_font("TrueType", A_WIDE),
    "breedtes-type1.pdf": lambda: short_font("Type 1", 300),
    "type1.pdf": lambda: short_font("Type 1", A_WIDE),
    "breedtes-cff.pdf": lambda: short_font("CFF", 300),
    "cff.pdf": lambda: short_font("CFF", A_WIDE),
    "formulier.pdf": form,
    "actief.pdf": active,
    "links.pdf": linked,
    "getagd.pdf": lambda: typeset(tagged=True),
    "gemerkt.pdf": marked,
    "doorzichtig.pdf": lambda: typeset(body='#rect(width: 90pt, height: 90pt, fill: rgb("#ff000040"))'),
    "laag.pdf": hidden_layer,
    "oud.pdf": old_form,
    "beperkt.pdf": lambda: locked("", "geheim"),
    "ingepakt.pdf": packed,
    "zichzelf.pdf": form_loop,
    "Flyer met spatie é.PDF": typeset,
    "foto.jpg": from_phone,
    "druk.jpeg": lambda: saved(picture().convert("CMYK"), "JPEG"),
    "doorkijk.png": with_holes,
    "palet.png": lambda: saved(picture().convert("P"), "PNG", transparency=0),
    "grijs16.png": sixteen_bits,
    "eigenlijk-een-foto.pdf": lambda: saved(picture(), "JPEG"),
}
"""What becomes a sheet."""

BAD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "leeg.pdf": ("empty", lambda: b""),
    "reusachtig.pdf": ("too-large", lambda: b"%PDF-1.7\n" + bytes(20_000_001)),
    "tekst.pdf": ("other-kind", lambda: b"Dit is gewoon tekst.\n"),
    "word.pdf": ("other-kind", lambda: b"PK\x03\x04" + bytes(100)),
    "pagina.pdf": ("other-kind", lambda: b"<!DOCTYPE html><title>Niet gevonden</title>"),
    "wachtwoord.pdf": ("locked", lambda: locked("open", "geheim")),
    "afgebroken.pdf": ("cut-off", lambda: typeset()[: len(typeset()) // 2]),
    "kapot.pdf": ("damaged", damaged),
    "kring.pdf": ("damaged", loop),
    "geen-pagina.pdf": ("no-pages", no_pages),
    "te-veel.pdf": ("too-many-pages", lambda: typeset(pages=13)),
    "plein.pdf": ("page-too-large", lambda: plain(b"", b"", size="0 0 144000 144000")),
    "postzegel.pdf": ("page-too-small", lambda: plain(b"", b"", size="0 0 20 20")),
    "bom.pdf": ("too-heavy", bomb),
    "poppetjes.pdf": ("too-heavy", nested),
    "reuzefoto.png": ("picture-too-large", huge_picture),
    "icoon.png": ("picture-too-small", lambda: saved(picture(32, 32), "PNG")),
    "half.jpg": ("cut-off", lambda: saved(picture(), "JPEG")[:3_000]),
    "half.png": ("cut-off", lambda: saved(picture(), "PNG", compress_level=0)[:30_000]),
}
"""What does not, and why."""


def cleaned(data: bytes) -> CleanFile | Refusal:
    """What becomes of a file; without a process of its own, which takes a second to start."""
    return read_answer(answer(data), sha256(data).hexdigest())


@cache
def good(name: str) -> CleanFile:
    """One of `GOOD`, clean."""
    found = cleaned(GOOD[name]())
    assert isinstance(found, CleanFile), f"{name}: {found}"
    return found


def unpacked(pdf: bytes) -> str:
    """All keys and names of a PDF, and all its data but that of pictures, unpacked."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    said = []
    for found in writer._objects:
        if isinstance(found, StreamObject) and found.get("/Subtype") != "/Image":
            said.append(found.get_data().decode("latin-1"))
        if isinstance(found, DictionaryObject):
            said.append(repr(dict(found)))
    return "\n".join(said)


def text_of(pdf: bytes) -> str:
    """What stands on all pages; PDFium takes a full stop in a small drawing for nothing."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
