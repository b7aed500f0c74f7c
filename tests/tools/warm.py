"""What builds that are forked have in common: libraries, catalogues, compiled templates, known types.

Nothing here starts a thread: it would not be there in a copy of the process.
"""

import mkdocs.commands.build  # noqa: F401

import generator.commands.build
import generator.mkdocs_hook  # noqa: F401
from generator.project import Project, icon, words_of
from generator.site.environment import make_environment
from generator.source import load
from tests.tools.builds import DAY
from tests.tools.paths import INVENTED


def _warm() -> None:
    source = load(Project(INVENTED), DAY)
    for language in source.languages:
        environment = make_environment(words_of(language), lambda name: icon(name).decode())
        for template in environment.list_templates():
            environment.get_template(template)


_warm()
