"""No file that the program writes is unknown to a check, whichever command wrote it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.conftest import Coach, _left_as_it_was, coach
from hostile.calls import calls, typed_into

from coachcli.app.practice import kinds
from coachcli.app.practice.kinds import KINDS, is_known_folder, kind_of
from coachcli.store.disk.tree import walk
from coachcli.store.paths import Practice

__all__ = ["_left_as_it_was", "coach"]


def unknown(root: Path) -> Iterator[str]:
    for found in walk(root):
        is_known = is_known_folder(found.name) if found.is_folder else kind_of(found.folder, found.last)
        if not is_known:
            yield found.name


@pytest.mark.timeout(240)
def test_every_file_that_a_command_writes_is_of_a_kind_that_a_check_knows(
    filled: Practice, coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    wrong: set[str] = set()
    before = tmp_path / "before"
    shutil.copytree(filled.root, before)
    for call in calls():
        words = [str(tmp_path / "exports") if word == "EXPORTS" else word for word in call]
        coach(*words, typed=typed_into(call))
        wrong |= {f"coach {' '.join(call)}: {name}" for name in unknown(filled.root)}
        if call[:2] in {("session", "delete"), ("session", "move"), ("client", "rename")}:
            shutil.rmtree(filled.root)
            shutil.copytree(before, filled.root)
    assert wrong == set(), "give it a row in app/practice/kinds.py"


def test_one_of_which_nobody_thought_is_seen(filled: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    without = tuple(kind for kind in KINDS if kind.one not in {"counter", "page on the practice"})
    assert list(unknown(filled.root)) == []

    monkeypatch.setattr(kinds, "KINDS", without)

    assert [name.partition("/")[0] for name in unknown(filled.root)] == [".counters", ".counters", "README.md"]


@pytest.mark.parametrize(
    ("folder", "name", "one"),
    [
        ("clients/jane/sessions", "2026-03-01-1400-grow.yaml", "session"),
        ("own/sessions", "2026-03-01-1400-2-supervision-clear.yaml", "session"),
        ("clients/jane/sessions", "2026-03-01-1400-grow_conflict-20261120-101010.yaml", None),
        ("clients/jane/sessions", "2026-03-01-1400-grow.draft.typing", "line being typed"),
        ("clients/jane/sessions", "talk.yaml", None),
        ("clients/jane/engagements", "2026-lead.yaml", "engagement"),
        ("clients/jane/engagements", "2026-lead.draft.yaml", "text kept for later"),
        ("clients/jane/exports/older", "letter.pdf", "export"),
        ("frameworks", "grow.de.yaml", "framework"),
        ("frameworks", ".grow.edit.yaml", "text in an editor"),
        ("frameworks", ".grow.yaml.bak", "version before"),
        ("frameworks", "grow.yaml~", None),
        ("frameworks/packs", "delegation.yml", "topic pack"),
        ("frameworks/roads", "six-months.yaml", "road"),
        ("frameworks/credentials", "icf-acc.yaml", "credential"),
        ("", "earlier-hours.yaml", "file of earlier hours"),
        ("", "client.yaml", None),
        (".trash/jane", "2026-03-01-1400-grow (2).yaml", "other deleted file"),
        (".snapshots", "grow.yaml", None),
    ],
)
def test_a_file_is_known_by_its_folder_and_its_name(folder: str, name: str, one: str | None) -> None:
    kind = kind_of(folder, name)

    assert (kind and kind.one) == one
