"""What lists say of frameworks, remembered."""

from pathlib import Path

import pytest

from coachcli.domain.framework.summary import Listed
from coachcli.domain.value import changed
from coachcli.store import paths
from coachcli.store.framework import catalogue
from coachcli.store.framework.files import Source
from coachcli.store.index import checked_frameworks
from coachcli.store.index.framework_list import Summaries
from coachcli.store.paths import Practice


class Maker:
    """Says what a list says of a framework, and which ones it was asked for."""

    def __init__(self, problem: str = "") -> None:
        self.asked: list[str] = []
        self._problem = problem

    def __call__(self, source: Source) -> Listed:
        self.asked.append(source.id)
        one = Listed(source.id, "Title", "meeting", "Why.", 30, ("en", "de"), "yours", str(source.path))
        return changed(one, problem=self._problem) if self._problem else one


@pytest.fixture
def grow(practice: Practice) -> Source:
    return catalogue.find(practice, "grow")


def listed(practice: Practice, source: Source, make: Maker) -> Listed:
    summaries = Summaries(practice.frameworks)
    one = summaries.known(source, make)
    summaries.save()
    return one


def test_what_was_said_once_is_remembered(practice: Practice, grow: Source) -> None:
    make = Maker()

    assert listed(practice, grow, make) == listed(practice, grow, make)
    assert make.asked == ["grow"]


def test_one_that_cannot_be_used_is_asked_for_each_time(practice: Practice, grow: Source) -> None:
    make = Maker("line 3: a colon is missing")
    for _ in range(2):
        listed(practice, grow, make)

    assert make.asked == ["grow", "grow"]
    assert not paths.cache_folder().exists()


def test_a_change_in_the_coachs_own_folder_counts(practice: Practice, grow: Source) -> None:
    make = Maker()
    listed(practice, grow, make)
    practice.frameworks.mkdir(parents=True)
    (practice.frameworks / "grow.de.yaml").write_text("language: de\n", "utf-8")
    listed(practice, grow, make)

    assert make.asked == ["grow", "grow"]


def test_the_same_in_another_practice_has_its_own_path(practice: Practice, grow: Source, tmp_path: Path) -> None:
    make = Maker()
    listed(practice, grow, make)
    moved = grow._replace(path=tmp_path / "grow.yaml")

    assert listed(practice, moved, make).path == str(tmp_path / "grow.yaml")
    assert make.asked == ["grow"]


@pytest.mark.parametrize(
    "data", [b"", b"[1]", b"nonsense", b'{"grow": {}}', b'{"grow": 7}', b'{"grow": {"id": "grow"}}']
)
def test_what_is_remembered_wrongly_is_asked_for_anew(practice: Practice, grow: Source, data: bytes) -> None:
    checked_frameworks.remember(
        checked_frameworks.name_of("list", *checked_frameworks.of_own(practice.frameworks)), data
    )
    make = Maker()

    assert listed(practice, grow, make).title == "Title"
    assert make.asked == ["grow"]


def test_what_changes_meanwhile_is_not_remembered(practice: Practice, grow: Source) -> None:
    def changing(source: Source) -> Listed:
        practice.frameworks.mkdir(parents=True)
        (practice.frameworks / "grow.fr.yaml").write_text("language: fr\n", "utf-8")
        return Maker()(source)

    summaries = Summaries(practice.frameworks)
    summaries.known(grow, changing)
    summaries.save()

    assert not paths.cache_folder().exists()
