"""Pictures: a PNG or JPEG that somebody sent, or a page that becomes one.

All that is kept of a picture is its colours: no place and no camera, no hidden second picture.
"""

import warnings
import zlib
from io import BytesIO

import numpy
from PIL import Image, ImageOps, UnidentifiedImageError
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    NumberObject,
)

from generator.partners.refusals import LIMITS, Reason, RefusedError

LONG_SIDE = 2_800
"""Pixels along the longer side: 250 to the inch on the A4 sheet of the binder."""
_POINTS = 842
"""How long the longer side of a picture is on paper: that of A4."""
_QUALITY = 88


def clean_image(data: bytes) -> tuple[PdfWriter, list[tuple[float, float]]]:
    """A PDF of one page with that picture, upright, of a size to print."""
    picture = _opened(data)
    writer = PdfWriter()
    scale = _POINTS / max(picture.size)
    size = (picture.width * scale, picture.height * scale)
    add_page(writer, add_picture(writer, picture), size)
    return writer, [size]


def _opened(data: bytes) -> Image.Image:
    # Our own limit comes before the one of the library.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            width, height = picture.size
            if width * height > LIMITS.pixels:
                raise RefusedError(Reason.PICTURE_TOO_LARGE, f"{width} x {height}")
            if max(width, height) < LIMITS.fewest_pixels or min(width, height) < LIMITS.fewest_pixels / 10:
                raise RefusedError(Reason.PICTURE_TOO_SMALL, f"{width} x {height}")
            # A photo of a good phone is far larger than paper can show.
            picture.draft("RGB", (LONG_SIDE, LONG_SIDE))
            picture.load()
            return _plain(ImageOps.exif_transpose(picture))
    except UnidentifiedImageError as error:
        raise RefusedError(Reason.DAMAGED) from error
    except (OSError, SyntaxError, ValueError) as error:
        # Both formats keep their pictures from top to bottom: what is missing is the end.
        raise RefusedError(Reason.CUT_OFF if "truncated" in str(error) else Reason.DAMAGED) from error


def _plain(picture: Image.Image) -> Image.Image:
    """The picture in RGB on white, no larger than paper can show."""
    if picture.mode.startswith("I"):
        # Sixteen bits a grey: Pillow would cut off all that is brighter than 255.
        picture = Image.fromarray((numpy.asarray(picture).astype("uint32") >> 8).astype("uint8"))
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture)
    picture = picture.convert("RGB")
    picture.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    return picture


def add_picture(writer: PdfWriter, picture: Image.Image) -> IndirectObject:
    """The picture as an image of the PDF: flat colours stay sharp, photos stay small."""
    grey = _without_colour(picture)
    picture = grey or picture
    photo = BytesIO()
    picture.save(photo, "JPEG", quality=_QUALITY, subsampling=0)
    flat = zlib.compress(picture.tobytes())
    image = EncodedStreamObject()
    image.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(picture.width),
            NameObject("/Height"): NumberObject(picture.height),
            NameObject("/ColorSpace"): NameObject("/DeviceGray" if grey else "/DeviceRGB"),
            NameObject("/BitsPerComponent"): NumberObject(8),
        }
    )
    is_flat = len(flat) <= photo.tell()
    image[NameObject("/Filter")] = NameObject("/FlateDecode" if is_flat else "/DCTDecode")
    image._data = flat if is_flat else photo.getvalue()
    return writer._add_object(image)


def _without_colour(picture: Image.Image) -> Image.Image | None:
    pixels = numpy.asarray(picture)
    same = (pixels[..., 0] == pixels[..., 1]).all() and (pixels[..., 1] == pixels[..., 2]).all()
    return picture.convert("L") if same else None


def add_page(writer: PdfWriter, drawing: IndirectObject, size: tuple[float, float]) -> None:
    """A page that shows one drawing, which fills the unit square."""
    width, height = size
    page = writer.add_blank_page(width, height)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/P"): drawing})}
    )
    content = EncodedStreamObject()
    content._data = f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /P Do Q".encode()
    page[NameObject("/Contents")] = ArrayObject([writer._add_object(content)])
