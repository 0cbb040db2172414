"""The pages for those who develop it name files that are there, and no addition takes a walk through the house."""

import re
from functools import cache
from pathlib import Path

import pytest
from docs.pages import ROOT

DEVELOPING = ROOT / "docs" / "developing.md"
PAGES = [DEVELOPING, ROOT / "CONTRIBUTING.md", ROOT / "docs" / "why.md"]
TOPS = (ROOT / "src" / "coachcli", ROOT)
WALKS = ["a sign", "a type of question", "an export", "a field of a client", "a report over sessions"]
MOST = 4

_PATH = re.compile(r"`((?:[a-z_.]\w*/)+[\w.]*|\w+\.py)`")
_TO_WRITE = re.compile(r"\b[A-Z]{4}\.py$")
_ROOM = re.compile(r"^\| `(\w+)/` \|[^|]*\|([^|]*`\w+`[^|]*)\|$", re.MULTILINE)
_STEP = re.compile(r"^\d+\. `([^`]+)`", re.MULTILINE)


def paths_in(text: str) -> set[str]:
    """What the text names that looks like a file or a folder of the checkout."""
    return set(_PATH.findall(text))


def missing(paths: set[str]) -> set[str]:
    """Those that are not there. A name without a folder may stand anywhere; of a file to write, its folder has to."""
    return {path for path in paths if path not in _file_names() and not _is_there(_standing(path))}


def _is_there(path: str) -> bool:
    return any((top / path).exists() for top in TOPS)


@cache
def _file_names() -> set[str]:
    return {path.name for folder in ("src", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")}


def _standing(path: str) -> str:
    return str(Path(path).parent) if _TO_WRITE.search(path) else path


def walks() -> dict[str, list[str]]:
    """The walks of the page by what they add, each with its files in order."""
    _, *parts = re.split(r"^### Add ", DEVELOPING.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {part.partition("\n")[0]: _STEP.findall(part.partition("\n## ")[0]) for part in parts}


def rooms_in(text: str) -> dict[str, set[str]]:
    """The rooms of the house that the text names, each with its folders."""
    return {room: set(re.findall(r"`(\w+)`", folders)) for room, folders in _ROOM.findall(text)}


def rooms() -> dict[str, set[str]]:
    """The rooms of the house that have folders, with these."""
    folders = [path.parent for path in TOPS[0].glob("*/*/__init__.py")]
    return {room: {one.name for one in folders if one.parent.name == room} for room in {f.parent.name for f in folders}}


def test_each_room_is_told_with_all_its_folders() -> None:
    assert rooms_in(DEVELOPING.read_text(encoding="utf-8")) == rooms()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    assert missing(paths_in(page.read_text(encoding="utf-8"))) == set()


def test_a_file_that_is_gone_and_a_folder_that_never_was_are_noticed() -> None:
    there = "`app/session/start.py`, `start.py`, `render/session/NAME.py`, `tests/app/`, and no path is `3/4`"
    gone = "`app/runner.py`, `runner.py`, `render/letters/NAME.py`, `tests/letters/`"

    assert missing(paths_in(there)) == set()
    assert missing(paths_in(gone)) == {"app/runner.py", "runner.py", "render/letters/NAME.py", "tests/letters/"}


def test_there_are_five_walks() -> None:
    assert list(walks()) == WALKS


@pytest.mark.parametrize("what", WALKS)
def test_a_walk_is_of_few_files_and_each_has_its_path(what: str) -> None:
    files = walks()[what]

    assert 0 < len(files) <= MOST
    assert missing(set(files)) == set()
