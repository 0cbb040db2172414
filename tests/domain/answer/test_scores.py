"""How sure somebody is: at the end of a line, and where just that is asked."""

import pytest

from coachcli.domain.answer.scores import hedged_score_at_end, is_meant_as_score, score_alone, score_at_end


@pytest.mark.parametrize(
    ("text", "score", "rest"),
    [
        ("Ask Sam 8/10", 8, "Ask Sam "),
        ("Ask Sam (8/10)", 8, "Ask Sam "),
        ("Ask Sam 7.5 / 10.", 7.5, "Ask Sam "),
        ("Ask Sam 7 out of 10", 7, "Ask Sam "),
        ("Ask Sam 80 %", 8, "Ask Sam "),
        ("Ask Sam 75%", 7.5, "Ask Sam "),
        ("Ask Sam 0/10", 0, "Ask Sam "),
        *(
            (text, None, text)
            for text in ("Get to 8/10", "from 8/10", "cut by 20%", "a share of 8/10", "at least 8/10")
        ),
        *((text, None, text) for text in ("Ask 11/10", "Ask -1/10", "18/10/10", "Ask 8/100", "Ask 101%", "8/10 pages")),
    ],
)
def test_a_score_at_the_end(text: str, score: float | None, rest: str) -> None:
    found, start = score_at_end(text)

    assert (found, text[:start]) == (score, rest)


def test_a_whole_score_is_a_whole_number() -> None:
    assert [str(score_at_end(f"x {said}")[0]) for said in ("8/10", "8.0/10", "80%", "7.5/10")] == ["8", "8", "8", "7.5"]


@pytest.mark.parametrize("text", ["Ask about 8/10", "Ask maybe almost 80%", "Ask, at least 8/10", "Ask hardly 3/10"])
def test_a_score_that_other_words_change_is_part_of_them(text: str) -> None:
    assert hedged_score_at_end(text) is not None
    assert score_at_end(text)[0] is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8", (8, "")),
        ("seven", (7, "")),
        ("8, if Ana is in", (8, "if Ana is in")),
        ("one of them", None),
        ("quite sure", None),
        ("12 people", None),
        ("10:30", None),
    ],
)
def test_a_score_where_it_is_asked(text: str, found: tuple[float, str] | None) -> None:
    assert score_alone(text) == found


@pytest.mark.parametrize("text", ["11", "110%", "12/10"])
def test_more_than_ten_is_none_and_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="score"):
        score_alone(text)


def test_words_that_are_meant_as_a_score_begin_like_one() -> None:
    assert all(map(is_meant_as_score, ("about 8", "quite sure", "8-9", "not very", "unsure")))
    assert not any(map(is_meant_as_score, ("Of course", "one of them", "sorry", "notes")))
