"""Who and by which model, before a call."""

from collections.abc import Sequence

import pytest
from app.conftest import MakeSession
from app.talking import Chooser, at_a_terminal, over_a_pipe

from coachcli.app import choosing
from coachcli.app.context import Context
from coachcli.app.starting import StartRequest
from coachcli.domain.client import Client
from coachcli.errors import NotFoundError, UsageError
from coachcli.live.pickers import CancelledError, Option
from coachcli.store import client_files
from coachcli.store.frameworks import BrokenFrameworkError
from coachcli.store.settings import Settings

BROKEN = "title: Mine\nstages: []\n"


def named(name: str | None, *, new: bool = False) -> StartRequest:
    return StartRequest(client=name, new=new)


# The client


@pytest.mark.parametrize("name", ["Jane Doe", "jane doe", "  Jane   Doe ", "jane-doe", "JANE DOE"])
def test_a_client_goes_by_name_or_id_however_it_is_typed(context: Context, jane: Client, name: str) -> None:
    assert choosing.client(context, named(name), over_a_pipe().talk) == jane


def test_a_name_like_no_other_is_somebody_new(context: Context, jane: Client) -> None:
    del jane

    assert choosing.client(context, named("Bo\x07 Li"), over_a_pipe().talk) == "Bo Li"


@pytest.mark.parametrize("slip", ["Jane Do", "jnae doe", "Jane", "Jane Döe", "Jаne Doe"])
def test_a_slip_is_asked_about_at_a_terminal(context: Context, jane: Client, slip: str) -> None:
    conversation = at_a_terminal("Jane Doe")

    assert choosing.client(context, named(slip), conversation.talk) == jane
    assert conversation.chooser is not None
    assert conversation.chooser.asked == [f"There is no client {slip}. Did you mean"]
    assert conversation.chooser.offered == [["Jane Doe", f"a new client: {slip}"]]


def test_a_slip_may_be_somebody_new_after_all(context: Context, jane: Client) -> None:
    del jane

    assert choosing.client(context, named("Jane"), at_a_terminal("a new client").talk) == "Jane"


def test_a_slip_in_a_pipe_is_refused_with_the_names(context: Context, jane: Client) -> None:
    del jane
    with pytest.raises(NotFoundError, match=r"There is no client Jane Do\.") as refused:
        choosing.client(context, named("Jane Do"), over_a_pipe().talk)

    assert refused.value.hint == "Did you mean Jane Doe? --new makes a new client."
    assert refused.value.exit_code == 3


def test_new_means_new_even_close_to_another_name(context: Context, jane: Client) -> None:
    del jane

    assert choosing.client(context, named("Jane Do", new=True), over_a_pipe().talk) == "Jane Do"


def test_new_for_somebody_who_is_there_is_refused(context: Context, jane: Client) -> None:
    del jane
    with pytest.raises(UsageError, match=r"There is a client Jane Doe already\."):
        choosing.client(context, named("jane doe", new=True), over_a_pipe().talk)


@pytest.mark.parametrize("name", ["", "   ", "\x1b\x07"])
def test_a_client_needs_a_name(context: Context, name: str) -> None:
    with pytest.raises(UsageError, match=r"A client needs a name\."):
        choosing.client(context, named(name), over_a_pipe().talk)


def test_a_pipe_must_name_the_client(context: Context) -> None:
    with pytest.raises(UsageError, match="Which client") as refused:
        choosing.client(context, named(None), over_a_pipe().talk)

    assert refused.value.exit_code == 2


def test_the_first_client_of_all_is_asked_for_by_name(context: Context) -> None:
    conversation = at_a_terminal("  ", "Jane\tDoe")

    assert choosing.client(context, named(None), conversation.talk) == "Jane Doe"
    assert conversation.chooser is not None
    assert conversation.chooser.asked == ["Your client's name?", "Your client's name?"]


def test_clients_are_offered_as_they_were_last_seen(context: Context, jane: Client, made: MakeSession) -> None:
    others = [client_files.add(context.practice, name) for name in ("Adam", "Tom", "Zoe")]
    made(others[1], "2026-10-01-0900")
    made(jane, "2026-09-01-0900")
    made(others[1], "2026-03-01-0900")
    conversation = at_a_terminal("Jane")

    assert choosing.client(context, named(None), conversation.talk) == jane
    assert conversation.chooser is not None
    assert conversation.chooser.offered == [
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

    assert choosing.client(context, named(None), at_a_terminal("new client", "Bo Li").talk) == "Bo Li"


def test_whoever_thinks_better_of_it_leaves(context: Context, jane: Client) -> None:
    del jane
    with pytest.raises(CancelledError):
        choosing.client(context, named(None), at_a_terminal().talk)


# What is unfinished


def test_the_unfinished_session_is_offered(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-01-0900", status="ended")
    open_one = made(jane, "2026-11-10-0900", status="paused")
    made(jane, "2026-11-18-0900", status="ended")
    conversation = at_a_terminal("yes")

    assert choosing.unfinished(context, jane, StartRequest(), conversation.talk) == open_one.path
    assert conversation.chooser is not None
    assert conversation.chooser.asked == [
        "GROW with Jane Doe on Tuesday 10 November 2026, 09:00 is unfinished. Go on with it?"
    ]


def test_the_coach_may_begin_another_one(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, status="paused")

    assert choosing.unfinished(context, jane, StartRequest(), at_a_terminal("no").talk) is None


def test_a_pipe_only_hears_of_it(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, status="live")
    conversation = over_a_pipe()

    assert choosing.unfinished(context, jane, StartRequest(), conversation.talk) is None
    assert f"coach session resume {stored.session.id}" in conversation.said


def test_whoever_named_another_model_only_hears_of_it(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, status="paused")
    conversation = at_a_terminal()

    assert choosing.unfinished(context, jane, StartRequest(framework="reflection"), conversation.talk) is None
    assert f"coach session resume {stored.session.id}" in conversation.said


def test_where_all_is_finished_nothing_is_asked(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, status="ended")

    assert choosing.unfinished(context, jane, StartRequest(), at_a_terminal().talk) is None


def test_another_clients_unfinished_session_is_not_offered(context: Context, jane: Client, made: MakeSession) -> None:
    made(client_files.add(context.practice, "Tom"), status="paused")

    assert choosing.unfinished(context, jane, StartRequest(), at_a_terminal().talk) is None


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
    conversation = at_a_terminal(*answers) if answers else over_a_pipe()
    return choosing.framework(
        context, StartRequest(framework=wanted), person, conversation.talk, Settings(framework=usual)
    ).id


def test_the_one_named_is_taken_without_asking(context: Context, jane: Client) -> None:
    assert (
        choosing.framework(context, StartRequest(framework="EGAN"), jane, at_a_terminal().talk, Settings()).id == "egan"
    )


def test_a_pipe_takes_what_the_practice_uses(context: Context, jane: Client) -> None:
    assert chosen(context, None, jane) == "grow"
    assert chosen(context, None, "Bo Li", usual="egan") == "egan"


def test_what_the_client_had_last_goes_before_that(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-01-0900", "egan")
    made(jane, "2026-10-01-0900", "grow")

    assert chosen(context, None, jane) == "egan"
    assert chosen(context, None, "Bo Li") == "grow"


def test_one_the_client_had_that_is_gone_is_passed_over(context: Context, jane: Client, made: MakeSession) -> None:
    stored = made(jane, "2026-11-01-0900", "egan")
    stored.path.write_bytes(stored.path.read_bytes().replace(b"id: egan", b"id: gone"))
    made(jane, "2026-10-01-0900", "egan-atd")

    assert chosen(context, None, jane) == "egan-atd"


def test_the_usual_one_is_offered_first_and_each_says_what_it_is_for(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, "2026-11-01-0900", "grow")
    conversation = at_a_terminal("Skilled Helper")
    choosing.framework(context, StartRequest(), jane, conversation.talk, Settings("egan"))

    assert conversation.chooser is not None
    assert conversation.chooser.asked == ["Along which model?"]
    (offered,) = conversation.chooser.offered
    assert offered[0].startswith("GROW: ")
    assert all(option.endswith(".") for option in offered)


def test_an_unknown_framework_is_answered_with_the_nearest(context: Context, jane: Client) -> None:
    with pytest.raises(NotFoundError, match=r"There is no framework groww\.") as refused:
        chosen(context, "groww", jane)

    assert refused.value.hint.startswith("Did you mean grow")


def test_a_broken_framework_is_offered_as_broken_and_refused(context: Context, jane: Client) -> None:
    (context.practice.frameworks / "mine.yaml").write_text(BROKEN, encoding="utf-8")
    conversation = at_a_terminal("mine")
    with pytest.raises(BrokenFrameworkError):
        choosing.framework(context, StartRequest(), jane, conversation.talk, Settings())

    assert conversation.chooser is not None
    assert conversation.chooser.offered[0][-1] == "mine: cannot be used: coach framework check says why"


def test_models_stand_in_groups_after_the_usual_one_and_are_found_by_their_ids(context: Context, jane: Client) -> None:
    del jane
    (context.practice.frameworks / "mine.yaml").write_text(BROKEN, encoding="utf-8")
    chooser = Groups()
    with pytest.raises(CancelledError):
        choosing._picked_framework(context, "checkin", chooser)

    first, *others = chooser.options
    assert (first.key, first.group) == ("checkin", "")
    groups = [option.group for option in others]
    assert list(dict.fromkeys(groups)) == ["Conversations", "Meetings", "Your own work", "Cannot be used"]
    assert groups == sorted(groups, key=[*dict.fromkeys(groups)].index)
    by_id = {option.key: option for option in others}
    assert by_id["egan"].about.startswith("egan · Three questions: ")
    assert by_id["grow"].about.startswith("Goal, Reality, Options, Will: ")
