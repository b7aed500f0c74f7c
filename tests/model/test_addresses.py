"""Addresses that go into links."""

import pytest
from pydantic_core import PydanticCustomError

from generator.model.fields import parse_email, parse_web_address


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("voorbeeld.be", "https://voorbeeld.be"),
        ("http://voorbeeld.be:8080/a?b=c#d", "http://voorbeeld.be:8080/a?b=c#d"),
        ("voorbeeld.be/?naar=http://elders.example", "https://voorbeeld.be/?naar=http://elders.example"),
        # Before a colon, a name with dots is a scheme: that of an app.
        ("com.voorbeeld.app:80/open?x=://y", "https://com.voorbeeld.app:80/open?x=://y"),
    ],
)
def test_a_link_is_to_a_page_on_the_web(typed: str, link: str) -> None:
    assert parse_web_address(typed) == link


@pytest.mark.parametrize("typed", ["javascript:alert(1)//voorbeeld.be", "mailto:a@voorbeeld.be", "voorbeeld"])
def test_nothing_else_is_an_address_on_the_web(typed: str) -> None:
    with pytest.raises(PydanticCustomError):
        parse_web_address(typed)


@pytest.mark.parametrize("typed", ["jan.de-rijcke+wijk@voorbeeld.be", "r&d@voorbeeld.be"])
def test_a_mailbox(typed: str) -> None:
    assert parse_email(typed) == typed


@pytest.mark.parametrize(
    "typed", ["jan?bcc=piet@voorbeeld.be", "jan%2Cpiet@voorbeeld.be", "jan#a@voorbeeld.be"]
)
def test_no_mailbox_says_more_in_a_link_than_who_it_is_for(typed: str) -> None:
    with pytest.raises(PydanticCustomError):
        parse_email(typed)
