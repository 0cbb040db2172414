"""What of a map was spoken about is told with its days, by the notes, the follow-up questions and the coach's tags."""

from datetime import date

from builders import FRAMEWORK, note, turn_with
from domain.client.months import held

from coachcli.domain.client.coverage import Coverage, coverage, library_of
from coachcli.domain.framework.model import Stage
from coachcli.domain.value import changed

FIRST, LATER = date(2026, 11, 20), date(2026, 12, 20)
STAGES = tuple(
    Stage(id=name, title=name, series=f"seven_{name}", ask=FRAMEWORK.stages[0].ask) for name in ("team", "results")
)
LIBRARY = library_of([changed(FRAMEWORK, stages=STAGES)], ["trust", "time-and-priorities"])


def test_an_area_was_worked_on_where_its_stage_has_words() -> None:
    worked_on = changed(turn_with(note("words")), series="seven_team")
    sessions = [held(0, worked_on), held(30, worked_on)]

    assert coverage(LIBRARY.areas, sessions, lambda marks: marks.series) == (
        Coverage("Team", (FIRST, LATER)),
        Coverage("Results"),
    )


def test_a_topic_was_spoken_about_where_its_pack_was_drawn_on_or_a_tag_is_called_like_it() -> None:
    asked, tagged = changed(turn_with(), packs=("trust",)), turn_with(note("so late #Time-and-Priorities"))
    sessions = [held(0, asked, tagged), held(30, asked)]

    assert coverage(LIBRARY.topics, sessions, lambda marks: marks.topics) == (
        Coverage("Trust", (FIRST, LATER)),
        Coverage("Time and priorities", (FIRST,)),
    )


def test_two_sessions_on_one_day_are_one_day() -> None:
    asked = changed(turn_with(), packs=("trust",))

    assert coverage(LIBRARY.topics, [held(0, asked), held(0, asked)], lambda marks: marks.topics)[0].days == (FIRST,)
