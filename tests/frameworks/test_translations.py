"""Every shipped translation: complete both ways, and walked like its original."""

import pytest
from builders import NOW
from domain.strategies import Way, ways
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.domain.framework.fields import source_of
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.translation_keys import texts
from coachcli.domain.session.moves import Closed
from coachcli.domain.text import PLACEHOLDER
from coachcli.store.framework import catalogue
from coachcli.store.framework.files import sources_in
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.nodes import plain

ALL = [(source, language) for source in sources_in(None) for language in catalogue.translation_files(source)]
each = pytest.mark.parametrize(("source", "language"), ALL, ids=lambda part: getattr(part, "id", part))


def words(framework: Framework) -> dict[str, object]:
    """Every text of a framework by its key."""
    source = source_of(framework)
    found = {}
    for key, where in texts(source).items():
        value: object = source
        for step in where:
            value = value[step]  # type: ignore[index]
        found[key] = value
    return found


@each
def test_it_is_complete_and_says_nothing_that_is_not_there(source: catalogue.Source, language: str) -> None:
    path = catalogue.translation_files(source)[language]
    tree = plain(strict_reader.read(path.read_bytes(), strict_reader.FRAMEWORK))

    assert catalogue.check_file(path).problems == ()
    assert isinstance(tree, dict)
    assert isinstance(tree["texts"], dict)
    assert set(tree["texts"]) == set(words(catalogue.load(source)))


@each
def test_every_text_is_put_into_other_words_and_quotes_the_same_answers(
    source: catalogue.Source, language: str
) -> None:
    before, after = words(catalogue.load(source)), words(catalogue.load(source, language))

    assert before.keys() == after.keys()
    assert [key for key in before if before[key] == after[key] and key not in {"title", "stages.options.title"}] == []
    for key in before:
        quoted = {name for name in PLACEHOLDER.findall(str(before[key])) if name != "client"}
        assert quoted <= set(PLACEHOLDER.findall(str(after[key]))), key


@each
def test_whatever_happens_along_it_comes_to_an_end(source: catalogue.Source, language: str) -> None:
    framework = catalogue.load(source, language)

    @settings(max_examples=20, deadline=None)
    @given(ways(st.just(framework)))
    def walk(way: Way) -> None:
        session = way.sessions()[-1]
        for _ in range(len(framework.places) + 2):
            session = way.walk.apply(session, Closed(), NOW)
        assert session.status == "ended"

    walk()


def test_grow_is_there_in_german_and_french() -> None:
    assert {("grow", "de"), ("grow", "fr")} <= {(source.id, language) for source, language in ALL}
