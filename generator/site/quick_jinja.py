"""Jinja with the same results, and less work for each of thousands of pages.

What a template may say and how it is escaped stays Jinja's own; only what Jinja would find out anew
for each page, each import and each call is remembered.
"""

from collections.abc import Callable, Mapping, MutableMapping
from functools import cache
from types import CodeType, FunctionType
from typing import Any

from jinja2 import BytecodeCache, Environment, Template
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from generator.wording.words import Words

IMPORTED = "_imported"
"""The name of an empty dict in the values of a page: with it, a template of macros is set up once for all."""


class _Compiled(BytecodeCache):
    """Remembers compiled templates, so that each is compiled once and not once per language.

    What a template says comes from the catalogue of its environment when it is rendered.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class _Template(Template):
    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        """As Jinja's own, once for each page: templates of macros import each other some thirty times.

        Macros may name what the whole page may name, not what the template that imports them has set.
        """
        imported = (vars or {}).get(IMPORTED)
        if imported is None:
            return super().make_module(vars, shared, locals)
        if self.name not in imported:
            imported[self.name] = super().make_module(vars, shared, locals)
        made: TemplateModule = imported[self.name]
        return made


class _Context(Context):
    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """As Jinja's own, without asking of macros and plain functions what they want to be given."""
        kind = type(called)
        if kind is Macro:
            args = (self.eval_ctx, *args)
        elif kind is not FunctionType or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **kwargs)
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        return called(*args, **kwargs)


class QuickEnvironment(Environment):
    """Asks for each template once: a page imports some six of macros, and Jinja would look each up anew."""

    template_class = _Template
    context_class = _Context

    def __init__(self, **settings: Any) -> None:
        super().__init__(bytecode_cache=_COMPILED, **settings)
        self._known: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """As Jinja's own, whose answer is the same for a name for as long as no globals come with it."""
        if isinstance(name, Template) or globals:
            return super().get_template(name, parent, globals)
        if name not in self._known:
            self._known[name] = super().get_template(name, parent)
        return self._known[name]

    def install_words(self, words: Words) -> None:
        """The functions of a catalogue for a page that is escaped, as "newstyle" ones of Jinja's.

        Most texts have nothing to fill in: they are looked up, and marked as HTML, once.
        """
        self.install_gettext_callables(  # type: ignore[attr-defined]
            words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext
        )
        plain = cache(lambda text: Markup(words.gettext(text)) % {})

        def gettext(text: str, **values: Any) -> Markup:
            return Markup(words.gettext(text)) % values if values else plain(text)

        self.globals["gettext"] = self.globals["_"] = gettext
