"""What every view needs to know besides the record: the guide, the language, the day, the address."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar
from urllib.parse import urlsplit

from generator.model.codes import code_of
from generator.model.fields import FIRST_LANGUAGE, Text
from generator.model.geo import MapFrame, frame_of
from generator.model.guide import Guide
from generator.model.likeness import Likeness
from generator.model.phones import dialled, international
from generator.model.records import Contact, Fallback
from generator.model.translations import OUTDATED, UNREVIEWED, translation_states
from generator.model.ways import NOTHING_AROUND, Surroundings
from generator.recalling import Recall, make_anew
from generator.views.consulting import Remembered
from generator.views.shapes import ContactView, QrView, Said
from generator.views.walking_shapes import ReachView
from generator.wording.words import Words

V = TypeVar("V")
SIMILAR_OFFERS = 4
"""As many as the page of an offer names."""


@dataclass(frozen=True)
class ViewContext:
    """One language of one guide on one day, at one address.

    `site_url` is the address of the site's root, with a trailing slash.
    """

    guide: Guide
    words: Words
    today: date
    site_url: str
    surroundings: Surroundings = NOTHING_AROUND
    usable_files: frozenset[str] = frozenset()
    """Names of the partners' files that can be shown."""
    recall: Recall = make_anew
    """From reading to reading most records are what they were: the preview keeps their views."""

    def recalled(self, what: str, record: Hashable, make: Callable[["ViewContext"], V], *more: Hashable) -> V:
        """What `make` gives; the preview makes it anew if the record, `more`, or what it looks at changed."""
        if self.recall is make_anew:
            return make(self)
        around = (self.words.language, self.today, self.site_url, self.surroundings, self.usable_files)
        known: Remembered[V] = self.recall((what, record, *more, *around), Remembered)
        return known.of(self.guide, lambda guide: make(replace(self, guide=guide)))

    @cached_property
    def likeness(self) -> Likeness:
        """Which current offers are like another one."""
        return Likeness(self.guide.current_offers, SIMILAR_OFFERS)

    @cached_property
    def walks(self) -> dict[str, tuple[ReachView, ...]]:
        """Id of a place -> the ways to it, as far as somebody asked: many records share a place."""
        return {}

    @cached_property
    def frame(self) -> MapFrame:
        return frame_of(self.guide.neighbourhood.map)

    @cached_property
    def ask(self) -> str:
        """ "Bel of kom langs bij ...": what stands wherever something is not known."""
        return ask_sentence(self)

    @cached_property
    def ask_briefly(self) -> str:
        """ "Vraag het na bij ...": for one fact among others, where `ask` stands nearby."""
        name = self.said(self.guide.neighbourhood.fallback.name).text
        return self.words.gettext("Ask {name}.").format(name=name)

    def said(self, text: Text) -> Said:
        """A record's text in this language; its own language when it is another."""
        language = text.language_for(self.words.language)
        return Said(
            text.in_language(self.words.language),
            None if language == self.words.language else language,
            text.state_for(self.words.language),
        )

    def said_or_none(self, text: Text | None) -> Said | None:
        return self.said(text) if text else None

    def as_on_map(self, name: str) -> Said:
        """A name as it stands on the map and on the signs in the street."""
        return Said(name, None if self.words.language == FIRST_LANGUAGE else FIRST_LANGUAGE)

    def paragraphs(self, text: Text | None) -> tuple[Said, ...]:
        """The paragraphs of a longer text; blank lines divide them."""
        if text is None:
            return ()
        whole = self.said(text)
        blocks = (" ".join(block.split()) for block in whole.text.split("\n\n"))
        return tuple(Said(block, whole.lang, whole.state) for block in blocks if block)

    def lines(self, text: Text | None) -> tuple[Said, ...]:
        """The lines of a text in which each line is a sentence of its own."""
        if text is None:
            return ()
        whole = self.said(text)
        lines = (" ".join(line.split()) for line in whole.text.splitlines())
        return tuple(Said(line, whole.lang, whole.state) for line in lines if line)

    def translation_note(self, *shown: object) -> str:
        """What a reader must know of the translation of these records and texts; mostly nothing."""
        _ = self.words.gettext
        if self.words.language == FIRST_LANGUAGE:
            return ""
        states = translation_states(shown, self.words.language)
        if OUTDATED in states:
            return _("The Dutch text has changed since this was translated.")
        if UNREVIEWED in states:
            return _("This translation was not checked by a speaker yet.")
        return ""

    def qr(self, kind: str, record_id: str) -> QrView:
        """The code of a record; the whole address is upper case where the path allows it.

        Upper-case letters fit a QR code's alphanumeric mode, which needs a smaller
        symbol. The host and scheme of an address do not mind; a path does, so a site
        under a path prefix keeps the prefix as it is.
        """
        return self.qr_of(code_of(kind, record_id))

    def qr_of(self, code: str, folder: str = "Q") -> QrView:
        """The code that leads to a page of its own: "Q/A1B2C/", "Q/A1B2C-2/", "E/2/"."""
        parts = urlsplit(self.site_url)
        root = f"{parts.scheme}://{parts.netloc}".upper()
        prefix = parts.path if parts.path.strip("/") else "/"
        page = f"{folder}/{code}"
        return QrView(code, f"{root}{prefix}{page}/", f"{page}/", f"{parts.netloc}{prefix}{page}")


def whatsapp_number(number: str | None, whatsapp: bool) -> str:
    """The number as wa.me wants it, digits only; empty where WhatsApp does not reach it."""
    return international(number or "").lstrip("+") if whatsapp else ""


def fallback_view(context: ViewContext, fallback: Fallback) -> ContactView:
    phone = fallback.phone or ""
    return ContactView(
        name=context.said(fallback.name).text,
        phone=phone,
        tel=dialled(phone),
        whatsapp=whatsapp_number(phone, fallback.whatsapp),
        email=fallback.email or "",
    )


def ask_sentence(context: ViewContext) -> str:
    """Whom to ask if something is not known; only with what is really known of them."""
    _ = context.words.gettext
    fallback = context.guide.neighbourhood.fallback
    name = context.said(fallback.name).text
    place = context.guide.place[fallback.place] if fallback.place else None
    address = place.address if place and not place.confidential else None
    if fallback.phone and address:
        return _("Call {name} on {phone}, or drop in: {address}.").format(
            name=name, phone=fallback.phone, address=address
        )
    if fallback.phone:
        return _("Call {name} on {phone}.").format(name=name, phone=fallback.phone)
    if address:
        return _("Drop in at {name}, {address}.").format(name=name, address=address)
    return context.ask_briefly


def published(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Workers who agreed to be named."""
    return tuple(contact for contact in contacts if contact.publish)
