"""A published guide as its records would be typed in `socialmap.yaml`.

Workers stay away: they agreed to be named in one guide, not in all.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from generator.model.fields import Text
from generator.model.inclusion import Home
from generator.reading.including import Shared, SharedGuide, SharedRecord, Spoken, Unusable
from generator.sharing.guides import NotAGuideError
from generator.sharing.keeping import ChangedError, KeptGuide, read_kept
from generator.views.published_shapes import (
    PublishedGuide,
    PublishedHelpline,
    PublishedOrganisation,
    PublishedPlace,
)
from generator.views.published_values import (
    PublishedCheck,
    PublishedEnding,
    PublishedException,
    PublishedHours,
    PublishedPhone,
    PublishedPrice,
    PublishedSignup,
    Texts,
)

Data = dict[str, Any]
_LONGEST = 999
"""Days that a period may have."""


def read_shared(files: Mapping[str, bytes]) -> Shared:
    """Name of a kept guide -> its records, or why there are none."""
    return {name: _read_one(raw) for name, raw in files.items()}


@lru_cache(maxsize=8)
def _read_one(raw: bytes) -> SharedGuide | Unusable:
    """The preview reads all files again and again."""
    try:
        return shared_guide(read_kept(raw))
    except ChangedError:
        return Unusable("changed")
    except NotAGuideError:
        return Unusable("damaged")


def shared_guide(kept: KeptGuide) -> SharedGuide:
    guide, fetched = kept.guide, kept.fetched
    return SharedGuide(
        kept.source,
        fetched,
        {
            "organisations": tuple(
                SharedRecord(_organisation(record), _home(guide, record, fetched))
                for record in guide.organisations
            ),
            "places": tuple(
                SharedRecord(_place(record), _home(guide, record, fetched)) for record in guide.places
            ),
            "helplines": tuple(
                SharedRecord(_helpline(line), _home(guide, line, fetched)) for line in guide.helplines
            ),
        },
        {theme.id: theme.name.get("nl", "") for theme in guide.themes},
    )


def _home(
    guide: PublishedGuide, record: PublishedOrganisation | PublishedPlace | PublishedHelpline, fetched: date
) -> Home:
    """Who keeps it: that guide, or the one from which that guide took it over."""
    unreviewed = () if isinstance(record, PublishedHelpline) else record.unreviewed
    if record.home:
        return Home(_text(record.home.name), record.home.site, record.home.url, fetched, unreviewed)
    url = "" if isinstance(record, PublishedHelpline) else record.url
    return Home(_text(guide.name), guide.site, url, fetched, unreviewed)


def _text(texts: Texts) -> Text:
    return Text(tuple(texts.items()) or (("nl", "?"),))


def _organisation(record: PublishedOrganisation) -> Data:
    return _known(
        **_common(record),
        kind=record.kind,
        themes=list(record.themes),
        simple=_spoken(record.simple),
        description=_spoken(record.description),
        audience=list(record.audience),
        part_of=record.part_of,
        place=record.place,
        phones=[_phone(phone) for phone in record.phones],
        email=record.email,
        website=record.website,
        appointment=_signup(record.appointment),
        price=_price(record.price),
        languages=list(record.languages),
        documents="none" if record.documents == () else list(record.documents or ()),
        bring=[_spoken(thing) for thing in record.bring],
        referral=_spoken(record.referral),
        ended=_ended(record.ended),
    )


def _place(record: PublishedPlace) -> Data:
    """Without its number: that is one of another map."""
    point = None if record.lat is None or record.lon is None else f"{record.lat}, {record.lon}"
    return _known(
        **_common(record),
        address=record.address,
        postal_code=record.postal_code,
        city=record.city,
        coordinates=point,
        accessibility=list(record.accessibility),
        directions=_spoken(record.directions),
        confidential="yes" if record.confidential else None,
    )


def _helpline(line: PublishedHelpline) -> Data:
    return _known(
        id=line.id,
        name=_spoken(line.name),
        number=line.number,
        purpose=_spoken(line.purpose),
        website=line.website,
        emergency="yes" if line.emergency else None,
    )


def _common(record: PublishedOrganisation | PublishedPlace) -> Data:
    special = [exception for exception in record.exceptions if exception.opens]
    closed = [exception for exception in record.exceptions if not exception.opens]
    return {
        "id": record.id,
        "name": _spoken(record.name),
        "summary": _spoken(record.summary),
        "opening_hours": [_hours(hours) for hours in record.opening_hours],
        "special_hours": [_special(exception) for exception in special],
        "closed": [_closed(exception) for exception in closed],
        "remark": _spoken(record.remark),
        "status": record.status,
        "source": [_known(title=source.title, url=source.url) for source in record.sources],
        "previous_ids": list(record.former_ids),
        **_checked(record.checked),
    }


def _checked(check: PublishedCheck) -> Data:
    """The check, and for how long it holds there."""
    if check.on is None:
        return {}
    days = (check.due - check.on).days if check.due else 0
    period = {"review_every": f"{days} days"} if 0 < days <= _LONGEST else {}
    return {"checked": {"on": check.on.isoformat()}, **period}


def _hours(hours: PublishedHours) -> Data:
    return _known(on=list(hours.on), opens=hours.opens, closes=hours.closes, note=_spoken(hours.note)) | {
        "except": list(hours.closed) or "none"
    }


def _special(exception: PublishedException) -> Data:
    return _known(
        on=[exception.first.isoformat()],
        opens=exception.opens,
        closes=exception.closes,
        reason=_spoken(exception.reason),
    )


def _closed(exception: PublishedException) -> Data:
    days = {"from": exception.first.isoformat(), "until": exception.last.isoformat()}
    return days | _known(reason=_spoken(exception.reason))


def _phone(phone: PublishedPhone) -> Data:
    return _known(
        number=phone.number,
        label=_spoken(phone.label),
        languages=list(phone.languages),
        whatsapp="yes" if phone.whatsapp else None,
    )


def _signup(signup: PublishedSignup | None) -> Data | None:
    return _known(needed=signup.needed, how=_spoken(signup.how)) if signup else None


def _price(price: PublishedPrice | None) -> Data | None:
    if price is None:
        return None
    return _known(
        free="yes" if price.free else None,
        amount=_money(price.amount),
        reduced=_money(price.reduced),
        tariffs=list(price.tariffs),
        note=_spoken(price.note),
    )


def _money(amount: float | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def _ended(ended: PublishedEnding | None) -> Data | None:
    if ended is None:
        return None
    return _known(
        on=ended.on.isoformat() if ended.on else None,
        reason=_spoken(ended.reason),
        instead=_spoken(ended.instead),
        replaced_by=ended.replaced_by,
    )


def _spoken(texts: Texts) -> Spoken | None:
    return Spoken(texts) if texts else None


def _known(**data: Any) -> Data:
    """Only what is known: an empty value is a mistake in our files."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}
