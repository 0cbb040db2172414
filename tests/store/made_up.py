"""Sessions as Hypothesis makes them up: any words at all, and everything a session may hold."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import get_args

from hypothesis import strategies as st

from coachcli.domain.room import may_share
from coachcli.domain.session.model import (
    Booked,
    FrameworkRef,
    Note,
    Person,
    Position,
    Score,
    Session,
    StageLine,
    Turn,
    When,
)
from coachcli.domain.terms import Field, Group, Held, Kind, Phase, Room, ShareWith, Status
from coachcli.domain.value import changed

# What YAML, an editor or a terminal may take for something else than words.
TRAPS = (
    "#", " # not a comment", ": ", "key: value", "- item", "? ", "| ", "> ", "'", '"', "\\", "\\n", "%", "@", "`",
    "!tag", "&anchor", "*alias", "<<", "{", "}", "[", "]", ",", "null", "~", "yes", "NO", "on", "1.10", "1e3", "0o17",
    "10:30", "2026-11-20", "---", "...", "\n", "\n\n", " ", "  ", "\t", "\r", "\r\n", "\x00", "\x07", "\x1b[31m",
    "\x7f", "\x85", "\xa0", "\xad", "\u200b", "\u2028", "\u2029", "\u202e", "\ufeff", "\ufffe", "\uffff", "\ufdd0",
    "🙂", "👩‍👩‍👧", "質問", "é", "e\u0301", "word " * 60, "x" * 2000,
)  # fmt: skip
KINDS: tuple[Kind, ...] = tuple(kind for part in get_args(Kind) for kind in get_args(part) or (part,))

words = st.lists(st.sampled_from(TRAPS) | st.text(max_size=8), max_size=5).map("".join) | st.text(max_size=40)
ids = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
_offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=_offsets | st.just(UTC))  # noqa: DTZ001
_days = st.builds(When, words=words, on=st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)))
_numbers = st.floats(allow_nan=False, allow_infinity=False)
_scores = st.tuples(_numbers, st.integers(-9, 0), st.integers(1, 99)).map(
    lambda numbers: Score(score=numbers[0], low=numbers[1], high=numbers[2])
)
_minutes = st.none() | st.integers(0, 100_000)


@st.composite
def _notes(draw: st.DrawFn) -> Note:
    kind = draw(st.sampled_from(KINDS))
    return Note(
        kind=kind,
        text=draw(words),
        scale=draw(st.none() | _scores),
        chosen=tuple(draw(st.lists(words, max_size=3))),
        said_yes=draw(st.none() | st.booleans()),
        number=draw(st.none() | _numbers),
        day=draw(st.none() | _days),
        due=draw(st.none() | _days),
        confidence=draw(st.none() | st.integers(0, 10)),
        details=draw(st.dictionaries(st.sampled_from(get_args(Field)), words, max_size=3)),
        share_with="nobody" if kind == "observation" else draw(st.sampled_from(get_args(ShareWith))),
    )


@st.composite
def _turns(draw: st.DrawFn) -> Turn:
    room: Room = draw(st.sampled_from(get_args(Room)))
    notes = draw(st.lists(_notes(), max_size=3))
    return Turn(
        room=room,
        stage=draw(ids),
        step=draw(st.none() | ids),
        question=draw(ids),
        item=draw(st.none() | words),
        series=draw(st.none() | ids),
        phase=draw(st.sampled_from(get_args(Phase))),
        asked=draw(words),
        quoting=tuple(draw(st.lists(ids, max_size=2))),
        at=draw(moments),
        back=draw(st.booleans()),
        seconds=draw(st.integers(0, 100_000)),
        notes=tuple(notes if may_share(room) else (changed(note, share_with="nobody") for note in notes)),
    )


_people = st.builds(
    Person, code=st.sampled_from(["P3", "S1", "no", "#1", "Ana: Ö"]), group=st.none() | st.sampled_from(get_args(Group))
)
_stages = st.builds(StageLine, id=ids, title=words, minutes=_minutes, steps=st.dictionaries(ids, words, max_size=2))


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session that may be on disk, with any words in it."""
    turns = tuple(draw(st.lists(_turns(), max_size=4)))
    return Session(
        format=1,
        id=f"jane-doe/{draw(ids)}",
        client="jane-doe",
        person=draw(st.none() | _people),
        held=draw(st.none() | st.sampled_from(get_args(Held))),
        engagement=draw(st.none() | ids),
        framework=FrameworkRef(
            room=draw(st.sampled_from(get_args(Room))),
            id=draw(ids),
            title=draw(words),
            version=draw(st.integers(0, 99)),
            sha256="0" * 64,
        ),
        status=draw(st.sampled_from(get_args(Status))),
        started=draw(moments),
        ended=draw(st.none() | moments),
        written_up=draw(st.none() | moments),
        minutes=Booked(planned=draw(_minutes), spent=draw(_minutes)),
        stages=tuple(draw(st.lists(_stages, max_size=3))),
        position=draw(_position(turns)),
        turns=turns,
    )


def _position(turns: tuple[Turn, ...]) -> st.SearchStrategy[Position | None]:
    anywhere = st.none() | st.just(Position())
    if not turns:
        return anywhere
    last = turns[-1]
    note = st.none() | st.integers(0, len(last.notes) - 1) if last.notes else st.none()
    field = st.none() | st.sampled_from(get_args(Field))
    return anywhere | st.builds(Position, question=st.just(last.question), note=note, field=field)
