"""`python -m tests.tools.copied VERB...`: runs a command of ours, and tells each time if a copy is made.

As on a machine of four processors, so that there is one for each copy that could be made.
"""

import sys

from generator import processes
from generator.cli import main

ask = processes._may_be_copied


def told() -> bool:
    may = ask()
    print("copied: yes" if may else "copied: no", flush=True)
    return may


processes._may_be_copied = told
processes._processors = lambda: 4

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
