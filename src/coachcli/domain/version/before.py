"""A session file from before it said who was in the room, in the words of today; as plain data, not yet checked."""

from collections.abc import Callable
from typing import Any

from coachcli.domain.before import Rooms, is_aim, is_next, series_of
from coachcli.domain.room import ROOMS

Data = dict[str, Any]
_JOINT = "."


def is_from_before(data: Data) -> bool:
    """Whether the file does not say who was in the room."""
    framework = data.get("framework")
    return isinstance(framework, dict) and "with" not in framework


def dated(data: Data, rooms_of: Callable[[str, str], Rooms]) -> tuple[Data, int]:
    """The data as a file of today has it, and how many of its marks are void; what is of the wrong shape stays.

    `rooms_of` tells the rooms of a framework by its id and its kind. A note can no longer be shared by a mark where the
    room forbids it. What was wanted from an hour alone is an aim, and the day on which to meet again an agreed date.
    """
    before = [data.get("framework"), *_list(data.get("switched_from"))]
    frameworks = {str(one.get("id")): one for one in before if isinstance(one, dict)}
    rooms = {name: rooms_of(name, str(one.get("kind", "conversation"))) for name, one in frameworks.items()}
    here = str(data["framework"].get("id"))
    turns = [_turn(turn, here, rooms) for turn in _list(data.get("turns"))]
    void = sum(count for _, count in turns)
    return {
        **data,
        "framework": {**data["framework"], "with": rooms[here].framework},
        **_switched(data, rooms),
        **({"turns": [turn for turn, _ in turns]} if turns else {}),
    }, void


def _switched(data: Data, rooms: dict[str, Rooms]) -> Data:
    if not isinstance(data.get("switched_from"), list):
        return {}
    return {
        "switched_from": [
            {**one, "with": rooms[str(one.get("id"))].framework} if isinstance(one, dict) else one
            for one in data["switched_from"]
        ]
    }


def _turn(turn: Any, here: str, rooms: dict[str, Rooms]) -> tuple[Any, int]:
    if not isinstance(turn, dict):
        return turn, 0
    framework, stage = _parted(str(turn.get("stage", "")), here)
    question = _parted(str(turn.get("question", "")), here)[1]
    room = rooms.get(framework, Rooms()).of(stage)
    series = series_of(framework, question)
    notes = [_meant(note, framework, question) for note in _list(turn.get("notes"))]
    kept = notes if ROOMS[room].may_share else [_unmarked(note) for note in notes]
    void = sum(1 for note, after in zip(notes, kept, strict=True) if note is not after)
    said: Data = {"with": room, **turn, **({"series": series} if series and _has_scale(notes) else {})}
    return {**said, **({"notes": kept} if notes else {})}, void


def _meant(note: Any, framework: str, question: str) -> Any:
    """The note of a goal for the hour as that of an aim, and the day on which to meet again as one that is agreed."""
    kind = note.get("kind") if isinstance(note, dict) else None
    if kind == "goal" and is_aim(framework, question):
        return {**note, "kind": "aim"}
    return {**note, "kind": "next"} if kind == "date" and is_next(framework, question) else note


def _unmarked(note: Any) -> Any:
    if not isinstance(note, dict) or note.get("share_with", "nobody") == "nobody":
        return note
    return {name: value for name, value in note.items() if name != "share_with"}


def _has_scale(notes: list[Any]) -> bool:
    return any(isinstance(note, dict) and "scale" in note for note in notes)


def _parted(name: str, here: str) -> tuple[str, str]:
    """The framework of a stage or a question, and its id there."""
    framework, joint, rest = name.partition(_JOINT)
    return (framework, rest) if joint else (here, name)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
