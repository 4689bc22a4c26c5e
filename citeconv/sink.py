"""Outputs: a file that appears whole or not at all, a pipe or device written straight, or standard output.

Bytes go in. A regular file is written beside its place under a temporary name and renamed on ``commit``, so that a
kill, a full disk or Ctrl-C leaves what was there before. ``hold=True`` keeps everything back until ``commit`` for
pipes, too (``--strict``). To place several outputs together, ``finish`` all of them before ``place`` renames the first.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import stat
import sys
from typing import IO, TextIO, cast

from citeconv.errors import OutputError
from citeconv.opening import is_shared

Target = str | os.PathLike[str] | IO[bytes]
"""Where an output goes: a path, ``-`` for standard output, or an open binary file."""

_IS_TEXT = "<output>: is open as text; open it in binary mode, with 'wb'"
_KEPT_OF_NAME = 50
"""Characters of the file's name used in the temporary one: each may take four bytes, and names are limited to 255."""


class Sink:
    """Where the bytes of one output go.

    Args:
        target: Path, ``-`` for standard output, or an open binary file.
        hold: Keep everything back until ``commit``, whatever the target.

    Raises:
        OutputError: The target cannot be written.
    """

    def __init__(self, target: Target, hold: bool = False) -> None:
        self._temporary = ""
        self._final = ""
        self._stream: IO[bytes] | None = None
        self._straight: IO[bytes] | None = None
        self._owned = True
        self._printed: TextIO | None = None  # standard output, while it is the output
        if isinstance(target, io.TextIOBase):
            raise OutputError(_IS_TEXT)
        if not isinstance(target, (str, os.PathLike)):
            self.name, self._straight, self._owned = "<output>", target, False
        elif target == "-":
            if sys.stdout is None:
                raise OutputError("<stdout>: there is no standard output")
            stream = sys.stdout.buffer if hasattr(sys.stdout, "buffer") else cast(IO[bytes], _TextOnly(sys.stdout))
            self.name, self._straight, self._owned = "<stdout>", stream, False
            self._printed, sys.stdout = sys.stdout, sys.stderr  # nothing else that is printed gets into the output
        else:
            self.name = os.fsdecode(target)
            if not self.name:
                raise OutputError("the name of an output is empty")
            self._check()
        if self._straight is not None and hold:
            import tempfile

            self._stream = tempfile.TemporaryFile()  # noqa: SIM115 - closed by commit or discard
        elif self._straight is not None:
            self._stream = self._straight

    def write(self, data: bytes) -> None:
        """Write bytes; the file is made when the first come."""
        stream = self._make() if self._stream is None else self._stream
        try:
            stream.write(data)
        except BrokenPipeError:
            raise
        except TypeError:  # some text streams are of no class of io's: those of tempfile
            raise OutputError(_IS_TEXT) from None
        except (OSError, ValueError) as error:  # it may be closed
            raise self._error(error) from None

    def commit(self) -> None:
        """Finish, and put the file in its place."""
        self.finish()
        self.place()

    def finish(self) -> None:
        """Do all that may fail or take long, so that only the renaming is left."""
        self._give_back()
        if self._stream is None:
            return
        try:
            self._stream.flush()
            if self._temporary:
                os.fsync(self._stream.fileno())  # else a power failure may leave the new name with nothing in it
                self._stream.close()
            elif self._straight is not None and self._stream is not self._straight:
                self._stream.seek(0)
                while block := self._stream.read(1 << 20):
                    self._straight.write(block)
                self._stream.close()
                self._straight.flush()
            if self._owned and self._straight is not None:
                self._straight.close()
        except BrokenPipeError:
            raise
        except (OSError, ValueError) as error:
            self.discard()
            raise self._error(error) from None

    def place(self) -> None:
        """Rename the file, if it is one, once it is finished."""
        if not self._temporary:
            return
        try:
            os.replace(self._temporary, self._final)
            self._temporary = ""
        except OSError as error:
            self.discard()
            raise self._error(error) from None

    def discard(self) -> None:
        """Throw away what was written or held back; what stood at the target before stays."""
        self._give_back()
        for stream in (self._stream, self._straight):
            if stream is not None and (self._owned or stream is not self._straight):
                with contextlib.suppress(OSError):  # what is left in its buffer has no place to go
                    stream.close()
        if self._temporary:
            with contextlib.suppress(OSError):  # it vanished with its folder
                os.unlink(self._temporary)
            self._temporary = ""

    def _give_back(self) -> None:
        if self._printed is not None:
            sys.stdout, self._printed = self._printed, None

    def _check(self) -> None:
        """Refuse targets that cannot be written, before any work is done."""
        try:
            self._final = os.path.realpath(self.name)
            mode = os.stat(self.name).st_mode
        except ValueError:  # a NUL, or half of a surrogate pair
            raise OutputError(f"{self.name!r}: no file can have such a name") from None
        except FileNotFoundError:
            mode = None
        except OSError as error:
            raise self._error(error) from None
        if mode is None:
            self._check_folder()
            return
        if stat.S_ISDIR(mode):
            raise OutputError(f"{self.name}: names a folder, not a file")
        if not os.access(self.name, os.W_OK):
            raise OutputError(f"{self.name}: no permission to write it")
        if not stat.S_ISREG(mode) or is_shared(self.name):
            try:
                self._straight = open(self.name, "ab" if stat.S_ISREG(mode) else "wb")  # noqa: SIM115 - closed by commit
            except OSError as error:
                raise self._error(error) from None
        else:
            self._check_folder()

    def _check_folder(self) -> None:
        """Refuse a file that cannot be made in its folder, where it gets its place, be there one already or not."""
        if self.name.endswith((os.sep, "/")):  # realpath forgets that
            raise OutputError(f"{self.name}: names a folder, not a file")
        folder = os.path.dirname(self._final)
        if not os.path.isdir(folder):
            where = folder if os.path.islink(self.name) else os.path.dirname(self.name)
            raise OutputError(f"{self.name}: there is no folder {where}")
        if not os.access(folder, os.W_OK | os.X_OK):
            raise OutputError(f"{self.name}: no permission to make files in its folder")

    def _make(self) -> IO[bytes]:
        folder, name = os.path.split(self._final)
        # kept before the file is made, so that an interrupt at any moment finds what to take away
        self._temporary = os.path.join(folder, f".{name[:_KEPT_OF_NAME]}.{os.urandom(6).hex()}.part")
        try:
            try:
                mode = stat.S_IMODE(os.stat(self._final).st_mode)
            except FileNotFoundError:
                mode = None  # as any new file has it: to ask for the umask is to set it, for all threads
            opener = None if mode is None else _for_owner
            self._stream = stream = open(self._temporary, "xb", opener=opener)  # noqa: SIM115 - closed by finish
            if mode is not None:
                os.chmod(self._temporary, mode)
        except OSError as error:
            self.discard()
            raise self._error(error) from None
        return stream

    def _error(self, error: Exception) -> OutputError:
        return OutputError(f"{self.name}: cannot be written: {getattr(error, 'strerror', None) or error}")


def path_of(file: object) -> str:
    """Return the path of an output, ``-`` if it is an open file.

    Raises:
        TypeError: It is neither a path nor a file that can be written.
    """
    if isinstance(file, (str, os.PathLike)):
        return os.fsdecode(file)
    if not hasattr(file, "write"):
        raise TypeError(f"expected a path or a file that is open for writing, got {type(file).__name__}")
    return "-"


class _TextOnly:
    """Standard output as a stream of bytes, where it is a text stream without one: in a notebook, or redirected."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8")().decode  # what is held back comes in any pieces

    def write(self, data: bytes) -> int:
        self._stream.write(self._decode(data))
        return len(data)

    def flush(self) -> None:
        self._stream.flush()


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
