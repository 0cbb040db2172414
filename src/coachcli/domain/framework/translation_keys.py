"""The texts that a translation puts into another language, each by its key; and conditions in that language."""

from collections.abc import Iterator
from typing import Any

from coachcli.domain.framework.conditions import Test, UnreadableConditionError, read_condition
from coachcli.domain.framework.settings import PARTS, words_of
from coachcli.domain.problems import Where
from coachcli.domain.text import folded


def texts(framework: dict[str, Any]) -> dict[str, Where]:
    """The place of each text in the canonical form of a framework, by its key in a translation."""
    places: dict[str, Where] = dict(_present(framework, (), ""))
    for where, part in _parts(framework, ()):
        of = "" if where[-2] == "ask" else f"{where[-2]}."
        places |= _present(part, where, f"{of}{part['id']}.")
    return places


def _present(part: dict[str, Any], where: Where, prefix: str) -> Iterator[tuple[str, Where]]:
    kind = PARTS[str(where[-2])] if where else "Framework"
    # Hints have no ids of their own, so the name of their part stands for all of them.
    for name in (*words_of(kind), "checks"):
        if part.get(name):
            yield f"{prefix}{name}", (*where, name)


def _parts(part: dict[str, Any], where: Where) -> Iterator[tuple[Where, dict[str, Any]]]:
    for kind in ("stages", "steps", "ask"):
        inner = part.get(kind)
        for number, item in enumerate(inner if isinstance(inner, list) else []):
            yield (*where, kind, number), item
            yield from _parts(item, (*where, kind, number))


def following(sentence: str, choices: dict[str, dict[str, str]]) -> str:
    """The condition with the new words of choices; `choices` has these by the question's id and the old words."""
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
