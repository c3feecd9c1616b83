"""Python's collector of cycles, paused while documents are read: they leave no cycles, and looking for them takes time.

Every stage builds trees, which are given back when nothing holds them any more. Of a run over a thousand documents a
fifth would be spent on looking through all that was found for cycles that are not there.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Pause the collector, and leave it as it was found."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
