"""Records from plain data, quickly and thoroughly, and back."""

import json
import types
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
import pytest
from builders import NOW, note, session_of, turn_with
from domain.strategies import Way, ways
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from coachcli.domain.engagement.model import Ended, Engagement, Left, Milestone
from coachcli.domain.framework.parts import Part
from coachcli.domain.history.between import Between
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.record import Record
from coachcli.domain.record_data import (
    NotQuickError,
    checked,
    names_in,
    names_in_order,
    quick,
    records_in,
    without_defaults,
    without_nothing,
)
from coachcli.domain.session.model import Note, Session, Turn, When
from coachcli.domain.value import built, changed, plain

# What stands where it should not, or in a form that readers disagree about.
ODD: list[Any] = [
    None, "", "null", "NULL", "~", "nan", "-inf", "Infinity", "1e2", "1E-2", "-1e1", "01", "+1", " 1", "1.0", "1.50",
    ".5", "5.", "1_0", "-0", "-0.0", "0x1", "٣", "true", "True", "FALSE", "yes", "1", "0", "-1", "10.5", "11", "100001",
    "9" * 30, "9" * 400, "1.12345678", "2026-11-20", "20261120", "2026-02-30", "0000-01-01", "2026-11-20T14:00:00",
    "2026-11-20T14:00:00Z", "2026-11-20t14:00:00z", "2026-11-20 14:00:00+01:00", "2026-11-20T14:00+01:00",
    "2026-11-20T14:00:00.123456Z", "2026-11-20T14:00:00.1234567Z", "2026-11-20T14:00:00.9999999Z",
    "2026-11-20T14:00:60Z", "2026-11-20T24:00:00Z", "2026-11-20T14:00:00+24:00", "2026-11-20T14:00:00-00:00",
    "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "1700000000", "1700000000.5", "20000000000",
    "-62135596801", "253402300800", "14:00", "25:00", "14:00\n", "\ud800", "words",
    [], {}, ["words"], {"words": "words"}, [[]],
]  # fmt: skip


def kinds(kind: type[Record]) -> Iterator[type[Record]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("coachcli.") and not issubclass(one, Part):
            yield from (one, *kinds(one))


def words_of(literal: Any) -> list[str]:
    """What may stand there, also in a set of words that is made of others."""
    return [one for part in get_args(literal) for one in ([part] if isinstance(part, str) else words_of(part))]


def data_of(kind: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911 one arm each
    """Data as a file may hold it: every value a text."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return record_data(kind)
    parts = get_args(kind)
    match get_origin(kind):
        case origin if origin is Annotated:
            return data_of(parts[0])
        case origin if origin in {Union, types.UnionType}:
            return st.one_of(*(data_of(part) for part in parts if part is not type(None)))
        case origin if origin is Literal:
            return st.sampled_from(words_of(kind))
        case origin if origin is tuple:
            return st.lists(data_of(parts[0]), max_size=2)
        case origin if origin is dict:
            return st.dictionaries(data_of(parts[0]), data_of(parts[1]), max_size=2)
    return LEAVES[kind]


LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: st.sampled_from(["", "words", "14:00", "null", "7", "two\nlines"]) | st.text(max_size=5),
    int: st.integers(-1, 12).map(str),
    float: st.sampled_from(["0", "7", "7.5", "8.0", "-3", "1e1"]) | st.floats().map(str),
    bool: st.sampled_from(["true", "false"]),
    date: st.dates().map(str),
    datetime: st.datetimes(timezones=st.timezones()).map(datetime.isoformat) | st.datetimes().map(str),
}


@st.composite
def record_data(draw: st.DrawFn, kind: type[Record]) -> Any:
    data = {}
    for field in msgspec.structs.fields(kind):
        if field.required or draw(st.booleans()):
            odd = draw(st.integers(0, 30)) == 0
            data[field.encode_name] = draw(st.sampled_from(ODD) if odd else data_of(field.type))
    if draw(st.integers(0, 40)) == 0:
        data[draw(st.sampled_from(["words", "on", "low"]))] = "1"
    return data


def exactly(record: Record) -> str:
    """A record to the letter: 8 is not 8.0."""
    return repr(msgspec.to_builtins(record))


ALL = sorted(set(kinds(Record)), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", ALL)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_read_quickly_is_what_a_check_makes_of_it(kind: type[Record], data: st.DataObject) -> None:
    plain = data.draw(record_data(kind))
    with suppress(NotQuickError):
        record = quick(kind, plain)

        assert exactly(checked(kind, plain)) == exactly(record)


@pytest.mark.parametrize("kind", ALL)
def test_so_it_is_with_every_odd_value_in_every_field(kind: type[Record]) -> None:
    least = {field.encode_name: LEAST[field.encode_name] for field in msgspec.structs.fields(kind) if field.required}
    assert quick(kind, least) == checked(kind, least)
    for field in msgspec.structs.fields(kind):
        for value in ODD:
            plain = {**least, field.encode_name: value}
            with suppress(NotQuickError):
                record = quick(kind, plain)

                assert exactly(checked(kind, plain)) == exactly(record), (field.name, value)


FRAMEWORK = {"id": "grow", "with": "client", "title": "GROW", "version": "1", "sha256": "0"}
MOMENT = NOW.isoformat()
LEAST: dict[str, Any] = {
    "with": "client", "code": "P3",
    "words": "friday", "score": "7", "from": "1", "to": "10", "kind": "goal", "what": "lead", "session": "jane-doe/1",
    "outcome": "done", "stage": "will", "question": "topic", "asked": "What?", "at": MOMENT, "id": "x", "title": "X",
    "version": "1", "sha256": "0", "format": "1", "client": "jane-doe", "framework": FRAMEWORK, "status": "ended",
    "started": MOMENT, "notes": [], "do": "grow", "road": [{"do": "grow"}], "on": "2026-09-01", "start": "2026-09-01",
    "for": "client", "lines": "9", "group": "peer", "people": "5", "mean": "7", "closed": MOMENT, "scale": "areas",
    "where": "a page", "read": "2026-11", "hours": "9", "months": "18", "count": "5", "heading": "Client",
    "holds": "client", "log": [], "sources": [],
}  # fmt: skip


def test_every_record_of_the_files_was_held_against_the_check() -> None:
    assert {Session, Turn, Note, When, Between, SessionExtract} < set(ALL)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ways())
def test_what_is_written_is_read_quickly_and_is_the_same(way: Way) -> None:
    session = way.sessions()[-1]
    # A text such as `null` alone is left to the check.
    with suppress(NotQuickError):
        assert quick(Session, plain(without_defaults(session))) == session


def test_an_ordinary_session_is_read_quickly() -> None:
    session = session_of(turn_with(note("She said: no.\n1e5 times"), note("null and void")))

    assert quick(Session, plain(without_defaults(session))) == session


def test_a_fingerprint_that_begins_like_a_large_number_costs_no_time() -> None:
    session = session_of(turn_with(note("words")))
    session = changed(session, framework=changed(session.framework, sha256="8e7afc1ee94be528" * 4))

    assert quick(Session, plain(without_defaults(session))) == session


@pytest.mark.parametrize("words", ["null", "nan", "1e5", "1.12345678"])
def test_words_that_look_like_something_else_are_left_to_the_check(words: str) -> None:
    data = {"kind": "note", "text": words}

    with pytest.raises(NotQuickError):
        quick(Note, data)
    assert checked(Note, data).text == words


def test_a_shared_observation_is_read_in_no_way() -> None:
    data = {"kind": "observation", "share_with": "client"}

    with pytest.raises(NotQuickError):
        quick(Note, data)
    with pytest.raises(ValidationError, match="never be shared"):
        checked(Note, data)


def test_nothing_that_goes_wrong_repeats_the_words() -> None:
    with pytest.raises(NotQuickError) as caught:
        quick(Note, {"kind": "chrysanthemum"})

    assert "chrysanthemum" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_what_is_at_its_default_is_not_written_and_names_are_those_of_the_file() -> None:
    due = When(words="friday", on=NOW.date())
    action = Note(kind="action", due=due, chosen=("a",), share_with="nobody")

    assert without_defaults(action) == {
        "kind": "action",
        "chosen": ["a"],
        "due": {"words": "friday", "date": NOW.date()},
    }
    assert without_nothing(When(words="friday")) == {"words": "friday"}
    assert without_nothing(Turn(room="client", stage="a", question="b", asked="?", at=NOW))["seconds"] == 0


def test_as_json_days_and_times_are_texts() -> None:
    data = plain(without_defaults(session_of(turn_with(Note(kind="action", due=When(words="x", on=NOW.date()))))))

    assert json.loads(json.dumps(data)) == data
    assert data["started"] == "2026-11-20T14:00:00Z"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ways())
def test_what_was_remembered_as_json_comes_back(way: Way) -> None:
    session = way.sessions()[-1]
    remembered = json.loads(json.dumps(plain(without_defaults(session))))

    assert exactly(built(Session, remembered)) == exactly(session)


@pytest.mark.parametrize("data", [{}, [], None, {"kind": "chrysanthemum"}, {"kind": "note", "number": "7"}])
def test_what_was_remembered_wrongly_is_refused_and_not_repeated(data: object) -> None:
    with pytest.raises(ValueError, match="this is no Note") as caught:
        built(Note, data)

    assert caught.value.__cause__ is None


def test_the_names_of_a_record_are_those_of_its_parts_as_well() -> None:
    assert {"turns", "notes", "date", "from", "sha256"} < names_in(Session)
    assert "on" not in names_in(Session)


def test_the_records_in_a_record_are_known_by_the_names_they_are_written_by() -> None:
    found = {name: (inner.record, inner.is_list) for name, inner in records_in(Engagement).items()}

    assert found == {"road": (Milestone, True), "ended": (Ended, False), "left": (Left, True)}
    assert names_in_order(Left) == ["on", "for", "what", "lines"]
