"""Every command that a message prints is run, on the practice that it was printed for, and does what it says."""

import ast
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from cli.conftest import Coach, everything_in
from hostile.advice import CASES, HELD, Case, Here

from coachcli import command_line

SRC = Path(command_line.__file__).parent
# What a coach puts in the place of a word in capitals, or of a name that is an example.
MEANT = {
    "CLIENT": "robin",
    "TEXT": "Sleep",
    "NAME": "Ana Sample",
    "ID": HELD,
    "SESSION": HELD,
    "Jane Doe": "Jane Example",
    "NUMBER": "1",
    "FILE": "log.csv",
}


@pytest.fixture
def here(tmp_path: Path, template: Path, coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Here:
    root = tmp_path / "my practice"
    shutil.copytree(template, root, symlinks=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")
    found = Here(coach, root, monkeypatch)
    real = command_line.quoted

    def quoted(word: str) -> str:
        frame = sys._getframe(1)
        if frame.f_code is command_line.command.__code__:
            found.note_made(frame)
        return real(word)

    monkeypatch.setattr(command_line, "quoted", quoted)
    return found


@pytest.mark.parametrize(("case", "sites"), CASES, ids=[sites[0].replace(" ", "-") for _, sites in CASES])
def test_what_is_printed_works_when_it_is_typed(here: Here, case: Case, sites: tuple[str, ...]) -> None:
    case(here)
    here.patch.setenv("EDITOR", "true")
    unprinted = [site for site in sites if not any(_is_of(site, *made) for made in here.printed)]
    assert not unprinted, here.said
    # Where others see the screen some name no session.
    short = {(where, words[:-1]) for where, words in here.printed}
    made = {made for made in here.printed if any(_is_of(site, *made) for site in sites)}

    assert made - short
    for _, words in sorted(made - short):
        command_line.on_practice(str(here.root))
        typed = command_line.command(*words)
        shown = command_line.for_anybody(typed).discreet if here.discreet else typed
        assert shown in here.said
        _type(here, typed)
    assert not everything_in(here.root.parent / "practice")


def _type(here: Here, typed: str) -> None:
    """As a coach types it; only the question that nobody is there to answer refuses it."""
    _coach, *words = shlex.split(typed)
    assert words[:2] == ["--practice", str(here.root)]
    if not Path("form.md").exists():
        here.run("prep", "jane", "--form", "-o", "form.md")
    answer = here.coach(*(MEANT.get(word, word) for word in words))

    assert "Traceback" not in answer.err
    first = answer.err.split("\n")[0]
    is_asked = first.endswith("?") or "here nobody can be asked" in first
    assert answer.code not in {2, 3} or is_asked, f"{typed}\n{answer.err}"


def test_every_message_that_prints_one_is_tried() -> None:
    assert Counter(site for _, sites in CASES for site in sites) == Counter(_sites())


def _is_of(site: str, where: str, words: tuple[str, ...]) -> bool:
    place, _, pattern = site.partition(": ")
    return place == where and fnmatchcase(" ".join(words), pattern)


def _sites() -> Iterator[str]:
    """Where a command is made, and of what."""
    for path in sorted(SRC.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.ImportFrom) and node.module == "coachcli.command_line" for node in ast.walk(tree)):
            name = ".".join(path.relative_to(SRC).with_suffix("").parts)
            yield from (f"{name}.{site}" for site in _sites_in(tree, "", in_function=False))


def _sites_in(node: ast.AST, above: str, *, in_function: bool) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        named = isinstance(child, ast.FunctionDef | ast.ClassDef) and not in_function
        name = f"{above}.{child.name}".lstrip(".") if named else above  # type: ignore[attr-defined]
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id == "command":
            yield f"{above}: {_pattern(child.args)}"
        yield from _sites_in(child, name, in_function=in_function or isinstance(child, ast.FunctionDef))


def _pattern(arguments: list[ast.expr]) -> str:
    """What is said is said, and `*` is what is filled in; several words that are filled in may be none."""
    said = ""
    for one in arguments:
        if isinstance(one, ast.Starred):
            said = f"{said.removesuffix(' ')}* "
        else:
            said += f"{ast.literal_eval(one)!s} " if isinstance(one, ast.Constant) else "* "
    return said.removesuffix(" ")
