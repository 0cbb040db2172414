"""What there is to say when a sitting is over."""

import json
import time

import pytest
from app.play import Play, over_a_pipe

from coachcli.app.context import Context
from coachcli.app.session.export import export_text, open_session
from coachcli.app.session.request import StartRequest
from coachcli.app.session.start import start
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Outcome, Signalled, Stopped, View
from coachcli.store.session import sessions

LEAVING: list[Outcome] = [
    Entered(Line.ending("/pause")),
    Entered(Line.ending("/end")),
    EndOfInput(),
    EndOfInput(closed=True),
    Signalled(15, Line()),
    Signalled(1, Line.ending("half a thought")),
    Stopped(Line()),
]


def changed(context: Context) -> None:
    """Another program adds a row to the session, once the note is in it."""
    (path,) = context.practice.clients.glob("*/sessions/*.yaml")
    give_up = time.monotonic() + 10
    while b"a note" not in path.read_bytes() and time.monotonic() < give_up:
        time.sleep(0.005)
    path.write_bytes(path.read_bytes() + b"# theirs\n")


def news(play: Play) -> list[str]:
    """What the coach was told of it, at a prompt or after leaving."""
    remarks = [view.remark for view in play.script.views]
    return [said for said in [*remarks, *play.script.said] if "Both are kept" in said]


@pytest.mark.parametrize("discreet", [False, True], ids=["alone", "discreet"])
@pytest.mark.parametrize("leaving", LEAVING, ids=str)
def test_that_another_program_changed_the_session_is_said_after_leaving_with_the_next_line(
    context: Context, leaving: Outcome, *, discreet: bool
) -> None:
    def change(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        changed(context)
        return leaving

    play = over_a_pipe("a note", change, "/end", leaving)
    start(context, StartRequest("Jane Example", "grow", discreet=discreet), play.conversation)
    found = list(context.practice.clients.glob("*/sessions/*.yaml"))
    (theirs,) = [path for path in found if path.read_bytes().endswith(b"# theirs\n")]
    (ours,) = [path for path in found if path != theirs]

    (told,) = news(play)
    assert [path.name in told for path in (theirs, ours)] == [not discreet, not discreet]
    assert [note.text for _, note in sessions.load(ours).session.notes] == ["a note"]


def test_what_was_said_at_a_prompt_is_not_said_again(context: Context) -> None:
    def change(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        changed(context)
        return Entered(Line.ending("a second note"))

    play = over_a_pipe("a note", change, "a third", "a fourth", "/pause")
    start(context, StartRequest("Jane Example", "grow"), play.conversation)

    assert len(news(play)) == 1


@pytest.mark.parametrize("way", ["on one line", "in many"])
def test_a_note_of_a_megabyte_is_kept_to_the_letter_in_its_file_and_its_export(context: Context, way: str) -> None:
    row = "Grüße, 你好 🙂: 'so', \"more\" or less – #no\u2028 and\u0085 on\t"
    words = (f"{row}\n  " * 30_000)[:800_000] + "the end"
    if way == "on one line":
        words = words.replace("\n", " ")
    assert len(words.encode()) > 1_000_000
    held = start(context, StartRequest("Jane Example", "grow"), over_a_pipe(words, "/end", "/end").conversation)
    opened = open_session(context, held.left.session.id)
    exported = json.loads(export_text(context, opened, "me", "json"))

    assert [note.text for _, note in opened.session.notes] == [words]
    assert [note["text"] for turn in exported["turns"] for note in turn.get("notes", ())] == [words]
