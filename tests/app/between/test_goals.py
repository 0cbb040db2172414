"""Goals between sessions: what a coach says, and what is kept of it."""

from datetime import date

import pytest
from app.conftest import MakeSession
from app.play import Chooser
from builders import note, turn_with

from coachcli.app.between import goals
from coachcli.app.between.entries import Said, Taken
from coachcli.app.between.goal_list import listed
from coachcli.app.between.goals import Ending, Wanted
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.history.goals import Goal
from coachcli.domain.session.model import Note
from coachcli.errors import CoachError, NotFoundError, UsageError
from coachcli.store.client import client_file
from coachcli.store.paths import Practice
from coachcli.store.session import between

LEAD = "Lead the division"


@pytest.fixture(autouse=True)
def _set(jane: Client, made: MakeSession) -> None:
    """An action, which is number 1, and two goals."""
    said = [note("call Tom", "action", "client"), note(LEAD, "goal", "client"), note("Sleep through", "goal")]
    made(jane, turns=(turn_with(*said),), status="ended", framework="intake")


def nobody() -> None:
    """There is nobody to ask."""


def rated(context: Context, words: str, comment: str = "", chooser: Chooser | None = None) -> Taken:
    return goals.rate(context, lambda: chooser, Said("jane", words, comment))


def closed(context: Context, words: str, ending: Ending | None, chooser: Chooser | None = None) -> Taken:
    return goals.close(context, lambda: chooser, Said("jane", words), ending)


def added(context: Context, words: str, wanted: Wanted | None = None, chooser: Chooser | None = None) -> Note:
    kept = goals.add(context, lambda: chooser, Said("jane", words), wanted or Wanted()).note
    assert kept is not None
    return kept


def theirs(context: Context, *, over: bool = False) -> list[Goal]:
    (one,) = listed(context, "jane", closed=over).found
    return list(one.goals)


def scores(context: Context, what: str = LEAD) -> list[float]:
    (goal,) = [one for one in theirs(context) if one.what == what]
    return [number.score for number in goal.numbers]


def entries(practice: Practice) -> int:
    return len(between.load(practice, "jane-doe").entries)


class TestRating:
    @pytest.mark.parametrize("words", ["2 6", "division 6", "lead the division 6/10", "2 6 of 10", "2 6.0"])
    def test_the_number_comes_last(self, context: Context, words: str) -> None:
        rated(context, words)

        assert scores(context) == [6]
        assert scores(context, "Sleep through") == []

    def test_each_one_is_kept_and_the_goal_stays_open(self, context: Context) -> None:
        rated(context, "2 3")
        rated(context, "2 6", "the board has noticed")

        assert scores(context) == [3, 6]
        assert [one.what for one in theirs(context)] == [LEAD, "Sleep through"]

    def test_a_remark_is_the_coachs_alone_and_a_number_is_for_whoever_knows_the_goal(self, context: Context) -> None:
        taken, without = rated(context, "2 6", "a hard month").note, rated(context, "2 7").note

        assert taken is not None
        assert without is not None
        assert (taken.share_with, without.share_with) == ("nobody", "client")

    def test_without_a_number_it_is_asked_for(self, context: Context) -> None:
        rated(context, "2", chooser=Chooser(["eleven", "11", "4"]))

        assert scores(context) == [4]

    def test_it_is_asked_again_with_why_until_it_is_one(self, context: Context) -> None:
        chooser = Chooser(["Lead", "quite", "11", "4"])
        rated(context, "", chooser=chooser)

        ask = f"{LEAD}. How near are they, from 0 to 10? (Enter leaves it.)"
        assert chooser.asked == [
            "To rate: which one?",
            ask,
            f"That is no number. {ask}",
            f"How near they are goes from 0 to 10. {ask}",
        ]

    def test_enter_alone_leaves_it_as_it_is(self, context: Context, practice: Practice) -> None:
        assert rated(context, "2", chooser=Chooser([""])).note is None
        assert entries(practice) == 0

    def test_through_a_pipe_nobody_can_be_asked(self, context: Context, practice: Practice) -> None:
        with pytest.raises(UsageError) as error:
            rated(context, "2")

        assert error.value.message == "How near are they, from 0 to 10?"
        assert error.value.hint == "Say it like this: coach goal rate jane-doe 2 6"
        assert entries(practice) == 0

    def test_more_than_ten_is_refused(self, context: Context, practice: Practice) -> None:
        with pytest.raises(UsageError, match="from 0 to 10"):
            rated(context, "2 11")

        assert entries(practice) == 0

    def test_the_number_of_an_action_is_no_goal(self, context: Context) -> None:
        with pytest.raises(NotFoundError) as error:
            rated(context, "1 6")

        assert "Tom" not in error.value.message
        assert error.value.hint == "coach goal list jane-doe shows what there is."


class TestClosing:
    @pytest.mark.parametrize(("ending", "outcome"), [("done", "done"), ("dropped", "dropped")])
    def test_it_is_reached_or_let_go(self, context: Context, ending: Ending, outcome: str) -> None:
        closed(context, "2", ending)

        assert [one.what for one in theirs(context)] == ["Sleep through"]
        assert [(one.what, one.followed.outcome) for one in theirs(context, over=True)] == [
            (LEAD, outcome),
            ("Sleep through", None),
        ]

    def test_how_it_ended_is_asked(self, context: Context) -> None:
        closed(context, "2", None, Chooser(["Let go"]))

        assert [one.followed.outcome for one in theirs(context, over=True)] == ["dropped", None]

    def test_through_a_pipe_it_has_to_be_said(self, context: Context, practice: Practice) -> None:
        with pytest.raises(UsageError) as error:
            closed(context, "2", None)

        assert error.value.message == "Was it reached, or let go?"
        assert entries(practice) == 0

    def test_an_aim_of_an_hour_leaves_every_list_and_its_file_as_it_is(
        self, context: Context, practice: Practice
    ) -> None:
        (file,) = (practice.clients / "jane-doe" / "sessions").glob("*.yaml")
        before = file.read_bytes()
        closed(context, "2", "aim")

        assert [one.what for one in theirs(context, over=True)] == ["Sleep through"]
        assert file.read_bytes() == before

    def test_closed_already_nothing_is_written(self, context: Context, practice: Practice) -> None:
        closed(context, "2", "done")
        taken = closed(context, "2", "dropped")

        assert taken.note is None
        assert entries(practice) == 1


class TestAdding:
    def test_its_day_is_read_from_the_line_and_it_is_for_the_client_too(self, context: Context) -> None:
        taken = added(context, "Delegate by 1 december")

        assert (taken.text, taken.share_with) == ("Delegate", "client")
        assert taken.due is not None
        assert taken.due.on == date(2026, 12, 1)

    def test_the_rest_is_said_by_options(self, context: Context) -> None:
        added(context, "Delegate", Wanted("three a week", "growth", "1 december", 3, "sponsor"))
        goal = theirs(context)[-1]

        assert (goal.measure, goal.serves, [one.score for one in goal.numbers]) == ("three a week", "growth", [3])
        assert goal.followed.thing.share_with == "sponsor"

    def test_asked_for_where_there_are_no_words(self, context: Context) -> None:
        assert added(context, "", chooser=Chooser(["Delegate"])).text == "Delegate"

    @pytest.mark.parametrize(
        ("words", "wanted"), [("", Wanted()), ("~Delegate", Wanted()), ("Delegate", Wanted(by="whenever"))]
    )
    def test_what_cannot_be_one_is_refused(
        self, context: Context, practice: Practice, words: str, wanted: Wanted
    ) -> None:
        with pytest.raises(CoachError):
            added(context, words, wanted)

        assert entries(practice) == 0

    def test_a_number_above_ten_is_refused_before_anything_is_written(
        self, context: Context, practice: Practice
    ) -> None:
        with pytest.raises(UsageError):
            added(context, "Delegate", Wanted(near=11))

        assert entries(practice) == 0

    def test_with_somebody_of_whom_nothing_is_known(self, context: Context, practice: Practice) -> None:
        client_file.add(practice, "Tom Example")
        goals.add(context, nobody, Said("tom", "Sleep"), Wanted())

        assert [one.what for one in listed(context, "tom").found[0].goals] == ["Sleep"]

    def test_ones_own_work_has_no_goal_that_no_list_would_show(self, context: Context, practice: Practice) -> None:
        (practice.root / "own" / "sessions").mkdir(parents=True)

        with pytest.raises(NotFoundError, match="There is no client own"):
            goals.add(context, nobody, Said("own", LEAD), Wanted())

        assert not (practice.root / "own" / "between.yaml").exists()
