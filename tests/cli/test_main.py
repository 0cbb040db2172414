"""The entry point: the first screen, help, the practice that is used, and the boundary where errors become words."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cli.conftest import CANARY, FIRST, Coach, everything_in, process
from pipe import read_out

from coachcli import __version__
from coachcli.app.client import prep
from coachcli.app.session import export, start
from coachcli.cli.main import app
from coachcli.errors import CancelledError
from coachcli.store.paths import Practice
from coachcli.store.session import rescue, sessions

assert sys.platform != "win32"  # it has other signals, terminals and locks

COACH = (sys.executable, "-m", "coachcli")
HINTS = ("coach session start", "coach session list", "coach framework list")


def commands() -> Iterator[tuple[str, ...]]:
    """Every command there is, by its words."""
    groups = {group.name: group.typer_instance for group in app.registered_groups if group.typer_instance}
    for noun, commands_of in [("", app), *groups.items()]:
        for command in commands_of.registered_commands:
            name = str(command.name or getattr(command.callback, "__name__", ""))
            yield (noun, name) if noun else (name,)


@contextmanager
def sitting() -> Iterator["subprocess.Popen[bytes]"]:
    """A piped session that has taken a note and heard the beginning of another."""
    words = [*COACH, "session", "start", "Jane Doe", "-f", "grow"]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe) as running:
        assert running.stdin
        assert running.stderr
        os.write(running.stdin.fileno(), f"{CANARY}\n".encode())
        said, until = b"", time.monotonic() + 30
        while f"· {CANARY}".encode() not in said and time.monotonic() < until:
            said += os.read(running.stderr.fileno(), 65536)
        os.write(running.stdin.fileno(), b"half a sen")
        read_out(running.stdin.fileno())
        yield running
        running.kill()


class TestTheFirstScreen:
    def test_somebody_new_is_welcomed(self, coach: Coach, practice: Practice) -> None:
        answer = coach()

        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith("Welcome. Nobody is here yet;")
        assert "\n  coach session start\n" in answer.out
        assert all(hint in answer.out for hint in HINTS)
        assert not practice.root.exists()

    @pytest.mark.usefixtures("paused", "ended")
    def test_what_is_unfinished_comes_with_the_command_that_goes_on(self, coach: Coach) -> None:
        shown = coach().out

        assert "Welcome" not in shown
        assert "Bob, GROW, Tuesday 2 April 2024, 09:30\n    coach session resume bob/2024-04-02-0930\n" in shown
        assert "resume jane-doe" not in shown

    @pytest.mark.usefixtures("ended")
    def test_what_was_promised_is_told(self, coach: Coach) -> None:
        assert "You promised\n  Jane Doe: send the article\n" in coach().out

    def test_a_cadence_that_cannot_be_read_is_told_after_it(self, coach: Coach, ended: Path) -> None:
        file = ended.parents[1] / "client.yaml"
        file.write_text("name: Jane Doe\ncadence: soon\n", encoding="utf-8")
        answer = coach()

        assert answer.code == 4
        assert "send the article" in answer.out
        assert answer.err == (
            f"{file}:2: this cadence cannot be read.\n"
            "Write it like  cadence: 2 weeks  (or days, or months; none where it does not matter).\n"
        )

    def test_what_is_due_is_told(self, coach: Coach) -> None:
        coach("session", "start", "Jane Doe", typed="*Talk to Ana by tomorrow 8/10\n/end\n")

        assert "Overdue and due this week\n  Jane Doe\n    tomorrow  Talk to Ana\n" in coach().out

    def test_a_damaged_session_does_not_hide_the_rest(self, coach: Coach, ended: Path, paused: Path) -> None:
        ended.write_bytes(b"")
        answer = coach()

        assert answer.code == 4
        assert f"coach session resume bob/{paused.stem.removesuffix('-grow')}" in answer.out
        assert answer.err.startswith(f"{ended}:1: the file is empty.\n")


class TestHelp:
    @pytest.mark.parametrize("words", [(), *commands()], ids=" ".join)
    def test_every_command_has_help_with_an_example(self, coach: Coach, words: tuple[str, ...]) -> None:
        for option in ("--help", "-h"):
            answer = coach(*words, option)

            assert (answer.code, answer.err) == (0, "")
            assert "Example" in answer.out
            assert re.search(rf"^ +{' '.join(['coach', *words])}\b", answer.out, re.MULTILINE)

    @pytest.mark.parametrize("noun", ["action", "session", "framework"])
    def test_a_noun_alone_lists_its_verbs(self, coach: Coach, noun: str) -> None:
        verbs = [words[1] for words in commands() if words[0] == noun]

        for words in ((noun,), (noun, "--help")):
            answer = coach(*words)
            assert all(f"\n  {verb} " in answer.out + answer.err for verb in verbs)

    def test_every_command_of_the_design_is_there(self) -> None:
        session = {"start", "resume", "list", "show", "export", "edit", "delete", "restore"}

        there = set(commands())
        assert {("session", verb) for verb in session} <= there
        assert {("action", verb) for verb in ("list", "done", "drop", "move", "add")} <= there
        assert {("framework", verb) for verb in ("list", "show", "check")} | {("where",)} <= there

    def test_what_lists_or_shows_can_do_so_for_programs(self, coach: Coach) -> None:
        for words in [words for words in commands() if words[-1] in {"list", "show", "check", "where"}]:
            assert "--json" in coach(*words, "--help").out


def test_the_version(coach: Coach) -> None:
    answer = coach("--version")

    assert (answer.code, answer.out, answer.err) == (0, f"coach {__version__}\n", "")


def test_the_module_is_the_command() -> None:
    answer = process("--version")

    assert (answer.code, answer.out, answer.err) == (0, f"coach {__version__}\n", "")


class TestThePractice:
    def test_it_is_where_the_environment_says(self, coach: Coach, practice: Practice) -> None:
        answer = coach("where")

        assert answer.out == f"{practice.root}\n"
        assert "clients/NAME/exports; a backup lies where you had it written" in answer.err

    def test_an_option_before_the_command_names_another(self, coach: Coach, tmp_path: Path) -> None:
        other = tmp_path / "other"

        assert coach("--practice", str(other), "where").out == f"{other}\n"
        assert coach("--practice", str(other), "session", "start", "Jane Doe", typed="one\n").code == 0
        assert [row["client"] for row in coach("--practice", str(other), "session", "list", "--json").data] == [
            "jane-doe"
        ]
        assert coach("session", "list", "--json").data == []

    def test_it_is_in_the_data_folder_of_whoever_chose_none(
        self, coach: Coach, monkeypatch: pytest.MonkeyPatch, default_root: Path
    ) -> None:
        monkeypatch.delenv("COACH_PRACTICE")

        assert coach("where").out == f"{default_root}\n"

    def test_asking_where_it_is_does_not_make_it(self, coach: Coach, practice: Practice) -> None:
        data = coach("where", "--json").data

        assert data["practice"] == str(practice.root)
        assert data["exists"] is False
        assert not practice.root.exists()

    @pytest.mark.usefixtures("ended")
    def test_once_it_is_there_programs_are_told(self, coach: Coach, practice: Practice) -> None:
        data = coach("where", "--json").data

        assert (data["clients"], data["exists"]) == (str(practice.clients), True)

    def test_what_was_rescued_is_listed_with_it(self, coach: Coach, practice: Practice, ended: Path) -> None:
        copy = rescue.put(ended, "a" * 64, b"the words")

        shown, (row,) = coach("where").out, coach("where", "--json").data["rescued"]
        assert shown.startswith(f"{practice.root}\n\nRescued, because the disk did not take it:\n  {copy}  (written 20")
        assert row["path"] == str(copy)
        assert row["written"].startswith("20")

    def test_a_text_that_an_editor_left_is_told_of(self, coach: Coach, practice: Practice, ended: Path) -> None:
        assert ended.exists()
        practice.editing.mkdir()
        (practice.editing / "0123456789ab.yaml").write_text("text", encoding="utf-8")

        assert coach().err == (
            f"1 text is left of an editor in {practice.editing}; "
            "coach session edit --raw SESSION goes on with a session's.\n"
        )

    def test_a_home_that_nobody_has_is_a_slip(self, coach: Coach) -> None:
        answer = coach("--practice", "~nobody-of-that-name/practice", "where")

        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("There is no home folder for ~nobody-of-that-name/practice.\n")

    def test_a_file_in_its_place_is_left_alone(self, coach: Coach, tmp_path: Path) -> None:
        (tmp_path / "taken").write_text("mine", encoding="utf-8")
        answer = coach("--practice", str(tmp_path / "taken"), "session", "start", "Jane Doe", typed="one\n")

        assert answer.code == 4
        assert answer.err.startswith(f"{tmp_path / 'taken'} was not made: ")
        assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"

    def test_wrong_settings_are_told_with_their_line(self, coach: Coach, ended: Path, practice: Practice) -> None:
        (practice.root / "coach.yaml").write_text("framework: grow\nminuts: 50\n", encoding="utf-8")
        answer = coach("session", "start", "Jane Doe", typed="one\n")

        assert (answer.code, answer.out) == (4, "")
        assert answer.err.startswith(f"{practice.root / 'coach.yaml'}:2: 'minuts' is not a setting.\n")
        assert list(ended.parent.glob("*.yaml")) == [ended]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("sesion",), "sesion"),
        (("session", "strat"), "Did you mean 'start'?"),
        (("session", "list", "--nope"), "--nope"),
        (("session", "delete"), "Which session?"),
        (("session", "export", "--for", "everyone"), "'me', 'client', 'sponsor'"),
        (("session", "export", "--as", "docx"), "'markdown', 'text', 'html', 'pdf', 'json'"),
        (("session", "start", "Jane", "-m", "long"), "--minutes"),
        (("session", "start", "Jane", "Doe"), "Doe"),
        (("session", "start", "Jane", "-m", "0"), "from 1 to 1440 minutes"),
        (("session", "start", "Jane", "--at", "whenever it was"), '--at "yesterday 14:00"'),
        (("session", "start", "Jane", "--at", "1 January 2099"), "When was 1 January 2099?"),
        (("session", "start"), "Which client?"),
        (("session", "start", ""), "A client needs a name."),
        (("session", "start", " \t "), "A client needs a name."),
        (("session", "list", "--since", "whenever"), "When was whenever?"),
        (("framework", "show"), "framework"),
        (("--practice",), "--practice"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_and_changes_nothing(
    coach: Coach, practice: Practice, words: tuple[str, ...], says: str
) -> None:
    answer = coach(*words, typed="one\n")

    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err
    assert not practice.root.exists()


class TestWhateverHappens:
    def test_errors_are_two_lines_without_a_word_of_a_note(
        self, coach: Coach, ended: Path, paused: Path, broken_framework: Path, tmp_path: Path
    ) -> None:
        damaged = ended.with_name("2024-05-01-1000-grow.yaml")
        damaged.write_text(f"format: 1\n{CANARY}: {CANARY}\n", encoding="utf-8")
        (tmp_path / "there.md").write_text(CANARY, encoding="utf-8")
        taken = (str(tmp_path / "there.md"), str(tmp_path / "nowhere" / "x.md"))
        of_one = ("show", "export", "resume", "edit", "delete")
        wrong = [
            *(("session", verb, "Jane Doe/2024-05-01") for verb in ("show", "export", "resume")),
            *(("session", verb, "nobody") for verb in (*of_one, "list", "restore")),
            *(("session", verb, "jane-doe/2020-01-01") for verb in of_one),
            *(("session", "export", FIRST, "-o", target) for target in taken),
            ("session", "resume", FIRST),
            ("session", "restore"),
            ("session", "start", "Jane Do"),
            ("session", "start", "Jane Doe", "--new"),
            ("session", "start", "Jane Doe", "-f", "nothing-like-it"),
            ("session", "list"),
            (),
        ]
        before = everything_in(ended.parents[2])
        for words in wrong:
            answer = coach(*words, typed=f"{CANARY}\n")

            assert answer.code in {2, 3, 4, 5}, words
            assert len(answer.err.splitlines()) == 2, words
            assert all(line.strip() for line in answer.err.splitlines()), words
            assert "Traceback" not in answer.err
            assert not set(CANARY.split()) & set(re.findall(r"\w+", answer.err + answer.out)), words
        assert everything_in(ended.parents[2]) == before
        assert broken_framework.exists()
        assert paused.exists()

    def test_a_bug_shows_where_it_is_and_no_values(self) -> None:
        bug = (
            "import coachcli.app.session.catalogue as catalogue\n"
            "def list_sessions(*given):\n"
            f"    words = '{CANARY}'\n"
            "    raise KeyError(words) from ValueError(words)\n"
            "catalogue.list_sessions = list_sessions\n"
            "from coachcli.cli.main import main\n"
            "main()\n"
        )
        answer = process("session", "list", program=("-c", bug))

        assert (answer.code, answer.out) == (1, "")
        first, second = answer.err.splitlines()
        assert first == "Something went wrong inside coachcli (KeyError); what was marked saved is safe."
        assert second.startswith(
            "Please report this, it holds none of your notes: <string>:4 list_sessions < session.py:"
        )
        assert "xylophone" not in answer.err

    def test_an_update_under_a_running_command_is_told_as_one(self) -> None:
        updated = (
            "import sys\n"
            "import coachcli.app.session.catalogue as catalogue\n"
            "def list_sessions(*given):\n"
            "    sys.modules['coachcli.cli.terminal.output'] = None\n"
            "    import coachcli.gone_since\n"
            "catalogue.list_sessions = list_sessions\n"
            "from coachcli.cli.main import main\n"
            "main()\n"
        )
        answer = process("session", "list", program=("-c", updated))

        assert (answer.code, answer.out) == (1, "")
        assert answer.err == (
            "coachcli was installed anew while this ran; what was marked saved is safe.\n"
            "Go on with it: coach session resume\n"
        )

    def test_a_bug_outside_the_boundary_shows_no_values_either(self) -> None:
        bug = (
            "import threading, warnings\n"
            "import coachcli.cli.main as main\n"
            "class Leaves:\n"
            f"    def __del__(self): raise KeyError('{CANARY}')\n"
            f"def fails(): raise KeyError('{CANARY}')\n"
            "def app():\n"
            "    Leaves()\n"
            f"    warnings.warn('{CANARY}')\n"
            "    thread = threading.Thread(target=fails)\n"
            "    thread.start(), thread.join()\n"
            "main.app = app\n"
            "main.main()\n"
            "fails()\n"
        )
        answer = process(program=("-c", bug))

        assert answer.code == 1
        assert answer.err.startswith("Something went wrong inside coachcli (KeyError)")
        assert "xylophone" not in answer.err
        assert "Traceback" not in answer.err


class TestAtTheEdgeOfTheProcess:
    @pytest.mark.usefixtures("ended", "paused")
    def test_a_reader_who_has_seen_enough_is_no_error(self) -> None:
        for words in (("session", "list"), ("framework", "show", "egan", "--json"), ()):
            reading, writing = os.pipe()
            os.close(reading)
            done = subprocess.run([*COACH, *words], stdout=writing, stderr=subprocess.PIPE, check=False)
            os.close(writing)

            assert (done.returncode, done.stderr) == (0, b""), words

    @pytest.mark.skipif(sys.platform != "linux", reason="only there is /dev/full")
    def test_a_full_disk_behind_the_output_is_told_in_words(self, ended: Path) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([*COACH, "session", "export"], stdout=full, stderr=subprocess.PIPE, check=False)

        assert done.returncode == 4
        assert done.stderr.decode().splitlines()[1] == "The output was not written: the disk is full."
        assert ended.exists()

    @pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes them")
    @pytest.mark.parametrize("closed", [">&-", "<&-", "<&- >&- 2>&-"])
    def test_streams_that_were_closed_beforehand_are_no_bug(self, closed: str, paused: Path) -> None:
        shell = ["sh", "-c", f'"$@" {closed}', "sh"]
        done = subprocess.run([*shell, *COACH, "session", "resume"], capture_output=True, input=b"", check=False)

        assert done.returncode == 0
        assert b"wrong" not in done.stderr
        assert sessions.load(paused).session.status == "paused"

    @pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
    @pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
    def test_a_signal_saves_and_leaves(self, coach: Coach, practice: Practice, number: int, code: int) -> None:
        with sitting() as running:
            running.send_signal(number)
            assert running.wait(30) == code

        (path,) = practice.clients.glob("*/sessions/*.yaml")
        session = sessions.load(path).session
        assert session.status == "paused"
        assert [note.text for _, note in session.notes] == [CANARY]
        assert "so far: half a sen" in coach("session", "resume").err

    @pytest.mark.usefixtures("ended")
    def test_a_terminal_that_cannot_show_a_letter_is_no_error(self, coach: Coach) -> None:
        coach("session", "start", "Zoë Example", "--at", "2024-03-02 10:00", typed="質問\n")

        for words in (("session", "show"), ("session", "list", "--json")):
            answer = process(*words, PYTHONIOENCODING="ascii")

            assert (answer.code, answer.err) == (0, ""), words
            assert "Zo\\xeb" in answer.out, words
        answer = process("session", "start", "Zoë Exampel", PYTHONIOENCODING="ascii")
        assert answer.code == 3
        assert "Did you mean Zo\\xeb Example?" in answer.err

    def test_what_is_made_is_for_the_coach_alone(self, practice: Practice) -> None:
        os.umask(0)
        process("session", "start", "Jane Doe", typed=b"one\n")

        modes = {path.stat().st_mode & 0o777 for path in (practice.root, *practice.root.rglob("*"))}
        assert modes == {0o700, 0o600}


ESCAPE, TURNED = "\x1b[31m", "\u202e"


class TestWhatActsOnATerminal:
    def test_a_path_with_an_escape_in_it_is_shown_and_does_nothing(self, coach: Coach, tmp_path: Path) -> None:
        answer = coach("--practice", str(tmp_path / f"red{ESCAPE}"), "where")

        assert answer.out == f"{tmp_path}/red‹U+001B›[31m\n"

    @pytest.mark.parametrize(
        "words",
        [
            (f"--no{TURNED}{ESCAPE}",),
            ("session", f"st{TURNED}{ESCAPE}"),
            ("session", "start", f"--no{TURNED}{ESCAPE}"),
            ("session", "start", "Jane", f"Doe{TURNED}{ESCAPE}"),
            ("session", "start", "Jane", "-m", f"5{TURNED}{ESCAPE}"),
            ("session", "export", "--for", f"{TURNED}{ESCAPE}"),
            ("session", "show", f"{TURNED}{ESCAPE}"),
            ("framework", "show", f"{TURNED}{ESCAPE}"),
            ("framework", "check", f"{TURNED}{ESCAPE}"),
            ("action", "done", f"{TURNED}{ESCAPE}"),
        ],
        ids=repr,
    )
    def test_words_of_a_wrong_command_line_are_shown_and_do_nothing(self, coach: Coach, words: tuple[str, ...]) -> None:
        answer = coach(*words)

        assert answer.code != 0
        assert "‹U+" in answer.err or "\\u202e" in answer.err
        assert ESCAPE[0] not in answer.out + answer.err
        assert TURNED not in answer.out + answer.err

    def test_help_calls_it_by_its_own_name_whatever_the_file_is_called(self) -> None:
        program = f"import sys; sys.argv[0] = '/bin/c{ESCAPE}'; from coachcli.cli.main import main; main()"
        for words in (("--help",), ("--nope",)):
            answer = process(*words, program=("-c", program))

            assert "coach [OPTIONS]" in answer.out + answer.err
            assert ESCAPE not in answer.out + answer.err


@pytest.mark.usefixtures("ended")
@pytest.mark.parametrize(
    "words",
    [("session", "edit"), ("session", "export"), ("session", "compare"), ("session", "start"), ("prep",)],
    ids=" ".join,
)
def test_whoever_thinks_better_of_it_at_a_question_ends_the_command_and_breaks_nothing(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    from coachcli.app.session import compare, edit

    def cancel(*_args: object, **_more: object) -> None:
        raise CancelledError

    for module, name in (
        (edit, "edit_session"), (export, "handed_on"), (compare, "compare_session"), (start, "start"),
        (prep, "whom"),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, cancel)
    answer = coach(*words)

    assert (answer.code, answer.out, answer.err) == (130, "", "")
