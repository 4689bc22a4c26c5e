"""Runs the commands in the fenced blocks of a Markdown file, and compares what they print with what stands there.

A block that is named after a file makes that file. In a ``console`` block, a line that begins with the prompt is a
command for ``sh``; what follows is its standard output, then its standard error with ``2> `` before each line, then
``=> STATUS`` where the status is not zero. All blocks of a file share one folder and run in order.
"""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
from pathlib import Path

_BLOCK = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.M | re.S)

COMMANDS = Path(__file__).parent / "commands"
"""Commands of our own that cases may use."""

TIMEOUT = 60
"""Seconds after which a command counts as hung."""


def rerun(markdown: str, folder: Path, prompt: str = "% ", prefix: str = "2> ") -> str:
    """Return the text with each command's results as they are now.

    Args:
        markdown: The text with its blocks.
        folder: Where files are made and commands run.
        prompt: What stands before a command.
        prefix: What stands before a line of standard error.
    """

    def block(match: re.Match[str]) -> str:
        info, body = match["info"].strip(), match["body"]
        if info == "console":
            body = "".join(_results(command, folder, prompt, prefix) for command in _commands(body, prompt))
        elif "." in info:
            path = folder / info
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
        return f"```{match['info']}\n{body}```"

    return _BLOCK.sub(block, markdown)


def _commands(body: str, prompt: str) -> list[str]:
    """Return the commands of a block; a line that ends with a backslash goes on in the next."""
    found: list[str] = []
    goes_on = False
    for line in body.splitlines():
        if goes_on:
            found[-1] += f"\n{line}"
        elif line.startswith(prompt):
            found.append(line.removeprefix(prompt))
        else:
            continue
        goes_on = found[-1].endswith("\\")
    return found


def _results(command: str, folder: Path, prompt: str, prefix: str) -> str:
    places = [sysconfig.get_path("scripts"), str(COMMANDS), os.environ.get("PATH", "")]
    environment = {**os.environ, "PATH": os.pathsep.join(places), "LC_ALL": "C", "PYTHONUTF8": "1"}
    ran = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    lines = [prompt + command]
    lines += _lines(ran.stdout)
    lines += [prefix + line for line in _lines(ran.stderr)]
    if ran.returncode:
        lines.append(f"=> {ran.returncode}")
    return "".join(f"{line}\n" for line in lines)


def _lines(output: bytes) -> list[str]:
    return output.decode("utf-8", "backslashreplace").removesuffix("\n").split("\n") if output else []
