"""Which questions were probably only reworded."""

import pytest
from builders import framework_of

from coachcli.domain.framework.matching import rewordings
from coachcli.domain.framework.questions import NoteQuestion, Question, ScaleQuestion
from coachcli.domain.framework.short_forms import id_from
from coachcli.domain.value import changed


def bare(ask: str) -> Question:
    """A question as a plain text is one: its id is made from its words."""
    return NoteQuestion(id=id_from(ask, set(), "question"), type="note", ask=ask)


LAST = bare("What will you take with you?")


def pairs(old: list[Question], new: list[Question]) -> list[tuple[str, str]]:
    found = rewordings(framework_of(*old, LAST), framework_of(*new, LAST))
    return [(pair.old.words, pair.new.words) for pair in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What brings you here?", "What brought you here today?"),
        ("What brings you here?", "What would you like to talk about today, and what brings you?"),
        ("How calm are you?", "How calm do you feel right now?"),
        ("What do you want?", "What would you like?"),
        ("Was führt Sie her?", "Was führt dich her?"),
    ],
)
def test_nearly_the_same_words_are_a_rewording(old: str, new: str) -> None:
    assert pairs([bare(old)], [bare(new)]) == [(old, new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What brings you here?", "Who else is part of this?"),
        ("What have you tried?", "How sure are you?"),
        ("What gets in the way?", "When will you begin?"),
    ],
)
def test_other_words_are_another_question(old: str, new: str) -> None:
    assert pairs([bare(old)], [bare(new)]) == []


def test_of_several_the_most_alike_belong_together() -> None:
    old = [bare("What do you want today?"), bare("What do you want in a year?")]
    new = [bare("What do you want in one year?"), bare("What do you want for today?")]

    assert set(pairs(old, new)) == {
        ("What do you want today?", "What do you want for today?"),
        ("What do you want in a year?", "What do you want in one year?"),
    }


def test_a_number_is_no_rewording_of_words() -> None:
    scale = ScaleQuestion(id="how_sure", type="scale", ask="How sure are you now?")

    assert pairs([bare("How sure are you?")], [scale]) == []
    assert pairs([scale], [bare("How sure are you?")]) == [(scale.ask, "How sure are you?")]


def test_a_question_that_is_still_there_was_not_reworded() -> None:
    assert (
        pairs([bare("What brings you here?")], [bare("What brings you here?"), bare("What brings you here now?")]) == []
    )


def test_what_the_framework_says_itself_needs_no_guess() -> None:
    old, new = bare("What brings you here?"), bare("What brings you here today?")
    said = changed(framework_of(new), renamed={old.id: new.id})

    assert rewordings(framework_of(old), said) == []
