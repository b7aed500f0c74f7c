"""The command `plain`: where the Dutch of the records could be simpler. Advice, never a mistake."""

import sys
from argparse import Namespace
from datetime import date

from generator.commands.command import Command
from generator.commands.exit_codes import DONE
from generator.model.guide import Guide
from generator.project import Project, staff_words
from generator.source import load
from generator.views.staff_advice import advice_line, advice_title
from generator.wording.plain_dutch import KINDS
from generator.wording.plain_records import plain_advice


def _run_plain(project: Project, options: Namespace, today: date) -> int:
    """`plain`: all advice, by kind. Raises BuildStopped with all mistakes."""
    words = staff_words()
    _, ngettext = words.gettext, words.ngettext
    source = load(project, today)
    advice = list(plain_advice(source.guide))
    for kind in KINDS:
        same = [one for one in advice if one.hard.kind == kind]
        if same:
            print(advice_title(words, kind, len(same)))
            for one in same:
                where = source.whereabouts.find_text(one.path)
                print(f"    {where}: {one.record}, {advice_line(words, one.hard)}")
            print()
    count = len(advice)
    said = ngettext("{count} tip for simpler Dutch.", "{count} tips for simpler Dutch.", count)
    print(said.format(count=count), _("They are only advice: a text may stay as it is."))
    return DONE


def print_tips(guide: Guide) -> None:
    """One line for `check`, which is about mistakes: how much advice there is."""
    count = sum(1 for _advice in plain_advice(guide))
    if count:
        ngettext = staff_words().ngettext
        said = ngettext("{count} tip for simpler Dutch:", "{count} tips for simpler Dutch:", count)
        print(said.format(count=count), "python -m generator plain", file=sys.stderr)


COMMANDS = {"plain": Command(_run_plain)}
