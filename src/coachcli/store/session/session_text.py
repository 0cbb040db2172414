"""The text of a session file, where what did not change since it was last written is not written anew."""

import re
from typing import Any

from coachcli.domain.session.model import Note, Record, Session, Turn
from coachcli.store import yaml_text

_LINE = re.compile(r"^(?=[^\n])", re.MULTILINE)
# What ends a document is written otherwise there than before something else: so something always follows, and goes.
_LAST, _LAST_TURNS = "- ''\n", "turns: ''\n"
_END = "...\n"


class SessionText:
    """Remembers the text of each turn and note of the session it wrote last: they are never changed, but replaced.

    A session of 500 notes takes 10 ms to write, for which a key would have to wait, and a note more than that 0.3 ms.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Record, str]] = {}
        """By identity, with what is known by it, so that nothing else can come to have that identity."""

    def of(self, session: Session) -> bytes:
        """The text of the file, to the letter as if it were written at once."""
        before, self._known = self._known, {}
        head = _without(yaml_text.write({**_data(session, "turns"), "turns": ""}), _LAST_TURNS)
        turns = "".join(self._turn(turn, before) for turn in session.turns)
        return ended(f"{head}turns:\n{turns}" if turns else head)

    def _turn(self, turn: Turn, before: dict[int, tuple[Record, str]]) -> str:
        notes = "".join(self._note(note, before) for note in turn.notes)
        known = before.get(id(turn))
        text = known[1] if known is not None else _item(_data(turn, "notes")) + (f"  notes:\n{notes}" if notes else "")
        self._known[id(turn)] = (turn, text)
        return text

    def _note(self, note: Note, before: dict[int, tuple[Record, str]]) -> str:
        known = before.get(id(note))
        text = known[1] if known is not None else _LINE.sub("  ", _item(_data(note)))
        self._known[id(note)] = (note, text)
        return text


def ended(text: str) -> bytes:
    """The text of a file with the mark that it is whole, which libyaml puts there itself after some texts."""
    return (text.removesuffix(_END) + _END).encode()


def _data(record: Record, *without: str) -> dict[str, Any]:
    data: dict[str, Any] = record.model_dump(mode="python", by_alias=True, exclude_defaults=True, exclude={*without})
    return data


def _item(data: yaml_text.Value) -> str:
    """The text of one thing in a list."""
    return _without(yaml_text.write([data, ""]), _LAST)


def _without(text: str, last: str) -> str:
    return text.removesuffix(_END).removesuffix(last)
