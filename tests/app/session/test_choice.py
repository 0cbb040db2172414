"""Who and by which model, before a call."""

from collections.abc import Callable, Sequence

import pytest
from app.conftest import MakeSession
from app.play import Chooser, Play, at_a_terminal, over_a_pipe
from engagements import written

from coachcli.app.context import Context
from coachcli.app.framework.catalogue import list_frameworks
from coachcli.app.session import choice
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.errors import CancelledError, NotFoundError, UsageError
from coachcli.live.choice.shortlist import Option
from coachcli.store.client import client_file
from coachcli.store.framework.catalogue import BrokenFrameworkError
from coachcli.store.settings import Settings

BROKEN = "title: Mine\nstages: []\n"


def named(name: str | None, *, new: bool = False) -> StartRequest:
    return StartRequest(client=name, new=new)


# The client


@pytest.mark.parametrize("name", ["Jane Doe", "jane doe", "  Jane   Doe ", "jane-doe", "JANE DOE"])
def test_a_client_goes_by_name_or_id_however_it_is_typed(context: Context, jane: Client, name: str) -> None:
    assert choice.client(context, named(name), over_a_pipe().conversation) == jane


def test_a_name_like_no_other_is_somebody_new(context: Context, jane: Client) -> None:
    del jane

    assert choice.client(context, named("Bo\x07 Li"), over_a_pipe().conversation) == "Bo Li"


@pytest.mark.parametrize("part", ["Jane", "jane", " DOE "])
@pytest.mark.parametrize("somewhere", [at_a_terminal, over_a_pipe])
def test_a_part_of_the_name_that_one_alone_has_is_enough_and_it_is_said_who_it_is(
    context: Context, jane: Client, part: str, somewhere: Callable[[], Play]
) -> None:
    play = somewhere()

    assert choice.client(context, named(part), play.conversation) == jane
    assert play.script.said[-1] == f" With Jane Doe. For somebody new called {part.strip()}: --new"


def test_on_a_screen_that_others_see_it_is_not_said(context: Context, jane: Client) -> None:
    play = at_a_terminal(discreet=True)

    assert choice.client(context, StartRequest("jane", discreet=True), play.conversation) == jane
    assert play.said == ""


class TestWhereOthersSeeTheScreen:
    def test_nobody_is_listed_and_the_name_is_asked_for(self, context: Context, jane: Client) -> None:
        play = at_a_terminal("Jane Doe", discreet=True)

        assert choice.client(context, StartRequest(), play.conversation) == jane
        assert play.chooser is not None
        assert play.chooser.asked == ["With whom? Nobody is listed here; type their name."]
        assert play.chooser.offered == []

    def test_a_name_close_to_another_is_asked_for_again_and_nobody_is_named(
        self, context: Context, jane: Client
    ) -> None:
        play = at_a_terminal("Jame Doe", "Jane Doe", discreet=True)

        assert choice.client(context, StartRequest(None), play.conversation) == jane
        assert play.chooser is not None
        assert not any("Jane" in question for question in play.chooser.asked)

    @pytest.mark.usefixtures("jane")
    def test_a_name_close_to_another_that_is_said_again_is_somebody_new(self, context: Context) -> None:
        play = at_a_terminal("Jame Doe", "Jame Doe", discreet=True)

        assert choice.client(context, StartRequest(None), play.conversation) == "Jame Doe"

    @pytest.mark.usefixtures("jane")
    def test_a_name_close_to_another_makes_nobody_and_names_nobody(self, context: Context) -> None:
        play = at_a_terminal("Jame Doe", discreet=True)

        with pytest.raises(NotFoundError) as refused:
            choice.client(context, StartRequest("Jame Doe"), play.conversation)

        said = refused.value.in_public()
        assert said.message == "No client has just this name, and one is close."
        assert said.hint == "Give their whole name. --new makes a new client."
        assert said.exit_code == 3

    @pytest.mark.usefixtures("jane")
    def test_a_name_that_is_somebody_s_already_is_not_said_again(self, context: Context) -> None:
        with pytest.raises(UsageError) as refused:
            choice.client(context, StartRequest("Jane Doe", new=True), over_a_pipe().conversation)

        assert refused.value.in_public().message == "There is a client of that name already."


def test_where_it_may_be_two_they_are_listed(context: Context, jane: Client) -> None:
    del jane
    other = client_file.add(context.practice, "Jane Example")

    assert choice.client(context, named("jane"), at_a_terminal("Jane Example").conversation) == other
    with pytest.raises(NotFoundError) as refused:
        choice.client(context, named("jane"), over_a_pipe().conversation)
    assert refused.value.hint == "Did you mean Jane Doe or Jane Example? --new makes a new client."


@pytest.mark.parametrize("slip", ["Jane Do", "jnae doe", "jaen", "Jnae", "Jаne Doe"])
def test_a_slip_is_asked_about_at_a_terminal(context: Context, jane: Client, slip: str) -> None:
    play = at_a_terminal("yes")

    assert choice.client(context, named(slip), play.conversation) == jane
    assert play.chooser is not None
    assert play.chooser.asked == [f"There is no client {slip}. Did you mean Jane Doe? n makes a new client."]


def test_enter_alone_makes_nobody_of_a_slip(context: Context, jane: Client) -> None:
    del jane
    play = at_a_terminal("yes")
    choice.client(context, named("jaen"), play.conversation)

    assert play.chooser is not None
    assert play.chooser.on_enter == [None]


@pytest.mark.parametrize("spelling", ["jorg muller", "Joerg Mueller", "mueller", "jörg"])
def test_a_name_in_another_spelling_is_the_same(context: Context, spelling: str) -> None:
    there = client_file.add(context.practice, "Jörg Müller")

    play = over_a_pipe()

    assert choice.client(context, named(spelling), play.conversation) == there
    told = f" With Jörg Müller. For somebody new called {spelling}: --new"
    assert play.said == told


def test_the_exact_spelling_goes_first(context: Context) -> None:
    jorg, joerg = (client_file.add(context.practice, name) for name in ("Jorg", "Jörg"))

    assert choice.client(context, named("jorg"), over_a_pipe().conversation) == jorg
    assert choice.client(context, named("Jörg"), over_a_pipe().conversation) == joerg


def test_new_may_be_spelled_as_somebody_else_is(context: Context) -> None:
    client_file.add(context.practice, "Jörg")

    assert choice.client(context, named("Jorg", new=True), over_a_pipe().conversation) == "Jorg"


def test_a_slip_may_be_somebody_new_after_all(context: Context, jane: Client) -> None:
    del jane

    assert choice.client(context, named("Jana"), at_a_terminal("no").conversation) == "Jana"


@pytest.mark.parametrize("answers", [("jaen", "yes"), ("new client", "jaen", "yes")])
def test_a_slip_is_asked_about_in_the_list_as_well(context: Context, jane: Client, answers: tuple[str, ...]) -> None:
    play = at_a_terminal(*answers)

    assert choice.client(context, named(None), play.conversation) == jane
    assert play.chooser is not None
    assert play.chooser.asked[-1] == "There is no client jaen. Did you mean Jane Doe? n makes a new client."


def test_whoever_is_said_to_be_new_may_have_a_part_of_anothers_name(context: Context, jane: Client) -> None:
    del jane

    assert choice.client(context, named(None), at_a_terminal("new client", "Jane", "no").conversation) == "Jane"


def test_a_slip_in_a_pipe_is_refused_with_the_names(context: Context, jane: Client) -> None:
    del jane
    with pytest.raises(NotFoundError, match=r"There is no client Jane Do\.") as refused:
        choice.client(context, named("Jane Do"), over_a_pipe().conversation)

    assert refused.value.hint == "Did you mean Jane Doe? --new makes a new client."
    assert refused.value.exit_code == 3


def test_new_means_new_even_close_to_another_name(context: Context, jane: Client) -> None:
    del jane

    assert choice.client(context, named("Jane Do", new=True), over_a_pipe().conversation) == "Jane Do"


def test_new_for_somebody_who_is_there_is_refused(context: Context, jane: Client) -> None:
    del jane
    with pytest.raises(UsageError, match=r"There is a client Jane Doe already\."):
        choice.client(context, named("jane doe", new=True), over_a_pipe().conversation)


@pytest.mark.parametrize("name", ["", "   ", "\x1b\x07"])
def test_a_client_needs_a_name(context: Context, name: str) -> None:
    with pytest.raises(UsageError, match=r"A client needs a name\."):
        choice.client(context, named(name), over_a_pipe().conversation)


def test_a_pipe_must_name_the_client(context: Context) -> None:
    with pytest.raises(UsageError, match="Which client") as refused:
        choice.client(context, named(None), over_a_pipe().conversation)

    assert refused.value.exit_code == 2


def test_the_first_client_of_all_is_asked_for_by_name(context: Context) -> None:
    play = at_a_terminal("  ", "Jane\tDoe")

    assert choice.client(context, named(None), play.conversation) == "Jane Doe"
    assert play.chooser is not None
    assert play.chooser.asked == ["Your client's name?", "Your client's name?"]
    assert play.said.startswith(" Welcome. Your first session begins")


def test_clients_are_offered_as_they_were_last_seen(context: Context, jane: Client, made: MakeSession) -> None:
    others = [client_file.add(context.practice, name) for name in ("Adam", "Tom", "Zoe")]
    made(others[1], "2026-10-01-0900")
    made(jane, "2026-09-01-0900")
    made(others[1], "2026-03-01-0900")
    play = at_a_terminal("Jane")

    assert choice.client(context, named(None), play.conversation) == jane
    assert play.chooser is not None
    assert play.chooser.offered == [
        [
            "Tom: last on Thursday 1 October 2026",
            "Jane Doe: last on Tuesday 1 September 2026",
            "Adam: no session yet",
            "Zoe: no session yet",
            "new client...",
        ],
    ]


def test_somebody_new_can_be_picked_too(context: Context, jane: Client) -> None:
    del jane

    assert choice.client(context, named(None), at_a_terminal("new client", "Bo Li").conversation) == "Bo Li"


def test_whoever_thinks_better_of_it_leaves(context: Context, jane: Client) -> None:
    del jane
    with pytest.raises(CancelledError):
        choice.client(context, named(None), at_a_terminal().conversation)


# The framework


class Groups(Chooser):
    """Looks at what is offered, and leaves."""

    def __init__(self) -> None:
        super().__init__([])
        self.options: list[Option] = []

    def pick(self, question: str, options: Sequence[Option], *, may_type: bool = False) -> str:
        self.options = [*options]
        return super().pick(question, options, may_type=may_type)


def chosen(context: Context, wanted: str | None, person: Client | str, *answers: str, usual: str = "grow") -> str:
    play = at_a_terminal(*answers) if answers else over_a_pipe()
    return choice.framework(
        context, StartRequest(framework=wanted), person, play.conversation, Settings(framework=usual)
    ).id


def test_the_one_named_is_taken_without_asking(context: Context, jane: Client) -> None:
    assert (
        choice.framework(context, StartRequest(framework="EGAN"), jane, at_a_terminal().conversation, Settings()).id
        == "egan"
    )


def test_a_pipe_takes_what_the_practice_uses(context: Context, jane: Client) -> None:
    assert chosen(context, None, jane) == "grow"
    assert chosen(context, None, "Bo Li", usual="egan") == "egan"


def test_what_the_client_had_last_goes_before_that(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-01-0900", "egan")
    made(jane, "2026-10-01-0900", "grow")

    assert chosen(context, None, jane) == "egan"
    assert chosen(context, None, "Bo Li") == "grow"


def test_what_the_coach_did_alone_is_not_what_the_client_had(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-01-0900", "egan", status="ended")
    made(jane, "2026-11-01-1000", "reflection", status="ended")
    made(jane, "2026-11-02-1000", "supervision-clear", status="ended")
    play = at_a_terminal("Skilled")

    assert chosen(context, None, jane) == "egan"
    assert choice.framework(context, StartRequest(), jane, play.conversation, Settings()).id == "egan"
    assert play.chooser is not None
    assert play.chooser.offered[0][0].startswith("Skilled Helper: ")


def test_one_the_client_had_that_is_gone_is_passed_over(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, "2026-11-01-0900", "egan")
    stored.path.write_bytes(stored.path.read_bytes().replace(b"id: egan", b"id: gone"))
    made(jane, "2026-10-01-0900", "egan-atd")

    assert chosen(context, None, jane) == "egan-atd"


def test_the_usual_one_is_offered_first_and_each_says_what_it_is_for(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, "2026-11-01-0900", "grow")
    play = at_a_terminal("Skilled Helper")
    choice.framework(context, StartRequest(), jane, play.conversation, Settings("egan"))

    assert play.chooser is not None
    assert play.chooser.asked == ["Which framework, with Jane Doe?"]
    (offered,) = play.chooser.offered
    assert offered[0].startswith("GROW: ")
    assert all(option.endswith(".") for option in offered)


@pytest.mark.parametrize(
    ("person", "request_", "asked"),
    [
        ("Jane Example", StartRequest(), "Which framework, with Jane Example?"),
        ("Jane de Examples", StartRequest(), "Which framework?"),
        ("漢" * 8, StartRequest(), "Which framework?"),
        ("Jane Doe", StartRequest(discreet=True), "Which framework?"),
        ("a client", StartRequest(rehearse=True), "Which framework?"),
        ("Jane Doe", StartRequest("Jane Doe", rehearse=True), "Which framework, with Jane Doe?"),
    ],
)
def test_it_is_said_for_whom_where_that_fits_and_may_be_seen(
    context: Context, person: str, request_: StartRequest, asked: str
) -> None:
    play = at_a_terminal("GROW:")
    play.chooser = Groups()
    with pytest.raises(CancelledError):
        choice.framework(context, request_, person, play.conversation, Settings())

    assert play.chooser.asked == [asked]


def test_the_one_named_is_found_by_its_other_names(context: Context, jane: Client) -> None:
    assert chosen(context, "two leaders", jane) == "conflict-between-two"


def test_an_unknown_framework_is_answered_with_the_nearest(context: Context, jane: Client) -> None:
    with pytest.raises(NotFoundError, match=r"There is no framework groww\.") as refused:
        chosen(context, "groww", jane)

    assert refused.value.hint.startswith("Did you mean grow")


def test_a_broken_framework_is_offered_as_broken_and_refused(context: Context, jane: Client) -> None:
    (context.practice.frameworks / "mine.yaml").write_text(BROKEN, encoding="utf-8")
    play = at_a_terminal("mine")
    with pytest.raises(BrokenFrameworkError):
        choice.framework(context, StartRequest(), jane, play.conversation, Settings())

    assert play.chooser is not None
    assert play.chooser.offered[0][-1] == "mine: cannot be used: coach framework check says why"


class TestWhatIsDue:
    """Week 12 of an engagement that began on 1 September begins on 17 November; today is the 20th."""

    @pytest.fixture(autouse=True)
    def engagement(self, context: Context, jane: Client) -> None:
        road = "road:\n- {do: sponsor-checkin, week: 4}\n- {do: midpoint, week: 12}\n"
        written(context.practice, jane.id, f"start: 2026-09-01\n{road}")

    def test_it_stands_first_so_that_enter_takes_it_and_then_the_usual_one(
        self, context: Context, jane: Client, made: MakeSession
    ) -> None:
        made(jane, "2026-11-18-1000", "checkin")
        play = at_a_terminal("Midpoint")

        found = choice.framework(context, StartRequest(), jane, play.conversation, Settings())

        assert found.id == "midpoint"
        assert play.chooser is not None
        first, second, third, *_ = play.chooser.offered[0]
        assert first.startswith("Sponsor check-in: late, was for 22 Sep · sponsor-checkin · ")
        assert second.startswith("Midpoint review: due until 23 Nov · ")
        assert third.startswith("Weekly check-in: checkin · ")

    def test_where_others_see_the_screen_nothing_is_told_of_it(self, context: Context, jane: Client) -> None:
        play = at_a_terminal("Midpoint", discreet=True)
        choice.framework(context, StartRequest(discreet=True), jane, play.conversation, Settings())

        assert play.chooser is not None
        assert play.chooser.offered[0][0].startswith("GROW: ")
        assert not any("due" in row or "late, was" in row for row in play.chooser.offered[0][:3])

    def test_through_a_pipe_nothing_changes(self, context: Context, jane: Client) -> None:
        found = choice.framework(context, StartRequest(), jane, over_a_pipe().conversation, Settings())

        assert found.id == "grow"

    def test_who_has_what_due_stands_in_the_list_of_clients(self, context: Context, jane: Client) -> None:
        client_file.add(context.practice, "Tom")
        play = at_a_terminal("Jane")

        assert choice.client(context, StartRequest(), play.conversation) == jane
        assert play.chooser is not None
        assert sorted(play.chooser.offered[0]) == [
            "Jane Doe: no session yet · Sponsor check-in, late, was for 22 Sep",
            "Tom: no session yet",
            "new client...",
        ]


def test_models_stand_in_groups_after_the_usual_one_and_are_found_by_their_ids(context: Context, jane: Client) -> None:
    del jane
    (context.practice.frameworks / "mine.yaml").write_text(BROKEN, encoding="utf-8")
    chooser = Groups()
    with pytest.raises(CancelledError):
        choice._picked_framework(list_frameworks(context), "checkin", chooser)

    first, *others = chooser.options
    assert (first.key, first.group) == ("checkin", "")
    groups = [option.group for option in others]
    assert list(dict.fromkeys(groups)) == ["Conversations", "Meetings", "Your own work", "Cannot be used"]
    assert groups == sorted(groups, key=[*dict.fromkeys(groups)].index)
    by_id = {option.key: option for option in others}
    assert by_id["egan"].about.startswith("egan · Three questions: ")
    assert by_id["grow"].about.startswith("Goal, Reality, Options, Will: ")
