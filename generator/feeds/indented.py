"""JSON that people can read too."""

import json


def indented(value: object) -> bytes:
    """The value as JSON, with the end of the last line."""
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
