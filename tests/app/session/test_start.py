"""From `coach session start` to the closing card, with a script in the place of a terminal."""

import errno
import os
import re
import shutil
import signal
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.play import at_a_terminal, over_a_pipe
from app.scripted_call import FakeClock, Script, Step
from builders import note, turn_with
from store.flushes import flushed_below

from coachcli.app.context import Context
from coachcli.app.session import resumption
from coachcli.app.session import start as beginning
from coachcli.app.session.request import StartRequest
from coachcli.app.session.sitting import SittingResult
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Session
from coachcli.domain.value import changed
from coachcli.errors import (
    CancelledError,
    CoachError,
    InUseError,
    NotFoundError,
    NotSavedError,
    UnreadableError,
    UsageError,
    in_public,
)
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Outcome, Signalled, View
from coachcli.store import paths
from coachcli.store.client import clients
from coachcli.store.disk import files, locks, primitives
from coachcli.store.framework.catalogue import BrokenFrameworkError
from coachcli.store.session import drafts, rescue, sessions
from coachcli.store.session.drafts import Draft
from coachcli.store.session.sessions import Stored

assert sys.platform != "win32"  # it has other signals, terminals and locks

BO = StartRequest(client="Bo Li")


def start(context: Context, request: StartRequest, *steps: Step) -> SittingResult:
    return beginning.start(context, request, over_a_pipe(*steps).conversation)


def on_disk(context: Context) -> Session:
    """The only session there is."""
    (path,) = context.practice.clients.glob("*/sessions/*.yaml")
    return sessions.load(path).session


def words(session: Session) -> list[str]:
    return [note.text for _, note in session.notes]


def files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


# Somebody new


def test_a_first_session_makes_the_practice_the_client_and_the_file(context: Context) -> None:
    held = start(context, BO, "she is late", "/end", "/end")

    assert clients.clients(context.practice) == [Client("bo-li", "Bo Li")]
    assert on_disk(context) == held.left.session
    assert words(on_disk(context)) == ["she is late"]
    assert (context.practice.root / "README.md").exists()
    assert (context.practice.root / "coach.yaml").exists()


def test_the_keys_are_named_in_the_first_three_calls_and_in_rehearsals_until_then(context: Context) -> None:
    def is_early(*, rehearse: bool = False) -> bool:
        play = over_a_pipe("/end", "/end", "/end")
        request = StartRequest(client="Jane Doe", framework="grow", rehearse=rehearse)
        beginning.start(context, request, play.conversation)
        return any(view.is_early for view in play.script.views)

    assert is_early(rehearse=True)
    assert [is_early() for _ in range(4)] == [True, True, True, False]
    assert not is_early(rehearse=True)


def flushed_before_the_prompt(context: Context, who: str) -> list[str]:
    """What the disk was waited for until something was asked."""
    with flushed_below(context.practice.root) as flushed:
        at_first_prompt: list[str] = []

        def ask(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
            at_first_prompt.extend(flushed)
            return EndOfInput(closed=True)

        start(context, StartRequest(client=who, framework="grow"), ask)
    return [name for name in at_first_prompt if not name.startswith(".counters/")]


SESSION = ["sessions/2026-11-20-1400-grow.yaml", "sessions"]


def test_with_a_known_client_the_disk_is_waited_for_once_for_the_session_and_once_for_the_counter(
    context: Context, jane: Client
) -> None:
    for _ in range(2):  # after which lists have their folder to remember things in
        start(context, StartRequest(client=jane.name, framework="grow"), "/end", "/end")

    flushed = flushed_before_the_prompt(context, jane.name)

    with_number = "sessions/2026-11-20-1400-3-grow.yaml"
    assert flushed == [f"clients/jane-doe/{with_number}", "clients/jane-doe/sessions", ".counters"]


def test_with_a_new_client_it_is_waited_for_their_folder_as_well(context: Context) -> None:
    start(context, BO, "/end", "/end")

    flushed = flushed_before_the_prompt(context, "Eve Example")

    their_folder = [".", "clients", "clients/.new", "clients/.new/client.yaml", "clients/.new", "clients"]
    with_it = [".", "clients", "clients/eve-example"]
    assert flushed == [*their_folder, *with_it, *(f"clients/eve-example/{name}" for name in SESSION), ".counters"]


def test_what_was_chosen_in_a_session_of_the_same_minute_is_looked_back_on(context: Context, jane: Client) -> None:
    request = StartRequest(client=jane.name, framework="grow", at="yesterday 14:00")
    start(context, request, "*call Ana by friday", "/end", "/end")
    play = over_a_pipe("calm", "", "", "/end", "/end")
    beginning.start(context, request, play.conversation)

    assert any("call Ana" in view.question for view in play.script.views)


def test_somebody_new_is_said_aloud_with_their_folder(context: Context) -> None:
    play = over_a_pipe()
    beginning.start(context, BO, play.conversation)

    assert " New client: Bo Li (in clients/bo-li)" in play.script.said


def test_a_client_who_is_known_is_not_announced(context: Context, jane: Client) -> None:
    play = over_a_pipe()
    beginning.start(context, StartRequest(client=jane.name), play.conversation)

    assert play.said == ""


def test_everything_is_for_the_coach_alone(context: Context) -> None:
    before = os.umask(0)
    try:
        start(context, BO, "she is late")
    finally:
        os.umask(before)

    inside = [context.practice.root, *context.practice.root.rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in inside if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in inside if path.is_file()} == {0o600}


def test_the_questions_call_the_client_by_their_first_name(context: Context) -> None:
    context.practice.frameworks.mkdir(parents=True)
    (context.practice.frameworks / "mine.yaml").write_text(
        "title: Mine\nstages:\n- title: One\n  ask: ['How are you, {client}?']\n", encoding="utf-8"
    )
    script = over_a_pipe()
    beginning.start(context, changed(BO, client="Li Wei Chen", framework="mine"), script.conversation)

    assert script.script.views[0].question == "How are you, Li?"


# What a session begins with


def test_it_begins_at_the_first_question_with_the_time_shared_out(context: Context) -> None:
    start(context, changed(BO, minutes=30))
    session = on_disk(context)

    assert session.started == context.clock.now()
    assert session.minutes.planned == 30
    assert sum(stage.minutes or 0 for stage in session.stages) == 30
    assert session.id == "bo-li/2026-11-20-1400"


def test_without_minutes_the_framework_says_how_long_it_takes(context: Context) -> None:
    start(context, BO)

    assert on_disk(context).minutes.planned == 50


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_a_call_has_a_sensible_length(context: Context, minutes: int) -> None:
    with pytest.raises(UsageError, match="from 1 to 1440 minutes"):
        start(context, changed(BO, minutes=minutes))

    assert not context.practice.root.exists()


def test_two_sessions_in_one_minute_are_two_files(context: Context) -> None:
    start(context, BO, "/end", "/end")
    held = start(context, BO, "/end", "/end")

    assert held.left.session.id == "bo-li/2026-11-20-1400-2"
    assert len(list(context.practice.clients.glob("bo-li/sessions/*.yaml"))) == 2


def test_the_framework_is_kept_as_it_was(context: Context) -> None:
    start(context, changed(BO, framework="egan"))
    kept = context.practice.snapshots / f"{on_disk(context).framework.sha256}.yaml"

    assert files.digest(kept.read_bytes()) == on_disk(context).framework.sha256


@pytest.mark.parametrize("framework", ["groww", "mine"])
def test_a_framework_that_cannot_be_used_leaves_nothing_behind(context: Context, framework: str) -> None:
    context.practice.frameworks.mkdir(parents=True)
    (context.practice.frameworks / "mine.yaml").write_text("title: Mine\nstages: []\n", encoding="utf-8")
    before = files_in(context.practice.root)

    with pytest.raises((NotFoundError, BrokenFrameworkError)):
        start(context, changed(BO, framework=framework))

    assert files_in(context.practice.root) == before
    assert not context.practice.clients.exists()


def test_settings_that_cannot_be_read_are_told_before_anything_is_written(context: Context) -> None:
    context.practice.root.mkdir()
    (context.practice.root / "coach.yaml").write_text("date_order: DYM\n", encoding="utf-8")

    with pytest.raises(UnreadableError, match=r"coach\.yaml:1: date_order cannot be 'DYM'"):
        start(context, BO)

    assert not context.practice.clients.exists()


def test_the_settings_of_the_practice_hold(context: Context) -> None:
    context.practice.root.mkdir()
    (context.practice.root / "coach.yaml").write_text("framework: egan\ndate_order: MDY\n", encoding="utf-8")
    held = start(context, BO, "*call Tom by 3/4/2027")
    (note,) = [note for _, note in held.left.session.notes]

    assert held.left.session.framework.id == "egan"
    assert note.due is not None
    assert f"{note.due.on}" == "2027-03-04"


# Leaving


def test_the_closing_card_tells_what_was_captured_and_where_it_is(context: Context) -> None:
    card = start(context, BO, "she is late", "!it is the commute", "/end", "/end").card

    assert card.heading == "GROW with Bo Li ended"
    assert card.captured == ("1 note or answer", "1 insight")
    assert "coach session show bo-li/2026-11-20-1400" in card.next_step
    assert [Path(file).suffix for file in card.files] == [".yaml", ".md"]
    assert "she is late" in Path(card.files[1]).read_text(encoding="utf-8")


def test_a_session_that_was_left_says_how_to_go_on(context: Context) -> None:
    held = start(context, BO, "she is late", "/pause")

    assert (held.left.how, on_disk(context).status) == ("paused", "paused")
    assert held.card.next_step == "Go on with: coach session resume bo-li/2026-11-20-1400"


def test_a_signal_is_passed_on_and_the_line_kept(context: Context) -> None:
    held = start(context, BO, Signalled(signal.SIGTERM, Line("half a thou", 4)))
    (path,) = context.practice.clients.glob("bo-li/sessions/*.yaml")
    left = drafts.read(paths.draft_file(path))

    assert (held.left.how, held.left.signal) == ("signalled", signal.SIGTERM)
    assert left is not None
    assert (left.text, left.cursor) == ("half a thou", 4)


def test_a_page_that_cannot_be_written_costs_only_the_page(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_stored: Stored, _text: str) -> None:
        raise NotSavedError("The page was not saved: the disk is full.")

    monkeypatch.setattr(sessions, "write_markdown", refuse)
    play = over_a_pipe("she is late", "/end", "/end")
    held = beginning.start(context, BO, play.conversation)

    assert " The page was not saved: the disk is full." in play.script.said
    assert [Path(file).suffix for file in held.card.files] == [".yaml"]
    assert words(on_disk(context)) == ["she is late"]


def test_a_disk_that_stays_full_is_the_last_word(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        def full(_descriptor: int, _data: bytes) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(primitives, "write", full)
        return EndOfInput()

    with pytest.raises(NotSavedError, match=r"NOT SAVED: .*the disk is full") as told:
        start(context, BO, "she is late", fill)

    assert "coach session resume" in told.value.hint


# Written up later


def test_a_call_that_took_place_is_written_up_with_its_own_time(context: Context, clock: FakeClock) -> None:
    def wait(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        clock.pass_(600)
        return EndOfInput()

    held = start(context, changed(BO, at="yesterday 14:00"), "she was late", wait)
    session = held.left.session

    assert f"{session.started:%Y-%m-%d %H:%M}" == "2026-11-19 14:00"
    assert session.written_up is not None
    assert session.minutes.spent is None
    assert session.id == "bo-li/2026-11-19-1400"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("4 november 2026 9:00", " Held on Wednesday 4 November 2026, 09:00."),
        ("two days ago", " Held on Wednesday 18 November 2026."),
    ],
)
@pytest.mark.parametrize("rehearse", [True, False])
def test_it_says_back_when_that_was_before_anything_is_asked(
    context: Context, at: str, said: str, rehearse: bool
) -> None:
    heard: list[str] = []

    def listen(_view: View, line: Line, _hooks: Hooks) -> Outcome:
        heard.extend(play.script.said)
        return Entered(line)

    play = over_a_pipe(listen)
    beginning.start(context, changed(BO, at=at, rehearse=rehearse), play.conversation)

    assert said in heard


def test_days_are_counted_from_then(context: Context) -> None:
    held = start(context, changed(BO, at="4 november 2026 9:00"), "*call Tom in two weeks", "*write by friday")
    days = [note.due.on.isoformat() for _, note in held.left.session.notes if note.due and note.due.on]

    assert days == ["2026-11-18", "2026-11-06"]


@pytest.mark.parametrize("at", ["Thursday 10-11", "Thursday 4 November 9:00", "25 nov 10", "9:00"])
def test_half_a_moment_is_none(context: Context, at: str) -> None:
    with pytest.raises(UsageError, match="When was"):
        start(context, changed(BO, at=at))


def test_its_length_is_what_the_coach_says(context: Context) -> None:
    assert start(context, changed(BO, at="yesterday 14:00", minutes=45)).left.session.minutes.spent == 45


def test_days_said_in_it_count_from_the_day_of_the_call(context: Context) -> None:
    held = start(context, changed(BO, at="2026-11-02 14:00"), "*call Tom by friday")
    (note,) = [note for _, note in held.left.session.notes]

    assert note.due is not None
    assert f"{note.due.on}" == "2026-11-06"


@pytest.mark.parametrize("at", ["tomorrow 14:00", "when it rained", ""])
def test_what_is_no_moment_of_the_past_is_refused(context: Context, at: str) -> None:
    with pytest.raises(UsageError, match="When was"):
        start(context, changed(BO, at=at))

    assert not context.practice.root.exists()


def test_writing_up_does_not_ask_to_go_on_with_another(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, status="paused")
    play = at_a_terminal(types=["/end", "/end"])
    beginning.start(context, StartRequest(jane.name, "grow", at="yesterday 15:00"), play.conversation)

    assert play.chooser is not None
    assert play.chooser.asked == []


# A rehearsal


def test_a_rehearsal_writes_nothing_at_all(context: Context) -> None:
    play = over_a_pipe("she is late", "*call Tom by friday", "/end", "/end", "/end")
    held = beginning.start(context, StartRequest("Bo Li", rehearse=True), play.conversation)

    assert not context.practice.root.exists()
    assert " A rehearsal: nothing is kept." in play.script.said
    assert held.card.next_step == "This was a rehearsal: nothing was kept."
    assert held.card.files == ()


def test_a_rehearsal_needs_no_client_and_makes_none_of_a_real_one(context: Context, jane: Client) -> None:
    before = files_in(context.practice.root)
    beginning.start(context, StartRequest(rehearse=True), over_a_pipe("x", "/end", "/end").conversation)
    beginning.start(context, StartRequest(jane.name, rehearse=True), over_a_pipe("x", "/end", "/end").conversation)

    assert files_in(context.practice.root) == before


# Going on


def left_off(context: Context, *steps: Step) -> Session:
    """A session that was begun and left."""
    return start(context, BO, *steps).left.session


def resumed(context: Context, wanted: str | None, steps: Sequence[Step] = ()) -> tuple[SittingResult, Script]:
    play = over_a_pipe(*steps)
    return resumption.resume(context, wanted, play.conversation), play.script


def test_a_call_that_broke_off_goes_before_one_that_was_put_aside(
    context: Context, jane: Client, made: MakeSession
) -> None:
    broken = made(jane, "2026-11-19-0900", status="live")
    made(jane, "2026-11-19-1000", status="paused")
    held, _ = resumed(context, None, ["/pause"])

    assert held.left.session.id == broken.session.id


def test_where_others_could_see_the_screen_it_is_so_again(context: Context, jane: Client, made: MakeSession) -> None:
    secret = turn_with(note("her secret"), question="arriving")
    made(jane, status="live", discreet=True, turns=(secret, turn_with(question="since_last")))
    held, script = resumed(context, None)

    assert held.left.discreet
    assert script.concealed[0]
    assert not any("secret" in said for said in (*script.said, *script.recorded))
    assert sessions.load(next(context.practice.clients.glob("*/sessions/*.yaml"))).session.discreet


@pytest.mark.parametrize("wanted", [None, "last", "Bo Li", "bo-li", "bo-li/2026-11-20-1400", "Bo Li/2026-11-20"])
def test_a_session_goes_on_where_it_was_left(context: Context, wanted: str | None) -> None:
    left_off(context, "she is late", "/go worth our time")
    held, script = resumed(context, wanted, ["being on time"])

    assert script.views[0].question == "What would be most worth our time today?"
    assert words(held.left.session) == ["she is late", "being on time"]


def test_an_unfinished_session_that_is_accepted_is_the_one_held(context: Context) -> None:
    left_off(context, "she is late")
    play = at_a_terminal("yes", types=["and tired"])
    held = beginning.start(context, BO, play.conversation)

    assert words(held.left.session) == ["she is late", "and tired"]
    assert words(on_disk(context)) == ["she is late", "and tired"]


def test_a_reflection_that_waits_is_told_of_when_no_list_covers_it(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, "2026-11-19-1100", "reflection", status="paused")
    play = at_a_terminal()
    with pytest.raises(CancelledError):
        beginning.start(context, StartRequest(jane.name), play.conversation)
    assert play.said == ""

    play = at_a_terminal("TGROW")
    beginning.start(context, StartRequest(jane.name), play.conversation)
    assert play.said == " Reflection waits for you: coach session resume jane-doe/2026-11-19-1100"


def test_it_is_told_too_where_the_call_goes_on(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-19-1000", status="paused", turns=(turn_with(note("a"), question="arriving"),))
    made(jane, "2026-11-19-1100", "reflection", status="paused")
    play = at_a_terminal("yes")
    beginning.start(context, StartRequest(jane.name), play.conversation)

    assert play.said.startswith(" Reflection waits for you: ")


def test_the_line_that_was_being_typed_is_back_with_its_cursor(context: Context) -> None:
    left_off(context, Signalled(signal.SIGHUP, Line("half a thou", 4)))
    _, script = resumed(context, None)

    assert script.lines[0] == Line("half a thou", 4)


def test_what_the_disk_refused_last_time_is_here_again(context: Context) -> None:
    session = left_off(context, "she is late")
    (path,) = context.practice.clients.glob("bo-li/sessions/*.yaml")
    stored = sessions.load(path)
    last = session.turns[-1]
    more = changed(last, notes=(*last.notes, changed(last.notes[0], text="and tired")))
    rescue.put(path, stored.digest, sessions.text_of(changed(session, turns=(*session.turns[:-1], more))))
    held, script = resumed(context, None)

    assert " What could not be saved last time is here again." in script.said
    assert words(on_disk(context)) == ["she is late", "and tired"]
    assert held.left.how == "paused"
    assert rescue.get(path, stored.digest) is None


def test_a_framework_that_changed_meanwhile_does_not_change_the_session(context: Context) -> None:
    context.practice.frameworks.mkdir(parents=True)
    mine = context.practice.frameworks / "mine.yaml"
    mine.write_text("title: Mine\nstages:\n- title: One\n  ask: [What is up?]\n", encoding="utf-8")
    start(context, changed(BO, framework="mine"))
    mine.unlink()

    assert resumed(context, None)[1].views[0].question == "What is up?"


def test_where_its_framework_was_not_kept_todays_serves_if_it_is_the_same(context: Context) -> None:
    left_off(context, "she is late")
    shutil.rmtree(context.practice.snapshots)

    assert words(resumed(context, None)[0].left.session) == ["she is late"]


def test_a_framework_that_cannot_be_kept_stops_no_call_and_is_told(context: Context) -> None:
    context.practice.root.mkdir()
    context.practice.snapshots.write_text("a file in the way")
    play = over_a_pipe("she is late")
    beginning.start(context, BO, play.conversation)

    assert words(on_disk(context)) == ["she is late"]
    assert f"{context.practice.snapshots}" in play.said
    assert "Leave GROW as it is until this session has ended" in play.said
    assert words(resumed(context, None)[0].left.session) == ["she is late"]


def test_without_its_framework_a_session_can_still_be_read(context: Context) -> None:
    left_off(context, "she is late")
    shutil.rmtree(context.practice.snapshots)
    context.practice.frameworks.joinpath("grow.yaml").write_text("title: Mine\nstages:\n- title: One\n  ask: [Well?]\n")

    with pytest.raises(NotFoundError) as told:
        resumed(context, None)

    assert "coach session show" in told.value.hint


def test_one_that_has_ended_is_not_resumed(context: Context) -> None:
    left_off(context, "/end", "/end")

    with pytest.raises(UsageError, match="has ended") as told:
        resumed(context, "bo-li/2026-11-20-1400")

    bo = "bo-li/2026-11-20-1400"
    assert told.value.hint == f"coach session amend {bo} adds to it; coach session edit {bo} corrects it."
    assert in_public(told.value.hint) == "coach session amend adds to it; coach session edit corrects it."


@pytest.mark.parametrize(("wanted", "said"), [(None, "No session is unfinished."), ("Bo Li", "No session with Bo Li")])
def test_where_none_is_unfinished_it_says_so(context: Context, wanted: str | None, said: str) -> None:
    left_off(context, "/end", "/end")

    with pytest.raises(NotFoundError, match=re.escape(said)):
        resumed(context, wanted)


def test_a_session_open_in_another_terminal_is_left_alone(context: Context) -> None:
    left_off(context, "she is late")
    (path,) = context.practice.clients.glob("bo-li/sessions/*.yaml")

    with locks.held(context.practice.lock_file(path)), pytest.raises(InUseError):
        resumed(context, None)


def test_a_session_is_locked_while_it_is_held_and_free_afterwards(context: Context) -> None:
    def try_it(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        with pytest.raises(InUseError):
            resumed(context, "last")
        return EndOfInput()

    start(context, BO, try_it)

    assert resumed(context, None)[0].left.how == "paused"


def test_a_damaged_session_is_told_and_left_as_it_is(context: Context) -> None:
    left_off(context, "she is late")
    (path,) = context.practice.clients.glob("bo-li/sessions/*.yaml")
    path.write_bytes(path.read_bytes()[:-30])
    damaged = path.read_bytes()

    with pytest.raises(CoachError):
        resumed(context, "bo-li/2026-11-20-1400")

    assert path.read_bytes() == damaged


def test_a_draft_of_another_time_is_offered_too(context: Context) -> None:
    left_off(context, "she is late")
    (path,) = context.practice.clients.glob("bo-li/sessions/*.yaml")
    drafts.write(paths.draft_file(path), Draft("something else", 3, None, None, "0" * 64))

    assert resumed(context, None)[1].lines[0] == Line("something else", 3)


def test_what_killed_processes_left_anywhere_is_gone_when_a_call_begins_or_goes_on(context: Context) -> None:
    held = start(context, BO)
    folders = (context.practice.exports("jane-doe"), context.practice.editing, context.practice.sessions("bo-li"))
    for goes_on in (lambda: resumed(context, None), lambda: start(context, BO), lambda: resumed(context, None)):
        left = [folder / ".one.yaml.9999999999.0123abcd.tmp" for folder in folders]
        for path in left:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("half a sen", encoding="utf-8")
        goes_on()
        assert not any(path.exists() for path in left)
    assert held.left.session.client == "bo-li"


# What a framework brings along

CHECKED = """
packs: [team]
stages:
  - title: First
    checks:
      - {at_least: 1, of: option, say: "No option yet, {client}."}
    ask:
      - {id: ways, type: line, many: 5, keep_as: option, ask: "What could you do?"}
"""


@pytest.fixture
def _checked(context: Context) -> None:
    folder = context.practice.frameworks / "packs"
    folder.mkdir(parents=True)
    (folder.parent / "checked.yaml").write_text(CHECKED, encoding="utf-8")
    (folder / "team.yaml").write_text("title: The team\nprobes:\n- Who else is in this?\n", encoding="utf-8")


@pytest.mark.usefixtures("_checked")
def test_what_there_was_no_prompt_left_for_stands_on_the_closing_card(context: Context) -> None:
    checked = changed(BO, framework="checked")

    assert start(context, checked, "/end").card.hints == ("No option yet, Bo.",)
    assert start(context, checked, "wait", "/end").card.hints == ()


@pytest.mark.usefixtures("_checked")
def test_follow_ups_come_from_the_packs_of_the_practice(context: Context) -> None:
    play = over_a_pipe("/probe", "/probe team", "/probe taem")
    beginning.start(context, changed(BO, framework="checked"), play.conversation)

    views = play.script.views
    assert [view.probe for view in views] == ["", *["Who else is in this?  (The team)"] * 3]
    assert views[-1].remark == "There is no topic pack taem. Did you mean team?"


@pytest.mark.usefixtures("_checked")
def test_a_pack_that_vanished_since_the_framework_was_checked_stops_nothing(context: Context) -> None:
    pack = context.practice.frameworks / "packs/team.yaml"

    def vanish(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        pack.unlink()
        return Entered(Line.ending("/probe"))

    held = start(context, changed(BO, framework="checked"), vanish, "wait", "/end")

    assert words(held.left.session) == ["wait"]
    assert held.left.how == "ended"


# What is passed over, and what the clock says


def test_what_is_passed_over_is_named_and_nobody_gets_a_second_folder(
    context: Context, jane: Client, tmp_path: Path
) -> None:
    (context.practice.clients / jane.id).rename(tmp_path / "elsewhere")
    (context.practice.clients / jane.id).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    play = over_a_pipe()

    with pytest.raises(UnreadableError, match="is a link, and nobody knows whose it is"):
        beginning.start(context, StartRequest(client=jane.name), play.conversation)

    assert f"{context.practice.clients / jane.id} is a link, and was passed over." in play.said
    assert [path.name for path in context.practice.clients.iterdir() if not path.name.startswith(".")] == [jane.id]


def test_a_session_that_belongs_to_nobody_makes_no_first_session(
    context: Context, jane: Client, made: MakeSession
) -> None:
    path = made(jane).path
    path.write_text(path.read_text("utf-8").replace("client: jane-doe", "client: joan", 1), "utf-8")
    views = over_a_pipe("/end", "/end")
    beginning.start(context, StartRequest(client=jane.name, framework="grow"), views.conversation)

    page = "\n".join(views.script.views[0].page)
    assert "belongs to nobody" in page
    assert "First session" not in page


def test_a_clock_that_was_set_back_is_told_of(context: Context, jane: Client, clock: FakeClock) -> None:
    start(context, StartRequest(client=jane.name, framework="grow"), "/pause")
    clock.wall -= timedelta(days=2)
    play = over_a_pipe("/pause")
    beginning.start(context, StartRequest(client=jane.name, framework="grow"), play.conversation)

    assert "The clock here says Wednesday 18 November 2026, 14:00" in play.said
    assert "a session was written at Friday 20 November 2026, 14:00" in play.said


def test_a_link_that_turns_up_in_mid_call_sends_the_session_elsewhere(
    context: Context, jane: Client, tmp_path: Path
) -> None:
    folder = context.practice.sessions(jane.id)
    away = tmp_path / "away"

    def swap(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        folder.rename(away)
        folder.symlink_to(away, target_is_directory=True)
        return Entered(Line.ending("said behind a link"))

    with pytest.raises(NotSavedError, match="a link to somewhere else is in its way"):
        start(context, StartRequest(client=jane.name, framework="grow"), "before", swap)

    (kept,) = (tmp_path / "state").rglob("*.yaml")
    assert "said behind a link" in kept.read_text("utf-8")
    assert "said behind a link" not in "".join(path.read_text("utf-8") for path in away.glob("*.yaml"))


def test_with_a_client_behind_a_link_nothing_is_begun_or_gone_on_with(
    context: Context, jane: Client, made: MakeSession, tmp_path: Path
) -> None:
    made(jane, status="paused")
    folder = context.practice.clients / jane.id
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (context.practice.root / "coach.yaml").write_text(f"linked: [{tmp_path / 'elsewhere'}]\n", "utf-8")
    before = files_in(tmp_path / "elsewhere")

    with pytest.raises(UsageError, match="The folder of Jane Doe is a link: it is read, and never written"):
        start(context, StartRequest(client=jane.name, framework="grow"), "one")
    with pytest.raises(NotSavedError) as caught:
        resumption.resume(context, jane.name, over_a_pipe("one").conversation)
    assert caught.value.hint.startswith("Nothing is written where a link leads")
    assert files_in(tmp_path / "elsewhere") == before
