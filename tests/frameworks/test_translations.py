"""Every shipped translation: complete both ways, and walked like its original."""

import re

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


FORMS_OF_ADDRESS = {
    "de": r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|[Ee]uch|[Ee]u(?:er|re)\w*|ihr)\b",
    "de-du": r"\b(?:Sie|Ihnen|Ihr\w*)\b",
    "fr": r"\b(?:[Tt]u|[Tt]e|[Tt]oi|[Tt]on|[Tt]a|[Tt]es|[Tt]ien(?:ne)?s?|[Tt](?=['’]))\b",
    "fr-tu": r"\b(?:[Vv]ous|[Vv]otre|[Vv]os|[Vv]ôtre\w*)\b",
}
"""The words of the other form of address in a language."""


GROW = next(source for source in sources_in(None) if source.id == "grow")


def told(language: str) -> dict[str, list[str]]:
    """The texts of GROW in a language; several under one key are a list."""
    found = words(catalogue.load(GROW, language))
    return {key: [str(one) for one in text] if isinstance(text, list) else [str(text)] for key, text in found.items()}


def held_against(language: str, wrong: str) -> list[str]:
    """The texts of GROW in which something wrong stands."""
    return [text for texts_there in told(language).values() for text in texts_there if re.search(wrong, text)]


@pytest.mark.parametrize("language", FORMS_OF_ADDRESS)
def test_whoever_is_addressed_politely_is_so_throughout_and_so_is_whoever_is_not(language: str) -> None:
    assert held_against(language, FORMS_OF_ADDRESS[language]) == []


@pytest.mark.parametrize(("one", "other"), [("de", "de-du"), ("fr", "fr-tu")])
def test_in_both_forms_of_address_there_is_as_much_to_ask(one: str, other: str) -> None:
    assert {key: len(text) for key, text in told(one).items()} == {key: len(text) for key, text in told(other).items()}


@pytest.mark.parametrize("language", ["fr", "fr-tu"])
def test_in_french_no_vowel_is_left_before_a_vowel(language: str) -> None:
    assert (
        held_against(language, r"(?i)(?<![-\w])(?:que|de|je|ne|se|le|la|me|te|jusque|lorsque) [aeiouyàâéèêîôû]") == []
    )
