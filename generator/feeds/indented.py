"""JSON that people can read too."""

from pydantic_core import to_json


def indented(value: object) -> bytes:
    """The value as JSON, with the end of the last line; json of Python leaves its C code for an indent."""
    return to_json(value, indent=1) + b"\n"
