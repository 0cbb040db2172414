"""Which files are frameworks, by their names, and which were meant to be."""

import errno
import os
from pathlib import Path
from textwrap import dedent

import pytest

from coachcli.errors import NotFoundError
from coachcli.store.framework import catalogue
from coachcli.store.paths import Practice

OWN = "stages:\n- title: Start\n  ask:\n  - What brings you here?\n"


def write(practice: Practice, name: str, text: str = OWN) -> Path:
    path = practice.frameworks / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


def ids(practice: Practice) -> list[str]:
    return [source.id for source in catalogue.sources(practice)]


@pytest.fixture
def shipped_ids(tmp_path: Path) -> list[str]:
    """The ids of the shipped ones, as they are where a coach has none."""
    return ids(Practice(tmp_path / "nobody's"))


SECOND_VERSIONS = [
    "mine.sync-conflict-20261120-101010-ABCDEFG.yaml",
    "mine (Jane's conflicted copy 2026-11-20).yaml",
    "mine 2.yaml",
    "mine copy.yaml",
    "mine (1).yaml",
    "mine.yaml~",
    "mine.yaml.bak",
]


class TestWhatIsNotUsed:
    @pytest.mark.parametrize("name", SECOND_VERSIONS)
    def test_a_second_version_is_no_framework_and_is_named(
        self, practice: Practice, name: str, shipped_ids: list[str]
    ) -> None:
        write(practice, "mine.yaml")
        write(practice, name)
        (told,) = catalogue.passed_over(practice.frameworks)

        assert ids(practice) == sorted([*shipped_ids, "mine"])
        assert told.sentence == (
            f"{name} is not used: it looks like a second version of mine.yaml. Keep one of the two, under that name."
        )

    @pytest.mark.parametrize("name", ["mine.yaml.txt", "mine.YAML", "Mine.Yml", "mine.YAML.TXT"])
    def test_an_ending_that_is_not_right_is_told(self, practice: Practice, name: str, shipped_ids: list[str]) -> None:
        write(practice, name)
        meant = "Mine.yml" if name[0] == "M" else "mine.yaml"
        (told,) = catalogue.passed_over(practice.frameworks)

        assert ids(practice) == shipped_ids
        assert told.sentence == f"{name} is not used: its name does not end in .yaml. Call it {meant}."
        with pytest.raises(NotFoundError) as error:
            catalogue.find(practice, "mine")
        assert error.value.hint == told.sentence

    def test_nothing_is_said_of_what_is_used_hidden_or_something_else(self, practice: Practice) -> None:
        for name in ("mine.yaml", "mine.de.yaml", "mine-2.yaml", "mine.draft.yaml", ".mine.yaml.bak", "notes.txt"):
            write(practice, name)
        (practice.frameworks / "packs.yaml.txt").mkdir()

        assert catalogue.passed_over(practice.frameworks) == []
        assert catalogue.passed_over(practice.frameworks / "none") == []


def test_a_folder_of_frameworks_that_the_disk_refuses_leaves_the_shipped_ones(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice.frameworks.mkdir(parents=True)
    real = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == practice.frameworks:
            raise OSError(errno.EIO, os.strerror(errno.EIO), path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert catalogue.find(practice, "grow").shipped
