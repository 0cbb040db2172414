"""New words in the place of a note."""

import pytest
from builders import FRIDAY, note, read_date

from coachcli.domain.line.mended_notes import mended
from coachcli.domain.session.model import Note, When
from coachcli.domain.terms import Kind


def mend(old: Note, new: Note, *, signed: bool = False) -> Note:
    return mended(old, new, read_date, signed=signed)


@pytest.mark.parametrize("kind", ["observation", "quote", "insight", "parked", "promise", "note", "takeaway"])
def test_words_without_a_sign_leave_it_what_it_is_and_whose_it_is(kind: Kind) -> None:
    old, new = note("a hypocrit", kind), note("a hypocrite", "insight" if kind != "insight" else "note", "client")

    assert mend(old, new) == note("a hypocrite", kind)


def test_a_sign_says_what_it_is_from_now_on() -> None:
    assert mend(note("she sees it", "note"), note("she sees it", "insight"), signed=True).kind == "insight"


@pytest.mark.parametrize("line", ["**Hunch**: afraid", "!first\nsecond"])
def test_what_is_for_the_coach_alone_only_now_is_shared_with_nobody(line: str) -> None:
    held = note(line)

    assert mend(note("the lead role", "topic", "client"), held, signed=True) == held
    assert mend(note("the lead role", "note", "client"), held, signed=True) == held
    assert mend(note("**Hunch**", "note", "client"), held, signed=True) == note(line, "note", "client")


def test_a_goal_stays_one_and_its_day_is_read_anew() -> None:
    old = Note(kind="goal", text="the lead role", share_with="client", details={"support": "Ana"})
    new = note("know if I want the lead role by friday")

    assert mend(old, new) == Note(
        kind="goal",
        text="know if I want the lead role",
        due=When(words="friday", on=FRIDAY),
        share_with="client",
        details={"support": "Ana"},
    )


def test_what_was_read_as_a_day_comes_back_as_words() -> None:
    new = Note(kind="action", text="call Ana", due=When(words="friday", on=FRIDAY), confidence=8, share_with="client")

    assert mend(note("call Ana", "option"), new) == note("call Ana by friday 8/10", "option")


def test_an_answer_takes_the_place_of_what_was_written_instead_of_it() -> None:
    yes = Note(kind="yesno", said_yes=True)

    assert mend(note("perhaps"), yes).said_yes
