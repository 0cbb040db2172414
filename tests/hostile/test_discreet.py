"""Where others see the screen nobody, no tag and no file of theirs is named, whatever goes wrong.

Client, tag, topic and notes are words that stand nowhere else; all that a command writes is looked through for them.
"""

import errno
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from cli.conftest import Coach, process

from coachcli.domain.session.model import Session
from coachcli.store.disk import locks, primitives
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.paths import Practice, markdown_file
from coachcli.store.session import sessions
from coachcli.store.session.sessions import Stored

NAME, SLIP = "Quillon Vexworth", "Quilon Vexworth"
CANARIES = ("quillon", "quilon", "vexworth", "zephyrine", "marmalade", "okapi", "practice/clients")
NOTES = "the marmalade went #zephyrine\n/topic an okapi in the room\n*feed the okapi by friday\n"
COMMANDS = "/topic /last /find_marmalade /map /time /help /undo /edit /switch_nosuch /probe_nosuch /editor"
WALK = "one more\n" + "".join(f"{command.replace('_', ' ')}\n" for command in COMMANDS.split())


@pytest.fixture(scope="session")
def vexworth(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A practice with one session that was left, and one with a session that has ended, to be copied."""
    root = tmp_path_factory.mktemp("vexworth")
    for how in ("pause", "end"):
        words = ("--practice", str(root / how), "session", "start", NAME, "-f", "grow")
        typed = f"{NOTES}/{how}\n/{how}\n".encode()
        assert process(*words, typed=typed, HOME=str(root), XDG_STATE_HOME=str(root)).code == 0
    return {how: root / how for how in ("pause", "end")}


def _copied(practice: Path, root: Path) -> Path:
    shutil.copytree(practice, root)
    (path,) = root.glob("clients/*/sessions/*.yaml")
    return path


@pytest.fixture
def paused(vexworth: dict[str, Path], practice: Practice) -> Path:
    return _copied(vexworth["pause"], practice.root)


@pytest.fixture
def ended(vexworth: dict[str, Path], practice: Practice) -> Path:
    return _copied(vexworth["end"], practice.root)


# What can go wrong, each for as long as a command runs.


@contextmanager
def nothing(_path: Path) -> Iterator[None]:
    yield


@contextmanager
def a_full_disk(_path: Path) -> Iterator[None]:
    real = primitives.write

    def full_here(fd: int, data: bytes) -> None:
        if "/practice/clients" in str(Path(f"/proc/self/fd/{fd}").readlink()):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(fd, data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(primitives, "write", full_here)
        yield


@contextmanager
def a_disk_full_everywhere(_path: Path) -> Iterator[None]:
    def full(_fd: int, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(primitives, "write", full)
        yield


@contextmanager
def another_program(_path: Path) -> Iterator[None]:
    real, times = sessions.save, iter([1])

    def changed(stored: Stored, session: Session) -> Stored:
        if next(times, None):
            raise ChangedElsewhereError(f"{stored.path} was changed by another program meanwhile.")
        return real(stored, session)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "save", changed)
        yield


@contextmanager
def something_unforeseen(_path: Path) -> Iterator[None]:
    def fails(stored: Stored, _session: Session) -> Stored:
        raise MemoryError(str(stored.path))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "save", fails)
        yield


@contextmanager
def another_terminal(path: Path) -> Iterator[None]:
    folder = path.parents[3] / ".locks"
    folder.mkdir(exist_ok=True)
    with locks.held(Practice(path.parents[3]).lock_file(path)):
        yield


@contextmanager
def wrong_settings(path: Path) -> Iterator[None]:
    (path.parents[3] / "coach.yaml").write_text(f"framework: grow\n{NAME}: okapi\n", encoding="utf-8")
    yield


@contextmanager
def a_damaged_session(path: Path) -> Iterator[None]:
    path.write_text(f"format: 1\nmarmalade: {NAME}\n...\n", encoding="utf-8")
    yield


@contextmanager
def a_page_that_is_a_folder(path: Path) -> Iterator[None]:
    markdown_file(path).unlink(missing_ok=True)
    markdown_file(path).mkdir()
    yield


@contextmanager
def no_snapshots(path: Path) -> Iterator[None]:
    with ExitStack() as later:
        for kept in (path.parents[3] / ".snapshots").iterdir():
            data = kept.read_bytes()
            kept.unlink()
            later.callback(kept.write_bytes, data)
        yield


TROUBLES = [
    nothing, a_full_disk, a_disk_full_everywhere, another_program, something_unforeseen, another_terminal,
    wrong_settings, a_damaged_session, a_page_that_is_a_folder, no_snapshots,
]  # fmt: skip
NAMED = [
    ("start", NAME, "-f", "grow"),
    ("start", SLIP, "-f", "grow"),
    ("start", "Quillon", "-f", "grow"),
    ("start", NAME, "--new"),
    ("start", NAME, "Vexworth"),
    ("start", NAME, "-f", "marmalade"),
    ("start", NAME, "--at", "an okapi"),
    ("start",),
    ("resume",),
    ("resume", NAME),
    ("resume", SLIP),
    ("resume", f"{NAME}/2001-01-01"),
    ("resume", f"{NAME}/last"),
    ("amend", NAME),
    ("amend", SLIP),
    ("amend", f"{NAME}/2001-01-01"),
    ("amend",),
]


def named_in(said: str) -> list[str]:
    return [word for word in CANARIES if word in said.casefold()]


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.__name__)
def test_going_on_names_nobody(coach: Coach, paused: Path, trouble: object) -> None:
    with trouble(paused):  # type: ignore[operator]
        answer = coach("session", "resume", "--discreet", typed=WALK)

    assert named_in(answer.out + answer.err) == []
    assert (answer.out + answer.err).strip()


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.__name__)
def test_adding_to_it_names_nobody(coach: Coach, ended: Path, trouble: object) -> None:
    with trouble(ended):  # type: ignore[operator]
        answer = coach("session", "amend", "--discreet", typed=WALK)

    assert named_in(answer.out + answer.err) == []


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.__name__)
def test_beginning_names_nobody(coach: Coach, ended: Path, trouble: object) -> None:
    with trouble(ended):  # type: ignore[operator]
        answer = coach("session", "start", NAME, "--discreet", typed=WALK)

    assert named_in(answer.out + answer.err) == []


@pytest.mark.parametrize("words", NAMED, ids=" ".join)
@pytest.mark.parametrize("how", ["pause", "end"])
def test_whoever_is_named_nobody_is_named_in_return(
    coach: Coach, vexworth: dict[str, Path], practice: Practice, how: str, words: tuple[str, ...]
) -> None:
    _copied(vexworth[how], practice.root)
    answer = coach("session", *words, "--discreet", typed="one\n")

    assert named_in(answer.out + answer.err) == []


@pytest.mark.parametrize("how", ["pause", "end"])
@pytest.mark.parametrize("words", [("resume",), ("start",), ("amend",), ("start", NAME, "-f", "grow")])
def test_a_practice_that_has_a_clients_name_is_not_told_either(
    coach: Coach, vexworth: dict[str, Path], tmp_path: Path, how: str, words: tuple[str, ...]
) -> None:
    root = tmp_path / NAME
    shutil.copytree(vexworth[how], root)
    typed = f"{WALK}/switch\n/switch reflection\n/end\n/end\n"
    answer = coach("--practice", str(root), "session", *words, "--discreet", typed=typed)

    assert named_in(answer.out + answer.err) == []


@pytest.mark.parametrize("trouble", [a_full_disk, another_program], ids=lambda trouble: trouble.__name__)
def test_a_session_that_was_left_so_is_taken_up_so(coach: Coach, paused: Path, trouble: object) -> None:
    coach("session", "resume", typed="/discreet\n/pause\n")
    with trouble(paused):  # type: ignore[operator]
        answer = coach("session", "resume", typed=WALK)

    assert named_in(answer.out + answer.err) == []


def test_what_went_wrong_is_said_all_the_same(coach: Coach, paused: Path) -> None:
    with a_full_disk(paused):
        answer = coach("session", "resume", "--discreet", typed="one more\n")

    assert answer.code == 4
    assert answer.err.endswith(
        "NOT SAVED: The disk is full. It is kept elsewhere on this machine; keep this open.\n"
        "When the disk takes it again: coach session resume\n"
    )


def test_what_went_wrong_after_the_switch_is_said_so_too(coach: Coach, paused: Path) -> None:
    with a_full_disk(paused):
        answer = coach("session", "resume", typed="/discreet\none more\n")

    last = answer.err.rpartition("No name, no notes; /discreet shows them again.")[2]
    assert answer.code == 4
    assert "NOT SAVED: The disk is full." in last
    assert named_in(answer.out + last) == []


def test_where_nobody_sees_the_screen_it_says_where(coach: Coach, paused: Path) -> None:
    with a_full_disk(paused):
        answer = coach("session", "resume", typed="one more\n")

    assert f"NOT SAVED: {paused} was not saved: the disk is full." in answer.err


def test_that_another_program_changed_it_is_told_after_it(coach: Coach, paused: Path) -> None:
    with another_program(paused):
        answer = coach("session", "resume", "--discreet", typed="one more\n")

    assert "Another program changed this session. Both are kept" in answer.out + answer.err


def test_the_words_that_are_looked_for_are_found_where_they_may_be_said(coach: Coach, paused: Path) -> None:
    assert paused.exists()
    answer = coach("session", "resume", typed=WALK)

    assert set(named_in(answer.out + answer.err)) >= {"quillon", "vexworth", "zephyrine", "marmalade", "okapi"}
