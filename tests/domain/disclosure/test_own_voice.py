"""What is given to a client: their words and the coach's, and nothing by which anybody could tell of others."""

from builders import NOW, note, session_of, turn_with
from engagements import START, engagement

from coachcli.domain.disclosure.own_voice import between_theirs, engagement_theirs, others_ids, theirs
from coachcli.domain.engagement.model import Milestone
from coachcli.domain.history.between import Between, Entry, ToldMean
from coachcli.domain.session.model import Booked, FrameworkRef, Note, Position, Reviewed, Session, Turn
from coachcli.domain.terms import Room
from coachcli.domain.value import changed

OF_OTHERS = "jane-doe/2026-11-01-1000"


def held(room: Room, *turns: Turn) -> Session:
    framework = FrameworkRef(id="x", title="X", room=room, version=1, sha256="0" * 64)
    return session_of(*(changed(turn, room=room) for turn in turns), framework=framework)


def looking_back(session: str, kind: str = "action") -> Note:
    seen = Reviewed(kind=kind, what="Tell HR", session=session, outcome="done")  # type: ignore[arg-type]
    return Note(kind="review", text="done", reviewed=seen)


def words(session: Session | None) -> list[str]:
    return [note.text for _, note in session.notes] if session else []


def test_what_was_said_with_the_client_is_all_theirs_the_coachs_own_notes_too() -> None:
    for room in ("client", "three"):
        session = held(room, turn_with(note("hers"), note("hunch", "observation"), note("said", "quote")))

        assert theirs(session) is session


def test_a_talk_with_others_is_not_there() -> None:
    for room in ("sponsor", "stakeholder"):
        assert theirs(held(room, turn_with(note("theirs")))) is None
        assert others_ids([held(room), held("client")]) == {held(room).id}


def test_a_stage_with_others_in_a_session_with_the_client_leaves_no_gap_that_tells() -> None:
    with_sponsor = changed(turn_with(note("theirs"), question="other"), room="sponsor", seconds=600)
    quoting = changed(turn_with(note("x"), question="later"), quoting=("other",))
    session = changed(held("client", turn_with(note("hers"))), position=None)
    mixed = changed(session, turns=(*session.turns, with_sponsor, quoting))
    shown = theirs(mixed)

    assert words(shown) == ["hers"]
    assert shown == changed(session, minutes=changed(session.minutes, spent=None))
    assert theirs(changed(mixed, position=Position(question="later"))) == shown


def test_the_length_of_the_coachs_own_work_does_not_tell_whether_somebody_elses_words_were_in_it() -> None:
    mine = turn_with(note("I dread it"))
    timed = {"minutes": Booked(planned=30, spent=25)}
    whole = theirs(changed(held("alone", mine), **timed))

    assert whole is not None
    assert whole.minutes == Booked(planned=30)
    assert theirs(changed(held("alone", turn_with(note("I dread it"), note("Sam said so", "quote"))), **timed)) == whole


def test_what_the_coach_wrote_after_the_call_does_not_tell_either() -> None:
    after = changed(turn_with(note("hers")), room="client")
    thought = changed(turn_with(note("Sam said so", "quote"), question="reflection"), room="alone", phase="after_call")
    visited = changed(thought, notes=())
    timed = changed(held("client"), minutes=Booked(planned=30, spent=25))

    shown = theirs(changed(timed, turns=(after, thought)))

    assert shown == theirs(changed(timed, turns=(after,))) == theirs(changed(timed, turns=(after, visited)))
    assert shown == changed(timed, turns=(after,))


def test_of_the_coachs_own_work_what_may_be_others_words_is_kept_back() -> None:
    hers, mine = Note(kind="action", text="hers", details={"who": "sponsor"}), Note(kind="action", text="mine")
    session = held(
        "alone", turn_with(note("I rushed"), note("she is slow", "quote"), note("they say", "theme"), hers, mine)
    )

    assert words(theirs(session)) == ["I rushed", "mine"]


def test_what_came_of_others_things_is_kept_back_wherever_it_was_said() -> None:
    own = looking_back("jane-doe/2026-11-02-1000")
    session = held("client", turn_with(own, looking_back(OF_OTHERS)), turn_with(looking_back(OF_OTHERS)))

    assert [len(turn.notes) for turn in (theirs(session, {OF_OTHERS}) or session).turns] == [1]


def test_between_sessions_only_what_is_known_to_be_theirs_is_theirs() -> None:
    kept = (looking_back("mine"), looking_back(""), note("new", "action"))
    others = (looking_back(OF_OTHERS), looking_back("unknown"), note("people say", "theme", "client"))
    entries = tuple(Entry(at=NOW, notes=(one,)) for one in (*kept, *others))
    mean = ToldMean(closed=NOW, scale="trust", low=0, high=10, people=5, mean=7)
    shown = between_theirs(Between(client="jane-doe", entries=entries, told=(mean,)), {"mine"})

    assert shown.told == ()

    assert [entry.notes[0] for entry in shown.entries] == list(kept)


def test_the_day_on_which_others_were_asked_is_not_in_what_was_agreed() -> None:
    stops = Milestone(do="interview", week=3, times=6), Milestone(do="intake", week=1, done=START)
    asked = engagement(changed(stops[0], done=START), stops[1])

    assert engagement_theirs(asked, lambda framework: framework == "interview") == engagement(*stops)
