"""The short permanent code of a record, printed in QR codes for ever.

Derived from kind and id, so nobody has to keep a table; Crockford's base 32 has no
I, L, O or U, so a code can also be read aloud and typed.
"""

from hashlib import sha256

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 5


def code_of(kind: str, record_id: str) -> str:
    """Five characters (25 bits) for a record: `code_of("offer", "digipunt")`."""
    number = int.from_bytes(sha256(f"{kind}:{record_id}".encode()).digest()[:8], "big")
    characters = []
    for _ in range(CODE_LENGTH):
        number, digit = divmod(number, len(_ALPHABET))
        characters.append(_ALPHABET[digit])
    return "".join(characters)
