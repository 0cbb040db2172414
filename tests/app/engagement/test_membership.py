"""The engagement that a session belongs to when it begins."""

import pytest
from app.play import Play, at_a_terminal, over_a_pipe

from coachcli.app.context import Context
from coachcli.app.session import start as beginning
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.errors import NotFoundError

ENDS = ("/end", "/end", "/end")


def belongs(context: Context, play: Play, **more: object) -> str | None:
    request = StartRequest(**{"client": "Jane Doe", "framework": "grow", **more})  # type: ignore[arg-type]
    return beginning.start(context, request, play.conversation).left.session.engagement


def agree(context: Context, client: Client, name: str, start: str, end: str) -> None:
    folder = context.practice.engagements(client.id)
    folder.mkdir(exist_ok=True)
    text = f"format: 1\ntitle: Work called {name}\nstart: {start}\nend: {end}\n"
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def _autumn(context: Context, jane: Client) -> None:
    """One engagement fits today, which is 20 November 2026, and one is long over."""
    agree(context, jane, "autumn", "2026-09-01", "2027-02-28")
    agree(context, jane, "before", "2025-01-01", "2025-06-30")


@pytest.mark.parametrize("words", ["before", "Work called before", "called before"])
def test_the_one_that_is_named_is_kept_whatever_the_day(context: Context, words: str) -> None:
    assert belongs(context, over_a_pipe(*ENDS), engagement=words) == "before"


def test_it_can_belong_to_none(context: Context) -> None:
    assert belongs(context, over_a_pipe(*ENDS), engagement="none") == "none"


def test_the_only_one_that_fits_is_taken_and_nobody_is_asked(context: Context) -> None:
    play = at_a_terminal(types=ENDS)

    assert belongs(context, play) == "autumn"
    assert play.chooser is not None
    assert play.chooser.asked == []


def test_where_two_fit_the_coach_says_which(context: Context, jane: Client) -> None:
    agree(context, jane, "second", "2026-10-01", "2027-01-31")
    play = at_a_terminal("Work called second", types=ENDS)

    assert belongs(context, play) == "second"
    assert play.chooser is not None
    assert play.chooser.offered[0] == [
        "Work called autumn: 1 Sep 2026 to 28 Feb 2027",
        "Work called second: 1 Oct 2026 to 31 Jan 2027",
        "none of them: it belongs to no engagement",
    ]


def test_the_one_that_ended_today_comes_after_the_one_under_way(context: Context, jane: Client) -> None:
    path = context.practice.engagements(jane.id) / "autumn.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}ended: {{on: 2026-11-20}}\n", encoding="utf-8")
    agree(context, jane, "second", "2026-11-20", "2027-05-31")
    play = at_a_terminal("Work called second", types=ENDS)

    assert belongs(context, play) == "second"
    assert play.chooser is not None
    assert [one.partition(":")[0] for one in play.chooser.offered[0]] == [
        "Work called second",
        "Work called autumn",
        "none of them",
    ]


def test_where_none_fits_all_are_offered(context: Context) -> None:
    (context.practice.engagements("jane-doe") / "autumn.yaml").unlink()

    assert belongs(context, at_a_terminal("none of them", types=ENDS)) == "none"


def test_one_that_ended_before_is_not_offered(context: Context) -> None:
    (context.practice.engagements("jane-doe") / "autumn.yaml").unlink()
    path = context.practice.engagements("jane-doe") / "before.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}ended: {{on: 2025-06-20}}\n", encoding="utf-8")
    play = at_a_terminal(types=ENDS)

    assert belongs(context, play) is None
    assert play.chooser is not None
    assert play.chooser.asked == []


def test_through_a_pipe_two_that_fit_are_none(context: Context, jane: Client) -> None:
    agree(context, jane, "second", "2026-10-01", "2027-01-31")

    assert belongs(context, over_a_pipe(*ENDS)) is None


def test_titles_stand_on_no_screen_that_others_see(context: Context, jane: Client) -> None:
    agree(context, jane, "second", "2026-10-01", "2027-01-31")
    play = at_a_terminal(types=ENDS, discreet=True)

    assert belongs(context, play, discreet=True) is None
    assert play.chooser is not None
    assert play.chooser.asked == []


def test_one_that_there_is_not_is_refused_with_those_there_are(context: Context) -> None:
    with pytest.raises(NotFoundError, match="There is no engagement spring") as refusal:
        belongs(context, over_a_pipe(*ENDS), engagement="spring")

    assert refusal.value.hint == "There is: before, autumn. Or say none."
    assert "spring" not in refusal.value.discreet


@pytest.mark.parametrize("client", ["Ann Example", "own"])
def test_who_has_none_can_belong_to_none_alone(context: Context, client: str) -> None:
    framework = "reflection" if client == "own" else "grow"
    with pytest.raises(NotFoundError):
        belongs(context, over_a_pipe(*ENDS), client=client, framework=framework, engagement="autumn")

    assert [path.name for path in context.practice.clients.iterdir()] == ["jane-doe"]
