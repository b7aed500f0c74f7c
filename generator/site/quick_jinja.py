"""Jinja with the same results, and less work for each of thousands of pages.

What a template may say and how it is escaped stays Jinja's own; only what Jinja would find out anew
for each page, each import, each call and each value is remembered, or settled when the template is compiled.
"""

import sys
from collections.abc import Callable, MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from generator.keeping import Keep, keeping, make_anew, recalled
from generator.wording.words import Words

_known_text = lru_cache(maxsize=1 << 14)(escape)
_as_html = str.__new__
"""Markup's own asks each text whether it is an object that knows its HTML."""


def escaped(value: object) -> Markup:
    """As `escape`, of which most of what comes is HTML already, or a text that stands on many pages."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    return _known_text(value) if kind is str else escape(value)


class _CodeGenerator(CodeGenerator):
    """Templates as Python in which an attribute, an item and a call are just that.

    Jinja would ask each time whether an attribute is an item, or the other way round, and what a function
    wants to be given beside its arguments: views are of one kind, and no function of ours wants any.
    """

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escape, texts, Macro = environment.escape, environment.texts, environment.macro")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        self.write("environment.macros_of(")
        self.visit(node.template, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        match node:
            case nodes.Call(node=nodes.Name(name="_"), args=[nodes.Const(value=str(text))], kwargs=[]) if (
                "_" not in frame.symbols.dump_stores()
            ):
                self.write(f"texts[{text!r}]")
            case nodes.Call(dyn_args=None, dyn_kwargs=None):
                self.visit(node.node, frame)
                self.write("(")
                for argument in (*node.args, *node.kwargs):
                    self.visit(argument, frame)
                    self.write(", ")
                self.write("caller=caller)" if forward_caller else ")")
            case _:
                self.fail("no call of ours takes *args or **kwargs", node.lineno)


class _Macro(Macro):
    """As Jinja's own, which sorts its arguments each time, also where all stand in their places."""

    def __init__(
        self,
        environment: Environment,
        function: Callable[..., str],
        name: str,
        arguments: list[str],
        *rest: Any,
    ) -> None:
        super().__init__(environment, function, name, arguments, *rest)
        self._function = function
        self._absent = (missing,) * len(arguments)
        self._takes_more = self.catch_kwargs or self.catch_varargs or self.caller

    def __call__(self, *args: Any, **kwargs: Any) -> Markup:
        if kwargs or self._takes_more or len(args) > len(self._absent):
            return Markup(super().__call__(*args, **kwargs))
        return _as_html(Markup, self._function(*args, *self._absent[len(args) :]))


class _Texts(dict[str, Markup]):
    """The texts of a catalogue that have nothing to fill in, as HTML: each looked up once."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, text: str) -> Markup:
        # Filled in with nothing, as Jinja does, so that "%%" becomes "%".
        self[text] = said = Markup(self._words.gettext(text)) % {}
        return said


_COMPILED: dict[str, CodeType | None] = {}
"""Compiled templates, so that each is compiled once and not once per language.

What a template says comes from the catalogue of its environment when it is rendered.
"""


class _Compiled(BytecodeCache):
    """Compiled templates of this process, and those that were kept."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keeping(keep, "templates", ".bin", ["Jinja2"])

    def load_bytecode(self, bucket: Bucket) -> None:
        told = _told(bucket)
        if told not in _COMPILED and (kept := recalled(self._keep, told)):
            bucket.bytecode_from_string(kept)
            _COMPILED[told] = bucket.code
        bucket.code = _COMPILED.get(told)

    def dump_bytecode(self, bucket: Bucket) -> None:
        _COMPILED[_told(bucket)] = bucket.code
        self._keep(_told(bucket), bucket.bytecode_to_string)


def _told(bucket: Bucket) -> str:
    # Python's own versions read no code of each other.
    return f"{sys.version} {bucket.key} {bucket.checksum}"


class _Template(Template):
    environment: "QuickEnvironment"

    def render(self, *args: Any, **kwargs: Any) -> str:
        """As Jinja's own; the macros that the page imports find its values too."""
        values = dict(*args, **kwargs)
        page = self.environment.page
        page.clear()
        page |= {**self.globals, **values}
        return super().render(values)


class QuickEnvironment(Environment):
    """Sets up each template of macros once: a page imports some six, and Jinja would do it anew each time.

    Macros may name what the whole page may name, not what the template that imports them has set.
    So an environment renders one page at a time.
    """

    template_class = _Template
    code_generator_class = _CodeGenerator
    macro = _Macro
    escape = staticmethod(escaped)
    texts: _Texts

    def __init__(self, keep: Keep = make_anew, **settings: Any) -> None:
        super().__init__(bytecode_cache=_Compiled(keep), **settings)
        self.page: dict[str, Any] = {}
        """What the page that is being rendered may name."""
        self._known: dict[str, Template] = {}
        self._macros: dict[str, TemplateModule] = {}

    def macros_of(self, name: str) -> TemplateModule:
        """What a template exports that has nothing but macros, "with context" or without."""
        if name not in self._macros:
            template = self.get_template(name)
            context = Context(self, self.page, name, template.blocks)
            self._macros[name] = TemplateModule(template, context)
        return self._macros[name]

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
        """The functions of a catalogue for a page that is escaped, as "newstyle" ones of Jinja's."""
        self.texts = texts = _Texts(words)

        def gettext(text: str, **values: Any) -> Markup:
            return Markup(words.gettext(text)) % values if values else texts[text]

        def ngettext(one: str, many: str, count: int, **values: Any) -> Markup:
            return Markup(words.ngettext(one, many, count)) % {"num": count, **values}

        def pgettext(context: str, text: str, **values: Any) -> Markup:
            return Markup(words.pgettext(context, text)) % values

        self.newstyle_gettext = True
        self.globals.update(_=gettext, gettext=gettext, ngettext=ngettext, pgettext=pgettext)
