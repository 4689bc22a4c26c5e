"""Search with coverage as guide for what breaks one reader: ``python tests/fuzz/guided.py ris --minutes 30``.

Inputs that reach new code are kept in ``--finds/FORMAT-corpus`` and spoilt further, by the damage that files suffer and
by that of libFuzzer, in equal parts. What breaks a law is printed and written to ``--finds``. Needs ``atheris`` from
PyPI, and a Python that it has a wheel for.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

LARGEST = 60_000
"""Bytes of an input: the fixtures have no more."""


def _instrumented() -> tuple[Any, Callable[[bytes, str], list[str]], dict[str, list[bytes]], Any]:
    """Import citeconv and its plugins so that what they run is seen, and return what is needed of them."""
    import atheris  # type: ignore[import-not-found, unused-ignore]

    atheris.instrument_imports(include=["citeconv"]).__enter__()  # to the end: much is imported when it is first used
    from laws import broken_laws, fixtures
    from mutate import mutate
    from search import attempt, watch

    watch()
    return atheris, lambda data, name: attempt(lambda: broken_laws(data, name)), fixtures(), mutate


def guided(format_: str, minutes: float, finds: Path, seed: int) -> None:
    """Let atheris look for inputs that break a law of a format; does not return."""
    atheris, faults_of, found, mutate = _instrumented()
    corpus = finds / f"{format_}-corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(found[format_]):
        (corpus / str(number)).write_bytes(data)
    told: set[str] = set()

    def one(data: bytes) -> None:
        faults = faults_of(data, format_)
        if faults and faults[0] not in told:
            told.add(faults[0])
            path = finds / f"{format_}-{hashlib.sha1(data).hexdigest()[:8]}"
            path.write_bytes(data)
            print(f"{path}: {'; '.join(faults)[:600]}", flush=True)

    def spoil(data: bytes, largest: int, number: int) -> bytes:
        if number % 2:
            return bytes(atheris.Mutate(data, largest))
        return bytes(mutate(data, found[format_], number)[:largest])

    limits = [f"-max_total_time={int(minutes * 60)}", f"-max_len={LARGEST}", f"-seed={seed}", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], str(corpus), *limits, "-print_final_stats=1"], one, custom_mutator=spoil)
    atheris.Fuzz()


def main() -> None:
    """Read the command line and search."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("format")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--finds", type=Path, default=Path("finds"))
    asked = parser.parse_args()
    guided(asked.format, asked.minutes, asked.finds, asked.seed)


if __name__ == "__main__":
    main()
