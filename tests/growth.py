"""Whether work grows in step with its size, told from CPU time on any machine, however busy.

Work and a size go in, yes or no comes out. No time is judged by itself, only what eight times the size adds to it, and
a verdict of no takes several attempts: another process can slow one attempt down, not all.
"""

from __future__ import annotations

import time
from collections.abc import Callable

FACTOR = 8
"""Quadratic work takes 64 times as long at this many times the size."""


def grows_linearly(work: Callable[[int], object], size: int, attempts: int = 5) -> bool:
    """Return whether work of eight times a size takes less than three times eight times as long."""
    work(size)
    for _ in range(attempts):
        few = min(_seconds(work, size) for _ in range(2))
        if _seconds(work, size * FACTOR) < 3 * FACTOR * max(few, 0.002):
            return True
    return False


def _seconds(work: Callable[[int], object], size: int) -> float:
    started = time.process_time()
    work(size)
    return time.process_time() - started
