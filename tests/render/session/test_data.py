"""JSON that programs read back exactly, and that does nothing on a screen."""

import json
from pathlib import Path

import pytest
from builders import CLIENT, FRIDAY, note, session_of, turn_with
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.export.audience import shared
from coachcli.domain.record_data import checked
from coachcli.domain.session.model import Appointment, Booked, Note, Score, Session, When
from coachcli.domain.text import visible
from coachcli.domain.value import changed
from coachcli.render.session.data import as_json, session_data, shared_data

whole = st.text(st.characters(codec="utf-8"))
values = st.recursive(
    whole | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(whole, inner, max_size=4),
    max_leaves=12,
)


@OFTEN
@given(values)
def test_it_is_read_back_exactly(value: object) -> None:
    assert json.loads(as_json(value)) == value


@OFTEN
@given(st.text(st.characters()))
def test_nothing_in_it_acts_on_a_screen(text: str) -> None:
    written = as_json({text: text})

    assert visible(written) == written
    assert written.encode("utf-8")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("\x1b[31m\x9b", r'"\u001b[31m\u009b"'),
        ("a\u202eb", r'"a\u202eb"'),
        ("\U000e0041", r'"\udb40\udc41"'),
        ("half \ud83d", r'"half \ud83d"'),
        ("日本語 👩‍👩‍👧 é", '"日本語 👩‍👩‍👧 é"'),
        ('"\\ \n\t', r'"\"\\ \n\t"'),
    ],
)
def test_people_can_read_it(said: str, written: str) -> None:
    assert as_json(said) == f"{written}\n"


def test_it_is_laid_out_a_value_to_a_line() -> None:
    assert as_json({"file": Path("a.yaml"), "days": [FRIDAY]}) == (
        '{\n  "file": "a.yaml",\n  "days": [\n    "2026-11-27"\n  ]\n}\n'
    )


def test_a_session_is_told_as_it_is_kept() -> None:
    due = When(words="friday", on=FRIDAY)
    session = session_of(turn_with(Note(kind="action", text="Call Ana", due=due, share_with="client")))

    data = session_data(session)

    assert data["turns"][0]["notes"] == [
        {
            "kind": "action",
            "text": "Call Ana",
            "due": {"words": "friday", "date": "2026-11-27"},
            "share_with": "client",
        }
    ]
    assert checked(Session, json.loads(as_json(data))) == session


def test_a_client_is_told_the_next_date() -> None:
    session = session_of(next=Appointment(words="friday", on=FRIDAY))

    assert shared_data(shared(session, CLIENT, "client"))["next"] == {"words": "friday", "date": "2026-11-27"}


def test_a_client_is_told_what_is_still_open_from_before() -> None:
    ask = Note(kind="action", text="ask Sam", due=When(words="friday", on=FRIDAY))
    seen = changed(shared(session_of(), CLIENT, "client"), still_open=(ask,))

    assert shared_data(seen)["still_open"] == [
        {"kind": "action", "text": "ask Sam", "due": {"words": "friday", "date": "2026-11-27"}}
    ]
    assert "still_open" not in shared_data(shared(session_of(), CLIENT, "client"))


def test_a_client_is_told_what_is_shared_and_nothing_about_the_sharing() -> None:
    score = Note(kind="scale", scale=Score(score=7, low=1, high=10), text="better", share_with="client")
    session = session_of(
        turn_with(note("mine alone"), note("theirs", "insight", "client"), score, asked="How sure are you?"),
        minutes=Booked(planned=50, spent=43),
    )

    assert shared_data(shared(session, CLIENT, "client")) == {
        "client": "Jane Doe",
        "started": "2026-11-20T14:00:00+00:00",
        "minutes": 43,
        "notes": [
            {"kind": "insight", "text": "theirs"},
            {
                "asked": "How sure are you?",
                "kind": "scale",
                "text": "better",
                "scale": {"score": 7.0, "from": 1, "to": 10},
            },
        ],
    }


def test_how_sure_somebody_is_has_a_point_whether_it_is_whole_or_not() -> None:
    session = session_of(turn_with(Note(kind="action", confidence=9, details={"support": "Ann"})))

    assert '"confidence": 9.0' in as_json(session_data(session))
