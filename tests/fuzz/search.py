"""Search for what breaks a reader or a writer: ``python tests/fuzz/search.py --minutes 30 nbib ris``.

Formats take turns, and the one that had the least time is next; seeds count up from ``--seed``. A reader gets a spoilt
input, and every tenth of what it reads goes to another format than ``jsonl``, where a foreign parser counts the
records. With ``--writers``, a writer gets the citations of the fixtures with odd signs in their values, and any others,
instead. What breaks a law, takes longer than ten seconds or
more memory than a gigabyte is printed with its seed and written to ``--finds``, from which it should become a
fixture. ``guided.py`` lets coverage guide the damage.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

import msgspec
from foreign import COUNTERS
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from laws import broken_laws, faults_of_a_writer, fixture_citations, fixtures, readers
from mutate import mutate, with_odd_values

from citeconv import Citation
from citeconv.plugins import registry
from citeconv.testing import citations

SECONDS = 10
"""After which a run hangs: spoilt inputs have at most a few hundred kilobytes."""
BYTES = 1 << 30
LISTS = 20
"""Lists of citations that a writer gets for a seed."""


class HangError(BaseException):
    """A run that took too long; no guard of the converter catches it."""


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise HangError(f"longer than {SECONDS} s")


def watch() -> None:
    """Let what takes too long be told from here on."""
    signal.signal(signal.SIGVTALRM, _ring)


def attempt(run: Callable[[], list[str]]) -> list[str]:
    """Return the laws that a run breaks, a hang among them."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)  # of CPU time: another process is no fault of ours
    try:
        return run()
    except (HangError, MemoryError) as error:
        place = traceback.extract_tb(error.__traceback__)[-2]
        return [f"{type(error).__name__}: {error}, at {Path(place.filename).name}:{place.lineno} {place.line}"]
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


class Readers:
    """Spoils the fixtures of a format, and has them read."""

    def __init__(self) -> None:
        self._found = fixtures()
        self._everything = [data for inputs in self._found.values() for data in inputs]
        self._writers = [name for name, entry in registry().formats.items() if entry.format.writes()]

    def __call__(self, format_: str, seed: int) -> tuple[bytes, list[str]]:
        """Return a spoilt input and the laws that it breaks."""
        found = self._found[format_]
        data = mutate(found[seed // 10 % len(found)], self._everything, seed)
        to = self._writers[seed // 10 % len(self._writers)] if seed % 10 == 0 else "jsonl"
        return data, [f"to {to}: {fault}" for fault in attempt(lambda: broken_laws(data, format_, to))]


class Writers:
    """Has citations written, and read by somebody else's parser and by ours.

    Those of the fixtures come with odd signs in their values; every tenth time, any that Hypothesis makes.
    """

    def __init__(self) -> None:
        self._found = fixture_citations()

    def __call__(self, format_: str, seed: int) -> tuple[bytes, list[str]]:
        """Return the first citations that break a law, as JSON, and the laws."""
        return self._any(format_, seed) if seed % 10 == 0 else self._odd(format_, seed)

    def _odd(self, format_: str, seed: int) -> tuple[bytes, list[str]]:
        for number in range(seed * LISTS, (seed + 1) * LISTS):
            places = (number * 7919 % len(self._found), number * 104729 % len(self._found))
            records = [with_odd_values(self._found[place], number) for place in places]
            if faults := attempt(partial(faults_of_a_writer, records, format_)):
                return msgspec.json.encode(records), faults
        return b"", []

    def _any(self, format_: str, seed: int) -> tuple[bytes, list[str]]:
        broken: list[tuple[bytes, list[str]]] = []

        @seeded(seed)
        @settings(
            deadline=None,
            database=None,
            max_examples=LISTS,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(records=st.lists(citations(wild=True), min_size=1, max_size=4))
        def write(records: list[Citation]) -> None:
            if faults := attempt(lambda: faults_of_a_writer(records, format_)):
                broken.append((msgspec.json.encode(records), faults))

        write()
        return broken[0] if broken else (b"", [])


def search(
    attack: Callable[[str, int], tuple[bytes, list[str]]], formats: list[str], minutes: float, seed: int, finds: Path
) -> int:
    """Try seed after seed until the time is over; return how many broke a law."""
    broken, tried, spent = 0, dict.fromkeys(formats, 0), dict.fromkeys(formats, 0.0)
    end = told = time.monotonic()
    end += minutes * 60
    while time.monotonic() < end:
        format_ = min(formats, key=lambda name: spent[name])
        begun = time.process_time()
        data, faults = attack(format_, seed)
        spent[format_] += time.process_time() - begun
        tried[format_] += 1
        if faults:
            broken += 1
            finds.mkdir(parents=True, exist_ok=True)
            (finds / f"{format_}-{seed}").write_bytes(data)
            print(f"{format_}, seed {seed}: {'; '.join(faults)[:600]}", flush=True)
        seed += 1
        if time.monotonic() > told + 60:
            told = time.monotonic()
            print(_account(tried, spent, broken, seed), flush=True)
    print(_account(tried, spent, broken, seed))
    return broken


def _account(tried: dict[str, int], spent: dict[str, float], broken: int, seed: int) -> str:
    parts = [f"{name}: {count} in {spent[name]:.0f} s" for name, count in tried.items()]
    return f"{', '.join(parts)}; {broken} broke a law; next seed {seed}"


def main() -> int:
    """Read the command line and search."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("formats", nargs="*", help="all by default")
    parser.add_argument("--writers", action="store_true", help="try writers, with odd values and random citations")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1000)
    parser.add_argument("--finds", type=Path, default=Path("finds"))
    asked = parser.parse_args()
    watch()
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    formats = asked.formats or (list(COUNTERS) if asked.writers else readers())
    attack = Writers() if asked.writers else Readers()
    return 1 if search(attack, formats, asked.minutes, asked.seed, asked.finds) else 0


if __name__ == "__main__":
    sys.exit(main())
