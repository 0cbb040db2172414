"""The fields of a framework's records: the one place that asks the records which settings they have."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from coachcli.domain.framework.checks import CHECKS
from coachcli.domain.framework.model import Framework, Pack, Stage, Step
from coachcli.domain.framework.parts import Part
from coachcli.domain.framework.questions import Asked, Question
from coachcli.domain.framework.settings import SETTINGS, TRANSLATION, Setting, names_where
from coachcli.domain.record_data import without_nothing
from coachcli.domain.value import plain

WHOLES: dict[str, type[Part]] = {"Framework": Framework, "Stage": Stage, "Step": Step}
"""The records of parts that come in one type only."""
QUESTIONS: dict[str, type[Part]] = {
    get_args(record.__annotations__["type"])[0]: record for record in get_args(get_args(Question)[0])
}
"""The records of questions by their type."""


def names_of(record: type[Part]) -> dict[str, str]:
    """The names of a record's fields, each with the name it is written by."""
    return dict(zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True))


def settings_of(record: type[Part]) -> dict[str, Setting]:
    """The settings of a record by the names of its fields; raises KeyError for one that SETTINGS does not describe."""
    part = "Question" if issubclass(record, Asked) else _part_of_class(record)
    return {field: SETTINGS[part][name] for field, name in names_of(record).items()}


def _part_of_class(record: type[Part]) -> str:
    return next((name for name, whole in WHOLES.items() if issubclass(record, whole)), "Check")


def records_of(part: str) -> dict[str, type[Part]]:
    """The records of a part by their types; a part of one type only has it under its own name."""
    return {"Question": QUESTIONS, "Check": CHECKS}.get(part) or {part: WHOLES[part]}


def source_of(part: Part) -> dict[str, Any]:
    """A part as it would be written down in full, but without settings that say nothing."""
    return plain(without_nothing(part))


@cache
def written_in(part: str, kind: str = "") -> frozenset[str]:
    """The names that may stand in a part, or in one `kind` of question or check, without those for `extends:`."""
    records = records_of(part)
    matching = [records[kind]] if kind in records else [*records.values()]
    return frozenset(name for record in matching for name in names_of(record).values())


@cache
def lists() -> frozenset[str]:
    """The names of all settings whose value is a list, in some part."""
    records = [record for part in SETTINGS for record in records_of(part).values()]
    return names_where(lambda setting: setting.takes_list).union(*map(_lists_of, records))


@cache
def file_names() -> frozenset[str]:
    """The names at the top of a framework's file, of a translation or of a pack."""
    return frozenset({*SETTINGS["Framework"], *TRANSLATION, *names_of(Pack).values()})


def _lists_of(record: type[Part]) -> Iterator[str]:
    hints = get_type_hints(record)
    for field, name in names_of(record).items():
        if tuple in {get_origin(hint) for hint in (hints[field], *get_args(hints[field]))}:
            yield name
