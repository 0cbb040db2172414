"""An engagement: what it is called, and until when it goes."""

from datetime import date

from engagements import engagement

from coachcli.domain.engagement.model import Ended


def test_it_goes_by_its_title_and_else_by_the_name_of_its_file() -> None:
    assert engagement(title="Leading the division").name == "Leading the division"
    assert engagement().name == "lead"


def test_it_is_over_on_the_day_agreed_unless_it_ended_on_another() -> None:
    agreed = engagement(end=date(2027, 2, 28))
    ended = engagement(end=date(2027, 2, 28), ended=Ended(on=date(2027, 1, 15), why="moved on"))

    assert engagement().last_day is None
    assert agreed.last_day == date(2027, 2, 28)
    assert ended.last_day == date(2027, 1, 15)


def test_only_what_says_so_has_ended_and_not_before_its_day() -> None:
    ended = engagement(ended=Ended(on=date(2027, 1, 15)))

    assert not engagement(end=date(2026, 10, 1)).has_ended(date(2027, 1, 15))
    assert not ended.has_ended(date(2027, 1, 14))
    assert ended.has_ended(date(2027, 1, 15))
