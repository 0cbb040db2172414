"""Time and memory of whole processes, taken in turns so that a busy minute falls on all of them alike."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any, Self, TypeVar

import pexpect

CURSOR_REQUEST = b"\x1b[6n"
CURSOR_ANSWER = b"\x1b[1;1R"
PATIENCE_SECONDS = 20
# How long a screen has to stand still before it counts as drawn.
QUIET_SECONDS = 0.06

_LAUNCHER = """import os, sys
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(process, 0)
print("", used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr, end="")
sys.exit(os.waitstatus_to_exitcode(status))
"""
# Kilobytes, but on macOS bytes.
_UNITS_IN_A_MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Sample:
    """One run: milliseconds until the answer, and the most memory it held, in MB."""

    ms: float
    megabytes: float


@dataclass(frozen=True)
class Result:
    """The runs of one contender."""

    samples: Sequence[Sample]

    @property
    def ms(self) -> float:
        return median(sample.ms for sample in self.samples)

    @property
    def slow_ms(self) -> float:
        """What nine of ten runs stay below."""
        return quantiles([sample.ms for sample in self.samples], n=10)[-1]

    @property
    def megabytes(self) -> float:
        return median(sample.megabytes for sample in self.samples)


Name = TypeVar("Name")


def in_turns(contenders: Mapping[Name, Callable[[], Sample]], rounds: int) -> dict[Name, Result]:
    """Each contender once to warm up, then A B C A B C."""
    for contender in contenders.values():
        contender()
    samples: dict[Name, list[Sample]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, contender in contenders.items():
            samples[name].append(contender())
    return {name: Result(found) for name, found in samples.items()}


def whole_process(command: Sequence[str], environment: Mapping[str, str], megabytes: float = 0) -> Sample:
    """A command from the start of its process to the end of it; what it holds is known already."""
    began = time.perf_counter()
    subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return Sample((time.perf_counter() - began) * 1000, megabytes)


def peak_megabytes(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The most memory a command holds."""
    return processor_time(command, environment).megabytes


def processor_time(command: Sequence[str], environment: Mapping[str, str]) -> Sample:
    """A command by the time that processors worked for it, which other work on the machine hardly changes.

    A process counts the memory of its parent as its own, so that one is small.
    """
    launched = [sys.executable, "-S", "-c", _LAUNCHER, *command]
    ran = subprocess.run(
        launched,
        env=environment,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    seconds, held = ran.stderr.rsplit(None, 2)[-2:]
    return Sample(float(seconds) * 1000, int(held) / _UNITS_IN_A_MEGABYTE)


class Screen:
    """A command in a terminal of its own, which answers where its cursor is, as real ones do."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._began = time.perf_counter()
        self._child: Any = pexpect.spawn(
            command[0], list(command[1:]), env=dict(environment), dimensions=(24, 80), timeout=PATIENCE_SECONDS
        )
        self._child.delaybeforesend = None
        self._seen = b""
        self._answered = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        """The process in it."""
        return int(self._child.pid)

    def first(self, pattern: bytes) -> float:
        """Milliseconds from the start of the process until this is on the screen."""
        self._until(pattern)
        return (time.perf_counter() - self._began) * 1000

    def after(self, keys: bytes, pattern: bytes) -> float:
        """Milliseconds from these keys until this is on the screen."""
        self.settle()
        self._seen, self._answered = b"", 0
        began = time.perf_counter()
        self._child.send(keys)
        self._until(pattern)
        return (time.perf_counter() - began) * 1000

    def settle(self) -> None:
        """Let it finish drawing."""
        while self._read(QUIET_SECONDS):
            pass

    def stop(self) -> float:
        """Kill it, and tell the most memory it held, in MB."""
        if self._child.closed or sys.platform == "win32":
            return 0.0
        self._child.kill(signal.SIGKILL)
        _, _, usage = os.wait4(self._child.pid, 0)
        self._child.ptyproc.fileobj.close()
        self._child.closed = self._child.ptyproc.closed = True
        return usage.ru_maxrss / _UNITS_IN_A_MEGABYTE

    def _until(self, pattern: bytes) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not re.search(pattern, self._seen, re.DOTALL):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{pattern!r} did not appear in {self._seen[-2000:]!r}")
            self._read(0.5)

    def _read(self, seconds: float) -> bytes:
        try:
            data: bytes = self._child.read_nonblocking(65536, seconds)
        except pexpect.TIMEOUT:
            return b""
        self._seen += data
        asked = self._seen.count(CURSOR_REQUEST)
        for _ in range(asked - self._answered):
            self._child.send(CURSOR_ANSWER)
        self._answered = asked
        return data


def entered(screen: Screen, numbers: Iterator[int], following: bytes | None = None) -> Sample:
    """From Enter to the next prompt, which begins with `following`; without, to the card with the note on it."""
    # No letter is where it was before: a card that only draws what has changed draws the whole note.
    words = letter(numbers) * 8
    screen.after(words, words)
    return Sample(screen.after(b"\r", following or words), 0)


def letter(numbers: Iterator[int]) -> bytes:
    """The next letter of the alphabet, over and over."""
    return b"%c" % (ord("a") + next(numbers) % 26)
