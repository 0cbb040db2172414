"""A framework from before it said who is in the room: what its file leaves out, as it was meant then.

Its goals last, unless they are those of a shipped conversation: no goal of a coach's own framework is ever lost.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeGuard

from coachcli.domain.before import Rooms, is_aim, shipped_rooms
from coachcli.domain.framework.names import is_framework_name
from coachcli.domain.problems import Problem
from coachcli.domain.terms import Room
from coachcli.domain.value import changed
from coachcli.errors import CoachError
from coachcli.store.disk import files
from coachcli.store.framework.files import shipped
from coachcli.store.framework.parts import INNER, Kind, is_empty, text_of
from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Plain, Scalar, Sequence, plain, problem_at

_ROOM = "this file does not say who is in the room"
_FORBIDDEN = "E351"
_LASTS = "this goal is taken for one of the whole work, as the file does not say"


def says_room(tree: Mapping) -> bool:
    """Whether a file says who is in the room, as every file of today does."""
    return "with" in tree.entries and not is_empty(tree.entries["with"].value)


def with_void_marks(found: list[Problem], tree: Mapping) -> list[Problem]:
    """The problems of a framework, where a mark that the room forbids is void.

    So it is with marks that are inherited, which nobody could take away, and with those in a file of before.
    """
    own = [problem for problem in found if problem.code != _FORBIDDEN or problem.line]
    if says_room(tree):
        return own
    return [changed(one, code="W409", level="warning") if one.code == _FORBIDDEN else one for one in own]


def dated(tree: Mapping, file_id: str) -> tuple[Mapping, list[Problem]]:
    """The tree as a file of today has it, and advice to say so in it."""
    if says_room(tree):
        return tree, []
    name, parent = text_of(tree, "id") or file_id, text_of(tree, "extends").strip()
    advice: list[Problem] = []

    def lasting(goal: Mapping) -> Mapping:
        if not _is_undecided(goal) or any(is_aim(framework, text_of(goal, "id")) for framework in (name, parent)):
            return goal
        advice.append(_advice(goal, "W408", _LASTS, "add  lasts: yes  , or  lasts: no  for an aim of the hour"))
        return _with(goal, "lasts", "yes")

    whole = _questions_changed(tree, lasting)
    is_alone = text_of(tree, "kind") == "reflection"
    if parent and not is_alone:
        return whole, advice
    rooms = Rooms("alone") if is_alone else shipped_rooms(name) or Rooms()
    hint = f"add  with: {rooms.framework}  (there are client, three, sponsor, stakeholder and alone)"
    return _with_rooms(whole, rooms), [_advice(tree, "W407", _ROOM, hint), *advice]


def says_what_lasts(folder: Path, framework: str) -> bool:
    """Whether a framework says which of its goals last: a shipped one does, one of a coach's own if its file does."""
    # The id comes from a session file. Anything else there is not taken for a path.
    if not is_framework_name(framework):
        return False
    own = folder / f"{framework}.yaml"
    return _has_lasts(_settings(own)) if own.is_file() else shipped(framework) is not None


def _settings(path: Path) -> Plain:
    # It loads YAML, and of shipped frameworks nothing is read here.
    from coachcli.store.yaml_io import strict_reader  # noqa: PLC0415

    with suppress(CoachError, strict_reader.YamlProblemError):
        raw = files.read_bytes(path, strict_reader.FRAMEWORK.bytes)
        return plain(strict_reader.read(raw, strict_reader.FRAMEWORK))
    return None


def _has_lasts(part: Plain) -> bool:
    if isinstance(part, dict):
        return "lasts" in part or any(_has_lasts(value) for value in part.values())
    return isinstance(part, list) and any(_has_lasts(value) for value in part)


def _is_undecided(question: Mapping) -> bool:
    """Whether a question is a goal, and does not say whether it lasts."""
    return text_of(question, "type") == "goal" and not {"lasts", "keep_as"} & set(question.entries)


def _advice(node: Node, code: str, text: str, hint: str) -> Problem:
    return changed(problem_at(node, code, text, hint), level="warning")


def _questions_changed(part: Mapping, change: Callable[[Mapping], Mapping], kind: Kind | None = None) -> Mapping:
    """A part with each question that has settings changed."""
    if kind == "ask":
        return change(part)
    entries = dict(part.entries)
    for inner in INNER[kind]:
        value = entries[inner].value if inner in entries else None
        if isinstance(value, Sequence):
            nodes = (_questions_changed(one, change, inner) if isinstance(one, Mapping) else one for one in value.items)
            entries[inner] = Entry(entries[inner].key, changed(value, items=tuple(nodes)))
    return changed(part, entries=entries)


def _with_rooms(tree: Mapping, rooms: Rooms) -> Mapping:
    """The tree with who is in the room, in the whole of it and in each stage where somebody else is."""
    stages = tree.entries["stages"].value if "stages" in tree.entries else None
    whole = _with(tree, "with", rooms.framework)
    if not rooms.stages or not isinstance(stages, Sequence):
        return whole
    known = dict(rooms.stages)
    nodes = (
        _with(stage, "with", known[text_of(stage, "id")]) if _is_undated(stage, known) else stage
        for stage in stages.items
    )
    entry = Entry(tree.entries["stages"].key, changed(stages, items=tuple(nodes)))
    return changed(whole, entries={**whole.entries, "stages": entry})


def _is_undated(stage: Node, rooms: dict[str, Room]) -> TypeGuard[Mapping]:
    return isinstance(stage, Mapping) and "with" not in stage.entries and text_of(stage, "id") in rooms


def _with(part: Mapping, name: str, text: str) -> Mapping:
    """A part with a setting that nobody wrote; it stands where the part does."""
    setting, value = (Scalar(words, True, part.line, part.column, part.line, part.column) for words in (name, text))
    return changed(part, entries={**part.entries, name: Entry(setting, value)})
