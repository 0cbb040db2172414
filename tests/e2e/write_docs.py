"""Write docs/a-grow-session.md and docs/an-egan-session.md anew: `python tests/e2e/write_docs.py`."""

import os
import re
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from docs.practice import COACH
from e2e.screen import DEADLINE, Home, Key, Window

DOCS = Path(__file__).parents[2] / "docs"
_TYPED = "Typed: "
_LONG_HASH = re.compile(r"\b[0-9a-f]{64}\b")
_NAMES = {Key.SHIFT_TAB: "Shift-Tab", Key.F1: "F1", Key.F2: "F2", Key.UP: "Up", Key.CTRL_D: "Ctrl-D"}

_HOW = """\
Jane Example does not exist, and nobody was coached to make this page. Everything else is what the program does: each
line was typed into a terminal of 80 columns, and each screen is what stood there then. Only the clock was ours. It
begins on Friday 20 November 2026 at two, and every line takes as long as a line of a call does, so that the page says
the same tomorrow. `python tests/e2e/write_docs.py` types it all again; a test fails when something else comes of it.

`~/coaching` is the coach's folder. ⏎ is the Enter key, and ⏎ ⏎ is Enter and then Enter again on the empty line, which
goes on to the next question. The first and the last screen are whole; of the others you see the lower part, where
things happen. Above it, what was noted before stays to be read.
"""
_TRUTH = (
    "This file is the truth: any editor opens it, and it can be read without coachcli. Beside it is the same for "
    "reading, made anew from it whenever it changes."
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Some words to the reader, what is typed, and what to wait for before looking at the screen."""

    said: str
    typed: tuple[str, ...]
    then: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Play:
    """A session to be typed: the page it is for, how it begins, and its scenes. `step`: seconds a line takes."""

    page: str
    title: str
    about: str
    framework: str
    step: int
    scenes: tuple[Scene, ...]
    end: str


GROW = Play(
    page="a-grow-session.md",
    title="A GROW session, from the first line to the summary",
    about="Goal, Reality, Options, Will: one call of fifty minutes that ends in a choice.",
    framework="grow",
    step=44,
    scenes=(
        Scene(
            "Jane calls. The top line says where you are, for how long, and that all is saved. Under it stands a "
            "question you may ask, in your own words, and a reminder for you.",
            (),
            "What is on your mind as you arrive?",
            is_whole=True,
        ),
        Scene(
            "One thought, one line. You listen; you do not fill in a form.",
            ("A bit out of breath, glad to sit down", "", "First call, so nothing yet", ""),
            "What would be most worth our time today?",
        ),
        Scene(
            "A topic is one line. It stays under its question until you go on, and `→ client` means that Jane's "
            "summary will have it. A goal may say by when; what it does not say is asked, and Enter would skip it.",
            ("The talk I was asked to give in March", "", "Know whether I say yes, and what I do first"),
            "How will you know?",
        ),
        Scene(
            "A number answers a scale. Words after it stay with it.",
            ("I can write to the organisers today", "", "8 it has been on my list for five weeks", ""),
            "What does this belong to, in the longer run?",
        ),
        Scene(
            "What she wants from this call is its aim, and ends with it. A goal for the months ahead is asked for only "
            "where a new one shows; this stands by itself.",
            ("3", ""),
            "What is happening now?",
        ),
        Scene(
            'Her own words begin with `"`. When you are stuck, `/probe` shows a follow-up question, one at a time.',
            ("200 people, her own subject, asked five weeks ago", '"I open the mail and close it again', "/probe"),
            "What happened the last time, step by step?",
        ),
        Scene(
            "She tells it. A line that begins with `~` is for you alone: it can never be shared, not even by mistake.",
            (
                "Last time her voice went, and nobody noticed but her",
                "",
                "Flattered, and a stone in the stomach",
                "~I wanted to reassure her here; watch that",
            ),
            "~ for me alone: I wanted to reassure her here; watch that",
        ),
        Scene(
            "What she has tried, what is in the way and what could help go by quickly: a line each.",
            (
                "",
                "Two outlines at night, both deleted",
                "",
                "The first two minutes",
                "No time before February",
                "",
                "Ten years of knowing this",
                "Ana, who trains speakers",
            ),
            "· resource: Ana, who trains speakers",
        ),
        Scene(
            "Where is she now, and what does she see? The goal is read back to be looked at once more.",
            (
                "",
                "4 there is an outline in my head",
                "",
                "I am not afraid of the talk, I am afraid of two minutes",
                "",
            ),
            "Is this still the goal?",
        ),
        Scene(
            "Options, as many as come.",
            (
                "yes, and now I know which part it is about",
                "",
                "Say no, kindly",
                "Say yes, and rehearse the opening with Ana",
                "Offer a workshop for twenty instead",
            ),
            "· option: Offer a workshop for twenty instead",
        ),
        Scene(
            "Which one draws her? They stand there with numbers.",
            ("",),
            "Which of these has the most energy for you?",
        ),
        Scene(
            "Then what she will do, by when, how sure, all in one line. It is shown as it was understood, and what is "
            "still open is asked.",
            ("2", "", "Ask Ana for an hour by wednesday 9/10"),
            "What might get in the way?",
        ),
        Scene(
            "A second action. Two questions about it are skipped with Enter.",
            ("She is away until Monday", "", "Write my yes to the organisers by friday 8/10", "", ""),
            "* action: Write my yes to the organisers",
        ),
        Scene(
            "Something you promise begins with `>`.",
            (">Send her the breathing exercise", "", "Two minutes are not a talk", ""),
            "What was useful in how we worked today?",
        ),
        Scene(
            "That was the last question. The map shows where the time went; from here you could go anywhere again.",
            ("Being asked about the two minutes", ""),
            "Where to?",
        ),
        Scene(
            "Jane hangs up. `/end` closes the call, and two questions are left, for you.",
            ("/end",),
            "When in this call did I listen best?",
        ),
        Scene(
            "And that is it. What can be made of it is a letter away; Enter leaves, and nothing is left to tidy up.",
            ("When she laughed about the outlines and I waited", "", "Reassuring too soon", "/end"),
            "Enter alone leaves.",
            is_whole=True,
        ),
    ),
    end="Within a minute of the call Jane can have this, and nothing that is not marked for her is in it:",
)

EGAN = Play(
    page="an-egan-session.md",
    title="An Egan session, in the order the conversation takes",
    about="The Skilled Helper has three stages of three tasks each. Nobody does all nine in one call, or in order.",
    framework="egan",
    step=47,
    scenes=(
        Scene(
            "This framework opens at its map. A number or a part of a name goes there; Enter begins at the beginning.",
            (),
            "Where does it begin today?",
            is_whole=True,
        ),
        Scene(
            "Jane wants to tell her story, so you begin there.",
            ("1", "Out of a meeting, glad of an hour", "", "First call, so nothing yet", ""),
            "Tell me what is going on.",
        ),
        Scene(
            "A line for each thing you want to keep. An insight of yours begins with `!`.",
            (
                "The team was halved in summer, the work was not",
                '"I am the last one to leave, and the first one they call',
                "!She says we when it went well and I when it did not",
            ),
            "! insight: She says we when it went well",
        ),
        Scene(
            "In the middle of your next line she says what she will do. F2: the line you are typing waits.",
            ("She has not told her manager that\0", Key.F2),
            "One line: Call Ann by friday 8/10",
        ),
        Scene(
            "The action is noted, and your half sentence is back, with the cursor where it was.",
            ("Write down a week as it really is by friday 9/10",),
            "· by Friday 27 November 2026 · 9/10",
        ),
        Scene(
            "You finish it. Then a jump: she sees something new, and you go where that is asked. Any part of a name "
            "will do.",
            (" two people are missing", "/go looks different"),
            "What looks different to you now?",
        ),
        Scene(
            "It is her sentence, so she gets it in her summary.",
            ("I protect everybody from knowing", "", "The two empty desks", "What I take on", "My manager", ""),
            "Which one, if it moved, would move the others too?",
        ),
        Scene(
            "She chooses with a number, and says whether this helps her. The stage is done, so here is the map again, "
            "with minutes and notes.",
            ("2 because it is mine to change", "", "8", ""),
            "Where to?",
        ),
        Scene(
            "To the preferred picture. First what could be, without weighing.",
            ("preferred", "Leaving at five twice a week", "A team that knows the numbers", "Lunch"),
            "· Lunch",
        ),
        Scene(
            "Then one goal out of it. What makes it clear is asked part by part, and any part may stay open.",
            ("", "Take on nothing new before something leaves by 15 january"),
            "What exactly?",
        ),
        Scene(
            "Some parts are answered, others skipped with Enter.",
            ("One in, one out, and my manager decides which", "My list is no longer than today", "", "", ""),
            "What makes this worth it to you?",
        ),
        Scene(
            "A step too far: you wanted to stay with the goal a little. Shift-Tab goes back to it, and Enter on the "
            "empty line on again.",
            (Key.SHIFT_TAB,),
            "Of all this, what do you want to make real?",
        ),
        Scene(
            "The price, and how committed she is.",
            (
                "",
                "I want to hear my children at supper",
                "",
                "Being the one who can do everything",
                "",
                "8",
                "",
                "9",
                "",
            ),
            "Where to?",
        ),
        Scene(
            "Ways to get there, many before any is judged. A mistyped command is never taken for a note: it is given "
            "back, with a guess.",
            ("forward", "Show my manager the week", "Say no once and see", "Ask for one of the two desks", "/prob"),
            "did you mean /probe?",
        ),
        Scene(
            "The line is still there, and marked: what is typed takes its place. Backspace or an arrow would mend it.",
            ("/probe",),
            "And what else?",
        ),
        Scene(
            "The framework takes each of them in turn: how well it fits her, and what it would ask of her.",
            ("", "9", "", "An hour of telling the truth", ""),
            'How well does "Say no once and see" fit',
        ),
        Scene(
            "After the last of them she chooses. Several can be chosen at once.",
            ("4", "", "", "7", "", "", "1 3", ""),
            "What will help you along?",
        ),
        Scene(
            "What pushes, what holds, and the plan. `/share` would change who sees the last note.",
            (
                "My manager hates surprises",
                "",
                "I am proud of coping",
                "",
                "Show him the week and ask which one goes by 4 december 8/10",
            ),
            "How will you know?",
        ),
        Scene(
            "There are minutes left, and the map says where they went.",
            ("He names one thing that leaves", "/map"),
            "Where to?",
        ),
        Scene(
            "You close. Had no action been noted, you would be asked for a small one now; there are two. What stays "
            "with her is asked in any case.",
            ("/end",),
            "What stays with you from this conversation?",
        ),
        Scene(
            "Two questions for you, once she has gone.",
            ("Not telling is a decision too", "", "When I named the number before she did", "", "/end"),
            "Enter alone leaves.",
            is_whole=True,
        ),
    ),
    end="What Jane gets, to the letter:",
)

PLAYS = (GROW, EGAN)


def page(play: Play) -> str:
    """The page of a session, typed just now."""
    # Short, or the paths on the last screen would not fit into 80 columns.
    with tempfile.TemporaryDirectory(prefix="", dir="/tmp") as folder:
        home = Home(Path(folder))
        practice = home.root / "c"
        world = {
            "COACH_PRACTICE": str(practice),
            "COACH_DOCS_NOW": "2026-11-20T14:00:00+00:00",
            "COACH_DOCS_STEP": str(play.step),
        }
        words = ("session", "start", "Jane Example", "-f", play.framework)
        with Window(home, *words, columns=80, rows=30, command=COACH, **world) as window:
            scenes = [part for scene in play.scenes for part in _played(scene, window)]
            assert window.left_as_it_is() == 0
        (file,) = practice.glob("clients/*/sessions/*.yaml")
        parts = [
            f"# {play.title}",
            play.about,
            _HOW.rstrip(),
            "Before the call, in a window beside the video:",
            _block(f"$ coach {' '.join(_quoted(word) for word in words)}", "sh"),
            *scenes,
            "## What is there now",
            f"The session, `{file.relative_to(practice)}`. {_TRUTH}",
            _block(file.read_text(encoding="utf-8"), "yaml"),
            play.end,
            _block("$ coach session export --for client", "sh"),
            _block(_summary(home.environment(**world)), "markdown"),
        ]
        text = "\n\n".join(_wrapped(part) for part in parts) + "\n"
        return _LONG_HASH.sub("...", text.replace(str(practice), "~/coaching"))


def _played(scene: Scene, window: Window) -> Iterator[str]:
    """The parts of the page that come of one scene."""
    for keys in scene.typed[:-1]:
        _press(window, keys)
    for keys in scene.typed[-1:]:
        _press(window, keys, scene.then)
    window.wait_for(scene.then)
    window.settle()
    yield scene.said
    if scene.typed:
        yield _TYPED + " ".join(_shown(keys) for keys in scene.typed)
    yield _block(window.text if scene.is_whole else _card(window), "text")


def _press(window: Window, keys: str, then: str = "") -> None:
    """Type one line and Enter, or one key; a line that ends with a NUL is not finished yet."""
    if not keys:
        window.settle()
    before = window.text

    def is_taken() -> bool:
        return window.text != before and (then in window.words if then else window.line == "")

    if keys in _NAMES:
        window.type(keys)
        window.wait_for(lambda: window.text != before)
    elif keys.endswith("\0"):
        window.type(keys[:-1])
        window.wait_for(lambda: (window.line or "").endswith(keys[:-1]))
    else:
        window.enter(keys, is_taken)


def _shown(keys: str) -> str:
    """Keys as the reader sees them."""
    if keys in _NAMES:
        return f"`{_NAMES[Key(keys)]}`"
    return f"`{keys[:-1]}`" if keys.endswith("\0") else f"`{keys}` ⏎" if keys else "⏎"


def _card(window: Window) -> str:
    """The lower part of the screen, from the line with the clock."""
    rows = window.text.split("\n")
    top = max(number for number, row in enumerate(rows) if row.endswith("saved"))
    return "\n".join(rows[top:])


def _summary(environment: dict[str, str]) -> str:
    words = [*COACH, "session", "export", "--for", "client"]
    done = subprocess.run(words, env=environment, capture_output=True, check=True, timeout=DEADLINE)
    return done.stdout.decode()


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


def _block(text: str, language: str) -> str:
    return f"```{language}\n{text.strip(os.linesep)}\n```"


def _wrapped(part: str) -> str:
    """Words to the reader in lines of 120 characters; what is code, or was wrapped by hand, stays as it is."""
    if "\n" in part or part.startswith(("```", _TYPED)):
        return part
    return textwrap.fill(part, 120, break_long_words=False, break_on_hyphens=False)


def pages() -> dict[Path, str]:
    """Both pages as they should be, typed side by side."""
    with ThreadPoolExecutor() as typists:
        return {DOCS / play.page: text for play, text in zip(PLAYS, typists.map(page, PLAYS), strict=True)}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
