"""Days and scores in a call: what is told of them, and what the questions for them take."""

import pytest
from app.scripted_call import Sitting, Step, play
from builders import FRAMEWORK, GOAL, framework_of, walked

from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Jumped
from coachcli.domain.session.position import open_field
from coachcli.domain.session.wording import in_words
from coachcli.live.source import Line, Pressed

ASIDE = "By the way, I think he drinks"
ASKED = "→ client as its day? Enter takes it."
SECRET = "Of course, that is a double-edged sword"


def at_the_day(*steps: Step, interactive: bool = True, discreet: bool = False) -> Sitting:
    """A call in which an action was just said, and its day is asked."""
    session = walked(Jumped("actions"))
    return play(FRAMEWORK, session, ["Talk to Ana", *steps], interactive=interactive, discreet=discreet)


def notes(sitting: Sitting) -> list[tuple[str, str, str]]:
    return [(note.kind, in_words(note), note.share_with) for _, note in sitting.session.notes]


def last(sitting: Sitting) -> Note:
    return [note for _, note in sitting.session.notes][-1]


def test_a_line_says_at_once_what_looked_like_a_day_and_was_none() -> None:
    sitting = play(FRAMEWORK, walked(), ["*Ask Sam by tomorow", "*Ask Sam by Friday 28 November", "*Ask Sam by 8/10"])

    assert sitting.remarks == [
        'Kept in the words: no day understood in "tomorow".',
        "Kept in the words: 28 November is a Saturday.",
        "8/10 was taken for how sure.",
    ]


def test_it_is_told_wherever_a_line_is_read_for_its_day() -> None:
    told = 'Kept in the words: no day understood in "tomorow".'
    rewritten = play(FRAMEWORK, walked(), ["*Ask Sam", "/edit *Ask Sam by tomorow"])
    turned = play(FRAMEWORK, walked(), ["Ask Sam by tomorow", "/kind action"])

    at_the_map = play(FRAMEWORK, walked(), ["/map", "*Ask Sam by tomorow"])

    assert told in rewritten.remarks
    assert any(told in remark for remark in at_the_map.remarks)
    assert any(told in remark for remark in turned.remarks)


@pytest.mark.parametrize("line", ["*Ask Sam by tomorow", "*Ask Sam by Friday 28 November", "*Ask Sam by 8/10"])
def test_where_others_see_the_screen_it_is_told_without_the_words(line: str) -> None:
    sitting = play(FRAMEWORK, walked(), [line], discreet=True)

    (told,) = sitting.remarks
    assert told in {"Kept in the words: no day was understood.", "It was taken for how sure."}


def test_a_promise_has_its_day() -> None:
    sitting = play(FRAMEWORK, walked(), [">Send the article by Monday", "Send the notes until friday", "/kind promise"])

    assert notes(sitting) == [
        ("promise", "Send the article · by Monday 23 November 2026", "nobody"),
        ("promise", "Send the notes · until Friday 27 November 2026", "nobody"),
    ]


def test_at_the_day_a_day_is_taken() -> None:
    assert notes(at_the_day("friday 14:00")) == [
        ("action", "Talk to Ana · by Friday 27 November 2026, 14:00", "client")
    ]


def test_words_that_only_begin_like_one_come_back_once_and_enter_takes_them() -> None:
    sitting = at_the_day(ASIDE, ASIDE)

    assert sitting.remarks == [ASKED]
    assert sitting.script.lines[2].text == ASIDE
    assert notes(sitting) == [("action", f"Talk to Ana · {ASIDE}", "client")]


def test_changed_meanwhile_they_come_back_again() -> None:
    sitting = at_the_day(ASIDE, f"{ASIDE} a lot", "/next")

    assert sitting.remarks == [ASKED, ASKED]
    assert notes(sitting) == [("action", "Talk to Ana", "client")]


def test_something_else_in_between_is_no_yes_to_them() -> None:
    sitting = at_the_day(ASIDE, "!he looked away", ASIDE)

    assert sitting.remarks == [ASKED, ASKED]
    assert [(kind, words) for kind, words, _ in notes(sitting)] == [
        ("action", "Talk to Ana"),
        ("insight", "he looked away"),
    ]


def test_after_a_key_that_may_lead_elsewhere_it_is_asked_again() -> None:
    line = "once she is back"
    sitting = at_the_day(line, Pressed("help", Line.ending(line)), line)

    assert sitting.remarks == [ASKED, ASKED]
    assert notes(sitting) == [("action", "Talk to Ana", "client")]


def test_over_a_pipe_nobody_can_say_so_it_is_the_coachs_own_and_told() -> None:
    sitting = at_the_day(ASIDE, "friday", interactive=False)

    assert sitting.remarks == ["No day: kept as a note, for you alone."]
    assert notes(sitting) == [
        ("action", "Talk to Ana · by Friday 27 November 2026", "client"),
        ("note", ASIDE, "nobody"),
    ]


@pytest.mark.parametrize("interactive", [True, False])
def test_anything_else_is_a_note_for_the_coach_and_the_day_is_asked_again(interactive: bool) -> None:
    sitting = at_the_day(SECRET, interactive=interactive)

    assert sitting.remarks == ["No day: kept as a note, for you alone."]
    assert open_field(sitting.session) == "by_when"
    assert notes(sitting) == [("action", "Talk to Ana", "client"), ("note", SECRET, "nobody")]


def test_the_same_goes_for_how_sure_somebody_is() -> None:
    sitting = at_the_day("friday", SECRET, "quite sure", "quite sure")

    assert sitting.remarks == ["No score: kept as a note, for you alone.", "→ client as how sure? Enter takes it."]
    assert notes(sitting) == [
        ("action", "Talk to Ana · by Friday 27 November 2026 · how sure: quite sure", "client"),
        ("note", SECRET, "nobody"),
    ]


def test_the_same_goes_for_the_day_of_a_goal() -> None:
    framework = framework_of(GOAL)
    sitting = play(framework, walked(framework=framework), ["run it", "", "", "", "", SECRET, ASIDE, ASIDE])

    assert sitting.remarks[:2] == ["No day: kept as a note, for you alone.", ASKED]
    assert notes(sitting) == [("goal", f"run it · {ASIDE}", "client"), ("note", SECRET, "nobody")]


def test_such_a_question_shows_nothing_where_others_see_the_screen() -> None:
    sitting = at_the_day(ASIDE, ASIDE, SECRET, discreet=True)

    assert sitting.remarks == [ASKED, "No score: kept as a note, for you alone."]
    assert not any(ASIDE in said or SECRET in said for said in (*sitting.script.said, *sitting.remarks))
    assert last(sitting).text == SECRET
