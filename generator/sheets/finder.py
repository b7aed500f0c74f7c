"""The finder on paper: every question with its choices, whom to go to, and a code for the rest."""

from collections.abc import Iterable

from generator.sheets.offers import Data, qr_data
from generator.views.finder_shapes import QuestionView, StopView
from generator.views.shapes import GuideView


def finder_data(guide: GuideView) -> Data:
    """What `finder.typ` shows; `paths` is empty where nobody wrote questions."""
    return {
        "house": _house(guide.house),
        "typed": guide.finder.typed.removesuffix(guide.finder.code),
        "paths": [{**_step(question), "qr": qr_data(question.qr)} for question in guide.questions],
    }


def _house(stop: StopView) -> Data:
    """The house that everybody can ask: it stands once, above all questions."""
    return {
        "name": stop.name,
        "pin": stop.where.number,
        "address": list(stop.address),
        "phone": stop.contacts[0].phone if stop.contacts else "",
        "hours": [
            f"{row.days}, {', '.join(line.hours for line in row.lines)}"
            for row in (stop.opening.rows if stop.opening else ())
        ],
        "moments": [{"name": m.link.text, "when": m.when} for m in stop.moments],
        "doubts": list(stop.doubts),
    }


def _step(step: QuestionView) -> Data:
    return {
        "question": step.question,
        "pictogram": step.pictogram,
        "code": step.qr.code,
        "named": [] if step.choices else list(step.named),
        "choices": _steps(step.choices),
    }


def _steps(steps: Iterable[QuestionView]) -> list[Data]:
    return [_step(step) for step in steps]
