"""What a command imports, and so how soon it answers. Modules are named, not milliseconds: those vary."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NEVER = {"prompt_toolkit", "questionary", "asyncio", "rich.markdown"}
HEAVY = NEVER | {"pydantic"}
# What checks frameworks: of no use where they are remembered.
CHECKS = {
    "coachcli.store.framework.check",
    "coachcli.store.framework.resolver",
    "coachcli.store.framework.translations",
    "coachcli.store.framework.merge",
}

# What reads a line: of no use where nothing is typed.
LINE_READERS = {"coachcli.domain.day.reader", "coachcli.domain.line.commitments", "coachcli.domain.line.signs"}
# What is made to be handed on in a form that was not asked for.
OTHER_FORMS = {
    "coachcli.render.session.calendar",
    "coachcli.render.session.mail_draft",
    "coachcli.render.page.html",
    "coachcli.render.page.pdf",
    "typst",
    "icalendar",
    "jinja2",
    "pygal",
    "PIL",
    "openpyxl",
}
UNUSED = HEAVY | CHECKS | LINE_READERS | OTHER_FORMS | {"rich", "slugify", "platformdirs", "dataclasses"}
# None of these reads a file that people write, nor a whole session.
UNREAD = {"yaml", "coachcli.store.session.records"}

COMMANDS: dict[tuple[str, ...], set[str]] = {
    (): UNUSED | UNREAD,
    ("prep", "jane"): UNUSED,
    ("session", "show", "jane"): UNUSED,
    ("session", "export", "jane", "--for", "client"): UNUSED,
    ("action", "list"): UNUSED | UNREAD | {"coachcli.live.choice.chooser"},
    ("goal", "list"): UNUSED | UNREAD,
    ("goal", "list", "jane"): UNUSED | UNREAD,
    ("client", "list"): UNUSED | UNREAD,
    ("client", "show", "jane"): UNUSED,
    ("progress", "jane"): UNUSED - LINE_READERS,
    ("find", "heard"): UNUSED - LINE_READERS,
    ("hours",): UNUSED - LINE_READERS,
    ("framework", "list"): UNUSED | UNREAD,
    ("practice", "check"): NEVER | {"rich", "pyrage"},
    ("practice", "retention"): HEAVY | CHECKS | {"rich", "pyrage"},
}
"""What a command that was run before may not load."""
PAGES = {"coachcli.render.page.markdown", "coachcli.render.page.text", "coachcli.domain.export.summary"}
PACKS = {"coachcli.store.framework.packs", "coachcli.store.framework.corrections"}
FIRST_PROMPT = CHECKS | OTHER_FORMS | PAGES | PACKS | {"pydantic", "questionary", "rich", "slugify"}
"""What is not loaded until the first question."""

PROMPT = """import sys
from coachcli.app.call import loop
from coachcli.live.conversation import Conversation

def stop(call):
    print(*sorted(sys.modules))
    sys.exit(0)

loop.run = stop
from coachcli.__main__ import main
main()
"""
LINE = re.compile(r"^import time:\s+(\d+) \|\s+(\d+) \|\s+(\S+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice with three sessions."""
    practice = tmp_path_factory.mktemp("startup") / "practice"
    for day in ("2024-08-20", "2024-09-21", "2024-10-20"):
        run(practice, "session", "start", "Jane Doe", "-f", "grow", "--at", f"{day} 14:00", lines="Heard\n/end\n/end\n")
    return practice


def run(practice: Path, *arguments: str, lines: str = "", **more: str) -> tuple[str, str]:
    """A command's own output, and Python's report of its imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "coachcli", *arguments],
        env={**os.environ, "COACH_PRACTICE": str(practice), **more},
        input=lines,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout, done.stderr


def completed(practice: Path, line: str) -> tuple[str, str]:
    """What Tab offers behind a line, and Python's report of its imports."""
    return run(practice, _COACH_COMPLETE="words", _COACH_LINE=line)


def asked(practice: Path, line: str) -> set[str]:
    return {name for _, _, name in LINE.findall(completed(practice, line)[1])}


def imported(practice: Path, *arguments: str) -> set[str]:
    return {name for _, _, name in LINE.findall(run(practice, *arguments)[1])}


def test_the_version_imports_no_more_than_typer(practice: Path) -> None:
    loaded = imported(practice, "--version")

    assert "typer" in loaded
    assert not loaded & (HEAVY | {"yaml", "rich", "coachcli.store", "coachcli.domain"})


def test_a_list_of_sessions_it_never_saw_reads_them_whole_and_no_more(practice: Path) -> None:
    shutil.rmtree(practice / ".index", ignore_errors=True)

    assert not imported(practice, "session", "list") & (NEVER | {"rich"})


def test_a_list_of_sessions_that_were_read_before_builds_nothing(practice: Path) -> None:
    run(practice, "session", "list")

    loaded = imported(practice, "session", "list")

    assert "coachcli.store.index.heads" in loaded
    assert not loaded & (
        HEAVY | {"rich", "yaml", "msgspec", "coachcli.domain.session.model", "coachcli.store.session.records"}
    )


def test_a_list_for_programs_is_as_light(practice: Path) -> None:
    run(practice, "session", "list")

    assert not imported(practice, "session", "list", "--json") & (HEAVY | {"rich"})


@pytest.mark.parametrize("words", [(), ("action", "list")])
def test_the_first_screen_and_what_is_open_need_no_prompt_and_no_dates(practice: Path, words: tuple[str, ...]) -> None:
    assert not imported(practice, *words) & (NEVER | {"rich"})


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_that_was_run_before_loads_what_it_uses(practice: Path, words: tuple[str, ...]) -> None:
    run(practice, *words)

    loaded = imported(practice, *words)

    assert not loaded & COMMANDS[words]


@pytest.mark.parametrize("names", [("Jane Doe", "Jane Doe"), ("Ana Example", "Bo Example")], ids=["known", "new"])
def test_nor_does_the_first_prompt_load_more(practice: Path, tmp_path: Path, names: tuple[str, str]) -> None:
    copy = shutil.copytree(practice, tmp_path / "copy")
    start = [str(sys.executable), "-c", PROMPT, "session", "start", "-f", "grow"]
    environment = {**os.environ, "COACH_PRACTICE": str(copy)}
    for name in names:  # the second time what was checked is remembered
        done = subprocess.run([*start, name], env=environment, input="", capture_output=True, check=True, text=True)
    loaded = set(done.stdout.split())

    assert "coachcli.app.session.sitting" in loaded
    assert not loaded & FIRST_PROMPT


def test_where_the_practice_is_costs_no_more_than_that(practice: Path) -> None:
    assert not imported(practice, "where", "--json") & (HEAVY | {"rich", "yaml"})


@pytest.mark.parametrize("typed", ["session start Ja", "session show jane-doe/", "session start -f gro", "session st"])
def test_completing_a_name_imports_no_more_than_looking_it_up(practice: Path, typed: str) -> None:
    shutil.rmtree(practice / ".index", ignore_errors=True)

    loaded = asked(practice, f"coach {typed}")

    assert not loaded & (HEAVY | {"yaml", "rich", "slugify", "platformdirs", "coachcli.store.yaml_io.strict_reader"})


def test_completing_names_that_are_known_reads_no_file_of_theirs(practice: Path) -> None:
    run(practice, "session", "list")

    assert "coachcli.store.disk.files" not in asked(practice, "coach session start Ja")


def test_the_completion_that_was_looked_at_had_a_name_in_it(practice: Path) -> None:
    assert completed(practice, "coach session start Ja")[0] == "Jane Doe\n"


def test_the_list_that_was_looked_at_had_sessions_in_it(practice: Path) -> None:
    assert run(practice, "session", "list")[0].count("Jane Doe") == 3


def test_the_guard_sees_what_a_command_imports(practice: Path) -> None:
    assert "yaml" in imported(practice, "session", "show")


@pytest.mark.slow
def test_the_five_slowest_imports_of_a_list(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = run(practice, "session", "list")[1]
    slowest = sorted(LINE.findall(report), key=lambda found: int(found[0]), reverse=True)[:5]

    with capsys.disabled():
        print("\n", *(f"{int(own) / 1000:6.1f} ms  {name}\n" for own, _, name in slowest))  # noqa: T201 to be read

    assert len(slowest) == 5
