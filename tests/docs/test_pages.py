"""The README and the pages in docs say what the program says, name what there is, and lead where they say."""

import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from textwrap import indent

import pytest
from docs.pages import ROOT, Block
from docs.screens import SCREENS
from typer.testing import CliRunner

from coachcli import errors
from coachcli.cli.main import app
from coachcli.domain.framework import model, questions
from coachcli.domain.line.commands import COMMANDS
from coachcli.domain.line.signs import SIGNS
from coachcli.domain.note_kinds import NOTE_KINDS, signed
from coachcli.domain.problems import Problem
from coachcli.store import settings
from coachcli.store.framework import catalogue, check
from coachcli.store.framework.check import Checked
from coachcli.store.paths import Practice
from docs import pages

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the pages are made in a terminal of Unix")

PAGES = pages.pages()
NAMES = [str(path.relative_to(ROOT)) for path in PAGES]
SESSION_LINE = "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/coach session start"
TEST_LINE = (
    "python3 -m venv .venv && PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt "
    ".venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest"
)

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[[^\]]+\]\(([^)\s]+)\)")
_INLINE = re.compile(r"`([^`\n]+)`")
_COMMAND = re.compile(r"(?:^|[\s|])coach((?: [a-z]+){0,2})([^\n|>&;]*)")
_OPTION = re.compile(r"(?<=\s)--?[a-z][a-z-]*")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks_of(*marks: str) -> list[tuple[str, Block]]:
    named = zip(NAMES, PAGES, strict=True)
    return [(name, block) for name, path in named for block in pages.blocks(text_of(path)) if block.mark in marks]


# A page may show less than a model that brings something back next time.
_SMALL = {"W401", "W402"}


def checked(block: Block, folder: Path) -> Checked:
    """A file of a page, checked as it would be in a practice."""
    path = folder / ("packs" if block.mark == "pack" else "") / block.what
    path.parent.mkdir(exist_ok=True)
    path.write_text(block.text, encoding="utf-8")
    return catalogue.check_file(path)


def complaints(found: Checked) -> list[Problem]:
    return [problem for problem in found.problems if problem.code not in _SMALL]


@cache
def help_of(*words: str) -> str | None:
    """What `--help` of a command says; None where there is no such command."""
    done = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "80"}, prog_name="coach")
    return done.stdout if done.exit_code == 0 else None


def commands_in(text: str) -> list[tuple[tuple[str, ...], list[str]]]:
    """The commands a page names, each with the options it gives them."""
    spoken = [*_INLINE.findall(_FENCE.sub("", text))]
    typed = [line for block in pages.blocks(text) for line in block.text.split("\n") if block.language == "sh"]
    shown = [line[2:] for block in pages.blocks(text) for line in block.text.split("\n") if line.startswith("$ ")]
    matches = (match for line in [*spoken, *typed, *shown] for match in _COMMAND.finditer(line))
    return [(tuple(match[1].split()), _OPTION.findall(match[2])) for match in matches]


def rows_of(name: str, heading: str) -> list[str]:
    """The first cells of the table under a heading."""
    section = text_of(ROOT / name).split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]
    return [row.split("|")[1].strip() for row in section.split("\n") if row.startswith("| ") and "---" not in row][1:]


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    return {slug(line.lstrip("#")) for line in _FENCE.sub("", text_of(path)).split("\n") if line.startswith("#")}


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_a_page_shows_what_the_program_says(path: Path) -> None:
    before = text_of(path)

    after = pages.renewed(before)

    assert before == after, "out of date: make docs makes it anew"


@pytest.mark.parametrize("mark", ["run", "screen: stage-map", "coaching-relationship: 2026-09-10"])
def test_a_page_that_is_out_of_date_is_noticed(mark: str) -> None:
    stale = f"<!-- {mark} -->\n```console\n$ coach where\n/somewhere/else\n```\n"

    assert pages.renewed(stale) != stale


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_every_block_that_shows_something_says_where_it_is_from(path: Path) -> None:
    unmarked = [block for block in pages.blocks(text_of(path)) if not block.mark and block.language != "sh"]

    assert unmarked == []


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_blocks_to_type_show_no_output(path: Path) -> None:
    typed = [block for block in pages.blocks(text_of(path)) if block.language == "sh"]

    assert [block for block in typed if "\n$ " in f"\n{block.text}"] == []


def test_a_page_that_is_not_there_is_not_made_anew() -> None:
    with pytest.raises(SystemExit, match=r"There is no page fils\.md"):
        pages.main(["fils.md"])


def test_every_screen_is_shown_somewhere() -> None:
    assert {block.what for _, block in blocks_of("screen")} == set(SCREENS)


@pytest.mark.parametrize(("name", "block"), blocks_of("framework", "pack"))
def test_a_framework_on_a_page_is_good(name: str, block: Block, tmp_path: Path) -> None:
    assert complaints(checked(block, tmp_path)) == [], name


@pytest.mark.parametrize(("name", "block"), blocks_of("overlay"))
def test_a_translation_on_a_page_is_complete(name: str, block: Block, tmp_path: Path) -> None:
    for _, other in blocks_of("framework"):
        (tmp_path / other.what).write_text(other.text, encoding="utf-8")

    assert complaints(checked(block, tmp_path)) == [], name


def test_the_smallest_framework_has_six_lines() -> None:
    smallest = next(block for _, block in blocks_of("framework") if block.what == "three-questions.yaml")

    assert smallest.text.count("\n") == 6


@pytest.mark.parametrize(("name", "block"), blocks_of("broken"))
def test_a_framework_that_shows_mistakes_has_some(name: str, block: Block, tmp_path: Path) -> None:
    assert len(checked(block, tmp_path).errors) > 1, name


@pytest.mark.parametrize(("name", "block"), blocks_of("questions"))
def test_questions_on_a_page_are_good(name: str, block: Block) -> None:
    whole = "with: client\nstages:\n  - title: Example\n    ask:\n" + indent(block.text, "      ")

    assert complaints(check.check(whole.encode(), "example")) == [], name


@pytest.mark.parametrize(("name", "block"), blocks_of("settings"))
def test_settings_on_a_page_can_be_used(name: str, block: Block, tmp_path: Path) -> None:
    (tmp_path / "coach.yaml").write_text(block.text, encoding="utf-8")

    assert settings.load(Practice(tmp_path)).framework in block.text, name


def test_the_readme_has_the_two_commands_that_do_everything() -> None:
    readme = text_of(ROOT / "README.md")

    assert f"<!-- test-command -->\n```sh\n{TEST_LINE}\n```\n<!-- /test-command -->\n" in readme
    assert f"```sh\n{SESSION_LINE}\n```\n" in readme


def test_the_first_screen_of_the_readme_holds_what_a_reader_needs() -> None:
    first = "\n".join(text_of(ROOT / "README.md").split("\n")[:60])

    assert "](docs/pictures/call.svg)" in first
    assert SESSION_LINE in first
    assert TEST_LINE in first


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = [link for link in _LINK.findall(_FENCE.sub("", text_of(path))) if not link.startswith("https://")]
    lost = []
    for link in links:
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.is_file() or (anchor and anchor not in anchors(target)):
            lost.append(link)

    assert lost == []


def test_every_picture_on_a_page_is_there_and_every_picture_is_on_a_page() -> None:
    shown = {(path.parent / name).resolve() for path in PAGES for name in _PICTURE.findall(text_of(path))}

    assert shown == {path.resolve() for path in (ROOT / "docs" / "pictures").iterdir()}


@pytest.mark.parametrize("path", PAGES, ids=NAMES)
def test_every_command_on_a_page_exists_with_its_options(path: Path) -> None:
    wrong = []
    for words, options in commands_in(text_of(path)):
        said = help_of(*words)
        whole = f"{said}\n{help_of()}" if said else ""
        wrong += [words] if said is None else [(*words, option) for option in options if option not in whole]

    assert wrong == []


def test_a_command_that_is_not_there_is_noticed() -> None:
    assert commands_in("`coach session expot --fro`") == [(("session", "expot"), ["--fro"])]
    assert help_of("session", "expot") is None
    assert "--fro" not in (help_of("session", "export") or "--fro").replace("--force", "")


def subcommands(*words: str) -> list[str]:
    """The commands that `--help` of a group lists; nothing for a command that has none."""
    _, _, listed = (help_of(*words) or "").partition("\nCommands:\n")
    return re.findall(r"^  (\w+) ", listed.partition("\n\n")[0], re.MULTILINE)


def test_every_command_of_coach_is_on_a_page() -> None:
    everything = "".join(map(text_of, PAGES))
    commands = [f"coach {word} {verb}".rstrip() for word in subcommands() for verb in (subcommands(word) or [""])]

    assert {"coach prep", "coach action move", "coach framework diff"} <= set(commands)
    untold = [command for command in commands if not re.search(rf"{command}\b", everything)]
    assert untold == [], "tell of it on a page in docs"


def test_the_line_tells_every_command_and_every_key() -> None:
    rows = "\n".join(rows_of("docs/the-line.md", "## Commands"))
    page = text_of(ROOT / "docs/the-line.md")

    assert set(re.findall(r"/([a-z]+)", rows)) == set(COMMANDS)
    assert [command.key for command in COMMANDS.values() if command.key and command.key not in page] == []


def test_the_line_tells_every_sign() -> None:
    rows = rows_of("docs/the-line.md", "## Lines")
    ascii_signs = {sign for sign in SIGNS if sign.isascii()}

    assert {row[1] for row in rows if row.startswith("`") and row[1] in SIGNS} == ascii_signs


@pytest.mark.parametrize("name", ["README.md", "docs/start.md"])
def test_who_begins_reads_of_every_sign(name: str) -> None:
    page = text_of(ROOT / name)

    assert [sign.typed for sign in signed().values() if f"`{sign.typed}" not in page] == [], f"name it in {name}"


def test_the_page_on_files_names_every_kind_of_note() -> None:
    _, _, kinds = text_of(ROOT / "docs/files.md").partition("A note has a `kind`: ")
    kinds = kinds.partition("`text` is its words")[0]

    assert set(re.findall(r"`(\w+)`", kinds)) == set(NOTE_KINDS), "docs/files.md lists them: A note has a kind"


def test_the_page_on_writing_one_tells_every_setting_and_every_type() -> None:
    page = text_of(ROOT / "docs/write-your-own-framework.md")
    models = (model.Framework, model.Stage, model.Step, questions.Asked, questions.ScaleQuestion)
    more = (questions.ChoiceQuestion, questions.ActionQuestion, questions.GoalQuestion, questions.LineQuestion)
    keys = {name for model in (*models, *more) for name in model.__struct_encode_fields__}

    assert [
        key for key in keys if f"`{key}`" not in page and f"`{key}:" not in page and f"\n  {key}:" not in page
    ] == []
    assert [kind for kind in questions.TYPES if f"**`{kind}`**" not in page] == []


def test_the_page_on_privacy_names_what_is_shared_by_itself() -> None:
    assert {kind for kind, row in NOTE_KINDS.items() if row.is_usually_shared} == {"aim", "goal", "action", "takeaway"}
    assert "aims, goals, actions and takeaways are for the client" in text_of(ROOT / "docs/privacy.md")


def test_the_exit_codes_are_told() -> None:
    rows = rows_of("docs/when-things-go-wrong.md", "## The answer of a command")
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.CoachError)]

    assert {str(kind.exit_code) for kind in kinds} <= set(rows)


def test_every_dependency_has_its_sentence() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    page = text_of(ROOT / "docs/why.md").split("## What it depends on")[1]

    assert [name for line in wanted if (name := re.split(r"[^\w-]", line)[0]) not in page] == []
