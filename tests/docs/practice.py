"""The practice the pages show: a few calls with people who do not exist, held through a pipe."""

import atexit
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from e2e.screen import Home

TODAY = "2026-11-20T09:00:00+00:00"
"""When the commands of the pages are typed: a Friday."""
COACH = (sys.executable, str(Path(__file__).with_name("steady_coach.py")))
_LONG_HASH = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Call:
    """One call: when it began, what was typed to begin it, and the lines of it. `step`: seconds a line takes."""

    began: str
    words: tuple[str, ...]
    lines: str
    step: int = 45


CALLS = (
    Call(
        "2026-11-04T14:00:00+00:00",
        ("Jane Example", "-f", "grow"),
        """Nervous, and glad to start

First call, so nothing yet

Whether to apply for the lead role

Know by the end whether I want it
I can say it out loud without laughing

7

3

My manager asked me twice
"I would be good at it and I would hate it

Mostly dread

/go options
Apply and see
Ask what the role really is

2

Ask Sam what a week in the role looks like by 13 november 9/10



/go taking away
I do not have to decide before I know
/end
/end
""",
        step=61,
    ),
    Call(
        "2026-11-18T14:00:00+00:00",
        ("Jane Example", "-f", "grow", "-m", "50"),
        """Back from two weeks away, and behind already
"I am always the one they call

Talked to Sam for an hour
!She lights up when she talks about the meetings

done, and it is half meetings

Being seen as strategic, not as the fixer

Know what I hand on first
I can say who gets it, and when

8 more than I thought

2

Be known for what is on my page by 31 march
Two leads ask me about direction, not about outages

Six people come to me first, four of them out of habit
~I wanted to reassure her here; watch that

"If I let go, who am I here?

Saying no once, in March

The rota has my name on it

Sam, who wants more of it
She writes well

4 it was a 2 in summer

Being needed is not the same as being valued

yes

Hand the rota to Sam
Write the page
Do nothing until January

1

Ask Sam to take the rota by friday 8/10
Saying yes again when it is busy

Write the page by 4 december
7


>Send her the two articles on handing over
?Her own manager, next time

I can ask before I fix

The silence after the question about the rota

When she went quiet and so did I

/end
""",
        step=44,
    ),
    Call(
        "2026-11-19T10:00:00+00:00",
        ("Robin Example", "-f", "egan"),
        """1
A little out of breath

A first call, so nothing yet

Two teams, one budget, and both want me in the room
"It is like being the child of divorced parents
/pause
""",
    ),
)


def environment(home: Home, *, now: str = TODAY, step: int = 45) -> dict[str, str]:
    """All that `coach` knows of the world when it runs for a page."""
    return home.environment(
        COACH_PRACTICE=str(home.practice),
        COACH_DOCS_NOW=now,
        COACH_DOCS_STEP=str(step),
        XDG_STATE_HOME=str(home.root / ".local" / "state"),
        PATH=os.pathsep.join([str(home.root / "bin"), os.environ["PATH"]]),
    )


@cache
def _made() -> Home:
    """The practice with all calls held, made once."""
    home = Home(Path(mkdtemp(prefix="coach-docs-")))
    atexit.register(shutil.rmtree, home.root, ignore_errors=True)
    for call in CALLS:
        subprocess.run(
            [*COACH, "session", "start", *call.words],
            input=call.lines.encode(),
            env=environment(home, now=call.began, step=call.step),
            capture_output=True,
            check=True,
            timeout=120,
        )
    return home


def new_home(root: Path) -> Home:
    """The home of a coach who has nothing yet but the command `coach`."""
    home = Home(root)
    command = root / "bin" / "coach"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{COACH[0]}" "{COACH[1]}" "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    (root / "desk").mkdir()
    (root / "coaching").symlink_to(home.practice)
    return home


def lived_in_home(root: Path) -> Home:
    """The same after a few weeks of work."""
    home = new_home(root)
    shutil.copytree(_made().practice, home.practice)
    return home


def without_machine(text: str, home: Home) -> str:
    """Words of a page without what is different on every machine, or with every wording of a framework."""
    text = text.replace(str(home.practice), "~/coaching").replace(str(home.root), "~")
    return _LONG_HASH.sub("...", text)
