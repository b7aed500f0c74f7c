"""Where the form of /beheer/ saves: the git host of a neighbourhood."""

from functools import partial
from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Repository, WebAddress, parse_word
from generator.model.record import Record
from generator.model.vocabulary import GitHost


class Editor(Record):
    """Where the form of /beheer/ keeps what staff save. Without it the website has no form."""

    backend: Annotated[GitHost, BeforeValidator(partial(parse_word, GitHost))]
    repo: Repository
    """Owner and name of the project there."""
    branch: str = "main"
    host: WebAddress | None = None
    """The address of the git host, if it is not github.com or gitlab.com."""
    app_id: str | None = None
    """The public number under which that host knows the form (OAuth 2 client id, with PKCE)."""
    login: WebAddress | None = None
    """The service that signs people in: GitHub cannot do so from a page alone."""

    @model_validator(mode="after")
    def _lets_people_in(self) -> Self:
        forge = self.backend in (GitHost.GITEA, GitHost.FORGEJO)
        needed = ("login",) if self.backend is GitHost.GITHUB else ("app_id", *(("host",) if forge else ()))
        for key in needed:
            if not getattr(self, key):
                lacks = {"at": "backend", "key": key, "backend": self.backend.value}
                raise PydanticCustomError("editor_lacks", "a key is missing", lacks)
        return self
