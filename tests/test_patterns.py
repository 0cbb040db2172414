"""Regular expressions: each as Python's own, but for when it is compiled."""

import re

import pytest

from coachcli.patterns import pattern


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was compiled, in the order of it."""
    texts: list[str] = []
    compile_ = re.compile

    def noted(text: str, flags: int = 0) -> re.Pattern[str]:
        texts.append(text)
        return compile_(text, flags)

    monkeypatch.setattr(re, "compile", noted)
    return texts


def test_it_is_compiled_when_it_is_first_used_and_then_no_more(compiled: list[str]) -> None:
    word = pattern(r"\w+")
    before = list(compiled)

    words = [word.findall("one two"), word.findall("three")]

    assert (before, compiled) == ([], [r"\w+"])
    assert words == [["one", "two"], ["three"]]


def test_its_text_can_be_part_of_another_and_is_not_compiled_for_that(compiled: list[str]) -> None:
    word = pattern(r"\w+")

    both = pattern(rf"{word.pattern} {word.pattern}")

    assert compiled == []
    assert both.fullmatch("one two")


def test_it_heeds_how_it_is_meant() -> None:
    assert pattern("jane", re.IGNORECASE).sub("somebody", "Jane, JANE") == "somebody, somebody"


def test_it_reads_bytes_as_well() -> None:
    assert pattern(rb"%PDF-").match(b"%PDF-1.7")


def test_a_mistake_in_it_is_told_when_it_is_used() -> None:
    with pytest.raises(re.error, match="unterminated"):
        pattern("(one").search("one")
