"""The settings there are at each place of a framework's file, and repairs of those that are wrong.

A repair puts something harmless in the place, so that all the rest can be checked as well.
"""

from collections.abc import Collection
from typing import Any

from coachcli.domain.framework.checks import CHECKS
from coachcli.domain.framework.fields import QUESTIONS, names_of, written_in
from coachcli.domain.framework.questions import Asked
from coachcli.domain.framework.settings import PARTS, SETTINGS, extending_in, names_where
from coachcli.domain.framework.short_forms import id_from
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Where

_HARMLESS = names_where(lambda setting: setting.is_harmless)
# The settings that go with the type of a question.
_OF_TYPES = written_in("Question") - {"type", *names_of(Asked).values()}


def is_meant_as_setting(name: str) -> bool:
    """Whether a name is a setting of a question, or a slip for one; `What matters` is the beginning of a text."""
    names = written_in("Question")
    return name in names | extending_in("Question") or (" " not in name and alike(name, names) is not None)


def alike(word: str, names: Collection[str]) -> str | None:
    """The name that a word most likely means; None where it is like none."""
    return nearest(word.casefold(), names)


def split(where: Where) -> tuple[Where, str]:
    """The place in the file of a place that pydantic names, and the tag that pydantic put into it, if it did."""
    path: list[str | int] = []
    tag = ""
    for step in where:
        if len(path) > 1 and isinstance(path[-1], int) and path[-2] in {"ask", "checks"} and isinstance(step, str):
            names = QUESTIONS if path[-2] == "ask" else CHECKS
            if not tag and step in names:
                tag = step
                continue
        path.append(step)
    return tuple(path), tag


def settings_at(where: Where, kind: str = "") -> frozenset[str]:
    """The settings that the part at a place of the file may have; `kind` is the type of a question or a check."""
    return written_in(part_named_at(where), kind)


def known_at(where: Where, kind: str = "") -> frozenset[str]:
    """These settings, and those that only a file that extends another may have."""
    part = part_named_at(where)
    return written_in(part, kind) | extending_in(part)


def part_named_at(where: Where) -> str:
    """The part at a place: what the items of the innermost list around it are."""
    return next((PARTS[step] for step in reversed(where) if isinstance(step, str) and step in PARTS), "Framework")


class Repairs:
    """Mends a framework's data; keeps the places that it mended, and the ids of which nothing more can be said."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.mended: set[Where] = set()
        self.doubtful: set[str] = set()
        self._data = data
        self._made = 0

    def mend(self, where: Where) -> None:
        """Mend what is wrong at a place of the file."""
        at = part_at(where)
        setting = str(where[len(at)]) if len(where) > len(at) else ""
        part, kind = _found(self._data, at), at[-2] if at else ""
        if kind == "checks":
            self._put(at, {"at_least": 1, "of": "note", "say": "?"})
        elif not isinstance(part, dict):
            self._put(at, self._question() if kind == "ask" else self._stage())
        elif kind == "ask":
            self._mend_question(part, setting)
        else:
            self._mend_part(part, setting)
        if setting not in _HARMLESS:
            self.mended.add(at)

    def _mend_question(self, question: dict[str, Any], setting: str) -> None:
        if setting == "ask":
            question["ask"] = "?"
        elif setting == "id":
            self._rename(question)
        elif setting:
            question.pop(setting, None)
            self.doubtful |= set() if _is_harmless_in_question(setting) else {str(question.get("id"))}
        else:
            self.doubtful.add(str(question.get("id")))
            for name in [name for name in question if name in _OF_TYPES]:
                del question[name]
            question["type"] = "note"

    def _mend_part(self, part: dict[str, Any], setting: str) -> None:
        """Mend a framework, a stage or a step."""
        match setting:
            case "title":
                part["title"] = "?"
            case "id":
                self._rename(part)
            case "ask" | "steps" | "stages":
                part[setting] = self._list(setting, part.get(setting))
            case "" if "most" in part:
                del part["most"]
            case "":
                self.doubtful |= _ids(part.pop("steps", None))
                part.setdefault("ask", [self._question()])
            case _:
                part.pop(setting, None)
                self.doubtful |= {"item"} if setting == "for_each" else set()

    def _rename(self, part: dict[str, Any]) -> None:
        old = str(part.get("id"))
        self.doubtful |= {old, id_from(old, set(), "my")}
        part["id"] = self._name()

    def _list(self, setting: str, value: Any) -> list[Any]:
        """The list itself, or a harmless one where there is none."""
        if isinstance(value, list) and value:
            return value
        return [self._question() if setting == "ask" else self._stage()]

    def _question(self) -> dict[str, Any]:
        return {"id": self._name(), "type": "note", "ask": "?"}

    def _stage(self) -> dict[str, Any]:
        return {"id": self._name(), "title": "?", "ask": [self._question()]}

    def _name(self) -> str:
        """An id that nobody writes."""
        self._made += 1
        return f"nameless__{self._made}"

    def _put(self, at: Where, value: Any) -> None:
        _found(self._data, at[:-1])[at[-1]] = value


def part_at(where: Where) -> Where:
    """The place of the innermost stage, step, question or check around a place."""
    ends = (i + 2 for i in range(len(where) - 1) if where[i] in PARTS and isinstance(where[i + 1], int))
    return where[: max(ends, default=0)]


def _is_harmless_in_question(setting: str) -> bool:
    return setting in SETTINGS["Question"] and SETTINGS["Question"][setting].is_harmless


def _found(data: Any, where: Where) -> Any:
    for step in where:
        data = data[step]
    return data


def _ids(parts: Any) -> set[str]:
    """Every id in parts that are left out."""
    if isinstance(parts, dict):
        own = {str(parts["id"])} if "id" in parts else set()
        return own.union(*map(_ids, parts.values()))
    return set[str]().union(*map(_ids, parts)) if isinstance(parts, list) else set()
