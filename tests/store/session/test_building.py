"""Session files into records: what the program wrote needs no thorough check, and what is wrong gets one."""

from pathlib import Path

import pytest
from builders import FRIDAY, NOW, note, session_of, turn_with

from coachcli.domain.client.between import Between, Entry
from coachcli.domain.record import Record
from coachcli.domain.session.model import Appointment, Note, Position, Score, Session, When
from coachcli.store.session import records
from coachcli.store.session.between import text_of as between_text
from coachcli.store.session.records import DamagedSessionError
from coachcli.store.session.sessions import text_of

PATH = Path("jane-doe/sessions/2026-11-20-1400-grow.yaml")
NOTES = (
    Note(
        kind="action", text="Ask Sam", due=When(words="friday", on=FRIDAY), confidence=7.5, details={"support": "Ann"}
    ),
    Note(kind="scale", scale=Score(score=7, low=1, high=10), text="better"),
    Note(kind="choices", chosen=("Play", "Rest, and sleep")),
    Note(kind="yesno", said_yes=True, share_with="client"),
    Note(kind="number", number=3, added=NOW),
    note("She said: no.\n\nAnd 1e5 times."),
)
SESSION: Session = session_of(
    turn_with(*NOTES),
    position=Position(question="story", note=0, field="by_when"),
    next=Appointment(words="friday at two", on=FRIDAY, at="14:00"),
    ended=NOW,
    discreet=True,
)
BETWEEN = Between(client="jane-doe", entries=(Entry(at=NOW, notes=NOTES),))


def built(kind: type[Record], text: bytes) -> Record:
    return records.built(kind, records.parsed(PATH, text))


@pytest.mark.parametrize(
    ("record", "text"), [(SESSION, text_of(SESSION)), (BETWEEN, between_text(BETWEEN))], ids=["session", "between"]
)
def test_what_the_program_wrote_is_read_without_the_check(
    record: Record, text: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "checked", lambda *_: pytest.fail("it was checked"))

    assert built(type(record), text) == record


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        (b"said_yes: true", b"said_yes: yes"),
        (b"number: 3.0", b"number: +3"),
        (b"discreet: true", b"discreet: on"),
        (b"share_with: client", b"share_with: 'client'"),
    ],
)
def test_what_people_write_otherwise_is_read_all_the_same(written: bytes, otherwise: bytes) -> None:
    text = text_of(SESSION)
    assert written in text

    assert built(Session, text.replace(written, otherwise)) == SESSION


@pytest.mark.parametrize(
    ("written", "otherwise", "reason"),
    [
        (b"status: live", b"status: lost", "status cannot be read"),
        (b"number: 3.0", b"number: nan", "number cannot be read"),
        (b"client: jane-doe", b"cleint: jane-doe", "client is missing"),
        (b"discreet: true", b"discrete: true", "a setting is not known here"),
        (b"share_with: client", b"share_with: everybody", "share_with cannot be read"),
        (b"note: 0", b"note: 9", "its parts do not fit together"),
        (b"kind: yesno", b"kind: observation", "notes cannot be read"),
        (b"support: Ann", b"mood: Ann", "details cannot be read"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_line_and_never_by_its_words(
    written: bytes, otherwise: bytes, reason: str
) -> None:
    text = text_of(SESSION)
    assert written in text

    with pytest.raises(DamagedSessionError) as caught:
        built(Session, text.replace(written, otherwise))

    assert caught.value.reason == reason
    assert caught.value.__cause__ is None
