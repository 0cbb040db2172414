"""What frameworks and packs are also called, as their files say."""

from pathlib import Path

import pytest

from coachcli.domain.framework.model import Pack
from coachcli.store.framework import catalogue, packs
from coachcli.store.framework.catalogue import checked, shipped_folder
from coachcli.store.framework.files import Source, sources_in
from coachcli.store.index.other_names import other_names
from coachcli.store.paths import Practice


def names_in(folder: Path, text: str | bytes) -> list[str]:
    path = folder / "mine.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return other_names(path)


@pytest.mark.parametrize(
    "text",
    [
        "title: Mine\nalso: [one name, 'two: names']\nstages: [{ask: [A]}]\n",
        "id: mine\ntitle: Mine\nversion: 1\nalso:\n  - one name\n\n  # why\n  - 'two: names'\nstages:\n- ask: [A]\n",
        "title: Mine\nalso:\n- one name\n- 'two: names'\nstages:\n- also: [none]\n",
        "\ufefftitle: Mine\r\nalso: [\r\n  one name,\r\n  'two: names'\r\n]\r\nstages:\r\n  - ask: [A]\r\n",
        "title: Mine\nalso: [one name, 'two: names', ' ', [three]]\nabout: >\n  Good.\nprobes: [{broken\n",
    ],
)
def test_its_title_and_its_other_names_however_they_are_written(tmp_path: Path, text: str) -> None:
    assert names_in(tmp_path, text) == ["Mine", "one name", "two: names"]


@pytest.mark.parametrize(
    "text", ["", "stages: []\n", "title: [\n", b"\xff\xfe\0", b"title: \0\n", "title: A\ntitle: B\n", "a" * 300_000]
)
def test_none_where_they_cannot_be_read(tmp_path: Path, text: str | bytes) -> None:
    assert names_in(tmp_path, text) == []


def test_none_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert other_names(tmp_path / "gone.yaml") == []


@pytest.mark.parametrize("source", sources_in(None), ids=lambda source: source.id)
def test_those_of_a_shipped_framework_are_the_ones_that_a_check_reads(source: Source) -> None:
    framework = checked(source).framework

    assert framework is not None
    assert other_names(source.path) == [framework.title, *framework.also]


@pytest.mark.parametrize("path", sorted((shipped_folder() / "packs").glob("*.yaml")), ids=lambda path: path.stem)
def test_those_of_a_shipped_pack_are_the_ones_that_a_check_reads(path: Path) -> None:
    pack = packs.check_file(path).pack

    assert isinstance(pack, Pack)
    assert other_names(path) == [pack.title, *pack.also]


def test_no_other_name_of_what_is_shipped_means_two_or_hides_an_id(practice: Practice) -> None:
    for source in catalogue.sources(practice):
        for name in other_names(source.path):
            assert catalogue.named(practice, name).id == source.id
    for pack in packs.sources(practice):
        for name in other_names(pack.path):
            assert packs.find(practice, name).id == pack.id
