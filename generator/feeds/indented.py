"""JSON that people can read too, of thousands of records."""

from json.encoder import encode_basestring


def indented(value: object) -> bytes:
    """The bytes of `json.dumps(value, ensure_ascii=False, indent=1)`, with the end of the last line.

    Python's own leaves its C code for an indent, and takes half of the time of the open data then.
    Keys are texts; numbers are such as JSON has.
    """
    return f"{_text(value, chr(10))}\n".encode()


def _text(value: object, line: str) -> str:
    """`line` is the end of a line and the indent of the next one."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict):
        inner = f"{line} "
        entries = [f"{encode_basestring(key)}: {_text(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(entries)}{line}}}" if entries else "{}"
    if isinstance(value, list | tuple):
        inner = f"{line} "
        items = [_text(item, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(items)}{line}]" if items else "[]"
    return _scalar(value)


def _scalar(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
    raise TypeError(f"{value!r} is no value of JSON")
