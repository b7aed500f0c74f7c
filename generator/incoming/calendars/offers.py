"""Events -> offers: those of one name at one place are one offer, with all their times."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from generator.incoming import texts
from generator.incoming.calendars.reading import Happening, Moment
from generator.incoming.rules import MOST_DATES, as_schedule, coming, with_closures
from generator.incoming.shapes import Data, Feed, Identities, Incoming, Making
from generator.incoming.texts import typed
from generator.model.guide import Guide
from generator.reading.likely import slugified
from generator.wording.words import Words

_OURS = re.compile(r"https?://[^?#]+/aanbod/([a-z0-9]+(?:-[a-z0-9]+)*)/")
_TOWN = re.compile(r"(\d{4}) (\D+)")
_ADDRESS = re.compile(r"[^\W\d][\w .'-]*\s\d+\s*[a-zA-Z]?\b.*")


def read_offers(
    found: Iterable[Happening],
    title: str,
    address: str,
    guide: Guide,
    words: Words,
    today: date,
    ids: Identities,
) -> Feed:
    """The offers of a calendar, and the places where they are."""
    return _Reader(title, address, guide, words, today, ids).read(found)


class _Reader:
    def __init__(
        self, title: str, address: str, guide: Guide, words: Words, today: date, ids: Identities
    ) -> None:
        self._title, self._address, self._guide, self._words = title, address, guide, words
        self._today, self._ids = today, ids
        self._places: dict[str, Incoming] = {}
        self._themes = {
            slugified(name): theme.id
            for theme in guide.themes
            for name in (theme.id, theme.name.first, *(text.first for text in theme.synonyms))
        }

    def read(self, found: Iterable[Happening]) -> Feed:
        _ = self._words.gettext
        off = ": " + _("does not take place")
        groups: dict[tuple[str, str], list[Happening]] = {}
        for each in found:
            name = each.name.removesuffix(off)
            groups.setdefault((slugified(name) or name, each.page or slugified(each.location)), []).append(
                each
            )
        offers, past = [], 0
        for group in groups.values():
            made = self._offer(group, group[0].name.removesuffix(off))
            offers += [made] if made else []
            past += made is None
        ngettext = self._words.ngettext
        said = ngettext(
            "{count} activity is over, and is left out.",
            "{count} activities are over, and are left out.",
            past,
        )
        notes = (said.format(count=past),) if past else ()
        return Feed(self._title, (*offers, *self._places.values()), notes)

    def _offer(self, group: Sequence[Happening], name: str) -> Incoming | None:
        _ = self._words.gettext
        first = group[0]
        making = Making("offers", first.uid)
        when = self._when(group, making.left_out)
        if not when:
            return None
        ours = _OURS.fullmatch(first.page)
        key = first.page or first.uid
        making.put("id", self._ids.of("offers", key, ours[1] if ours else slugified(name)))
        making.put("name", name)
        lines = [line for line in first.description.split("\n") if line.strip() != first.page]
        # Calendars have lines, not paragraphs.
        summary, rest = texts.parted(
            "\n\n".join(("\n".join(lines[:1]), "\n".join(lines[1:]).strip())).strip()
        )
        making.put("summary", summary)
        making.put("description", rest)
        making.put("kind", "activity")
        words = (self._themes.get(slugified(word), "") for each in group for word in each.words)
        making.put("themes", list(dict.fromkeys(filter(None, words))))
        making.put("when", when[0] if len(when) == 1 else when)
        making.put("place", self._place(first))
        address = first.page or self._address
        source = {"title": self._title, **({"url": address} if address else {}), "lines": first.uid}
        making.put("source", source)
        for each in group:
            making.left_out += each.notes
        return making.done(_)

    # When

    def _when(self, group: Sequence[Happening], left_out: list[str]) -> list[Data]:
        made: list[Data] = []
        dates: list[Data | str] = []
        cancelled: set[str] = set()
        for found in group:
            if found.rule:
                made += self._repeated(found, left_out)
                continue
            moments = [
                Moment(found.first.on + timedelta(days=n), found.first.starts, found.first.ends)
                for n in range(found.days)
            ]
            moments += found.extra
            dates += [_dated(moment) for moment in moments if moment.on >= self._today]
            cancelled |= {day.isoformat() for day in found.cancelled if day >= self._today}
        if len(dates) > MOST_DATES:
            said = self._words.gettext("It has {count} dates: only the first {most} are taken.")
            left_out.append(said.format(count=len(dates), most=MOST_DATES))
        if dates:
            dates.sort(key=lambda each: each if isinstance(each, str) else each["on"])
            loose: Data = {"dates": dates[:MOST_DATES]}
            made += [{**loose, "cancelled": sorted(cancelled)} if cancelled else loose]
        return made

    def _repeated(self, found: Happening, left_out: list[str]) -> list[Data]:
        assert found.rule is not None
        _ = self._words.gettext
        rule = found.rule
        made = as_schedule(rule) if found.first.starts else None
        extra = [_dated(moment) for moment in found.extra if moment.on >= self._today]
        if made is None:
            days = coming(rule, self._today)
            gone = {*found.off, *found.cancelled, *(moment.on for moment in found.extra)}
            dates = [
                _dated(Moment(day, found.first.starts, found.first.ends)) for day in days if day not in gone
            ]
            said = _("Our schedules cannot say {rule}, so the dates of the coming year stand there instead.")
            if not days and not extra and not (rule.last and rule.last < self._today):
                # Nobody can tell its days: then it is said in words, and somebody asks.
                left_out.append(
                    _("Our schedules cannot say {rule}, so it is left out.").format(rule=rule.said)
                )
                return [{"text": _("Ask when it takes place.")}]
            left_out.append(said.format(rule=rule.said))
            return [{"dates": [*dates, *extra]}] if dates or extra else []
        if "last" in made and made["last"] < self._today.isoformat() and not extra:
            return []
        made, off = with_closures(made, found.off, self._guide.holidays)
        fallen = sorted({*(day for day in (*off, *found.cancelled) if day >= self._today)})
        again = {moment.on for moment in found.extra}
        if both := [day for day in fallen if day in again]:
            said = _("On {date} it is moved away, and another time comes in its place: look when.")
            left_out += [said.format(date=day.isoformat()) for day in both]
        fallen = [day for day in fallen if day not in again]
        if fallen:
            made = {**made, "cancelled": [day.isoformat() for day in fallen]}
        return [{**made, "dates": extra} if extra else made]

    # Where

    def _place(self, found: Happening) -> str | None:
        """A place of its own for each location; whether it is one of ours is seen later."""
        if not found.location:
            return None
        key = slugified(found.location) or found.location
        if key not in self._places:
            making = Making("places", found.location)
            parts = [part.strip() for part in found.location.split(",") if part.strip()]
            street = next((part for part in parts if _ADDRESS.fullmatch(part)), "")
            names = [part for part in parts if part != street]
            name = names[0] if names and parts[0] != street else street or found.location
            making.put("id", self._ids.of("places", found.location, slugified(name)))
            making.put("name", name)
            making.put("address", street)
            if town := next(filter(None, map(_TOWN.fullmatch, parts)), None):
                making.put("postal_code", town[1])
                making.put("city", town[2])
            if found.point:
                making.put("coordinates", f"{found.point[0]}, {found.point[1]}")
            making.put("source", {"title": self._title, "lines": found.location})
            made = making.done(self._words.gettext)
            if made is None:
                return None
            self._places[key] = made
        return self._places[key].id


def _dated(moment: Moment) -> Data | str:
    on = moment.on.isoformat()
    hours = {key: typed(at) for key, at in (("from", moment.starts), ("until", moment.ends)) if at}
    return {"on": on, **hours} if hours else on
