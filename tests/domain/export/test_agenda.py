"""What of a session belongs into whose calendar."""

from datetime import timedelta

import pytest
from builders import CLIENT, FRIDAY, note, session_of, turn_with

from coachcli.domain.export.agenda import Agenda, Meeting, Task, coach_agenda, shared_agenda
from coachcli.domain.export.audience import shared
from coachcli.domain.session.model import Appointment, Note, Person, Session, Turn, When
from coachcli.domain.terms import Audience, Phase, Room
from coachcli.domain.value import changed

NEXT = Appointment(words="friday 2pm", on=FRIDAY, at="14:00")
DUE = When(words="friday", on=FRIDAY)
SESSION = session_of(
    turn_with(
        note("mine to watch", "observation"),
        Note(kind="action", text="Ask Sam", due=DUE, confidence=8, share_with="client"),
        Note(kind="action", text="Say no once", share_with="nobody"),
        note("send the article", "promise"),
        Note(kind="action", text="Hand over the rota", share_with="sponsor"),
    ),
    next=NEXT,
)


def of(session: Session, audience: Audience) -> Agenda:
    return shared_agenda(shared(session, CLIENT, audience), audience)


def test_a_client_has_the_actions_they_may_see_and_the_next_date() -> None:
    agenda = of(SESSION, "client")

    assert agenda.tasks == (
        Task("Ask Sam", FRIDAY, ("by Friday 27 November 2026", "how sure: 8 of 10")),
        Task("Hand over the rota"),
    )
    assert agenda.next == NEXT


def test_a_sponsor_has_their_actions_and_nobodys_next_date() -> None:
    agenda = of(SESSION, "sponsor")

    assert [task.what for task in agenda.tasks] == ["Hand over the rota"]
    assert agenda.next is None


def test_a_coach_has_every_action_and_what_they_promised() -> None:
    agenda = coach_agenda(SESSION)

    assert [task.what for task in agenda.tasks] == ["Ask Sam", "Say no once", "send the article", "Hand over the rota"]
    assert agenda.next == NEXT


def test_with_nothing_to_do_and_no_day_to_meet_there_is_nothing_for_a_calendar() -> None:
    undated = Appointment(words="after her holiday")

    assert of(session_of(turn_with(note("a", "insight", "client")), next=undated), "client").is_empty
    assert not of(session_of(next=NEXT), "client").is_empty


def agreed(room: Room, days: int, question: str = "again", phase: Phase = "call") -> Turn:
    day = When(words="so he hopes, on friday", on=FRIDAY + timedelta(days=days))
    return changed(turn_with(Note(kind="next", day=day), question=question), room=room, phase=phase)


MEETINGS = session_of(
    agreed("client", 1),
    agreed("three", 2),
    agreed("sponsor", 3),
    agreed("stakeholder", 4),
    agreed("alone", 5),
    agreed("client", 6, phase="after_call", question="mine"),
    person=Person(code="P3"),
)


@pytest.mark.parametrize(
    ("audience", "titles"),
    [
        ("client", {1: "Coaching session", 2: "Three-way meeting"}),
        ("sponsor", {2: "Three-way meeting", 3: "Talk about the coaching"}),
    ],
)
def test_a_day_agreed_is_in_the_calendars_of_those_who_were_there(audience: Audience, titles: dict[int, str]) -> None:
    agenda = of(MEETINGS, audience)

    assert {(one.on - FRIDAY).days: one.what for one in agenda.meetings} == titles
    assert not agenda.is_empty
    assert "hopes" not in repr([agenda.meetings, shared(MEETINGS, CLIENT, audience).agreed])


def test_the_coach_has_all_days_agreed_by_what_they_are_for() -> None:
    assert [one.what for one in coach_agenda(MEETINGS).meetings] == [
        "Next after Short",
        "Three-way meeting",
        "Talk with the sponsor",
        "Talk with P3",
        "Short again",
        "Next after Short",
    ]


def test_a_day_that_is_that_of_the_next_session_is_there_once() -> None:
    both = session_of(agreed("client", 0), agreed("three", 0), next=NEXT)

    for agenda in (of(both, "client"), coach_agenda(both)):
        assert [one.what for one in agenda.meetings] == ["Three-way meeting"]


def test_of_one_question_the_last_day_is_there_and_of_words_alone_none() -> None:
    unclear = changed(turn_with(Note(kind="next", day=When(words="soon")), question="other"), room="three")

    agenda = of(session_of(agreed("three", 1), agreed("three", 2), unclear), "client")

    assert agenda.meetings == (Meeting("agreed three again", "Three-way meeting", FRIDAY + timedelta(days=2)),)
    assert of(session_of(unclear), "client").is_empty


def test_what_is_mentoring_is_called_so_in_everybodys_calendar() -> None:
    hour = changed(MEETINGS, framework=changed(MEETINGS.framework, id="mentoring"), next=NEXT)

    names = {meeting.what for audience in ("client", "sponsor") for meeting in of(hour, audience).meetings}

    assert names == {"Mentoring session", "Three-way meeting", "Talk about the mentoring"}
    assert {coach_agenda(hour).mode, of(hour, "client").mode} == {"mentoring"}
