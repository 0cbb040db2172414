"""What is typed where a day or a score is asked: it, the client's words for it, or something else."""

import pytest
from builders import FRIDAY, read_date

from coachcli.domain.line.field_answers import (
    TooHighError,
    ValueField,
    begins_like_a_day,
    doubt,
    in_words,
    value_of,
)
from coachcli.domain.session.model import Note, When
from coachcli.domain.terms import ShareWith
from coachcli.domain.value import changed

ANA = Note(kind="action", text="Talk to Ana", details={"support": "Tom"})


def value(field: ValueField, text: str) -> Note | None:
    return value_of(field, text, ANA, read_date)


def words(field: ValueField, text: str) -> Note | None:
    return in_words(field, text, ANA, read_date)


@pytest.mark.parametrize("text", ["friday", "by friday", " on Friday "])
def test_a_day_is_the_day_of_the_action(text: str) -> None:
    assert value("by_when", text) == changed(ANA, due=When(words=text.strip(), on=FRIDAY))


@pytest.mark.parametrize(
    ("text", "score", "comment"),
    [("8", 8, None), ("7,5/10", 7.5, None), ("80%", 8, None), ("8 if Tom helps", 8, "if Tom helps")],
)
def test_a_score_is_how_sure_they_are_and_its_words_stay_with_it(text: str, score: float, comment: str | None) -> None:
    details = ANA.details if comment is None else {**ANA.details, "confidence": comment}

    assert value("confidence", text) == changed(ANA, confidence=score, details=details)


def test_a_score_above_ten_is_refused() -> None:
    with pytest.raises(TooHighError):
        value("confidence", "11")


@pytest.mark.parametrize(
    ("field", "text"),
    [("by_when", "8"), ("by_when", "I think he drinks"), ("confidence", "friday"), ("confidence", "I think he drinks")],
)
def test_anything_else_is_neither(field: ValueField, text: str) -> None:
    assert value(field, text) is None
    assert words(field, text) is None


@pytest.mark.parametrize("text", ["once she is back", "By the way, I think he drinks", "soon", "as soon as I can"])
def test_words_that_begin_like_a_day_may_be_its_words(text: str) -> None:
    assert value("by_when", text) is None
    assert words("by_when", text) == changed(ANA, due=When(words=text))


def test_a_day_with_more_behind_a_comma_keeps_all_its_words() -> None:
    assert words("by_when", "friday, if she is in") == changed(ANA, due=When(words="friday, if she is in", on=FRIDAY))


def test_words_that_are_meant_as_a_score_may_be_its_words() -> None:
    assert words("confidence", "quite sure") == changed(ANA, details={**ANA.details, "confidence": "quite sure"})


@pytest.mark.parametrize(
    ("text", "like"),
    [("Whenever it suits", True), ("friday the 13th", True), ("bystanders", False), ("Ana says so", False)],
)
def test_words_that_say_when_begin_so(text: str, like: bool) -> None:
    assert begins_like_a_day(text) is like


@pytest.mark.parametrize(
    ("field", "share_with", "asked"),
    [
        ("by_when", "nobody", "As its day? Enter takes it."),
        ("by_when", "client", "→ client as its day? Enter takes it."),
        ("confidence", "sponsor", "→ client and sponsor as how sure? Enter takes it."),
    ],
)
def test_before_such_words_are_taken_it_is_said_who_will_see_them(
    field: ValueField, share_with: ShareWith, asked: str
) -> None:
    assert doubt(field, changed(ANA, share_with=share_with)) == asked
