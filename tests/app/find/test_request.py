"""What is asked to be found: from the words of a command line, or asked for."""

from unittest.mock import Mock

import pytest

from coachcli.app.find.request import query_for
from coachcli.domain.find.query import Query
from coachcli.domain.terms import Kind
from coachcli.errors import UsageError


def asked(*words: str, kind: str | None = None, tag: str | None = None, line: str | None = None) -> Query:
    chooser = None if line is None else Mock(write=lambda _question: line)
    return query_for(words, kind, tag, None, lambda: chooser)


def test_words_are_looked_for_in_plain_letters() -> None:
    assert asked("Büdget", "next year").words == ("budget", "next year")


@pytest.mark.parametrize(
    ("said", "kind"), [("insight", "insight"), ("their words", "quote"), ("For me alone", "observation")]
)
def test_a_kind_goes_by_its_name_or_the_one_in_files(said: str, kind: Kind) -> None:
    assert asked(kind=said) == Query(kind=kind)


def test_a_kind_that_there_is_not_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError) as refused:
        asked(kind="hunch")

    assert "insight" in refused.value.hint


@pytest.mark.parametrize("said", ["delegation", "#delegation", " #delegation "])
def test_a_tag_comes_with_its_sign_or_without(said: str) -> None:
    assert asked(tag=said) == Query(tag="#delegation")


def test_whoever_says_nothing_is_asked_at_a_terminal() -> None:
    assert asked(line='board "next year"').words == ("board", "next year")


@pytest.mark.parametrize(("words", "line"), [((), None), ((), "  "), (("\u0301",), None)])
def test_nothing_to_look_for_is_refused(words: tuple[str, ...], line: str | None) -> None:
    with pytest.raises(UsageError, match=r"Find what\?"):
        asked(*words, line=line)
