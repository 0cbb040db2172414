"""Whole sessions, step by step: what the screen holds after each, in windows of several sizes."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docs.practice import COACH
from e2e import snapshot
from e2e.screen import Home, Key, Window
from e2e.snapshot import FOLDER, Step, difference

BEFORE = "2026-11-04T14:00:00+00:00"
NOW = "2026-11-25T14:00:00+00:00"
LAST_TIME = """\
Nervous, and glad to start


Whether to apply for the lead role
/go will
Ask Sam what a week in the role looks like by 13 november 9/10



/go taking away
I do not have to decide before I know
/end
/end
/end
"""
GROW = (
    Step("where things stand", (), "Session 2 with Jane Example"),
    Step("it begins with how she arrives", ("",), "What is on your mind"),
    Step("a note", ("A good week, and a long list",), "· A good week"),
    Step("their own words", ('"I asked for help and the sky stayed up',), "I asked for help and the sky stayed up"),
    Step("an insight, and a promise", ("!She sits up straight", ">Send her the article"), "Send her the article"),
    Step("something parked, something seen", ("?The salary", "~I hurried here"), "I hurried here"),
    Step("a note that is longer than a row", ("What she said of " + "the long week and " * 6 + "of Sam",), "of Sam"),
    Step("Enter goes on", ("",), "What has happened"),
    Step("a follow-up question", ("/probe",), "…"),
    Step("then what was chosen last time", ("",), "Where did you get to"),
    Step("done, with a word on it", ("done, and it is half meetings",), "without your remark"),
    Step("straight to another stage", ("/go goal",), "What would be most worth our time today?"),
    Step("a topic", ("The hours that are free now",), "topic: The hours"),
    Step("a second thought is the coach's alone", ("And the evenings",), "· And the evenings"),
    Step("Enter goes on to the goal", ("",), "What would you like to have"),
    Step("a goal, whose fields are asked for", ("Know what to do with two mornings",), "How will you know?"),
    Step("to the actions", ("/go will",), "What will you do?"),
    Step("an action, whose fields are asked for", ("Block two mornings by friday",), "How sure"),
    Step("how sure", ("8",), "What might get in the way?"),
    Step("taken back", ("/undo",), "Taken back"),
    Step("the map", ("/map",), "Where to?"),
    Step("back by a number", ("3",), "What is happening now?"),
    Step("the time", ("/time",), "min"),
    Step("help", ("/help",), "/probe"),
    Step("a mistyped command", ("/prbe",), "did you mean"),
    Step("a line that is being typed", (Key.CTRL_U, "half a sen\0"), "half a sen"),
    Step("what is missing is said first", (Key.CTRL_U, "/end"), "/end again ends it"),
    Step("the call is to end", ("/end",), "What do you take with you from today?"),
    Step("what stays with her, and on", ("I can ask before I fix", ""), "When in this call"),
    Step("and is over", ("/end",), "Enter alone leaves."),
    Step("Enter leaves", ("",), ""),
)
EGAN = (
    Step("where things stand", (), "Session 2 with Jane Example"),
    Step("it begins at the map", ("",), "Where does it begin today?"),
    Step("how she is comes first", ("",), "How are you as we begin?"),
    Step("then what has happened", ("",), "What has happened"),
    Step("then what was chosen last time", ("",), "What happened with what you chose to do?"),
    Step("partly", ("2 she was away", ""), "Tell me what is going on."),
    Step("a note", ("The team was halved",), "· The team was halved"),
    Step("back to the map", ("/map",), "Where to?"),
    Step("another stage by its name", ("preferred",), "If this were going well"),
    Step("and back", (Key.SHIFT_TAB,), "Tell me what is going on."),
    Step("what is missing is said first", ("/end",), "No goal noted."),
    Step("the call is to end", ("/end",), "What will you do before we speak again?"),
    Step("and is over", ("/end", "/end"), "After the call"),
    Step("Enter leaves", ("",), ""),
)
PLAIN = (
    Step("the first question", (), "What is on your mind"),
    Step("a note", ("A good week, and a long list",), "· A good week"),
    Step("an action", ("*Write to Ana by friday 8/10",), "Write to Ana"),
    Step("help", ("/help",), "/probe"),
    Step("it pauses", ("/pause",), "Go on with"),
)


@dataclass(frozen=True, slots=True)
class Session:
    """A session to be typed."""

    about: str
    words: tuple[str, ...]
    steps: tuple[Step, ...]


SESSIONS = {
    "grow": Session("GROW with a client who has been here before.", ("-f", "grow"), GROW),
    "egan": Session("Egan's model, begun at the map.", ("-f", "egan"), EGAN),
    "plain": Session(
        "GROW without a screen, for a screen reader or a poor terminal.", ("-f", "grow", "--plain"), PLAIN
    ),
}
SIZES = (("grow", 40, 12), ("grow", 80, 24), ("grow", 120, 40), ("egan", 80, 24), ("plain", 80, 24))


def world(home: Home, now: str) -> dict[str, str]:
    return home.environment(COACH_DOCS_NOW=now, COACH_DOCS_STEP="40")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice with one client, who has been here before."""
    home = Home(tmp_path_factory.mktemp("known"))
    words = [*COACH, "session", "start", "Jane Example", "-f", "grow"]
    subprocess.run(words, input=LAST_TIME.encode(), env=world(home, BEFORE), check=True, capture_output=True)
    return home.practice


def assert_within_the_edges(window: Window) -> None:
    """The card and the line leave the last column alone: some terminals wrap there."""
    top = max((number for number, row in enumerate(window.rows) if row.endswith("saved")), default=0)
    shown = window.rows[top:] if top else []
    assert [row for row in shown if len(row) >= window.columns and "/practice/" not in row] == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "columns", "rows"), SIZES)
def test_the_screen_after_each_step(
    client: Path, pytestconfig: pytest.Config, name: str, columns: int, rows: int
) -> None:
    session, file = SESSIONS[name], FOLDER / f"{name}-{columns}x{rows}.txt"
    is_new = bool(pytestconfig.getoption("--update-screens"))
    before = "" if is_new else file.read_text(encoding="utf-8")
    known, shots = snapshot.screens_of(before), []
    with TemporaryDirectory(prefix="", dir="/tmp") as folder:
        home = Home(Path(folder))
        shutil.copytree(client, home.practice)
        words = ("session", "start", "Jane Example", *session.words)
        with Window(home, *words, columns=columns, rows=rows, command=COACH, **world(home, NOW)) as window:
            for shot in snapshot.play(window, session.steps, known):
                shots.append(shot)
                assert_within_the_edges(window)
                assert is_new or not (told := difference(known.get(shot.step.name, ""), shot.screen)), told
    after = snapshot.page(f"{session.about} {columns} columns, {rows} rows.", shots)
    if is_new:
        file.parent.mkdir(exist_ok=True)
        file.write_text(after, encoding="utf-8")
    else:
        assert after == before, difference(before, after)
