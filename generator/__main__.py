"""`python -m generator`."""

import os
import sys

from generator.cli import main

try:
    code = main()
    sys.stdout.flush()
except BrokenPipeError:
    # Who reads along (`| head`) has seen enough; what Python still holds goes nowhere.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = 0
raise SystemExit(code)
