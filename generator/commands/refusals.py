"""What is refused, in words: by the machine (a full disk, a closed folder), or so that nothing is lost."""

import errno
import os
import sys
from concurrent.futures import BrokenExecutor
from typing import get_args

from mkdocs.exceptions import Abort, ConfigurationError

from generator.commands.exit_codes import MISTAKES, WRONG_USE
from generator.problems import FilesChangedError, SavedMeanwhileError
from generator.project import AlreadyBuildingError, Project, UnfitFolderError, staff_words
from generator.wording.words import Words

Refused = (
    OSError
    | MemoryError
    | BrokenExecutor
    | AlreadyBuildingError
    | UnfitFolderError
    | FilesChangedError
    | SavedMeanwhileError
    | Abort
    | ConfigurationError
)
REFUSED = get_args(Refused)

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_OF_ANOTHER_KIND = frozenset({errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.ENAMETOOLONG})


def tell_refusal(error: Refused, project: Project) -> int:
    """Says what is refused, and gives the exit code. Raises the error again if it is a bug."""
    words = staff_words()
    said = _said(error, project, words)
    if said is None:
        raise error
    print("\n".join(said), file=sys.stderr)
    print(words.gettext("Nothing was changed: what was built before is still there."), file=sys.stderr)
    return WRONG_USE if isinstance(error, UnfitFolderError) else MISTAKES


def _said(error: Refused, project: Project, words: Words) -> tuple[str, str] | None:
    """What is the matter, and what to do; None if it is nothing of the machine."""
    _ = words.gettext
    match error:
        case AlreadyBuildingError():
            return (
                _("This folder is already being built, in another window or by another computer."),
                _("Wait until that is done, and try again."),
            )
        case UnfitFolderError(folder=folder, own=own):
            said = (
                _("The result cannot come in {folder}: your own files are there.")
                if own
                else _("In {folder} is something else than an earlier result, and it would be lost.")
            )
            return said.format(folder=folder), _("Name a folder that is new or empty: --out DIR.")
        case FilesChangedError():
            return (
                _("Files were changed again and again while this was being built."),
                _("Save everything, and try again when nobody is editing."),
            )
        case SavedMeanwhileError():
            return (
                _("Somebody saved {file} meanwhile.").format(file=error.name),
                _("Do it again: then what was saved is kept."),
            )
        case Abort() | ConfigurationError():
            return (
                _("MkDocs, which makes the hand-written pages, stopped: {said}").format(said=error.message),
                _("Look in mkdocs.yml, and in the pages of content/ that it names."),
            )
        # The system ends a process of ours when memory runs out.
        case MemoryError() | BrokenExecutor():
            return _("There was not enough memory."), _("Close other programs, and try again.")
        case OSError(errno=number) if number in _FULL:
            return _("The disk is full."), _("Make room on the disk, and try again.")
        case OSError(errno=number) if number in _FORBIDDEN:
            return (
                _("{path} may not be read or written.").format(path=_path(error, project)),
                _("Ask who looks after this computer for the right to do so, or choose another folder."),
            )
        case OSError(errno=errno.EIO):
            return (
                _("The disk cannot read or write {path}.").format(path=_path(error, project)),
                _("Have the disk looked at, and first make a copy of your files elsewhere."),
            )
        case OSError(errno=errno.EBUSY):
            return (
                _("{path} cannot be replaced: it is a disk or a volume of its own.").format(
                    path=_path(error, project)
                ),
                _("Name a folder within it: --out DIR."),
            )
        case OSError(errno=number) if number in _OF_ANOTHER_KIND:
            return (
                _("{path} cannot be used: there is something else of that name.").format(
                    path=_path(error, project)
                ),
                _("Give it another name, or choose another folder."),
            )
    return None


def _path(error: OSError, project: Project) -> str:
    """Where it went wrong, as people know it."""
    name = error.filename
    return os.path.relpath(name, project.root) if isinstance(name, str | os.PathLike) else "?"
