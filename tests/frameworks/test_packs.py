"""Every shipped topic pack: it checks without a word and has open questions enough, none of them twice."""

from collections import Counter
from pathlib import Path

import pytest

from coachcli.domain.framework.model import Pack
from coachcli.domain.text import folded
from coachcli.store.framework import catalogue, packs
from coachcli.store.framework.files import sources_in

FILES = sorted((catalogue.shipped_folder() / "packs").glob("*.yaml"))
ENOUGH = 8

each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def read(file: Path) -> Pack:
    pack = packs.check_file(file).pack
    assert pack is not None
    return pack


@each
def test_it_checks_without_a_problem(file: Path) -> None:
    assert catalogue.check_file(file).problems == ()


@each
def test_its_id_is_the_name_of_its_file_and_it_says_what_it_is_for_and_whose_it_is(file: Path) -> None:
    pack = read(file)

    assert pack.id == file.stem
    assert pack.title
    assert pack.about
    assert pack.credit
    assert pack.language == "en"


@each
def test_it_has_open_questions_enough(file: Path) -> None:
    probes = read(file).probes

    assert len(probes) >= ENOUGH
    assert [probe for probe in probes if not probe.endswith("?")] == []
    assert [probe for probe in probes if "\n" in probe] == []


@each
def test_it_asks_nothing_twice(file: Path) -> None:
    assert [probe for probe, times in Counter(map(folded, read(file).probes)).items() if times > 1] == []


def test_no_two_packs_have_one_title() -> None:
    titles = [folded(read(file).title) for file in FILES]

    assert sorted(set(titles)) == sorted(titles)


def test_the_packs_that_frameworks_name_are_there() -> None:
    models = [catalogue.load(source) for source in sources_in(None)]
    named = {name for model in models for name in model.packs}
    named |= {name for model in models for stage in model.stages for name in stage.packs}

    assert named <= {file.stem for file in FILES}


def test_there_is_one_for_each_scenario_and_focus_area() -> None:
    assert len(FILES) >= 19
