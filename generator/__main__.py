"""`python -m generator`."""

import atexit
import io
import os
import sys
import threading

from generator.cli import main

_STOPPED = 130
"""What a shell expects of a program that ended for Ctrl-C."""

if isinstance(sys.stdout, io.TextIOWrapper):
    # A terminal need not know every letter; what goes to stderr Python writes in another way then.
    sys.stdout.reconfigure(errors="replace")
try:
    code = main()
    sys.stdout.flush()
except KeyboardInterrupt:
    code = _STOPPED
except BrokenPipeError:
    # Who reads along (`| head`) has seen enough; what Python still holds goes nowhere.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    code = 0
if threading.active_count() == 1:
    # Python would free object by object what the system takes back at once: seconds, of a large build.
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
raise SystemExit(code)
