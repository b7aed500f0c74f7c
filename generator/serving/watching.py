"""Sees that a file was saved, by looking: many times a second, at the names and times of a hundred files.

That also works on a network drive, and for a folder that is moved away and comes back; and no
system runs out of watches.
"""

from threading import Event, Thread

from generator.serving.workshop import Workshop

INTERVAL = 0.05
"""Seconds."""


class Watcher:
    """Lets a workshop read again after each change, in a thread of its own."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._stopped = Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self._known = workshop.state()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopped.wait(INTERVAL):
            state = self._workshop.state()
            if state == self._known:
                continue
            # An editor that saves is not done at once: wait until nothing moves any more.
            while not self._stopped.wait(INTERVAL / 2):
                before, state = state, self._workshop.state()
                if state == before:
                    break
            self._known = state
            self._workshop.renew()
