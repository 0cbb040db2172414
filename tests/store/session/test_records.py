"""Session files as plain data: every scalar a text, and every refusal silent about the words."""

import traceback
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from builders import FRIDAY, NOW, note, session_of, turn_with

from coachcli.domain.history.between import Between, Entry
from coachcli.domain.record import Record
from coachcli.domain.session.model import (
    Appointment,
    Booked,
    FrameworkRef,
    Note,
    Position,
    Score,
    Session,
    StageLine,
    Turn,
    When,
)
from coachcli.errors import UnreadableError
from coachcli.store.index import heads
from coachcli.store.paths import Practice
from coachcli.store.session import records, sessions
from coachcli.store.session.between import text_of as between_text
from coachcli.store.session.records import FORMAT, DamagedSessionError, NewerFormatError, UnknownFormatError, migrate
from coachcli.store.session.sessions import text_of

PATH = Path("/practice/clients/jane/sessions/2026-11-20-1400-grow.yaml")
CANARY = "xylophone sorrow"


def test_every_scalar_is_a_text() -> None:
    record = records.parsed(
        PATH, b"format: 1\nat: 2026-11-20\nyes: NO\nscore: 1.10\nnothing:\nturns:\n- {a: 010}\n...\n"
    )

    assert record.data == {
        "format": "1",
        "at": "2026-11-20",
        "yes": "NO",
        "score": "1.10",
        "nothing": None,
        "turns": [{"a": "010"}],
    }
    assert record.path == PATH


def test_its_repr_is_silent_about_what_is_written() -> None:
    record = records.parsed(PATH, f"format: 1\nnote: {CANARY}\n{CANARY}: 1\n...\n".encode())

    assert repr(record).startswith("Read(path=")
    assert CANARY not in repr(record)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (f"{CANARY}\n", 1, "this is not a session"),
        (f"- {CANARY}\n", 1, "this is not a session"),
        (f"note: {CANARY}\n\nformat: 9\n", 3, "it has format 9, made by a newer coachcli; this one reads up to 1"),
        (f"note: {CANARY}\n", 1, "it does not say its format (its first line should be  format: 1)"),
        (f"format: 1\nnote: {CANARY}: {CANARY}\n", 2, "this ': ' has no place here"),
        (f"format: 1\n{CANARY}: 1\n{CANARY}: 2\n", 3, None),
        (f"format: 1\n? [{CANARY}]\n: 1\n", 2, "a text that begins with '{' or '[' needs quotes"),
        (f"format: 1\nnote: !{CANARY}\n", 2, "a text cannot begin with '!'"),
        (f"format: 1\nnote: *{CANARY}\n", 2, "a text cannot begin with '&' or '*'"),
        (f"format: 1\n%{CANARY}\n", 2, "a line cannot begin with '%'"),
        (f"format: 1\nnote: '{CANARY}\n", 2, "the quotes that open here are never closed"),
        (f"format: 1\nnote: {'[' * 50}{CANARY}", 2, "more than 20 levels deep, the most there may be"),
        ("", 1, "the file is empty"),
    ],
)
def test_a_refusal_names_line_and_reason_and_none_of_the_words(text: str, line: int, reason: str | None) -> None:
    with pytest.raises(DamagedSessionError) as caught:
        records.parsed(PATH, text.encode())

    error = caught.value
    assert isinstance(error, UnreadableError)
    assert (error.exit_code, error.path, error.line) == (4, PATH, line)
    assert reason in {None, error.reason}
    assert error.message == f"{PATH}:{line}: {error.reason}."
    told = "".join(traceback.format_exception(error)) + repr(error) + error.hint
    assert "xylophone" not in told


def test_a_file_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="it is not a plain file"):
        records.read(tmp_path)


def test_the_error_says_the_same_wherever_it_comes_from() -> None:
    error = DamagedSessionError(PATH, 7, "status cannot be read")

    assert str(error) == error.message == f"{PATH}:7: status cannot be read."
    assert error.hint == "The file was left as it is: mend it in an editor, or restore a copy."


# What the program wrote needs no thorough check, and what is wrong gets one


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
        (b"client: jane-doe", b"cleint: jane-doe", "a setting is not known here"),
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


# Formats of the past open for ever: the file of format 1 in `formats` is never to be changed


FORMATS = Path(__file__).parent / "formats"
HERE = timezone(timedelta(hours=1))

OF_FORMAT_1 = Session(
    format=1,
    id="jane-doe/2026-11-20-1400-2",
    client="jane-doe",
    framework=FrameworkRef(
        room="client",
        id="short",
        title="Short",
        version=3,
        sha256="5c1f0e6d3a2b48f7909182736455463728190a0b0c0d0e0f1011121314151617",
    ),
    status="paused",
    started=datetime(2026, 11, 20, 14, 0, 3, tzinfo=HERE),
    ended=datetime(2026, 11, 20, 14, 51, 40, tzinfo=HERE),
    written_up=datetime(2026, 11, 21, 3, 30, tzinfo=UTC),
    minutes=Booked(planned=50, spent=49),
    stages=(
        StageLine(id="opening", title="Opening", minutes=10),
        StageLine(id="middle", title="Middle", minutes=20, steps={"rating": "Rating", "choosing": "Choosing: which?"}),
        StageLine(id="will", title="Will"),
    ),
    position=Position(question="goal", note=0, field="measure"),
    turns=(
        Turn(
            room="client",
            stage="opening",
            question="story",
            asked="What is going on, Jane?",
            at=datetime(2026, 11, 20, 14, 0, 3, tzinfo=HERE),
            seconds=312,
            notes=(
                Note(
                    kind="note",
                    text="Two lines, the second one with a sign:\n  # not a comment: 'really' \"so\"",
                ),
                Note(kind="quote", text="I am always the one they call.", share_with="client"),
                Note(kind="observation", text="speaks faster"),
                Note(
                    kind="insight",
                    text="line\u2028separator, next\x85line, bell\a, 🙂 質問 e\u0301",
                    share_with="sponsor",
                ),
            ),
        ),
        Turn(
            room="client",
            stage="middle",
            step="rating",
            question="importance",
            asked="How much does “trust” matter?",
            quoting=("topic", "story"),
            at=datetime(2026, 11, 20, 14, 10, tzinfo=HERE),
            notes=(
                Note(kind="scale", text="better than last month", scale=Score(score=7.5, low=0, high=10)),
                Note(kind="choices", chosen=("Play", "Rest, and sleep", "yes")),
                Note(kind="yesno", said_yes=False),
                Note(kind="number", number=-1_200_000),
                Note(kind="date", day=When(words="next friday", on=FRIDAY)),
                Note(kind="date", day=When(words="whenever")),
            ),
        ),
        Turn(
            room="client",
            stage="middle",
            step="choosing",
            question="topic",
            asked="What shall we work on?",
            at=datetime(2026, 11, 20, 14, 20, tzinfo=HERE),
            back=True,
            notes=(
                Note(kind="topic"),
                Note(kind="promise", text="!send the paper"),
                Note(kind="parked", text="2026-11-20"),
            ),
        ),
        Turn(
            room="client",
            stage="will",
            question="reflection",
            phase="after_call",
            asked="What do I take to supervision?",
            at=datetime(2026, 11, 20, 14, 52, tzinfo=HERE),
            seconds=60,
        ),
        Turn(
            room="client",
            stage="will",
            question="goal",
            phase="closing",
            asked="What do you want?",
            at=datetime(2026, 11, 20, 14, 40, tzinfo=HERE),
            notes=(
                Note(
                    kind="action",
                    text="write to Ana",
                    due=When(words="friday", on=FRIDAY),
                    confidence=8,
                    details={"support": "my sister", "obstacles": "time"},
                    share_with="client",
                ),
            ),
        ),
    ),
)


class TestFormat1:
    def test_it_opens_with_every_word_in_its_place(self) -> None:
        assert sessions.read(FORMATS / "session-1.yaml").session == OF_FORMAT_1

    def test_opening_it_does_not_change_it(self) -> None:
        before = (FORMATS / "session-1.yaml").read_bytes()
        sessions.read(FORMATS / "session-1.yaml")

        assert (FORMATS / "session-1.yaml").read_bytes() == before

    def test_what_is_saved_of_it_opens_as_the_same(self) -> None:
        raw = sessions.text_of(sessions.read(FORMATS / "session-1.yaml").session)

        assert sessions.validated(records.parsed(Path("again.yaml"), raw)).session == OF_FORMAT_1

    def test_it_stands_in_a_list(self, practice: Practice) -> None:
        path = practice.session_file("jane-doe", "2026-11-20-1400-2-short")
        path.parent.mkdir(parents=True)
        path.write_bytes((FORMATS / "session-1.yaml").read_bytes())

        (head,) = heads.heads(practice).found

        assert (head.id, head.status, head.minutes, head.notes) == (OF_FORMAT_1.id, "paused", 49, 14)
        assert head.started == OF_FORMAT_1.started


def test_every_format_there_was_has_a_file_here() -> None:
    assert [path.name for path in sorted(FORMATS.iterdir())] == [f"session-{n}.yaml" for n in range(1, FORMAT + 1)]


class TestMigrating:
    def test_the_present_format_stays_as_it_is(self) -> None:
        record = {"format": str(FORMAT), "id": "x"}

        assert migrate(record) == {"format": str(FORMAT), "id": "x"}

    @pytest.mark.parametrize("stated", [None, "", "one", "1.0", "-1", "１", "0x1", "9" * 7, ["1"], {"a": "1"}])
    def test_what_states_no_format_is_refused(self, stated: object) -> None:
        with pytest.raises(UnknownFormatError) as caught:
            migrate({"format": stated})

        assert str(caught.value) == "it does not say its format (its first line should be  format: 1)"
        assert not isinstance(caught.value, NewerFormatError)

    def test_so_is_a_record_without_one(self) -> None:
        with pytest.raises(UnknownFormatError, match="it does not say its format"):
            migrate({})

    def test_the_future_is_refused_as_such(self) -> None:
        with pytest.raises(NewerFormatError) as caught:
            migrate({"format": "12"})

        assert str(caught.value) == "it has format 12, made by a newer coachcli; this one reads up to 1"

    def test_there_is_no_format_nought(self) -> None:
        with pytest.raises(UnknownFormatError, match="there is no format 0"):
            migrate({"format": "0"})

    def test_the_past_is_brought_forward_step_by_step_and_the_original_left(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def said(words: str) -> Any:
            return lambda record: {**record, "way": [*record["way"], words]}

        monkeypatch.setattr(records, "FORMAT", 4)
        monkeypatch.setattr(records, "STEPS", {1: said("one"), 2: said("two"), 3: said("three")})
        record = {"format": "2", "way": []}

        assert migrate(record) == {"format": "4", "way": ["two", "three"]}
        assert record == {"format": "2", "way": []}
