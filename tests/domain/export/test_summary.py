"""What the client and the sponsor are sent."""

from datetime import timedelta
from typing import get_args

import pytest
from builders import CLIENT, FRIDAY, NOW, note, session_of, turn_with
from domain.strategies import KINDS

from coachcli.domain.export.audience import shared
from coachcli.domain.export.summary import client_summary, sponsor_summary
from coachcli.domain.note_kinds import is_coachs_alone
from coachcli.domain.page.model import Line, Page, Section
from coachcli.domain.session.model import Appointment, Booked, Note, Reviewed, Score, Session, When
from coachcli.domain.terms import Commitments, Kind, Outcome
from coachcli.domain.value import changed

ACTION = Note(
    kind="action",
    text="talk to Ana",
    due=When(words="friday", on=FRIDAY),
    confidence=8,
    details={"support": "her calendar"},
    share_with="sponsor",
)
GOAL = Note(kind="goal", text="lead", details={"measure": "two leads ask me"}, share_with="sponsor")

SHOWN = sorted(kind for kind in KINDS if not is_coachs_alone(kind))


def for_client(session: Session) -> Page:
    return client_summary(shared(session, CLIENT, "client"))


def for_sponsor(session: Session) -> Page:
    return sponsor_summary(shared(session, CLIENT, "sponsor"))


def titles(report: Page) -> list[str]:
    return [section.title for section in report.sections if section.depth == 1]


def lines_under(title: str, report: Page) -> tuple[Line, ...]:
    return next(section.lines for section in report.sections if section.title == title)


def came_of(outcome: Outcome, kind: Commitments = "action") -> Note:
    seen = Reviewed(kind=kind, what="call Tom", session="jane-doe/1", outcome=outcome)
    return Note(kind="review", text="once", reviewed=seen, share_with="sponsor")


class TestForTheClient:
    def test_it_opens_with_the_day_and_the_name(self) -> None:
        report = for_client(session_of(minutes=Booked(planned=50, spent=49)))

        assert report == Page("Our session on Friday 20 November 2026", {"For": "Jane Doe"}, (), on=NOW.date())

    def test_it_tells_when_the_two_meet_again(self) -> None:
        report = for_client(session_of(next=Appointment(words="friday 2pm", on=FRIDAY, at="14:00")))

        assert report.facts == {"For": "Jane Doe", "We meet again": "Friday 27 November 2026, 14:00"}

    def test_it_is_ordered_by_what_matters_to_them(self) -> None:
        session = session_of(turn_with(*(note(kind, kind, "client") for kind in sorted(SHOWN, reverse=True))))

        assert titles(for_client(session)) == [
            "What came of it",
            "What we worked on",
            "What you wanted from the session",
            "Your goal",
            "What became clear",
            "In your own words",
            "Options",
            "What you will do",
            "What I will do",
            "What you take away",
            "Dates we agreed",
            "Parked for later",
            "Also noted",
        ]

    @pytest.mark.parametrize("kind", SHOWN)
    def test_every_kind_of_note_has_its_one_place(self, kind: Kind) -> None:
        report = for_client(session_of(turn_with(note("the words", kind, "client"))))

        assert [line.text for section in report.sections for line in section.lines] == ["the words"]

    def test_an_action_is_a_task_with_all_that_belongs_to_it(self) -> None:
        report = for_client(session_of(turn_with(ACTION)))

        assert report.sections == (
            Section(
                "What you will do",
                (
                    Line(
                        "talk to Ana",
                        "task",
                        details=("by Friday 27 November 2026", "how sure: 8 of 10", "support: her calendar"),
                    ),
                ),
            ),
        )

    def test_their_own_words_are_a_quote(self) -> None:
        report = for_client(session_of(turn_with(note("why me?", "quote", "client"))))

        assert report.sections[0].lines == (Line("why me?", "quote"),)

    def test_a_number_comes_with_its_question(self) -> None:
        scale = Note(kind="scale", text="better", scale=Score(score=7, low=1, high=10), share_with="client")
        report = for_client(session_of(turn_with(scale, asked="How sure are you?")))

        assert report.sections == (
            Section("Also noted"),
            Section("How sure are you?", (Line("7 of 10 · better"),), depth=2),
        )

    def test_all_answers_to_a_question_stand_under_it_once(self) -> None:
        areas = [note(area, share_with="client") for area in ("delegating", "the board")]
        report = for_client(
            session_of(turn_with(areas[0]), turn_with(areas[1]), turn_with(areas[0], phase="after_call"))
        )

        assert report.sections == (
            Section("Also noted", (Line("delegating"),)),
            Section("What is going on?", (Line("delegating"), Line("the board")), depth=2),
        )

    def test_what_came_of_what_they_chose_comes_first(self) -> None:
        seen = Reviewed(kind="action", what="call Tom", session="jane-doe/1", outcome="partly")
        reviewed = Note(kind="review", text="once", reviewed=seen, due=ACTION.due, share_with="client")
        report = for_client(session_of(turn_with(note("lead", "goal", "client"), reviewed, asked="What came of it?")))

        assert report.sections[0] == Section(
            "What came of it", (Line("You made a start: call Tom", details=("by Friday 27 November 2026",)),)
        )

    def test_a_call_in_which_nothing_was_shared_makes_an_empty_page(self) -> None:
        assert for_client(session_of(turn_with(note("mine"), note("bored", "observation")))).sections == ()


class TestForTheSponsor:
    def test_it_tells_that_it_took_place_and_how_long(self) -> None:
        report = for_sponsor(session_of(turn_with(note("theirs", "goal", "client")), minutes=Booked(spent=49)))

        assert report == Page(
            "Coaching session",
            {"Client": "Jane Doe", "Date": "Friday 20 November 2026", "Length": "49 minutes"},
            (),
            on=NOW.date(),
        )

    def test_a_length_that_is_not_known_is_not_told(self) -> None:
        assert "Length" not in for_sponsor(session_of()).facts

    def test_it_speaks_of_the_client_and_not_to_them(self) -> None:
        everything = [note(kind, kind, "sponsor") for kind in SHOWN]

        assert titles(for_sponsor(session_of(turn_with(*everything)))) == [
            "What came of it",
            "Topic",
            "Aim of the session",
            "Goal",
            "What became clear",
            "In the client's words",
            "Options",
            "Agreed actions",
            "What the coach will do",
            "Takeaways",
            "Agreed dates",
            "Parked for later",
            "Also noted",
        ]


class TestInWordsThatNeedNoExplaining:
    def test_topic_and_goal_stand_under_headings_of_their_own(self) -> None:
        report = for_client(session_of(turn_with(note("the rota", "topic", "client"), GOAL)))

        assert titles(report) == ["What we worked on", "Your goal"]
        assert lines_under("Your goal", report)[0].details == ("you will know by: two leads ask me",)

    def test_a_sponsor_is_not_meant_by_you(self) -> None:
        report = for_sponsor(session_of(turn_with(GOAL, note("fewer calls", "measure", "sponsor"))))

        assert lines_under("Goal", report)[0].details == ("they will know by: two leads ask me",)
        assert lines_under("What became clear", report) == (Line("fewer calls", label="They will know by:"),)

    @pytest.mark.parametrize(
        ("outcome", "told"),
        [
            ("done", "You did it: call Tom"),
            ("partly", "You made a start: call Tom"),
            ("not yet", "Still to come: call Tom"),
            ("dropped", "You let it go: call Tom"),
        ],
    )
    def test_what_came_of_things_is_said_kindly(self, outcome: Outcome, told: str) -> None:
        report = for_client(session_of(turn_with(came_of(outcome))))

        assert report.sections == (Section("What came of it", (Line(told),)),)

    @pytest.mark.parametrize("kind", get_args(Commitments))
    @pytest.mark.parametrize("outcome", get_args(Outcome))
    def test_every_outcome_of_every_kind_has_its_words(self, kind: Commitments, outcome: Outcome) -> None:
        session = session_of(turn_with(came_of(outcome, kind)))

        for report in (for_client(session), for_sponsor(session)):
            (line,) = lines_under("What came of it", report)
            assert line.text.endswith(": call Tom")
            assert not line.text.startswith(outcome)

    def test_what_the_coach_promised_is_the_coachs(self) -> None:
        assert lines_under("What came of it", for_client(session_of(turn_with(came_of("done", "promise"))))) == (
            Line("I did it: call Tom"),
        )
        assert lines_under("What came of it", for_sponsor(session_of(turn_with(came_of("done", "promise"))))) == (
            Line("Done: call Tom"),
        )

    def test_under_a_heading_for_several_kinds_each_says_what_it_is(self) -> None:
        kinds: tuple[Kind, ...] = ("insight", "value", "resource", "obstacle", "measure")
        report = for_client(session_of(turn_with(*(note("time", kind, "client") for kind in kinds))))

        assert [line.label for line in lines_under("What became clear", report)] == [
            *("", "What matters:", "What helps:", "In the way:", "You will know by:")
        ]

    def test_nobody_reads_when_it_was_added(self) -> None:
        later = Note(kind="action", text="call Tom", share_with="client", added=NOW + timedelta(days=1))

        assert for_client(session_of(turn_with(later))).sections[0].lines == (Line("call Tom", "task"),)

    def test_what_programs_may_want_to_know_is_the_coachs(self) -> None:
        assert for_client(session_of()).front_matter == {}
        assert for_sponsor(session_of()).front_matter == {}


class TestStillOpen:
    OPEN = (Note(kind="action", text="ask Sam", due=When(words="friday", on=FRIDAY)), Note(kind="action", text="rest"))

    def test_it_stands_behind_what_was_chosen_today(self) -> None:
        seen = changed(shared(session_of(turn_with(ACTION)), CLIENT, "client"), still_open=self.OPEN)
        report = client_summary(seen)

        assert titles(report) == ["What you will do", "Still open from before"]
        assert lines_under("Still open from before", report) == (
            Line("ask Sam", "task", details=("by Friday 27 November 2026",)),
            Line("rest", "task"),
        )


class TestALetter:
    CLOSING = ("Warm regards,", "Alex Example")

    def test_it_greets_the_client_and_is_signed(self) -> None:
        report = client_summary(shared(session_of(), CLIENT, "client"), "Hello Jane,", self.CLOSING)

        assert (report.greeting, report.closing) == ("Hello Jane,", self.CLOSING)

    def test_a_sponsor_is_not_greeted_as_the_client(self) -> None:
        report = sponsor_summary(shared(session_of(), CLIENT, "sponsor"), self.CLOSING)

        assert (report.greeting, report.closing) == ("", self.CLOSING)

    def test_without_a_word_about_the_coach_there_is_neither(self) -> None:
        for report in (for_client(session_of()), for_sponsor(session_of())):
            assert (report.greeting, report.closing) == ("", ())


class TestMentoring:
    HOUR = session_of(turn_with(note("send the article", "promise", "sponsor")))

    def test_a_sponsor_never_reads_of_coaching(self) -> None:
        reference = changed(self.HOUR.framework, id="mentoring", title="Mentoring")
        report = for_sponsor(changed(self.HOUR, framework=reference))

        assert report.title == "Mentoring session"
        assert titles(report) == ["What the mentor will do"]

    def test_nor_where_the_work_is_mentoring_whatever_the_hour_went_along(self) -> None:
        report = sponsor_summary(changed(shared(self.HOUR, CLIENT, "sponsor"), mode="mentoring"))

        assert "oach" not in f"{report.title} {titles(report)}"
