"""Which settings there are at which place of a framework's file."""

from collections.abc import Collection

from coachcli.domain.framework.checks import CHECKS
from coachcli.domain.framework.settings import PARTS, QUESTIONS, extending_in, written_in
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Where


def is_meant_as_setting(name: str) -> bool:
    """Whether a name is a setting of a question, or a slip of one; `What matters` is the beginning of a text."""
    names = written_in("Question")
    return name in names | extending_in("Question") or (" " not in name and alike(name, names) is not None)


def alike(word: str, known: Collection[str]) -> str | None:
    """What was most likely meant by a word, if anything."""
    return nearest(word.casefold(), known)


def split(where: Where) -> tuple[Where, str]:
    """A place as pydantic names it as a place of the file, and the last of its own names that was left out of it."""
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
    """The same with what only a file that extends another may have."""
    part = part_named_at(where)
    return written_in(part, kind) | extending_in(part)


def part_named_at(where: Where) -> str:
    """What part stands at a place: what the items of the innermost list around it are."""
    return next((PARTS[step] for step in reversed(where) if isinstance(step, str) and step in PARTS), "Framework")
