"""What was agreed with clients, on their cards."""

from datetime import date

from app.conftest import MakeSession
from builders import note, turn_with
from engagements import written

from coachcli.app.client.history import ClientHistory
from coachcli.app.client.prep import first_card, prepare
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Note, When
from coachcli.domain.value import changed

_TEXT = "start: 2026-09-01\nend: 2027-02-28\nsessions: 12\nroad:\n- {do: midpoint, week: 13}\n"


def test_before_the_first_session_the_card_tells_of_the_engagement_already(context: Context, jane: Client) -> None:
    assert first_card(context, jane, ClientHistory(), 80, 20) == []

    written(context.practice, jane.id, _TEXT)

    # Week 13 begins on 24 November; today is the 20th.
    rows = first_card(context, jane, ClientHistory(), 80, 20)
    assert any("month 3 of 6 · session 1 of 12 · midpoint review in 4 days" in row for row in rows)


def test_after_the_end_nothing_of_it_is_on_the_card_but_what_the_coach_promised(
    context: Context, jane: Client, made: MakeSession
) -> None:
    agreed = Note(kind="next", day=When(words="then", on=date(2026, 12, 3)))
    said = [note("call Tom", "action"), note("send it", "promise"), note("the house", "parked"), note("Lead", "goal")]
    made(jane, "2026-09-09-0900", turns=(turn_with(*said), changed(turn_with(agreed), room="three")), status="ended")
    written(context.practice, jane.id, _TEXT)
    before = prepare(context, jane).preparation
    assert [one.name for one in before.dates] == ["Three-way meeting"]
    assert all((before.actions, before.promises, before.parked, before.goals, before.outlooks))

    written(context.practice, jane.id, f"{_TEXT}ended: {{on: 2026-11-01, why: as agreed}}\n")
    after = prepare(context, jane).preparation

    assert not any((after.actions, after.parked, after.goals, after.outlooks, after.dates))
    # What the coach took on is theirs still.
    assert after.promises == ("send it",)
    assert after.number == 2


def test_a_file_that_cannot_be_read_is_told_beside_the_card(context: Context, jane: Client) -> None:
    written(context.practice, jane.id, "start: soon\n")

    (error,) = prepare(context, jane).passed_over
    assert "lead.yaml:1" in error.message
    assert first_card(context, jane, ClientHistory(), 80, 20)
