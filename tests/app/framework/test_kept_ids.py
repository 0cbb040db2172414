"""A question that was reworded keeps its history by the id it had, if the coach says that it is the same."""

import pytest
from app.play import Chooser

from coachcli.app.framework.kept_ids import Histories, Rescue
from coachcli.app.framework.prompter import Prompter
from coachcli.domain.framework.items import questions_of
from coachcli.domain.framework.model import Framework
from coachcli.store.framework.check import Checked, check

WAS, NOW = "What is your biggest worry now?", "What is your biggest worry today?"


def text_with(question: str) -> bytes:
    return f"title: Mine\nminutes: 20\nstages:\n- title: One\n  ask:\n  - {question}\n".encode()


def checked(text: bytes) -> Checked:
    return check(text, "mine")


def framework(text: bytes) -> Framework:
    found = checked(text).framework
    assert found is not None
    return found


BEFORE = framework(text_with(WAS))
HELD = Histories(BEFORE, BEFORE)
(ID,) = questions_of(BEFORE)


def kept(text: bytes, histories: Histories = HELD, *answers: str, there: bool = True) -> tuple[bytes, str]:
    """The text that is kept, and what the coach was told."""
    told: list[str] = []
    desk = Prompter(Chooser(list(answers)) if there else None, told.append)
    return Rescue(desk, checked).kept(text, framework(text), histories), "".join(told)


def test_the_same_question_in_other_words_gets_the_id_it_had() -> None:
    text, told = kept(text_with(NOW), HELD, "yes")

    assert set(questions_of(framework(text))) == {ID}
    assert f"    was  {WAS}\n    now  {NOW}\n" in told
    assert f"this goes into the file:  id: {ID}\n" in told


def test_another_question_gets_a_history_of_its_own() -> None:
    assert kept(text_with(NOW), HELD, "no")[0] == text_with(NOW)


def test_where_nobody_can_be_asked_it_is_the_same() -> None:
    assert set(questions_of(framework(kept(text_with(NOW), there=False)[0]))) == {ID}


def test_an_id_that_is_written_is_renamed_and_not_written_over() -> None:
    text, told = kept(text_with(f"{{id: worry, type: note, ask: '{NOW}'}}"), HELD, "yes")

    assert framework(text).renamed == {ID: "worry"}
    assert f"this goes into the file:  renamed: {{{ID}: worry}}\n" in told


@pytest.mark.parametrize("histories", [Histories(BEFORE, None), Histories(None, None)])
def test_where_no_session_was_held_there_is_nothing_to_keep(histories: Histories) -> None:
    assert kept(text_with(NOW), histories) == (text_with(NOW), "")


def test_a_question_that_was_not_touched_is_not_asked_about() -> None:
    assert kept(text_with(WAS)) == (text_with(WAS), "")
