"""/meet: the next session, agreed during the call."""

from datetime import date

import pytest
from app.conftest import MakeSession
from app.desk import Sitting, Step, play
from app.play import over_a_pipe
from builders import FRAMEWORK, walked

from coachcli.app.context import Context
from coachcli.app.session import resumption
from coachcli.app.session.export import export_text, open_session
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Appointment
from coachcli.live.source import Line

FRIDAY = "We meet again: Friday 27 November 2026, 10:00.  → client"


def held(*steps: Step, discreet: bool = False) -> Sitting:
    return play(FRAMEWORK, walked(), steps, discreet=discreet)


def test_it_is_kept_with_the_session_and_told_as_it_was_understood() -> None:
    sitting = held("/meet friday 10:00", "tired")

    assert sitting.remarks == [FRIDAY]
    assert sitting.session.next == Appointment(words="friday 10:00", on=date(2026, 11, 27), at="10:00")
    assert sitting.keeper.saves[1].next == sitting.session.next
    assert sitting.questions == ["What is going on?"] * 3


def test_alone_it_says_what_is_agreed_or_how_to_say_it() -> None:
    assert held("/meet").remarks == ["Nothing is agreed yet: /meet friday 10:00"]
    assert held("/meet friday 10:00", "/meet").remarks == [FRIDAY, FRIDAY]


def test_said_again_it_is_changed_and_undo_brings_back_what_was_before() -> None:
    sitting = held("/meet friday 10:00", "/meet monday", "/undo", "/undo")

    assert sitting.remarks == [
        FRIDAY,
        "We meet again: Monday 23 November 2026.  → client",
        f"Taken back. {FRIDAY}",
        "Taken back. Nothing is agreed yet: /meet friday 10:00",
    ]
    assert sitting.session.next is None


def test_where_no_day_is_understood_nothing_is_kept_and_the_line_is_given_back() -> None:
    sitting = held("/meet by the way he drinks")

    assert sitting.session.next is None
    assert sitting.remarks == ["No day was understood, so nothing was kept. Nothing is agreed yet: /meet friday 10:00"]
    assert sitting.script.lines[-1].text == "/meet by the way he drinks"


def test_what_is_for_the_coach_alone_is_not_kept_as_it_would_go_to_the_client() -> None:
    sitting = held("/meet ~friday if I can bear it")

    assert sitting.session.next is None
    assert sitting.script.lines[-1] == Line.ending("/meet ~friday if I can bear it").refused()


def test_with_nobody_to_meet_it_says_so() -> None:
    alone = FRAMEWORK.model_copy(update={"kind": "reflection"})
    sitting = play(alone, walked(framework=alone), ["/meet friday 10:00"])

    assert sitting.session.next is None
    assert sitting.remarks == ["There is nobody to meet: this is your own reflection."]


@pytest.mark.parametrize("words", ["monday 10:00", "monday"])
def test_on_a_shared_screen_no_word_of_it_is_shown(words: str) -> None:
    sitting = held(f"/meet {words}", "/meet", "/undo", discreet=True)

    assert len(sitting.remarks) == 3
    assert not any(word in remark.casefold() for remark in sitting.remarks for word in ("monday", "as always", "novem"))
    assert sitting.remarks[0].startswith("The next session is kept")


def test_the_summary_for_the_client_tells_it(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane, "2026-11-20-1300", status="paused")
    resumption.resume(context, jane.name, over_a_pipe("/meet 4 december 14:00", "/pause").conversation)

    opened = open_session(context, None)
    assert "We meet again: Friday 4 December 2026, 14:00" in export_text(context, opened, "client", "text")
    assert "We meet again" not in export_text(context, opened, "sponsor", "text")


def test_words_without_a_day_never_take_the_place_of_a_day() -> None:
    sitting = held("/meet friday 10:00", "/meet sometime")

    assert sitting.session.next is not None
    assert sitting.session.next.words == "friday 10:00"
    assert sitting.remarks[-1].startswith("No day was understood, so nothing was kept. We meet again: Friday")
    assert sitting.script.lines[-1].text == "/meet sometime"
