"""What is remembered of checked frameworks: it saves time, and nothing else hangs on it."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coachcli.domain.framework.model import Framework
from coachcli.store import paths
from coachcli.store.disk import files, primitives
from coachcli.store.framework import catalogue, check, snapshots
from coachcli.store.framework.catalogue import BrokenFrameworkError
from coachcli.store.framework.resolver import Shelf
from coachcli.store.index import checked_frameworks
from coachcli.store.paths import Practice

MINE = "title: Mine\nextends: grow\nstages:\n  - id: goal\n    ask:\n      - id: mine\n        ask: What else?\n"


@pytest.fixture
def cache(practice: Practice) -> Path:
    """Where things are remembered; a framework of the coach's own is there to be loaded."""
    practice.frameworks.mkdir(parents=True)
    (practice.frameworks / "mine.yaml").write_text(MINE, "utf-8")
    return paths.cache_folder()


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The frameworks that are read and checked meanwhile."""
    checked: list[str] = []
    real = Shelf.checked

    def watched(shelf: Shelf, text: bytes | None = None) -> object:
        checked.append(shelf._here.id)
        return real(shelf, text)

    monkeypatch.setattr(Shelf, "checked", watched)
    return checked


def load(practice: Practice, name: str = "mine", language: str | None = None) -> Framework:
    return catalogue.load(catalogue.find(practice, name), language)


def entries(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.exists() else []


def test_what_was_checked_once_is_not_checked_again(practice: Practice, cache: Path, checks: list[str]) -> None:
    first = load(practice)
    assert checks == ["mine", "grow"]

    assert load(practice) == first
    assert checks == ["mine", "grow"]
    assert len(entries(cache)) == 1


def test_so_is_what_a_session_began_with(practice: Practice, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = snapshots.keep(practice, load(practice))
    first = snapshots.load(practice, name)
    monkeypatch.setattr(check, "check", None)

    assert snapshots.load(practice, name) == first
    assert len(entries(cache)) == 2


def test_it_is_for_the_coach_alone_and_never_in_the_practice(practice: Practice, cache: Path) -> None:
    before = os.umask(0)
    load(practice)
    os.umask(before)

    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in entries(cache)} == {0o600}
    assert [path.name for path in practice.root.rglob("*")] == ["frameworks", "mine.yaml"]


# What it is made from


def edit_the_file(own: Path) -> None:
    (own / "mine.yaml").write_text(MINE.replace("What else?", "What now?"), "utf-8")


def replace_the_parent(own: Path) -> None:
    grow = (catalogue.shipped_folder() / "grow.yaml").read_text("utf-8")
    (own / "grow.yaml").write_text(grow.replace("title: GROW", "title: GROW of mine"), "utf-8")


def add_a_pack(own: Path) -> None:
    (own / "packs").mkdir()
    (own / "packs" / "nights.yaml").write_text("title: Nights\nprobes:\n  - How do you sleep?\n", "utf-8")


def add_a_translation(own: Path) -> None:
    text = "translates: mine\nlanguage: de\ntexts:\n  title: Meins\n"
    (own / "mine.de.yaml").write_text(text, "utf-8")


@pytest.mark.parametrize("change", [edit_the_file, replace_the_parent, add_a_pack, add_a_translation])
@pytest.mark.usefixtures("cache")
def test_it_is_checked_anew_where_anything_changed_that_it_may_draw_on(
    practice: Practice, checks: list[str], change: Callable[[Path], None]
) -> None:
    load(practice)
    checks.clear()
    change(practice.frameworks)

    load(practice)

    assert checks[0] == "mine"


@pytest.mark.usefixtures("cache")
def test_a_change_of_the_same_length_in_the_same_moment_counts(practice: Practice) -> None:
    path = practice.frameworks / "mine.yaml"
    before = path.stat()
    load(practice)
    path.write_text(MINE.replace("title: Mine", "title: Nine"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert load(practice).title == "Nine"


@pytest.mark.usefixtures("cache")
def test_so_does_another_version_of_the_program(
    practice: Practice, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load(practice)
    checks.clear()
    monkeypatch.setattr(checked_frameworks, "__version__", "99.0")

    load(practice)

    assert checks


@pytest.mark.usefixtures("cache")
def test_so_does_a_developers_change_of_the_definition(
    practice: Practice, checks: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "package"
    (package / "domain/framework").mkdir(parents=True)
    definition = package / "domain/framework/model.py"
    definition.write_text("class Framework: ...\n")
    monkeypatch.setattr(checked_frameworks, "_PACKAGE", package)
    load(practice)
    checks.clear()
    load(practice)
    assert not checks

    definition.write_text("class Framework: pass\n")
    load(practice)

    assert checks


@pytest.mark.usefixtures("cache")
def test_each_language_is_remembered_for_itself(practice: Practice) -> None:
    for _ in range(2):
        assert load(practice, "grow", "de").language == "de"
        assert load(practice, "grow").language == "en"


def test_a_broken_framework_is_never_remembered(practice: Practice, cache: Path, checks: list[str]) -> None:
    (practice.frameworks / "mine.yaml").write_text("title: Mine\nextends: nowhere\n", "utf-8")
    for _ in range(2):
        with pytest.raises(BrokenFrameworkError):
            load(practice)

    assert checks == ["mine", "mine"]
    assert entries(cache) == []


def test_what_changes_while_it_is_checked_is_not_remembered(
    practice: Practice, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Shelf.checked

    def changing(shelf: Shelf, text: bytes | None = None) -> object:
        edit_the_file(practice.frameworks)
        return real(shelf, text)

    monkeypatch.setattr(Shelf, "checked", changing)
    load(practice)

    assert entries(cache) == []


# It can go, be spoilt, and not be written at all


def delete(cache: Path) -> None:
    for path in entries(cache):
        path.unlink()
    cache.rmdir()


def empty(cache: Path) -> None:
    entries(cache)[0].write_bytes(b"")


def tear(cache: Path) -> None:
    data = entries(cache)[0].read_bytes()
    entries(cache)[0].write_bytes(data[: len(data) // 2])


def turn_a_letter(cache: Path) -> None:
    data = entries(cache)[0].read_bytes()
    entries(cache)[0].write_bytes(data.replace(b"What else?", b"What elsa?"))


def fill_with_something_else(cache: Path) -> None:
    data = b'{"id": "mine"}'
    entries(cache)[0].write_bytes(files.digest(data).encode() + b"\n" + data)


def put_a_folder_there(cache: Path) -> None:
    path = entries(cache)[0]
    path.unlink()
    path.mkdir()


def put_a_link_there(cache: Path) -> None:
    path = entries(cache)[0]
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def put_a_file_in_its_place(cache: Path) -> None:
    delete(cache)
    cache.write_bytes(b"no folder")


DAMAGE = [
    delete,
    empty,
    tear,
    turn_a_letter,
    fill_with_something_else,
    put_a_folder_there,
    put_a_link_there,
    put_a_file_in_its_place,
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_whatever_happens_to_it_the_framework_is_the_same(
    practice: Practice, cache: Path, checks: list[str], damage: Callable[[Path], None]
) -> None:
    first = load(practice)
    checks.clear()
    damage(cache)

    assert load(practice) == first
    assert checks == ["mine", "grow"]


@pytest.mark.skipif(sys.platform == "win32", reason="there a file has the owner that its folder has")
@pytest.mark.usefixtures("cache")
def test_what_somebody_else_put_there_is_not_believed(
    practice: Practice, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load(practice)
    checks.clear()
    monkeypatch.setattr(os, "getuid", lambda: 12345)

    load(practice)

    assert checks == ["mine", "grow"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_where_nothing_can_be_written_it_is_checked_each_time(
    practice: Practice, cache: Path, checks: list[str], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_fd: int, _data: bytes) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(primitives, "write", refuse)

    assert load(practice) == load(practice)
    assert checks == ["mine", "grow"] * 2
    assert entries(cache) == []


def test_where_no_folder_can_be_made_either(
    practice: Practice, cache: Path, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, **_inside: Path) -> None:
        raise PermissionError(errno.EACCES, "no", str(path))

    monkeypatch.setattr(files, "make_folder", refuse)

    assert load(practice) == load(practice)
    assert checks == ["mine", "grow"] * 2
    assert not cache.exists()


@pytest.mark.usefixtures("cache")
def test_a_cache_folder_may_be_a_link(practice: Practice, checks: list[str], tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    Path(os.environ["COACH_CACHE"]).symlink_to(tmp_path / "disk")
    load(practice)
    checks.clear()
    load(practice)

    assert not checks
    assert len(entries(tmp_path / "disk")) == 1


def test_the_oldest_go(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_frameworks, "MOST", 3)
    names = [checked_frameworks.name_of("framework", str(age)) for age in range(6)]
    for age, name in enumerate(names):
        checked_frameworks.remember(name, b"{}")
        os.utime(cache / name, ns=(age, age))

    assert [path.name for path in entries(cache)] == sorted(names[3:])


def test_what_else_a_folder_holds_stays_in_it(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_frameworks, "MOST", 1)
    cache.mkdir(parents=True)
    theirs = ["framework-notes.txt", "letter.md", "letter-2.md"]
    for name in theirs:
        (cache / name).write_text("somebody's own", "utf-8")
        os.utime(cache / name, ns=(0, 0))

    checked_frameworks.remember(checked_frameworks.name_of("framework", "grow"), b"{}")

    assert {*theirs} < {path.name for path in entries(cache)}
    assert len(entries(cache)) == len(theirs) + 1


def test_what_a_killed_process_left_there_goes(cache: Path) -> None:
    cache.mkdir(parents=True)
    (cache / ".framework-1.999999999.0123abcd.tmp").write_bytes(b"half of a framework")

    checked_frameworks.remember("framework-2", b"{}")

    assert [path.name for path in entries(cache)] == ["framework-2"]


def test_all_that_is_remembered_can_be_told_from_what_others_put_there(cache: Path) -> None:
    checked_frameworks.remember(checked_frameworks.name_of("framework", b"x"), b"y")
    (cache / "not ours").write_text("x")
    left = cache / f".framework-{'0' * 30}.1.0a1b2c3d.tmp"
    left.write_text("x")

    assert left in checked_frameworks.entries()
    assert [path.name.partition("-")[0] for path in checked_frameworks.entries()] == [".framework", "framework"]
