"""What the coach reads."""

from datetime import timedelta

from builders import CLIENT, FRAMEWORK, NOW, note, session_of, turn_with, typed_in, walked
from domain.strategies import SOMETIMES, Way, ways
from hypothesis import given

from coachcli.domain.export.session_page import coach_page
from coachcli.domain.page.model import Line, Section
from coachcli.domain.session.model import (
    Appointment,
    Booked,
    FrameworkRef,
    Note,
    Reviewed,
    Session,
    StageLine,
)
from coachcli.domain.session.moves import Answered, Closed, Jumped, Passed
from coachcli.domain.session.walk import Walk
from coachcli.domain.session.wording import headline
from coachcli.domain.value import changed

WALK = Walk(FRAMEWORK, CLIENT)


class TestForTheCoach:
    def test_it_opens_with_the_facts(self) -> None:
        report = coach_page(session_of(minutes=Booked(planned=50, spent=49)), CLIENT)

        assert report.title == "Jane Doe, Friday 20 November 2026"
        assert report.on == NOW.date()
        assert report.facts == {
            "Client": "Jane Doe",
            "When": "Friday 20 November 2026, 14:00",
            "Framework": "Short",
            "Length": "49 minutes of 50 planned",
            "Status": "not ended yet",
        }

    def test_the_next_date_is_there_as_it_was_said_where_nobody_understood_it(self) -> None:
        report = coach_page(session_of(next=Appointment(words="after her holiday")), CLIENT)

        assert report.facts["We meet again"] == "after her holiday"

    def test_what_is_not_known_is_not_said(self) -> None:
        report = coach_page(session_of(status="ended", minutes=Booked()), CLIENT)

        assert list(report.facts) == ["Client", "When", "Framework"]

    def test_a_call_that_was_not_planned_has_its_length_alone(self) -> None:
        assert coach_page(session_of(minutes=Booked(spent=1)), CLIENT).facts["Length"] == "1 minute"

    def test_a_call_written_up_later_says_so(self) -> None:
        session = session_of(status="ended", written_up=NOW + timedelta(days=1))

        assert coach_page(session, CLIENT).facts["Status"] == "written up on Saturday 21 November 2026"

    def test_actions_come_first_and_then_everything_by_stage_and_question(self) -> None:
        session = typed_in(walked(), ["tired", "*talk to Ana by friday 8/10"])
        session = typed_in(walked_on(session, "topic"), ["the team"])
        session = typed_in(walked_on(session, "energy"), ["2,5 at best"])
        action = "talk to Ana"
        details = ("by Friday 27 November 2026", "8/10")

        assert coach_page(session, CLIENT).sections == (
            Section("Actions", (Line(action, "task", details=details),)),
            Section("Opening"),
            Section(
                "What is going on?",
                (Line("tired"), Line(action, label="action", details=(*details, "shared with the client"))),
                depth=2,
            ),
            Section(
                "What shall we work on?",
                (Line("the team", label="topic", details=("shared with the client",)),),
                depth=2,
            ),
            Section("Middle"),
            Section("Rating: How is your energy?", (Line("2.5 of 5 · at best"),), depth=2),
        )

    def test_what_the_sponsor_sees_says_that_the_client_does_too(self) -> None:
        shared_with_all = note("the team", "topic", "sponsor")
        *_, section = coach_page(walked(Answered(shared_with_all)), CLIENT).sections

        assert section.lines == (Line("the team", label="topic", details=("shared with the client and the sponsor",)),)

    def test_a_question_visited_twice_stands_once(self) -> None:
        session = walked(Answered(note("one")), Jumped("topic"), Jumped("story"), Answered(note("two")))
        sections = coach_page(session, CLIENT).sections

        assert [(section.title, [line.text for line in section.lines]) for section in sections] == [
            ("Opening", []),
            ("What is going on?", ["one", "two"]),
        ]

    def test_questions_without_notes_are_left_out(self) -> None:
        assert coach_page(walked(Passed(), Passed()), CLIENT).sections == ()

    def test_what_the_coach_noted_for_themselves_is_there(self) -> None:
        session = session_of(turn_with(note("bored", "observation"), note("tired of it", "quote")))

        assert coach_page(session, CLIENT).sections[1].lines == (
            Line("bored", label="for me alone"),
            Line("tired of it", "quote"),
        )

    def test_a_stage_the_session_does_not_know_goes_by_its_id(self) -> None:
        session = session_of(turn_with(note()), stages=())

        assert coach_page(session, CLIENT).sections[0].title == "opening"

    def test_what_programs_may_want_to_know_is_in_front(self) -> None:
        session = walked(Closed(), Closed(), Closed())

        assert coach_page(session, CLIENT).front_matter == {
            "client": "Jane Doe",
            "date": "2026-11-20",
            "framework": "Short",
            "session": "jane-doe/2026-11-20-1400",
            "status": "ended",
        }
        assert coach_page(session_of(minutes=Booked(spent=49)), CLIENT).front_matter["minutes"] == 49

    def test_what_was_asked_about_several_things_stands_under_each(self) -> None:
        about = [turn_with(note(words), asked="What would it ask of you?") for words in ("a year", "nothing")]
        turns = [changed(turn, item=item) for turn, item in zip(about, ("leave", "stay"), strict=True)]
        sections = coach_page(session_of(*turns, turns[0]), CLIENT).sections

        assert [(section.title, [line.text for line in section.lines]) for section in sections[1:]] == [
            ("What would it ask of you? (leave)", ["a year", "a year"]),
            ("What would it ask of you? (stay)", ["nothing"]),
        ]

    def test_what_was_looked_back_on_stands_together_under_its_question(self) -> None:
        seen = [
            Reviewed(kind="action", what=what, session="jane-doe/1", outcome="done") for what in ("call Tom", "rest")
        ]
        turns = [
            changed(turn_with(Note(kind="review", text="well", reviewed=one), asked="What came of it?"), item=one.what)
            for one in seen
        ]
        sections = coach_page(session_of(*turns), CLIENT).sections

        assert [(section.title, [line.text for line in section.lines]) for section in sections[1:]] == [
            ("What came of it?", ["call Tom: done · well", "rest: done · well"])
        ]
        assert [line.label for line in sections[1].lines] == ["", ""]

    @SOMETIMES
    @given(ways())
    def test_every_note_of_a_session_is_in_it_once(self, way: Way) -> None:
        session = way.sessions()[-1]
        sections = [section for section in coach_page(session, CLIENT).sections if section.title != "Actions"]
        said = [line.text for section in sections for line in section.lines]

        assert sorted(said) == sorted(headline(note) for _, note in session.notes)


def walked_on(session: Session, question: str) -> Session:
    """The session moved on to a question."""
    return WALK.apply(session, Jumped(question), NOW)


class TestAddedLater:
    LATER = Note(kind="action", text="call Tom", share_with="client", added=NOW + timedelta(days=1))

    def test_the_coach_reads_when(self) -> None:
        page = coach_page(session_of(turn_with(note("busy"), self.LATER)), CLIENT)
        lines = [line for section in page.sections for line in section.lines]

        assert [line.details for line in lines] == [
            ("added on Saturday 21 November 2026",),
            (),
            ("added on Saturday 21 November 2026", "shared with the client"),
        ]

    def test_meanwhile_the_page_says_that_notes_are_being_added(self) -> None:
        session = session_of(turn_with(note("busy")), status="paused", amending=NOW)

        assert coach_page(session, CLIENT).facts["Status"] == "ended; notes are being added"


def test_along_two_models_each_stage_says_of_which_it_is() -> None:
    other = FrameworkRef(room="client", id="other", title="Other", version=1, sha256="0" * 64)
    stage = StageLine(id="other.opening", title="Opening")
    before = changed(turn_with(note("calm"), question="other.story"), stage="other.opening")
    session = session_of(before, turn_with(note("busy")), switched_from=(other,))
    page = coach_page(changed(session, stages=(stage, *session.stages)), CLIENT)

    assert page.facts["Framework"] == "Other, then Short"
    assert [section.title for section in page.sections if section.depth == 1] == ["Other: Opening", "Short: Opening"]
