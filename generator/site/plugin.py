"""The site as an event listener of MkDocs: adds the shell, fills it, writes what MkDocs does not.

MkDocs renders the hand-written pages and one shell per language; everything else comes
from `render_pages`. `mkdocs build`, `mkdocs serve` and our own build all use this class.
"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext

from generator.model.fields import known_languages
from generator.site.assets import preloaded_fonts
from generator.site.environment import decorative
from generator.site.frame import Frame, handwritten_frame, shell_frame
from generator.site.shapes import Handwritten, SiteInput
from generator.site.shell import Shell
from generator.site.writing import write_site
from generator.views.prose import title_of_name

_SHELL_FOLDER = ".page-shell"
"""MkDocs publishes nothing that anybody puts in a folder with such a name."""
_UNUSED_OF_MATERIAL = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
_FOR_THE_GENERATOR = ("map/", "translations/", "nieuwsbrief/", "included/")
"""Folders in content/ that are no pages; forewords of newsletters also lie in the folder of a language."""


class _NoSettings(Config):  # type: ignore[no-untyped-call]
    """The plugin has no settings of its own."""


class SitePlugin(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Listens to one build. `preview` leaves out the policy that would stop MkDocs's live reloading."""

    def __init__(self, site: SiteInput, *, preview: bool = False) -> None:
        super().__init__()
        self.site = site
        self._preview = preview
        self._languages: Collection[str] = site.guides
        """Those of the pages that MkDocs renders."""
        self._shells: dict[str, Shell] = {}
        self.pages = 0
        """How many pages the build has written."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        # MkDocs would write its own 404.html and a sitemap without our pages.
        config.theme.static_templates.clear()
        # All that we write of a page lies in its folder.
        config.use_directory_urls = True
        self.site = replace(self.site, offline=config.extra.get("offline", True) is not False)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        unpublished = (*_UNUSED_OF_MATERIAL, *_FOR_THE_GENERATOR)
        for file in list(files):
            if (
                file.src_uri.startswith(unpublished)
                or "/nieuwsbrief/" in file.src_uri
                or self._is_of_other_language(file)
            ):
                files.remove(file)
        self.site = replace(self.site, handwritten=self._handwritten(files))
        for file in files.documentation_pages():
            if self._language_of(file) not in self._languages:
                files.remove(file)
        for language in self._languages:
            shell = File.generated(config, f"{_SHELL_FOLDER}/{language}.md", content="\n")
            shell.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(shell)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        env.autoescape = True
        env.undefined = StrictUndefined
        env.globals["icon"] = lambda name: decorative(self.site.icons(name))
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        frame = self._frame(page)
        # MkDocs's type of the context knows only its own names.
        ours: dict[str, Any] = {"frame": frame, "_": self.site.words[frame.language].gettext}
        return cast(TemplateContext, {**context, **ours})

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        language = _language_of_shell(page.file)
        if language is None:
            return output
        self._shells[language] = Shell.from_frame(output)
        # An empty page is not written: the shell itself is no page of the site.
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.pages = write_site(self.site, self._shells, Path(config.docs_dir), Path(config.site_dir))

    def _is_of_other_language(self, file: File) -> bool:
        """Whether it lies in the folder of a language that this build leaves out."""
        folder, _, rest = file.src_uri.partition("/")
        return bool(rest) and folder in known_languages() and folder not in self.site.guides

    def _frame(self, page: MkDocsPage) -> Frame:
        policy = not self._preview
        preload = preloaded_fonts(self.site.fonts)
        language = _language_of_shell(page.file)
        if language is not None:
            return shell_frame(self.site, language, preload, policy=policy)
        written = next(p for p in self.site.handwritten if p.path == page.file.url)
        return handwritten_frame(
            self.site,
            written,
            str(page.meta.get("description") or written.title),
            _prose(written.title, page.content or ""),
            preload,
            policy=policy,
        )

    def _handwritten(self, files: Files) -> tuple[Handwritten, ...]:
        pages = [self._read_front_matter(file) for file in files.documentation_pages()]
        # The language switch names them in the order of the guide.
        return tuple(sorted(pages, key=lambda page: [*self.site.guides].index(page.language)))

    def _read_front_matter(self, file: File) -> Handwritten:
        _, meta = get_data(file.content_string)
        slug = file.src_uri.removesuffix(".md").rpartition("/")[2]
        title = str(meta.get("title") or title_of_name(slug))
        return Handwritten(file.url, self._language_of(file), title, slug)

    def _language_of(self, file: File) -> str:
        folder = file.src_uri.rpartition("/")[0]
        return folder if folder in self.site.guides else self.site.first_language


class FramePlugin(SitePlugin):  # type: ignore[no-untyped-call]
    """Listens to a build of the frames of one language only; writes none of our own pages."""

    def __init__(self, site: SiteInput, language: str) -> None:
        super().__init__(site)
        self._languages = (language,)

    @property
    def shell(self) -> Shell:
        (shell,) = self._shells.values()
        return shell

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The pages that are asked for are made one by one."""


def _language_of_shell(file: File) -> str | None:
    folder, _, name = file.src_uri.rpartition("/")
    return name.removesuffix(".md") if folder == _SHELL_FOLDER else None


def _prose(title: str, content: str) -> Markup:
    """The rendered Markdown; with the title above it where the text has no heading of its own."""
    heading = Markup() if "<h1" in content else Markup("<h1>{}</h1>\n").format(title)
    return Markup('<div class="prose page">{}{}</div>').format(heading, Markup(content))
