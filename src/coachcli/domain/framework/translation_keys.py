"""What of a framework is put into other words by a translation, and by which key each text goes."""

from collections.abc import Iterable, Iterator
from typing import Any

from coachcli.domain.framework.conditions import Test, UnreadableConditionError, read_condition
from coachcli.domain.problems import Where
from coachcli.domain.text import folded

_WHOLE = ("title", "about", "credit")
_OF_STAGE = ("title", "aim", "cue", "exit")
_OF_STEP = ("title", "cue")
_OF_QUESTION = ("ask", "cue", "low", "high", "default", "probes", "choices")


def texts(framework: dict[str, Any]) -> dict[str, Where]:
    """Where each text of a framework in its canonical form stands, by the key it has in a translation."""
    found: dict[str, Where] = dict(_present(framework, (), "", (*_WHOLE, "checks")))
    for where, kind, part in _parts(framework, ()):
        if kind == "ask":
            found |= _present(part, where, f"{part['id']}.", _OF_QUESTION)
        else:
            of = (*_OF_STAGE, "checks") if kind == "stages" else _OF_STEP
            found |= _present(part, where, f"{kind}.{part['id']}.", of)
    return found


def _present(part: dict[str, Any], where: Where, prefix: str, names: Iterable[str]) -> Iterator[tuple[str, Where]]:
    for name in names:
        if part.get(name):
            yield f"{prefix}{name}", (*where, name)


def _parts(part: dict[str, Any], where: Where) -> Iterator[tuple[Where, str, dict[str, Any]]]:
    for kind in ("stages", "steps", "ask"):
        inner = part.get(kind)
        for number, item in enumerate(inner if isinstance(inner, list) else []):
            yield (*where, kind, number), kind, item
            yield from _parts(item, (*where, kind, number))


def following(sentence: str, choices: dict[str, dict[str, str]]) -> str:
    """A condition that names choices in their new words; `choices` has those words by the id and the old words."""
    try:
        condition = read_condition(sentence)
    except UnreadableConditionError:
        return sentence
    new = {test: choices.get(test.id, {}).get(folded(test.value)) for test in condition.tests}
    if not any(new.values()):
        return sentence
    return f" {condition.joiner} ".join(_said(test, new[test]) for test in condition.tests)


def _said(test: Test, value: str | None) -> str:
    words = test.value if value is None else value
    quote = "'" if '"' in words else '"'
    return f"{test.id} {test.op}" + (f" {quote}{words}{quote}" if words else "")
