"""Formats of the past open for ever: the file of format 1 in `formats` is never to be changed."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from coachcli.domain.session.model import (
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
from coachcli.store.index import heads
from coachcli.store.paths import Practice
from coachcli.store.session import records, sessions
from coachcli.store.session.records import FORMAT, NewerFormatError, UnknownFormatError, migrate

FORMATS = Path(__file__).parent / "formats"
HERE = timezone(timedelta(hours=1))
FRIDAY = date(2026, 11, 27)

OF_FORMAT_1 = Session(
    format=1,
    id="jane-doe/2026-11-20-1400-2",
    client="jane-doe",
    framework=FrameworkRef(
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
            stage="will",
            question="reflection",
            phase="after_call",
            asked="What do I take to supervision?",
            at=datetime(2026, 11, 20, 14, 52, tzinfo=HERE),
            seconds=60,
        ),
        Turn(
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
