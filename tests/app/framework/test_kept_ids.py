"""Which questions would lose their earlier answers, and what is written so that they keep them."""

from coachcli.app.framework.kept_ids import Histories, Rescue
from coachcli.app.framework.prompter import Prompter
from coachcli.domain.framework.model import Framework
from coachcli.store.framework.check import Checked, check

BEFORE = "stages:\n- title: A\n  ask:\n  - What brings you here?\n  - What else?\n"
AFTER = BEFORE.replace("brings", "brought")


def checked(text: bytes) -> Checked:
    return check(text, "mine")


def framework(text: str) -> Framework:
    found = checked(text.encode()).framework
    assert found is not None
    return found


def kept(after: str, histories: Histories) -> tuple[str, str]:
    """What becomes of the text where nobody can be asked, and what is told of it."""
    told: list[str] = []
    rescue = Rescue(Prompter(None, told.append), checked)
    return rescue.kept(after.encode(), framework(after), histories).decode(), "".join(told)


def test_a_reworded_question_would_lose_them() -> None:
    (pair,) = Histories(framework(BEFORE), framework(BEFORE)).losing(framework(AFTER))

    assert (pair.old.words, pair.new.words) == ("What brings you here?", "What brought you here?")


def test_nothing_is_lost_where_no_session_was_held() -> None:
    assert Histories(framework(BEFORE), None).losing(framework(AFTER)) == []


def test_nor_with_a_question_that_no_session_asked() -> None:
    used = framework(BEFORE.replace("  - What brings you here?\n", ""))

    assert Histories(framework(BEFORE), used).losing(framework(AFTER)) == []


def test_the_id_it_had_is_written_to_it() -> None:
    text, told = kept(AFTER, Histories(framework(BEFORE), framework(BEFORE)))

    assert "  - id: what_brings_you_here\n    ask: What brought you here?\n" in text
    assert "Its earlier answers stay with it" in told


def test_one_with_an_id_of_its_own_is_put_into_what_is_renamed() -> None:
    named = AFTER.replace("- What brought", "- id: arriving\n    ask: What brought")
    text, _ = kept(named, Histories(framework(BEFORE), framework(BEFORE)))

    assert "renamed: {what_brings_you_here: arriving}\n" in text


def test_where_two_are_asked_in_the_same_words_that_is_written_as_well() -> None:
    twice = AFTER.replace("What else?", "What brought you here?")
    text, _ = kept(twice, Histories(framework(BEFORE), framework(BEFORE)))

    assert "what_brings_you_here: what_brought_you_here}" in text
