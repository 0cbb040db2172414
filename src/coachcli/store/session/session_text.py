"""The text of a session file; parts that did not change since it was last written are not written anew."""

import re
from typing import Any

from coachcli.domain.record import Record
from coachcli.domain.record_data import without_defaults
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.patterns import pattern
from coachcli.store.yaml_io import writer

_LINE = pattern(r"^(?=[^\n])", re.MULTILINE)
# The last text of a document is written differently. So an empty one is put behind each part, and taken off again.
_LAST, _LAST_TURNS = "- ''\n", "turns: ''\n"
_END = "...\n"


NODES_OF_A_LINE = 60
"""The most names and values that a line adds to a file: those of a note, and of another visit to a question."""
_BYTES_AROUND_IT, _BYTES_A_ROW = 2000, 12
_SHORT = 4000


class SessionText:
    """Remembers the text of each turn and note of the session it wrote last, as these are never changed, only replaced.

    A session of 500 notes takes 10 ms to write, for which a key would have to wait, and a note more than that 0.3 ms.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Record, str, int]] = {}
        """Texts by the identity of the record, which is kept beside its text so that no other can get that identity."""
        self.nodes = 0
        """The number of names and values in the text that was written last."""

    def of(self, session: Session) -> bytes:
        """The text of the file, to the letter as if all of it were written at once."""
        before, self._known = self._known, {}
        data = {**_data(session, "turns"), "turns": ""}
        head, self.nodes = _without(writer.write(data), _LAST_TURNS), nodes_in(data)
        turns = "".join(self._turn(turn, before) for turn in session.turns)
        return ended(f"{head}turns:\n{turns}" if turns else head)

    def _turn(self, turn: Turn, before: dict[int, tuple[Record, str, int]]) -> str:
        notes = "".join(self._note(note, before) for note in turn.notes)
        entry = before.get(id(turn))
        if entry is None:
            data = _data(turn, "notes")
            entry = turn, _item(data) + (f"  notes:\n{notes}" if notes else ""), nodes_in(data) + 2
        return self._remembered(entry)

    def _note(self, note: Note, before: dict[int, tuple[Record, str, int]]) -> str:
        entry = before.get(id(note))
        if entry is None:
            data = _data(note)
            entry = note, _LINE.sub("  ", _item(data)), nodes_in(data)
        return self._remembered(entry)

    def _remembered(self, entry: tuple[Record, str, int]) -> str:
        self._known[id(entry[0])] = entry
        self.nodes += entry[2]
        return entry[1]


def room_for(line: str) -> int:
    """The most bytes that a line takes in a file, with all that is written along with it."""
    size = len(writer.write([line]).encode()) if len(line) > _SHORT else 6 * len(line.encode("utf-8", "replace"))
    return size + _BYTES_A_ROW * line.count("\n") + _BYTES_AROUND_IT


def nodes_in(data: writer.Value) -> int:
    """The number of names and values in data when it is read again."""
    if isinstance(data, dict):
        return 1 + sum(1 + nodes_in(value) for value in data.values())
    return 1 + (sum(map(nodes_in, data)) if isinstance(data, list | tuple) else 0)


def ended(text: str) -> bytes:
    """The text of a file with the mark of its end, which libyaml itself writes after some texts."""
    return (text.removesuffix(_END) + _END).encode()


def _data(record: Record, *without: str) -> dict[str, Any]:
    return {name: part for name, part in without_defaults(record).items() if name not in without}


def _item(data: writer.Value) -> str:
    """The text of an item of a list."""
    return _without(writer.write([data, ""]), _LAST)


def _without(text: str, last: str) -> str:
    return text.removesuffix(_END).removesuffix(last)
