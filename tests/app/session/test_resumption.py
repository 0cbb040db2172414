"""Adding notes to a session after its end, and what may be gone on with, from the command to the page."""

from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.play import at_a_terminal, over_a_pipe
from app.scripted_call import FakeClock, Script, Step

from coachcli.app.context import Context
from coachcli.app.session import export, offers, resumption, start
from coachcli.app.session.request import StartRequest
from coachcli.app.session.sitting import SittingResult
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Session
from coachcli.errors import NotFoundError, UsageError
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Outcome, Signalled, View
from coachcli.store.session import sessions


@pytest.fixture
def ended(context: Context, jane: Client, clock: FakeClock) -> Path:
    """A session of yesterday."""
    start.start(
        context, StartRequest(client=jane.name), over_a_pipe("calm", "", "busy", "/end", *["/end"] * 3).conversation
    )
    clock.pass_(24 * 3600)
    (path,) = context.practice.sessions(jane.id).glob("*.yaml")
    assert sessions.load(path).session.status == "ended"
    return path


def amend(context: Context, *steps: Step) -> tuple[SittingResult, Script]:
    play = over_a_pipe(*steps)
    return resumption.amend(context, None, play.conversation), play.script


def on(path: Path) -> Session:
    return sessions.load(path).session


def added(session: Session) -> list[str]:
    return [note.text for _, note in session.notes if note.added is not None]


def test_it_opens_at_the_map_and_ends_again_at_once(context: Context, ended: Path) -> None:
    before = on(ended)
    held, script = amend(context, "/go happening now", "she was tired", "/end")

    assert [view.question for view in script.views] == ["Where to?", "What is happening now?", "What is happening now?"]
    assert held.left.how == "ended"
    assert (held.card.never_asked, held.card.stages, held.card.hints) == ((), (), ())
    assert added(on(ended)) == ["she was tired"]
    assert (on(ended).ended, on(ended).minutes, on(ended).amending) == (before.ended, before.minutes, None)


def test_days_are_counted_from_the_day_of_the_session(context: Context, ended: Path) -> None:
    # It was held on Friday 20 November, and is added to the day after.
    amend(context, "/go now", "*call Tom in two weeks", "*write to Tom by tomorrow", "/end")
    days = [note.due.on.isoformat() for _, note in on(ended).notes if note.due and note.due.on]

    assert days == ["2026-12-04", "2026-11-21"]


def test_with_nothing_added_the_file_is_as_it_was(context: Context, ended: Path) -> None:
    before = ended.read_bytes()
    amend(context, "/go happening now", "", "/end")

    assert ended.read_bytes() == before


def test_the_coachs_page_says_when_it_was_added(context: Context, ended: Path) -> None:
    amend(context, "/go happening now", "she was tired", "*call Tom", "/end")
    page = ended.with_suffix(".md").read_text()

    assert page.count("added on Saturday 21 November 2026") == 3
    assert "added on" not in page[page.index("calm") : page.index("calm") + 60]


@pytest.mark.usefixtures("ended")
def test_the_client_reads_what_is_shared_without_that_mark(context: Context) -> None:
    amend(context, "*call Tom", "/end")
    opened = export.open_session(context, None)

    for form in ("markdown", "text", "json"):
        text = export.export_text(context, opened, "client", form)
        assert "call Tom" in text
        assert "added" not in text
        assert "2026-11-21" not in text


@pytest.mark.parametrize("end", [[], [EndOfInput()], ["/pause"], [Signalled(1, Line())]])
def test_broken_off_it_goes_on_by_either_command(context: Context, ended: Path, end: list[Step]) -> None:
    amend(context, "/go happening now", "she was tired", *end)
    assert (on(ended).status, on(ended).amending) == ("paused", context.clock.now())

    resumption.resume(context, None, over_a_pipe("and late").conversation)
    amend(context, "and hungry", "/end")

    assert added(on(ended)) == ["she was tired", "and late", "and hungry"]
    assert on(ended).status == "ended"


def test_the_file_is_whole_at_every_prompt(context: Context, ended: Path) -> None:
    seen: list[Session] = []

    def look(text: str) -> Step:
        def step(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
            seen.append(on(ended))
            return Entered(Line.ending(text))

        return step

    amend(context, look("/go happening now"), look("tired"), look("/end"))

    assert all(session.ended and (session.amending or session.status == "ended") for session in seen)


def test_an_hour_of_adding_is_no_hour_of_the_call(context: Context, ended: Path, clock: FakeClock) -> None:
    before = on(ended)

    def slow(_view: View, _line: Line, hooks: Hooks) -> Outcome:
        clock.pass_(3600)
        hooks.tick()
        return Entered(Line.ending("tired"))

    amend(context, "/go happening now", slow, "/end")

    assert (on(ended).minutes, on(ended).seconds) == (before.minutes, before.seconds)


def test_one_that_has_not_ended_is_resumed(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane)

    with pytest.raises(UsageError, match="has not ended") as told:
        amend(context)

    assert told.value.hint == "Go on with it: coach session resume jane-doe/2026-11-19-1000"


def test_without_its_framework_it_stays_as_it_is(context: Context, ended: Path) -> None:
    before = ended.read_bytes()
    (snapshot,) = context.practice.snapshots.iterdir()
    snapshot.unlink()
    (context.practice.frameworks / "grow.yaml").write_text("title: Mine\nstages:\n- title: One\n  ask: [Well?]\n")

    with pytest.raises(NotFoundError):
        amend(context)

    assert ended.read_bytes() == before


@pytest.mark.usefixtures("ended")
def test_the_letters_follow(context: Context) -> None:
    play = at_a_terminal(types=["*call Tom", "/end"])
    held = resumption.amend(context, None, play.conversation)
    after = at_a_terminal(types=["m", ""])
    offers.offer(context, held, after.conversation)

    assert "Summary: " in after.said
    assert "call Tom" in next(context.practice.exports("jane-doe").glob("*.md")).read_text(encoding="utf-8")


@pytest.mark.usefixtures("ended")
def test_where_others_see_the_screen_no_command_is_named_that_would_take_another_session(context: Context) -> None:
    held = resumption.amend(context, None, over_a_pipe("/end").conversation, discreet=True)

    assert (held.card.heading, held.card.next_step) == ("Ended and saved.", "")


@pytest.mark.usefixtures("ended")
def test_what_is_chosen_later_is_looked_back_on_next_time(context: Context, clock: FakeClock) -> None:
    amend(context, "*call Tom", "/end")
    clock.pass_(7 * 24 * 3600)
    play = over_a_pipe("calm", "", "")
    start.start(context, StartRequest(client="Jane Doe"), play.conversation)

    assert "→ call Tom" in "\n".join(view.question for view in play.script.views)
