"""Reads and writes PDFs as Typst makes them, byte for byte.

They are plain and regular: objects numbered from 1, one table of where they are, nothing packed. So what is
to change is changed where it stands. Tools for any PDF lose the tags, or take minutes.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import BytesIO

STREAM = b"\nstream\n"
END = b"\nendstream"
ID_DIGITS = 32
"""As many as other programs give: ISO 32000 asks for a hash that is different for each file, of any kind."""


@dataclass(frozen=True)
class PlainPdf:
    """One PDF as Typst writes it."""

    pdf: bytes

    @cached_property
    def starts(self) -> list[int]:
        """Where each object starts; the number of the first is 1."""
        table = int(self.pdf[self.pdf.rindex(b"startxref") :].split()[1])
        lines = self.pdf[table : self.pdf.rindex(b"trailer")].split(b"\n")[3:-1]
        return [int(line[:10]) for line in lines]

    @cached_property
    def head(self) -> bytes:
        """What stands before the first object."""
        return self.pdf[: self.starts[0]]

    @cached_property
    def trailer(self) -> bytes:
        return self.pdf[self.pdf.rindex(b"trailer") :]

    @cached_property
    def bodies(self) -> list[bytes]:
        """What stands between `obj` and `endobj` of each, the first one first."""
        ends = [*self.starts[1:], self.pdf.rindex(b"xref\n0 ")]
        wholes = [self.pdf[start:end].rstrip(b"\n") for start, end in zip(self.starts, ends, strict=True)]
        return [whole[whole.index(b" obj") + 4 :].removesuffix(b"endobj").strip(b"\n") for whole in wholes]

    def body(self, number: int) -> bytes:
        """That of one, whose number counts from 1."""
        return self.bodies[number - 1]

    def named(self, key: str, text: bytes) -> int:
        """The number of the object that a dictionary has under a key."""
        found = reference(key.encode(), text)
        assert found, f"every PDF of ours has a {key}"
        return found

    @cached_property
    def catalogue(self) -> int:
        return self.named("Root", self.trailer)

    @cached_property
    def info(self) -> int:
        return self.named("Info", self.trailer)

    @cached_property
    def identity(self) -> bytes:
        """The first part of what tells it from all other files."""
        found = re.search(rb"/ID ?\[ ?(\([^)]*\)|<[^>]*>)", self.trailer)
        assert found, "every PDF of ours has an identity"
        return found[1]

    def once(self, key: str) -> int:
        """The number of something that a document has once."""
        return self.named(key, self.body(self.catalogue))

    @cached_property
    def tags(self) -> int:
        """The root of what is read aloud: the element Document."""
        found = re.search(rb"/K\[(\d+) 0 R\]", self.body(self.once("StructTreeRoot")))
        assert found, "Typst puts everything in one Document"
        return int(found.group(1))

    @cached_property
    def pages(self) -> int:
        return int(between(self.body(self.once("Pages")), b"/Count ", b"/"))

    def written(self, bodies: Iterable[bytes]) -> bytes:
        """The file with these objects in place of its own, from the first one on; takes each as it comes."""
        out = BytesIO()
        starts = [out.write(self.head)]
        for number, body in enumerate(bodies, start=1):
            starts.append(starts[-1] + out.write(b"%d 0 obj\n%s\nendobj\n\n" % (number, body)))
        with out.getbuffer() as whole:
            same = sha256(whole).hexdigest()[:ID_DIGITS].encode()
        out.write(b"xref\n0 %d\n0000000000 65535 f\r\n" % len(starts))
        out.writelines(b"%010d 00000 n\r\n" % start for start in starts[:-1])
        trailer = b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF"
        out.write(trailer % (len(starts), self.catalogue, self.info, same, same, starts[-1]))
        return out.getvalue()


def reference(key: bytes, text: bytes) -> int:
    """The object that a dictionary has under a key; 0 for none."""
    found = re.search(rb"/%s (\d+) 0 R" % key, text)
    return int(found.group(1)) if found else 0


def between(text: bytes, before: bytes, after: bytes) -> bytes:
    """What stands between a mark and the next other mark."""
    return text.partition(before)[2].partition(after)[0]


def refilled(text: bytes, before: bytes, filling: bytes, after: bytes) -> bytes:
    """The same with something else between a mark and the next other mark."""
    head, mark, rest = text.partition(before)
    return head + mark + filling + rest[rest.index(after) :]


def refilled_stream(body: bytes, before: bytes, filling: bytes, after: bytes) -> bytes:
    """The same within a stream that is not packed."""
    head, stream, text = body.partition(STREAM)
    text = refilled(text.removesuffix(END), before, filling, after)
    return refilled(head, b"/Length ", b"%d" % len(text), b"/") + stream + text + END


def rewriter(pattern: bytes, change: Callable[[re.Match[bytes]], bytes]) -> Callable[[bytes], bytes]:
    """Gives what puts something else in place of all that a pattern finds; the pattern has a group.

    Text in parentheses stays as it is, whatever it says.
    """
    found_or_text = re.compile(rb"%s|[()]|\\." % pattern, re.DOTALL)

    def rewrite(text: bytes) -> bytes:
        depth = 0

        def rewritten(found: re.Match[bytes]) -> bytes:
            nonlocal depth
            if found.lastindex is None:
                whole = found[0]
                if whole == b"(":
                    depth += 1
                elif whole == b")":
                    depth -= 1
                return whole
            return found[0] if depth else change(found)

        return found_or_text.sub(rewritten, text)

    return rewrite
