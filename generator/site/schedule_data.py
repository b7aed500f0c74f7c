"""All dates that are known, as JSON: with it the browser puts the home page right on any day."""

import json
import re
from collections.abc import Callable, Iterable

from generator.site.addresses import language_folder
from generator.site.shapes import SiteInput
from generator.views.finding_shapes import AgendaView
from generator.views.shapes import GuideView

_DRAWING = re.compile(r'<path[^>]* d="([^"]*)"')


def render_schedule_data(site: SiteInput, languages: Iterable[str] | None = None) -> dict[str, str]:
    """Path ("data/agenda.json", "fr/data/agenda.json") -> JSON, one file a language."""
    return {
        f"{language_folder(language, site.first_language)}data/agenda.json": json.dumps(
            _schedule(site.guides[language], site.icons), ensure_ascii=False, separators=(",", ":")
        )
        for language in languages or site.guides
    }


def _schedule(guide: GuideView, icons: Callable[[str], str]) -> dict[str, object]:
    """`on` holds the dates on which it takes place, `off` those that are cancelled."""
    return {
        "built": guide.today,
        "holidays": [[holiday.first, holiday.last, holiday.name] for holiday in guide.holidays],
        "offers": [_offer(agenda, icons) for agenda in guide.agenda],
    }


def _offer(agenda: AgendaView, icons: Callable[[str], str]) -> dict[str, object]:
    drawing = _DRAWING.search(icons(agenda.link.pictogram)) if agenda.link.pictogram else None
    return {
        "id": agenda.link.id,
        "name": agenda.link.text.text,
        "lang": agenda.link.text.lang or "",
        "href": agenda.link.href,
        "icon": drawing[1] if drawing else "",
        "functions": agenda.functions,
        "themes": agenda.themes,
        "due": agenda.due,
        "times": [
            {
                "from": times.starts,
                "until": times.ends,
                "hours": times.hours,
                "on": times.on,
                "off": times.off,
            }
            for times in agenda.times
        ],
    }
