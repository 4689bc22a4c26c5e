"""Search for damage that breaks a reader: ``python tests/fuzz/search.py --minutes 30 nbib ris``.

Seeds count up from ``--seed``, formats take turns, and every tenth run converts to another format than ``jsonl``. What
breaks a law, takes longer than ten seconds or more memory than a gigabyte is printed with its seed and written to
``--finds``, from which it should become a fixture. With ``--atheris`` the mutations are guided by coverage (PyPI
``atheris``); then one format is searched in a process.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import time
import traceback
from pathlib import Path
from types import FrameType

from laws import broken_laws, fixtures, readers
from mutate import mutate

from citeconv.plugins import registry

SECONDS = 10
"""After which a run hangs: spoilt inputs have at most a few hundred kilobytes."""
BYTES = 1 << 30


class HangError(BaseException):
    """A run that took too long; no guard of the converter catches it."""


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise HangError(f"longer than {SECONDS} s")


def attempt(data: bytes, format_: str, to: str) -> list[str]:
    """Return the laws that an input breaks, a hang among them."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)  # of CPU time: another process is no fault of ours
    try:
        return broken_laws(data, format_, to)
    except (HangError, MemoryError) as error:
        place = traceback.extract_tb(error.__traceback__)[-2]
        return [f"{type(error).__name__}: {error}, at {Path(place.filename).name}:{place.lineno} {place.line}"]
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def search(formats: list[str], minutes: float, seed: int, finds: Path) -> int:
    """Try seed after seed until the time is over; return how many broke a law."""
    found = fixtures()
    everything = [data for inputs in found.values() for data in inputs]
    writers = [name for name, entry in registry().formats.items() if entry.format.writes()]
    broken, tried, end = 0, dict.fromkeys(formats, 0), time.monotonic() + minutes * 60
    while time.monotonic() < end:
        format_ = formats[seed % len(formats)]
        data = mutate(found[format_][seed // len(formats) % len(found[format_])], everything, seed)
        to = writers[seed // 10 % len(writers)] if seed % 10 == 0 else "jsonl"
        if faults := attempt(data, format_, to):
            broken += 1
            finds.mkdir(parents=True, exist_ok=True)
            (finds / f"{format_}-{seed}").write_bytes(data)
            print(f"{format_} to {to}, seed {seed}: {'; '.join(faults)[:600]}", flush=True)
        tried[format_] += 1
        seed += 1
        if seed % 5000 == 0:
            print(_account(tried, broken), flush=True)
    print(_account(tried, broken))
    return broken


def _account(tried: dict[str, int], broken: int) -> str:
    return ", ".join(f"{name}: {count} inputs" for name, count in tried.items()) + f"; {broken} broke a law"


def guided(format_: str, minutes: float, finds: Path) -> None:
    """Let atheris look for inputs that break a law of one format."""
    import atheris  # type: ignore[import-not-found, unused-ignore]

    def one(data: bytes) -> None:
        if faults := attempt(data, format_, "jsonl"):
            raise AssertionError("; ".join(faults))

    corpus = finds / f"{format_}-corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(fixtures()[format_]):
        (corpus / str(number)).write_bytes(data)
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], str(corpus), f"-max_total_time={int(minutes * 60)}", f"-artifact_prefix={finds}/"], one)
    atheris.Fuzz()


def main() -> int:
    """Read the command line and search."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("formats", nargs="*", default=readers())
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1000)
    parser.add_argument("--finds", type=Path, default=Path("finds"))
    parser.add_argument("--atheris", action="store_true")
    given = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _ring)
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES)) if not given.atheris else None
    if given.atheris:
        guided(given.formats[0], given.minutes, given.finds)
        return 0
    return 1 if search(given.formats, given.minutes, given.seed, given.finds) else 0


if __name__ == "__main__":
    sys.exit(main())
