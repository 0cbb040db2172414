"""What frameworks can do, as a coach sees it in a call: looking back, asking when it fits, lists, languages."""

import subprocess
import sys

import pytest
from e2e.conftest import Opener
from e2e.screen import NEW_YEAR, YEAR, Home, Key

from coachcli.store.session import sessions

WEIGHING = """\
title: Weighing
stages:
  - title: Ways
    ask:
      - {id: ways, type: line, many: 9, ask: "What could you do?"}
  - title: Choosing
    steps:
      - title: Weighing
        for_each: ways
        most: 2
        ask:
          - {id: fit, type: scale, ask: "How well does {item} fit?"}
          - {id: better, ask: "What would make it fit better?", when: fit below 6}
      - title: Doing
        ask:
          - {id: actions, type: action, ask: "What will you do?", fields: [what]}
          - {id: place, ask: "Where will you do it?", required: yes}
"""
BROKEN = WEIGHING.replace("title", "titel", 1)


def put(home: Home, name: str, text: str) -> None:
    folder = home.practice / "frameworks"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def hold(home: Home, framework: str, *lines: str) -> None:
    typed = "".join(f"{line}\n" for line in [*lines, *["/end"] * 5]).encode()
    done = home.run("session", "start", "Jane Example", "-f", framework, "--at", "yesterday 14:00", typed=typed)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40, 80])
def test_the_areas_of_the_intake_come_back_and_their_first_number_after_the_new_one(
    coach: Opener, home: Home, columns: int
) -> None:
    hold(home, "intake", "/go like to see move", "Delegating", "Sleep", "", "3", "", "/next", "5")
    window = coach("session", "start", "Jane Example", "-f", "midpoint", columns=columns)
    window.wait_for("Jane Example")
    window.enter("/go wanted to see move", "This is what you wanted to see move")
    window.wait_for("2 Sleep")
    window.enter("Saying no", "3 Saying no")
    window.enter("-2", "Off the list: Sleep")
    window.go_on("How are things today with this one: Delegating?")
    assert "3 on" not in window.text
    window.enter("6", "Delegating: 3 on ")
    window.wait_for("6 now")
    window.enter("/pause", "Go on with")
    window.ended()


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40, 80])
def test_what_was_chosen_with_one_model_comes_up_again_with_another(coach: Opener, home: Home, columns: int) -> None:
    action = f"Talk to Ana by 1 January {YEAR} 8/10"
    hold(home, "egan", "/go what will you do", action, "/skip", "Write the page", "/skip")
    window = coach("session", "start", "Jane Example", "-f", "grow", columns=columns)
    window.wait_for(f"Talk to Ana · 1 Jan {YEAR} · 8/10")
    window.go_on("What is on your mind as you arrive?")
    window.go_on("What has happened since we last spoke?")
    window.go_on(f"→ Talk to Ana · by {NEW_YEAR} · 8/10")
    window.enter(f"partly, she was away, by 2 January {YEAR}")
    window.go_on("→ Write the page")
    window.enter("1")
    window.go_on("What would be most worth our time today?")
    window.enter("/pause", "Go on with")
    window.ended()

    newest = max((sessions.load(path).session for path in home.session_files()), key=lambda one: one.started)
    seen = [(note.reviewed.what, note.reviewed.outcome, note.text) for _, note in newest.notes if note.reviewed]
    assert seen == [("Talk to Ana", "partly", "she was away"), ("Write the page", "done", "")]


def test_a_list_is_gone_through_one_by_one_and_questions_are_asked_where_they_fit(coach: Opener, home: Home) -> None:
    put(home, "weighing.yaml", WEIGHING)
    window = coach("session", "start", "Jane Example", "-f", "weighing")
    window.wait_for("What could you do?")
    for way in ("write", "call", "wait"):
        window.enter(way)
    window.go_on("Which of these would you like to look at? 2 at most.")
    for answer, following in (
        ("1, 3", "How well does write fit?"),
        ("8", "How well does wait fit?"),
        ("4", "What would make it fit better? → wait"),
    ):
        window.enter(answer)
        window.go_on(following)
    window.enter("a reason")
    window.go_on("What will you do?")
    window.enter("/end", "Still to ask")
    assert "Where will you do it?" in window.words
    window.enter("/end", "To read it again")

    assert window.left_as_it_is() == 0
    assert [(turn.question, turn.item) for turn in home.session().turns] == [
        ("ways", None),
        ("weighing__items", None),
        ("fit", "write"),
        ("fit", "wait"),
        ("better", "wait"),
        ("actions", None),
    ]


def test_a_stage_says_what_the_model_would_have_looked_at_first(coach: Opener) -> None:
    window = coach("session", "start", "Jane Example", "-f", "grow")
    window.wait_for("What is on your mind as you arrive?")
    window.enter("/go options", "Nothing is noted in Reality yet.")
    window.enter("only one")
    assert "Nothing is noted" not in window.words
    window.enter("/go will", "Fewer than three options so far.")


def test_grow_asks_in_german_and_says_what_else_there_is(coach: Opener, home: Home) -> None:
    window = coach("session", "start", "Jane Example", "-f", "grow", "--language", "de", "--rehearse")
    window.wait_for("Was geht Ihnen gerade durch den Kopf")

    refused = home.run("session", "start", "Jane Example", "-f", "grow", "--language", "it")
    assert refused.returncode == 2
    there_is = "English (en), German (de), German (du) (de-du), French (fr), French (tu) (fr-tu)"
    assert refused.stderr.decode() == f"GROW is not available in Italian.\nIt is in {there_is}.\n"


def test_a_model_built_on_grow_speaks_its_german_but_for_the_coachs_own_words(coach: Opener, home: Home) -> None:
    own = "extends: grow\nstages:\n  - id: opening\n    ask:\n      - {id: arriving, ask: Well?}\n"
    put(home, "mine.yaml", own)
    window = coach("session", "start", "Jane Example", "-f", "mine", "--language", "de", "--rehearse")
    window.wait_for("Well?")
    window.enter("/go am Ende dieses", "Ziel 2 of 5")


def test_a_model_that_changed_meanwhile_is_told_when_a_call_goes_on(coach: Opener, home: Home) -> None:
    put(home, "weighing.yaml", WEIGHING)
    home.run("session", "start", "Jane Example", "-f", "weighing", typed=b"walk\n")
    put(home, "weighing.yaml", WEIGHING.replace("could you do", "might you do"))

    window = coach("session", "resume")
    window.wait_for("Weighing has changed; this call goes on as it began")
    window.wait_for("What could you do?")


def test_a_broken_model_is_offered_as_it_was_in_the_last_session(coach: Opener, home: Home) -> None:
    put(home, "weighing.yaml", WEIGHING)
    hold(home, "weighing", "walk")
    put(home, "weighing.yaml", BROKEN)

    window = coach("session", "start", "Jane Example", "-f", "weighing")
    window.wait_for("Use it as it was in your last session?")
    assert "weighing.yaml:1:1: error[E201]: 'titel' is not a setting here" in window.words
    window.type("y", Key.ENTER)
    window.wait_for("To begin")
    window.go_on("What could you do?")


def test_a_broken_model_stops_before_the_first_question_where_nobody_can_be_asked(home: Home) -> None:
    put(home, "weighing.yaml", WEIGHING)
    hold(home, "weighing", "walk")
    put(home, "weighing.yaml", BROKEN)

    refused = home.run("session", "start", "Jane Example", "-f", "weighing", typed=b"walk\n")

    assert refused.returncode == 4
    assert "did you mean 'title'?" in refused.stderr.decode()
    assert len(home.session_files()) == 1


@pytest.mark.slow
def test_a_session_is_taken_over_to_the_model_of_today(coach: Opener, home: Home) -> None:
    put(home, "weighing.yaml", WEIGHING)
    window = coach("session", "start", "Jane Example", "-f", "weighing")
    window.wait_for("What could you do?")
    window.enter("walk")
    window.enter("/go where", "Choosing 2 of 2")
    window.enter("outside")
    window.enter("/pause", "Go on with")
    window.ended()
    put(
        home,
        "weighing.yaml",
        WEIGHING.replace("id: place", "id: spot"),
    )

    window = coach("session", "resume", "--framework", "latest")
    window.wait_for("What was noted at questions that are gone is kept: Where will you do it?")
    window.enter("/pause", "Go on with")
    window.ended()

    assert home.notes() == ["walk", "outside"]
    assert "NO LONGER ASKED" in home.run("session", "show").stdout.decode()


# Between this process and `coach`: on Linux a process is counted as large as the one it was made by.
LAUNCHER = """import os, sys
process = os.posix_spawn(sys.executable, [sys.executable, "-m", "coachcli", *sys.argv[1:]], os.environ)
_, status, usage = os.wait4(process, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss, usage.ru_utime + usage.ru_stime, file=sys.stderr)
"""
HEAD = b"stages:\n- title: A\n  ask:\n"
HOSTILE = {
    "an alias bomb": b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a,*a]\n" % (n, n) for n in range(40)),
    "25,000 brackets": b"[" * 25_000,
    "a text of 5 MB": b"title: " + b"x" * 5_000_000,
    "a slip on every line": HEAD + b"  -'What's up?\n" * 15_000,
    "escapes": b"title: \x1b]52;c;aGk=\x07\n",
    "a condition that would run something": HEAD + b"  - {ask: a, when: \"__import__('os').abort() is yes\"}\n",
    "a conflict": HEAD + b"<<<<<<< ours\n  - What?\n=======\n  - Who?\n>>>>>>> theirs\n",
}


TOO_LARGE = {"a text of 5 MB"}
"""Of these nothing is read."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "code"), [(("framework", "check", "mine"), 1), (("session", "start", "-f", "mine"), 4)]
)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_model_is_answered_in_words_in_little_time_and_memory(
    home: Home, name: str, words: tuple[str, ...], code: int
) -> None:
    put(home, "mine.yaml", "")
    (home.practice / "frameworks" / "mine.yaml").write_bytes(HOSTILE[name])
    command = [sys.executable, "-S", "-c", LAUNCHER, *words, *(["Jane Example"] if code == 4 else [])]
    done = subprocess.run(command, env=home.environment(), capture_output=True, stdin=subprocess.DEVNULL, check=True)
    *said, counted = done.stderr.decode().rstrip("\n").split("\n")
    ended, kilobytes, seconds = counted.split()

    assert int(ended) == (4 if name in TOO_LARGE else code)
    assert "mine" in done.stdout.decode() + "\n".join(said)
    assert "Traceback" not in "\n".join(said)
    assert b"\x1b" not in done.stdout + done.stderr
    assert float(seconds) < 2
    assert int(kilobytes) < 200 * 1024
    assert home.session_files() == []
