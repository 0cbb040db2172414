"""The end of an engagement: why, and what becomes of all that is open."""

from datetime import UTC, date, datetime

import pytest
from app.engagement.conftest import LEAD, Write
from app.play import Chooser

from coachcli.app.between import action_list, goal_list
from coachcli.app.between.action_list import all_with
from coachcli.app.client.page import page
from coachcli.app.context import Context
from coachcli.app.engagement.end import Over, Said, end
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.settlement import Fate
from coachcli.domain.engagement.silence import is_silenced
from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note, When
from coachcli.errors import UsageError
from coachcli.render.client.action_list import list_text
from coachcli.render.client.goal_list import list_text as goals_text
from coachcli.store.client import engagements
from coachcli.store.session import between

TODAY = date(2026, 11, 20)
OVERDUE = When(words="1 november", on=date(2026, 11, 1))


@pytest.fixture
def opened(context: Context, jane: Client, write: Write) -> Client:
    """Jane, with an engagement, in which an action and a promise are open, and an action from after today."""
    write()
    notes = (Note(kind="action", text="Call Ana", due=OVERDUE), Note(kind="promise", text="Send the article"))
    between.add(context.practice, jane.id, Entry(at=datetime(2026, 10, 1, tzinfo=UTC), notes=notes))
    return jane


def ended(context: Context, said: Said, *answers: str) -> Over:
    return end(context, "jane", None, said, lambda: Chooser(list(answers)) if answers else None)


def still_open(context: Context, jane: Client) -> list[str]:
    return [one.thing.what for one in all_with(context, jane).open]


def test_the_end_and_its_reason_stand_in_the_file_and_all_else_stays(context: Context, opened: Client) -> None:
    over = ended(context, Said(why="as agreed"))

    assert over.path.read_text() == f"{LEAD}ended: {{on: 2026-11-20, why: as agreed}}\n"
    (found,) = engagements.of_client(context.practice, opened.id).found
    assert found.has_ended(TODAY)


@pytest.mark.parametrize(
    ("fate", "left"),
    [(None, ["Call Ana", "Send the article"]), ("keep", ["Call Ana", "Send the article"]), ("dropped", [])],
)
def test_through_a_pipe_what_is_open_is_kept_unless_it_is_said_otherwise(
    context: Context, opened: Client, fate: Fate | None, left: list[str]
) -> None:
    over = ended(context, Said(why="moved on", fate=fate))

    assert still_open(context, opened) == left
    assert {one.fate for one in over.settled} == {fate or "keep"}


def test_in_a_terminal_it_goes_through_what_is_open(context: Context, opened: Client) -> None:
    over = ended(context, Said(), "off track", "done", "keep")

    assert over.ended.why == "off track"
    assert [(one.what, one.fate) for one in over.settled] == [("Call Ana", "done"), ("Send the article", "keep")]
    closed = next(one for one in all_with(context, opened).things if one.thing.what == "Call Ana")
    assert (closed.outcome, still_open(context, opened)) == ("done", ["Send the article"])


def test_its_last_day_without_a_year_is_the_nearest(context: Context, opened: Client) -> None:
    ended(context, Said(why="as agreed", on="1 november", fate="keep"))

    (found,) = engagements.of_client(context.practice, opened.id).found
    assert found.ended is not None
    assert found.ended.on == date(2026, 11, 1)


def test_the_reason_can_be_in_ones_own_words(context: Context, opened: Client) -> None:
    over = ended(context, Said(fate="keep"), "in your own", "A new job: abroad")

    assert over.ended.why == "A new job: abroad"
    (found,) = engagements.of_client(context.practice, opened.id).found
    assert found.ended == over.ended


def test_after_it_nothing_of_it_is_due_whatever_was_kept(context: Context, opened: Client) -> None:
    before = [one for one in all_with(context, opened).open if one.is_overdue(TODAY)]
    assert [one.thing.what for one in before] == ["Call Ana"]

    ended(context, Said(why="as agreed", fate="keep"))

    found = engagements.of_client(context.practice, opened.id).found
    silenced = [one.thing.what for one in all_with(context, opened).open if is_silenced(one, found, TODAY)]
    assert silenced == ["Call Ana"]
    (listed,) = action_list.listed(context, None).found
    assert [one.thing.what for one in listed.awaited] == ["Send the article"]
    for things in (listed.open, all_with(context, opened).open):
        assert [one.thing.what for one in things] == ["Call Ana", "Send the article"]
        assert not any(one.is_overdue(TODAY) for one in things)


def test_after_it_no_list_and_no_page_says_otherwise_than_the_other(context: Context, opened: Client) -> None:
    goal = Entry(at=datetime(2026, 10, 2, tzinfo=UTC), notes=(Note(kind="goal", text="Lead"),))
    between.add(context.practice, opened.id, goal)

    ended(context, Said(why="as agreed", fate="keep"))

    (goals,) = goal_list.listed(context, None).found
    (of_jane,) = goal_list.listed(context, "jane").found
    prepared = page(context, "jane").page.prepared
    (actions,) = action_list.listed(context, None).found
    assert not any((goals.goals, of_jane.goals, prepared.goals, prepared.actions))
    text = list_text([("Jane Doe", actions.things)], TODAY)
    assert text == "Jane Doe\n  You promised\n   2  Send the article\n"
    (everything,) = goal_list.listed(context, None, closed=True).found
    assert goals_text([("Jane Doe", everything.goals)], TODAY) == "Jane Doe\n  Left when work ended\n   3  Lead\n"
    assert "  Left when work ended\n" in list_text([("Jane Doe", actions.things)], TODAY, closed=True)


def test_it_says_of_each_whose_it_is_and_lets_go_what_is_neither_theirs_nor_yours(
    context: Context, opened: Client
) -> None:
    others = Note(kind="action", text="Ask HR", details={"who": "sponsor"})
    between.add(context.practice, opened.id, Entry(at=datetime(2026, 10, 2, tzinfo=UTC), notes=(others,)))
    chooser = Chooser(["keep", "keep"])

    over = end(context, "jane", None, Said(why="as agreed"), lambda: chooser)

    assert chooser.asked == [
        "Open: Call Ana · by Sunday 1 November 2026 (action, theirs)",
        "Open: Send the article (I promised, yours)",
    ]
    assert chooser.offered[1][0] == "keep: stays yours; you are still reminded of it"
    assert {one.what: one.heir for one in over.settled} == {
        "Call Ana": "client",
        "Send the article": "coach",
        "Ask HR": "nobody",
    }


def test_what_was_chosen_after_its_last_day_is_not_of_it(context: Context, opened: Client) -> None:
    later = Entry(at=datetime(2026, 11, 19, tzinfo=UTC), notes=(Note(kind="action", text="Write to Tom"),))
    between.add(context.practice, opened.id, later)

    over = ended(context, Said(why="moved on", on="2026-11-10", fate="dropped"))

    assert [one.what for one in over.settled] == ["Call Ana", "Send the article"]
    assert still_open(context, opened) == ["Write to Tom"]


@pytest.mark.usefixtures("opened")
def test_one_that_is_over_cannot_be_ended_again(context: Context) -> None:
    ended(context, Said(why="as agreed"))

    with pytest.raises(UsageError, match="ended on 2026-11-20") as raised:
        ended(context, Said())

    assert "Leading" not in raised.value.discreet


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("on", ["2026-08-01", "sometime"])
def test_its_last_day_is_one_and_not_before_the_first(context: Context, on: str) -> None:
    with pytest.raises(UsageError, match="lies before the start, 2026-09-01"):
        ended(context, Said(on=on))
