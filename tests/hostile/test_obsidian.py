"""A practice inside an Obsidian vault: nothing of the vault counts or changes, and our pages keep its conventions."""

import re
from pathlib import Path

import pytest
from cli.conftest import Coach, everything_in

from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import Mapping, Scalar

# What Obsidian makes something of: links, embeds, tags, callouts, tasks, marks, maths, comments, block ids.
WORDS = "[[Sam Boss]] ![[board.png]] #promotion ==so== $x$ %%unseen%% ^block <b>bold</b> [to](https://example.org)"
NOTES = f'{WORDS}\n\n- [ ] ring Anna\n\n> [!note] hers\n> a plan\n\n# Aliases: "x"\ntags: [a]\n'
OBSIDIANS_OWN = {"tags", "tag", "aliases", "alias", "cssclasses", "cssclass", "publish", "permalink"}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault with notes of the coach's own, and Obsidian's settings where it may put them in a practice as well."""
    folder = tmp_path / "Vault"
    for name in (".obsidian", "Daily", "Coaching/clients/.obsidian", "Coaching/.obsidian"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / ("app.json" if "obsidian" in name else "2024-03-12.md")).write_text("{}", encoding="utf-8")
    for path in (folder / "Coaching").rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    (folder / "Coaching").chmod(0o700)
    return folder


@pytest.fixture
def practice_there(vault: Path, coach: Coach) -> Path:
    root = vault / "Coaching"
    notes = vault / "Daily" / "2024-03-12 Jane Example [x] #1.md"
    notes.write_text(NOTES, encoding="utf-8")
    coach("--practice", str(root), "client", "add", 'Jane "Example": #1 [x]')
    added = coach("--practice", str(root), "session", "import", str(notes), "--client", "jane", "--write")
    assert added.code == 0, added.err
    return root


def page_of(root: Path) -> str:
    return next(root.glob("clients/*/sessions/*.md")).read_text(encoding="utf-8")


def test_what_obsidian_keeps_there_is_no_client_and_is_left_alone(
    coach: Coach, vault: Path, practice_there: Path
) -> None:
    theirs = {path: data for path, data in everything_in(vault).items() if practice_there not in path.parents}
    settings = {path: data for path, data in everything_in(vault).items() if ".obsidian" in path.parts}
    for call in (("session", "list"), ("client", "list"), ("practice", "check"), ("prep", "jane")):
        answer = coach("--practice", str(practice_there), *call)
        assert (answer.code, "obsidian" in answer.out + answer.err) == (0, False), answer
    coach("--practice", str(practice_there), "session", "amend", "jane", typed="one more\n/end\n")

    after = everything_in(vault)
    assert {path: after[path] for path in theirs} == theirs
    assert {path: after[path] for path in settings} == settings
    assert "one more" in page_of(practice_there)


def test_its_properties_are_plain_and_none_is_one_of_obsidians_own(practice_there: Path) -> None:
    _, top, _ = re.split(r"^---\n", page_of(practice_there), maxsplit=2, flags=re.MULTILINE)
    tree = strict_reader.read(top.encode(), strict_reader.RECORD)

    assert isinstance(tree, Mapping)
    assert set(tree.entries) == {"client", "date", "framework", "session", "status"}
    assert not OBSIDIANS_OWN & set(tree.entries)
    values = {name: entry.value.text for name, entry in tree.entries.items() if isinstance(entry.value, Scalar)}
    assert values["client"] == 'Jane "Example": #1 [x]'
    assert values["date"] == "2024-03-12"


def test_a_word_in_a_note_makes_no_link_no_tag_and_no_task(practice_there: Path) -> None:
    body = page_of(practice_there).split("---\n", 2)[2]
    bare = re.sub(r"\\.", "", body)  # what has a backslash before it is that sign and nothing else

    for meant in (
        r"\[\[",
        r"!\[",
        r"(?<!\w)#\w",
        r"==",
        r"\$",
        r"%%",
        r"\^\w",
        r"<\w",
        r"\]\(",
        r"^\s*- \[.\]",
        r"^> \[",
    ):
        assert not re.search(meant, bare, re.MULTILINE), meant
    assert "Sam Boss" in body
