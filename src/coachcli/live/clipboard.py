"""The clipboard of the machine the coach sits at, reached through the terminal alone (OSC 52)."""

import base64
import os
import sys

from coachcli.errors import CoachError
from coachcli.live.conversation import has_screen

# xterm and hterm drop a sequence of more than 100,000 bytes; so much text makes one of that length.
LONGEST = 74_994


def has_clipboard() -> bool:
    """Whether there is a terminal that could take it; whether it does, none of them says."""
    return has_screen()


def copy(text: str) -> None:
    """Ask the terminal to put this on the clipboard; raises CoachError where it cannot."""
    data = text.encode()
    if len(data) > LONGEST:
        raise CoachError("This is too long for a terminal's clipboard.", "m writes it to a file instead.")
    try:
        sys.stdout.write(sequence(data, in_tmux="TMUX" in os.environ))
        sys.stdout.flush()
    except OSError:
        raise CoachError("The terminal did not take it.", "m writes it to a file instead.") from None


def sequence(data: bytes, *, in_tmux: bool) -> str:
    """What a terminal understands. tmux takes it itself or passes it on, as it is set up, if at all: so both."""
    asked = f"\x1b]52;c;{base64.b64encode(data).decode()}\x07"
    # A DCS addressed to tmux, in which every ESC is doubled.
    passed_on = "\x1bPtmux;" + asked.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    return passed_on + asked if in_tmux else asked
