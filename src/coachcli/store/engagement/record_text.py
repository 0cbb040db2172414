"""The text of a small file that is one record, as roads and engagements are: the record, and all that is wrong with it.

A slip in the text is mended so that the rest can be read, and what is wrong in one line hides nothing in another.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from coachcli.domain.engagement.flaws import Flaw
from coachcli.domain.engagement.names import engagement_id
from coachcli.domain.problems import Problem, Where, has_error
from coachcli.domain.record import Record
from coachcli.domain.record_data import checked, names_in_order, records_in
from coachcli.domain.value import changed
from coachcli.store.engagement.record_errors import in_words
from coachcli.store.framework import corrections
from coachcli.store.framework.parts import is_empty, shown
from coachcli.store.framework.text import Reading, readings
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Entry, Mapping, Node, Sequence, node_at, plain, problem_at, span
from coachcli.store.yaml_io.strict_reader import Limits

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Kind = TypeVar("Kind", bound=Record)
_ROUNDS = 4


class Form(NamedTuple, Generic[Kind]):
    """What a file has to be: the record in it, an example of a line, and the flaws that a whole one may have.

    `named_by_file`: its id is the name of its file, and is not written in it. `harmless` has a value for each setting
    that must be there, to go on with where it is wrong. `limits` is the most that the file may hold.
    """

    record: type[Kind]
    example: str
    flaws: Callable[[Kind], Iterable[Flaw]]
    harmless: dict[str, Any]
    named_by_file: bool = False
    limits: Limits = strict_reader.FRAMEWORK


class CheckedText(NamedTuple, Generic[Kind]):
    """The outcome of a check: the lines of the text, the record if it can be used, and all problems."""

    lines: tuple[str, ...]
    record: Kind | None
    problems: tuple[Problem, ...]


def check(data: bytes, file_id: str, form: Form[Kind]) -> CheckedText[Kind]:
    """Read and check the text of a file; `file_id` is the name of the file."""
    outcomes = (_check(reading, file_id, form) for reading in readings(data, form.limits))
    return min(outcomes, key=lambda outcome: len(outcome.problems))


def _check(reading: Reading, file_id: str, form: Form[Kind]) -> CheckedText[Kind]:
    if reading.tree is None:
        return CheckedText(reading.lines, None, reading.problems)
    if not isinstance(reading.tree, Mapping):
        no_settings = problem_at(reading.tree, "E207", f"this should be settings such as  {form.example}")
        return CheckedText(reading.lines, None, reading.all_problems([no_settings]))
    found: list[Problem] = []
    tree = _as_meant(reading.tree, form.record, found, {"id"} if form.named_by_file else set())
    record = _record(tree, file_id, form, found)
    problems = reading.all_problems(_one_at_each_place(found))
    return CheckedText(reading.lines, None if has_error(problems) else record, problems)


def _as_meant(tree: Mapping, kind: type[Record], found: list[Problem], unwritten: set[str]) -> Mapping:
    """The tree with the settings that were meant, however deep, and without those that are empty."""
    names = [name for name in names_in_order(kind) if name not in unwritten]
    right, slips = corrections.as_meant_among(tree, names)
    found += slips
    entries = {name: entry for name, entry in right.entries.items() if not is_empty(entry.value)}
    for name, inner in records_in(kind).items():
        if name in entries:
            entries[name] = Entry(entries[name].key, _within(entries[name].value, name, inner.record, found))
    return changed(right, entries=entries)


def _within(value: Node, name: str, kind: type[Record], found: list[Problem]) -> Node:
    """The records that stand behind a setting, each as it was meant."""
    if isinstance(value, Mapping):
        return _as_meant(value, kind, found, set())
    if isinstance(value, Sequence):
        return changed(value, items=tuple(_within(item, name, kind, found) for item in value.items))
    return value


def _record(tree: Mapping, file_id: str, form: Form[Kind], found: list[Problem]) -> Kind | None:
    """The record, whose wrong settings are mended as long as it takes to look at all the others."""
    from pydantic import ValidationError  # noqa: PLC0415 only where a file is not known yet

    data: Any = plain(tree)
    if form.named_by_file:
        data = {"id": file_id, **data}
    wrong: list[Where] = []
    for attempt in range(_ROUNDS):
        try:
            record = checked(form.record, data)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                if not attempt:
                    found.append(_problem(details, tree))
                wrong.append(_mended(data, details, form.harmless))
        else:
            found += [_placed(flaw, tree) for flaw in form.flaws(record) if not _is_about(flaw.where, wrong)]
            return record
    return None


def _is_about(where: Where, places: list[Where]) -> bool:
    return any(where[: len(place)] == place for place in places)


def _mended(data: Any, details: "ErrorDetails", harmless: dict[str, Any]) -> Where:
    """Put something harmless in the place of what is wrong, or take it out; returns the place."""
    where = tuple(step for step in details["loc"] if step != "[key]")
    around = data
    for step in where[:-1]:
        around = around[step]
    last: Any = where[-1]
    if last in harmless:
        around[last] = harmless[last]
    elif isinstance(around, list):
        around[last] = dict(harmless["-"])
    else:
        around.pop(last, None)
    return where


def _problem(details: "ErrorDetails", tree: Mapping) -> Problem:
    where = tuple(step for step in details["loc"] if step != "[key]")
    node, key = node_at(tree, where)
    place: Node = key if key is not None and details["loc"] != where else node
    if where == ("id",) and "id" not in tree.entries:
        code, text, hint = "E206", "the name of the file cannot be an id", _file_name(str(details["input"]))
    else:
        code, text, hint = in_words(details, where, shown(place))
    line, column, width = span(place)
    return Problem(code, line, column, text, width=width, hint=hint)


def _file_name(name: str) -> str:
    return f"call the file {engagement_id(name)}.yaml"


def _placed(flaw: Flaw, tree: Mapping) -> Problem:
    node, _ = node_at(tree, flaw.where)
    code = "E320" if flaw.level == "error" else "W320"
    return changed(problem_at(node, code, flaw.text, flaw.hint), level=flaw.level)


def _one_at_each_place(found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, of several at one place the first: the others follow from it."""
    yield from {(problem.line, problem.column): problem for problem in reversed(list(found))}.values()
