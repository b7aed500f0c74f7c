"""The Dutch of a text in many languages, for formats that have room for one."""

from generator.model.fields import FIRST_LANGUAGE
from generator.views.published_shapes import Texts

LANGUAGE = FIRST_LANGUAGE


def dutch(texts: Texts) -> str:
    """The Dutch, or what there is; empty when nothing is known."""
    return texts.get(LANGUAGE) or next(iter(texts.values()), "")
