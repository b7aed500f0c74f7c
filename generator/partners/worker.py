"""`python -m generator.partners.worker SECONDS`: a partner's file on stdin, a clean PDF on stdout.

Before the PDF comes one line of JSON: the sizes of its pages, or why the file is not taken.
The process limits its own time and memory before it reads a single byte.
"""

import json
import sys
from contextlib import suppress
from io import BytesIO

from generator.partners.refusals import LIMITS, Reason, Refusal, RefusedError


def main() -> None:
    _limit(int(sys.argv[1]))
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))


def answer(data: bytes) -> bytes:
    """What is said of a file: a line of JSON, and the clean PDF."""
    try:
        head, pdf = _clean(data)
    except RefusedError as refused:
        head, pdf = _refused(refused.refusal), b""
    except (MemoryError, RecursionError):
        head, pdf = _refused(Refusal(Reason.TOO_HEAVY)), b""
    except Exception:  # whatever a damaged file makes of the libraries is the file's fault
        head, pdf = _refused(Refusal(Reason.DAMAGED)), b""
    return json.dumps(head).encode() + b"\n" + pdf


def _clean(data: bytes) -> tuple[dict[str, object], bytes]:
    # Here, and not above: the limits must hold for them too.
    from generator.partners.kinds import clean_any

    writer, sizes = clean_any(data)
    pdf = BytesIO()
    writer.write(pdf)
    return {"pages": sizes}, pdf.getvalue()


def _refused(refusal: Refusal) -> dict[str, object]:
    return {"refused": refusal.reason, "detail": refusal.detail}


def _limit(seconds: int) -> None:
    """So many seconds of a processor, and so much memory, and then it ends."""
    # Windows has no such limits: there the clock of the other process has to do.
    with suppress(ImportError):
        import resource

        for what, most in (
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_AS, LIMITS.memory),
            (resource.RLIMIT_CORE, 0),
        ):
            # Not every system lets a process set each of them.
            with suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
