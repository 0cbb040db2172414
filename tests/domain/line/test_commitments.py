"""One line of what, by when and how sure."""

from datetime import date

import pytest
from builders import DAYS, FRIDAY, read_date
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.line.commitments import Commitment, read_commitment, read_day
from coachcli.domain.session.model import When

BY_FRIDAY = When(words="friday", on=FRIDAY)
ANA = "Talk to Ana about the handover"


@pytest.mark.parametrize(
    ("line", "what", "due", "sure"),
    [
        (ANA, ANA, None, None),
        (f"{ANA} by friday 8/10", ANA, BY_FRIDAY, 8),
        (f"{ANA} 8/10 by friday", ANA, BY_FRIDAY, 8),
        (f"{ANA} by friday", ANA, BY_FRIDAY, None),
        (f"{ANA} 8/10", ANA, None, 8),
        (f"{ANA}, by friday, 8/10.", ANA, BY_FRIDAY, 8),
        (f"{ANA} - by friday - 8 / 10", ANA, BY_FRIDAY, 8),
        (f"{ANA} · 10/10", ANA, None, 10),
        (f"{ANA} 0/10", ANA, None, 0),
        (f"{ANA} until friday", ANA, BY_FRIDAY, None),
        (f"{ANA} before friday 8/10", ANA, BY_FRIDAY, 8),
        (f"{ANA} by friday 8/10 #rota", f"{ANA} #rota", BY_FRIDAY, 8),
        (f"{ANA} #rota by friday #ana #two", f"{ANA} #rota #ana #two", BY_FRIDAY, None),
        ("#rota", "#rota", None, None),
        (f"{ANA} by friday #3", f"{ANA} by friday #3", None, None),
        (f"{ANA} BY Friday.", ANA, When(words="Friday", on=FRIDAY), None),
        (f"{ANA} by next friday", ANA, When(words="next friday", on=FRIDAY), None),
        (f"{ANA} by 8/10", ANA, When(words="8/10", on=DAYS["8/10"]), None),
        (f"{ANA} by 8/10 7/10", ANA, When(words="8/10", on=DAYS["8/10"]), 7),
        (f"{ANA} 7/10 by 8/10", ANA, When(words="8/10", on=DAYS["8/10"]), 7),
        (f"{ANA} by someday", f"{ANA} by someday", None, None),
        (f"{ANA} by someday 8/10", f"{ANA} by someday", None, 8),
        (f"{ANA} 8/10 by someday", f"{ANA} 8/10 by someday", None, None),
        (f"{ANA} by", f"{ANA} by", None, None),
        (f"{ANA} by .", f"{ANA} by .", None, None),
        ("be led by example", "be led by example", None, None),
        ("be led by example by friday 8/10", "be led by example", BY_FRIDAY, 8),
        ("drop by Ana before she leaves", "drop by Ana before she leaves", None, None),
        ("ask Bobby friday", "ask Bobby friday", None, None),
        ("a lullaby friday", "a lullaby friday", None, None),
        ("by friday", "by friday", None, None),
        ("by friday 8/10", "by friday 8/10", None, None),
        ("8/10", "8/10", None, None),
        ("move page 18/10", "move page 18/10", None, None),
        ("rate it 1.8/10", "rate it 1.8/10", None, None),
        ("read 8/10 chapters", "read 8/10 chapters", None, None),
        ("aim for 8/11", "aim for 8/11", None, None),
        ("  spaces  by friday  ", "spaces", BY_FRIDAY, None),
        ("", "", None, None),
    ],
)
def test_a_line_is_taken_apart(line: str, what: str, due: When | None, sure: int | None) -> None:
    assert read_commitment(line, read_date) == Commitment(what, due, sure)


def test_a_day_that_cannot_be_read_stays_in_the_words() -> None:
    assert read_commitment(f"{ANA} by friday 8/10", lambda _: None) == Commitment(f"{ANA} by friday", None, 8)


def test_a_reader_is_asked_for_the_words_of_the_day_alone() -> None:
    asked: list[str] = []

    def reader(words: str) -> date | None:
        asked.append(words)
        return FRIDAY

    read_commitment(f"{ANA} by Friday, 8/10", reader)
    read_commitment("be led by example by monday", reader)

    assert asked == ["Friday", "monday"]


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("friday", FRIDAY),
        ("by friday", FRIDAY),
        ("By  Friday", FRIDAY),
        ("until friday", FRIDAY),
        ("before friday", FRIDAY),
        ("someday", None),
        ("by", None),
        ("", None),
    ],
)
def test_a_day_keeps_its_words_and_is_understood_if_it_can_be(words: str, on: date | None) -> None:
    assert read_day(f" {words} ", read_date) == When(words=words, on=on)


@OFTEN
@given(
    st.lists(
        st.sampled_from(["Talk", "to", "by", "before", "friday", "8/10", "8/10 ", "10/10", "someday", ",", "-", "."]),
        max_size=8,
    ).map(" ".join)
)
def test_no_word_is_lost(line: str) -> None:
    said = read_commitment(line, read_date)
    kept = [said.what, said.due.words if said.due else "", f"{said.confidence}/10"]
    words = {word.strip(".,;-") for word in line.split()} - {"by", "before", ""}

    assert words <= {word.strip(".,;-") for part in kept for word in part.split()}


@OFTEN
@given(st.text())
def test_any_line_can_be_read(line: str) -> None:
    said = read_commitment(line, lambda words: FRIDAY if words else None)

    assert said.confidence is None or 0 <= said.confidence <= 10
    assert said.what or not line.strip()


@pytest.mark.parametrize(
    ("text", "what", "sure"),
    [
        ("write the page by friday 9", "write the page", 9),
        ("write the page by friday 10", "write the page", 10),
        ("write 3 pages", "write 3 pages", None),
        ("ask all 7", "ask all 7", None),
        ("go for 9", "go for 9", None),
    ],
)
def test_behind_a_day_a_bare_number_is_how_sure_they_are(text: str, what: str, sure: int | None) -> None:
    said = read_commitment(text, lambda words: date(2026, 11, 27) if words == "friday" else None)

    assert (said.what, said.confidence) == (what, sure)
