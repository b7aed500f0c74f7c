"""Whether anybody can be phoned or mailed about a record; only what may be published counts."""

from collections.abc import Iterable

from generator.model.guide import Guide
from generator.model.records import Offer, Organisation


def can_be_reached(record: Offer | Organisation, guide: Guide, *, by_phone: bool = False) -> bool:
    """By phone or mail, or (`by_phone`) by phone: a published worker, or the organisation that it is of."""
    if _a_worker(record.contacts, guide, by_phone):
        return True
    if isinstance(record, Organisation):
        return bool(record.phones) or bool(record.email and not by_phone)
    organiser = guide.organisation.get(record.organiser or "")
    return organiser is not None and can_be_reached(organiser, guide, by_phone=by_phone)


def _a_worker(contacts: Iterable[str], guide: Guide, by_phone: bool) -> bool:
    known = (guide.contact[contact] for contact in contacts if contact in guide.contact)
    return any(worker.publish and (worker.phone or (worker.email and not by_phone)) for worker in known)
