"""What of a session belongs into whose calendar."""

from builders import CLIENT, FRIDAY, note, session_of, turn_with

from coachcli.domain.export.agenda import Agenda, Task, coach_agenda, shared_agenda
from coachcli.domain.export.audience import shared
from coachcli.domain.session.model import Appointment, Note, Session, When
from coachcli.domain.terms import Audience

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
