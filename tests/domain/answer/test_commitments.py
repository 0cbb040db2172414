"""One line of what, by when and how sure."""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import FRIDAY, NOW, read_date
from domain.strategies import OFTEN
from hypothesis import example, given
from hypothesis import strategies as st

from coachcli.domain.answer.commitments import Commitment, read_commitment, read_day
from coachcli.domain.day.reader import DateReader
from coachcli.domain.line.grammar import Expecting, Understood, read_line
from coachcli.domain.session.model import Note, When
from coachcli.domain.session.moves import Noted
from coachcli.domain.session.wording import as_typed
from coachcli.domain.text import clean
from coachcli.domain.value import changed

BY_FRIDAY = When(words="friday", on=FRIDAY)
IN_OCTOBER = When(words="8/10", on=date(2027, 10, 8))
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
        (f"{ANA} until friday", ANA, When(words="until friday", on=FRIDAY), None),
        (f"{ANA} before friday 8/10", ANA, When(words="before friday", on=FRIDAY), 8),
        (f"{ANA} due friday", ANA, BY_FRIDAY, None),
        (f"{ANA} by friday at the latest", ANA, When(words="friday at the latest", on=FRIDAY), None),
        (f"{ANA} by friday 14:00 8/10", ANA, When(words="friday 14:00", on=FRIDAY), 8),
        (f"{ANA} by friday 7,5/10", ANA, BY_FRIDAY, 7.5),
        (f"{ANA} by friday about 8/10", f"{ANA} about 8/10", BY_FRIDAY, None),
        (f"{ANA} at least 8/10", f"{ANA} at least 8/10", None, None),
        (f"{ANA} by friday 11/10", f"{ANA} by friday 11/10", None, None),
        (f"{ANA} -1/10", f"{ANA} -1/10", None, None),
        (f"{ANA} 110%", f"{ANA} 110%", None, None),
        (f"{ANA} 20% by friday", f"{ANA} 20%", BY_FRIDAY, None),
        (f"{ANA} by friday!", ANA, BY_FRIDAY, None),
        (f"{ANA} not before friday", f"{ANA} not before friday", None, None),
        (f"{ANA} by monday or by friday", f"{ANA} by monday or by friday", None, None),
        (f"{ANA} by the start of next week", f"{ANA} by the start of next week", None, None),
        (f"{ANA} the day after tomorrow", f"{ANA} the day after tomorrow", None, None),
        (f"{ANA} a week from tomorrow", f"{ANA} a week from tomorrow", None, None),
        ('Read "by friday" aloud', 'Read "by friday" aloud', None, None),
        ('Say "call me by friday"', 'Say "call me by friday"', None, None),
        ('Say "call me by friday', 'Say "call me by friday', None, None),
        ("Say « by friday », twice", "Say « by friday », twice", None, None),
        ("Say “I am at 8/10”", "Say “I am at 8/10”", None, None),
        ('Read "by monday" by friday 8/10', 'Read "by monday"', BY_FRIDAY, 8),
        ("Call Ana next friday", "Call Ana next friday", When(words="next friday", on=FRIDAY), None),
        ("Call Ana tomorrow #ana", "Call Ana tomorrow #ana", When(words="tomorrow", on=date(2026, 11, 21)), None),
        (f"{ANA} by friday 8/10 #rota", f"{ANA} #rota", BY_FRIDAY, 8),
        (f"{ANA} #rota by friday #ana #two", f"{ANA} #rota #ana #two", BY_FRIDAY, None),
        ("#rota", "#rota", None, None),
        (f"{ANA} by friday #3", f"{ANA} by friday #3", None, None),
        (f"{ANA} BY Friday.", ANA, When(words="Friday", on=FRIDAY), None),
        (f"{ANA} by next friday", ANA, When(words="next friday", on=FRIDAY), None),
        (f"{ANA} by 8/10", ANA, None, 8),
        (f"{ANA} by 8/10 .", ANA, None, 8),
        (f"{ANA} by friday by 8/10", ANA, BY_FRIDAY, 8),
        (f"{ANA} by 8/10 7/10", ANA, IN_OCTOBER, 7),
        (f"{ANA} 7/10 by 8/10", ANA, IN_OCTOBER, 7),
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
        ("rate it 1.8/10", "rate it", None, 1.8),
        (f"{ANA} by 4.5.", ANA, When(words="4.5.", on=date(2027, 5, 4)), None),
        (f"{ANA} by 20.", f"{ANA} by 20.", None, None),
        ("read 8/10 chapters", "read 8/10 chapters", None, None),
        ("aim for 8/11", "aim for 8/11", None, None),
        ("  spaces  by friday  ", "spaces", BY_FRIDAY, None),
        ("", "", None, None),
    ],
)
def test_a_line_is_taken_apart(line: str, what: str, due: When | None, sure: float | None) -> None:
    assert changed(read_commitment(line, read_date), told="") == Commitment(what, due, sure)


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


PIECES = """
by until before due on for at in the next this of from end first a , - . ( ) about least out
friday Tue tomorrow today tonight yesterday tomorow week month december nov january day days weeks
8/10 10/10 80% 7.5/10 (8/10) 12/25 2/30 4.12. 2026-12-04 2031-01-01 5th 25th 9 20 1999 18:00 2pm two
"friday" “monday #tag Talk Ana
"""
TAILS = st.lists(st.sampled_from(PIECES.split()), max_size=7).map(" ".join)
LINES = st.builds(
    "{} {}".format,
    st.one_of(
        st.text(max_size=30), st.lists(st.sampled_from(["Talk", "to", "Ana", "page 3"]), max_size=3).map(" ".join)
    ),
    TAILS,
)


@pytest.mark.parametrize("line", ['Ask what "by tomorow" means', "Ask what “due Friday 28 November” means"])
def test_nothing_is_told_of_a_day_in_a_quote(line: str) -> None:
    assert read_commitment(line, read_date) == Commitment(line)


@pytest.mark.parametrize(
    "line",
    [
        "Read friday by friday",
        "Prepare for tomorrow by tomorrow 8/10",
        "Call Ana tomorrow",
        "Meet Ana on friday 8/10",
        "Call Ana tomorrow #rota",
        "Call Ana until friday",
        "Call Ana by friday about 8/10",
    ],
)
def test_a_line_with_a_day_is_typed_again_as_the_same(line: str) -> None:
    said = read_commitment(line, read_date)
    again = read_commitment(
        as_typed(Note(kind="action", text=said.what, due=said.due, confidence=said.confidence)), read_date
    )

    assert said.due is not None
    assert again == said


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ask Sam by tomorow", 'no day understood in "tomorow".'),
        ("Ask Sam on Fryday", 'no day understood in "Fryday".'),
        ("Ask Sam by friday or monday", 'no day understood in "friday or monday".'),
        ("Ask Sam not before friday", 'no day understood in "not before friday".'),
        ("Ask Sam friday", 'no day understood in "friday"; "by friday" is one.'),
        ("Ask Sam no later than friday", 'no day understood in "friday"; "by friday" is one.'),
        ("Ask Sam the day after tomorrow", '"by the day after tomorrow" is one.'),
        ("Ask Sam by the weekend", 'no day understood in "the weekend".'),
        ("Ask Sam by the start of next week", 'no day understood in "the start of next week".'),
        ("Ask Sam by May", 'no day understood in "May".'),
        ("Ask Sam by yesterday", 'no day understood in "yesterday".'),
    ],
)
def test_what_looks_like_a_day_and_is_not_taken_is_told_by_name(line: str, told: str) -> None:
    said = read_commitment(line, read_date)

    assert said.told.endswith(told)
    assert said == Commitment(line, told=said.told)


@pytest.mark.parametrize(
    "line",
    [
        "Stand by",
        "Prepare for friday",
        "Talk to Ana about the 4th of December",
        "Call mum every Sunday",
        "Practise until perfect",
        "Call Sam before 9",
        "Ask Sam by someday",
        "March on",
        "Have a good week",
    ],
)
def test_of_other_words_nothing_is_told(line: str) -> None:
    assert read_commitment(line, read_date) == Commitment(line)


OPENERS = {"by", "until", "before", "due", "on"}
A_SCORE = re.compile(r"\d+([.,]\d+)?(/10|%)?|/|%|out|of|ten", re.IGNORECASE)


def words_of(text: str) -> Counter[str]:
    stripped = (word.strip(" .,;·-()\N{NO-BREAK SPACE}") for word in text.split())
    return Counter(word for word in stripped if word)


@OFTEN
@given(LINES)
def test_no_word_is_lost_but_what_opens_a_day_and_what_is_in_the_score(line: str) -> None:
    said = read_commitment(line, read_date)

    lost = set(words_of(line) - words_of(f"{said.what} {said.due.words if said.due else ''}"))
    in_the_score = {word for word in lost if A_SCORE.fullmatch(word)} if said.confidence is not None else set()
    assert lost - in_the_score <= OPENERS
    assert not lost & OPENERS or said.due is not None or said.confidence is not None


@OFTEN
@given(LINES)
def test_whatever_is_read_lies_within_its_bounds(line: str) -> None:
    said = read_commitment(line, read_date)

    assert said.confidence is None or 0 <= said.confidence <= 10
    assert said.what or not line.strip()
    assert said.due is None or said.due.on is None or NOW.date() <= said.due.on <= date(2029, 11, 20)


@OFTEN
@given(LINES)
@example("due due 8/10")
@example("pay what is due by friday")
def test_what_was_read_is_typed_again_as_the_same(line: str) -> None:
    said = read_commitment(clean(line), read_date)
    note = Note(kind="action", text=said.what, due=said.due, confidence=said.confidence)
    again = read_commitment(as_typed(note), read_date)

    assert (again.what, again.due, again.confidence) == (said.what, said.due, said.confidence)


@pytest.mark.parametrize(
    ("text", "what", "sure"),
    [
        ("write the page by friday 9", "write the page", 9),
        ("write the page by friday 10", "write the page", 10),
        ("write 3 pages", "write 3 pages", None),
        ("ask all 7", "ask all 7", None),
        ("go for 9", "go for 9", None),
        ("write the page by 27 nov 9", "write the page by 27 nov 9", None),
    ],
)
def test_behind_a_day_a_bare_number_is_how_sure_they_are(text: str, what: str, sure: int | None) -> None:
    said = read_commitment(text, read_date)

    assert (said.what, said.confidence) == (what, sure)


# The rows of days.yaml: what each line is read as on Saturday 28 November 2026, and what the coach is told


SATURDAY = date(2026, 11, 28)
ROWS: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("days.yaml").read_text("utf-8"))


def each(group: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", ROWS[group], ids=[row["line"] for row in ROWS[group]])


def assert_read_as(sign: str, row: dict[str, Any]) -> None:
    reading = read_line(f"{sign}{row['line']}", Expecting(None, DateReader(SATURDAY, row.get("order", "DMY"))))
    assert isinstance(reading, Understood)
    assert isinstance(reading.move, Noted)
    note = reading.move.note
    assert (note.due.on if note.due else "none") == row["day"]
    assert (note.confidence if note.confidence is not None else "none") == row.get("score", "none")
    assert row.get("told", "") in reading.remark
    assert bool(reading.remark) == ("told" in row)
    if "text" in row or (note.due is None and note.confidence is None):
        assert note.text == row.get("text", row["line"])
    else:
        assert row["line"].startswith(note.text)
        assert not note.text.endswith((" by", ","))


@each("actions")
def test_an_action(row: dict[str, Any]) -> None:
    assert_read_as("*", row)


@each("promises")
def test_a_promise(row: dict[str, Any]) -> None:
    assert_read_as(">", row)
