"""The clipboard of the machine at which the coach sits, reached through the terminal alone (OSC 52)."""

import base64
import os
import sys

from coachcli.errors import CoachError
from coachcli.live.conversation import has_screen

# A text of so many bytes makes a sequence of 100,000 bytes; xterm and hterm drop longer ones.
LONGEST = 74_994


def has_clipboard() -> bool:
    """Whether there is a terminal that may take a text; no terminal says whether it did."""
    return has_screen()


def copy(text: str) -> None:
    """Ask the terminal to put a text on the clipboard; raises CoachError where it cannot be asked."""
    data = text.encode()
    if len(data) > LONGEST:
        raise CoachError("This is too long for a terminal's clipboard.", "m writes it to a file instead.")
    try:
        sys.stdout.write(sequence(data, in_tmux="TMUX" in os.environ))
        sys.stdout.flush()
    except OSError:
        raise CoachError("The terminal did not take it.", "m writes it to a file instead.") from None


def sequence(data: bytes, *, in_tmux: bool) -> str:
    """The sequence that asks a terminal. tmux heeds either it or its wrapped form, as it is set up: so it gets both."""
    request = f"\x1b]52;c;{base64.b64encode(data).decode()}\x07"
    # The wrapped form is a DCS addressed to tmux, in which every ESC is doubled.
    passed_on = "\x1bPtmux;" + request.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    return passed_on + request if in_tmux else request
