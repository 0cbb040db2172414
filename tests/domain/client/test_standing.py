"""How things stand with a client, in as few words as the first screen needs."""

from datetime import date, timedelta

from builders import NOW, note, session_of, turn_with
from domain.strategies import SOMETIMES, Way, ways
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.client.cadence import rhythm
from coachcli.domain.client.standing import Standing, as_awaited, standing_of
from coachcli.domain.engagement.model import Ended, Engagement
from coachcli.domain.history.extract import SessionExtract, extract_of
from coachcli.domain.history.open_items import carried, followed
from coachcli.domain.record_data import checked
from coachcli.domain.room import ROOMS
from coachcli.domain.session.model import Appointment, FrameworkRef, Note
from coachcli.domain.session.voice import comes_up
from coachcli.domain.terms import FrameworkKind
from coachcli.domain.value import built, plain

DUE = checked(Note, {"kind": "action", "text": "call", "due": {"words": "friday", "date": "2026-11-27"}})
NEXT = checked(Note, {"kind": "next", "day": {"words": "3 Dec", "date": "2026-12-03"}})
SURE = checked(Note, {"kind": "action", "text": "write", "confidence": "8"})


def held(day: int, *said: Note, kind: FrameworkKind = "conversation", **more: object) -> SessionExtract:
    framework = FrameworkRef(
        room="alone" if kind == "reflection" else "client", id="any", title="Any", kind=kind, version=1, sha256="0" * 64
    )
    begun = {"id": f"jane-doe/{day}", "started": NOW + timedelta(days=day), "framework": framework}
    return extract_of(session_of(turn_with(*said), **{**begun, "status": "ended", **more}))


def test_what_is_unfinished_is_there_whoever_it_was_with() -> None:
    known = standing_of([held(1), held(2, status="live"), held(3, kind="reflection", status="paused")], ())

    assert [(one.id, one.framework) for one in known.unfinished] == [("jane-doe/2", "Any"), ("jane-doe/3", "Any")]
    assert known.sessions == 3


def test_only_days_with_the_client_are_days_they_were_seen_on() -> None:
    known = standing_of([held(1), held(1), held(2, kind="reflection"), held(5)], ())

    assert known.seen == (NOW.date() + timedelta(days=1), NOW.date() + timedelta(days=5))


def test_of_many_days_as_many_are_kept_as_tell_the_rhythm() -> None:
    many = [held(day) for day in (1, 3, 7, 20, 27, 34, 41, 48, 60, 61)]

    assert rhythm(standing_of(many, ()).seen) == rhythm(extract.started.date() for extract in many)
    assert len(standing_of(many, ()).seen) < len(many)


def test_the_last_day_that_was_agreed_counts_whichever_session_agreed_on_it() -> None:
    days = (date(2027, 1, 5), date(2026, 12, 1))
    agreed = [held(n, next=Appointment(words="then", on=day)) for n, day in enumerate(days)]
    alone = held(9, kind="reflection", next=Appointment(words="then", on=date(2028, 1, 1)))

    assert standing_of([*agreed, alone, held(5, next=Appointment(words="some day"))], ()).next == days[0]


def test_all_of_it_comes_back_from_plain_data() -> None:
    known = standing_of([held(1, DUE, SURE, NEXT, note("send it", "promise"), status="live")], ())

    assert built(Standing, plain(known)) == known
    assert [str(one.thing.confidence) for one in built(Standing, plain(known)).open] == ["None", "8", "None"]
    assert known.open[0].thing.due == DUE.due


@SOMETIMES
@given(st.lists(ways(), min_size=1, max_size=3))
def test_what_is_open_is_what_the_whole_tells(way: list[Way]) -> None:
    extracts = [extract_of(one.sessions()[-1]) for one in way]
    known = built(Standing, plain(standing_of(extracts, ()))).open

    assert tuple(sorted(known, key=lambda one: one.number)) == tuple(
        one for one in followed(extracts, ()) if one.is_open
    )
    for room in ROOMS:
        assert tuple(one.thing for one in known if comes_up(one.thing, room)) == carried(extracts, {room})


def test_agreed_days_are_among_it_and_each_session_with_no_more_than_its_place() -> None:
    known = standing_of([held(1, DUE, NEXT, engagement="lead"), held(2)], ())

    assert [(one.name, one.when.words, one.engagement) for one in known.dates] == [("Next after Any", "3 Dec", "lead")]
    assert [(one.id, one.engagement, one.framework.id, one.turns) for one in known.held] == [
        ("jane-doe/1", "lead", "any", ()),
        ("jane-doe/2", None, "any", ()),
    ]


def test_of_work_that_has_ended_nothing_is_awaited() -> None:
    known = standing_of([held(day, DUE, NEXT, next=Appointment(words="then")) for day in (1, 8, 15)], ())
    ended = Engagement(id="lead", start=NOW.date(), ended=Ended(on=NOW.date() + timedelta(days=20)))

    assert as_awaited(known, [ended], NOW.date() + timedelta(days=19)) == known
    after = as_awaited(known, [ended], NOW.date() + timedelta(days=20))
    assert (after.open, after.dates, after.seen, after.sessions) == ((), (), (), 3)
