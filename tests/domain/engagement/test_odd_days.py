"""Days that are mostly a slip are told on the day on which they are odd."""

from datetime import date

from coachcli.domain.engagement.model import Ended, Engagement, Left
from coachcli.domain.engagement.odd_days import odd_days

TODAY = date(2026, 6, 1)
NEXT = date(2026, 6, 2)


def told(**parts: object) -> list[str]:
    one = Engagement(id="lead", start=date(2026, 1, 1), **parts)  # type: ignore[arg-type]
    return [f"{'.'.join(map(str, flaw.where))}: {flaw.text}" for flaw in odd_days(one, TODAY)]


def test_what_was_given_done_or_handed_on_in_the_future_is_odd() -> None:
    assert told(consents={"goals": NEXT}) == ["consents.goals: this consent was given in the future, on 2026-06-02"]
    assert told(ended=Ended(on=NEXT)) == ["ended.on: it ended in the future, on 2026-06-02"]
    assert told(left=(Left(on=NEXT, audience="sponsor", what="report", lines=1),)) == [
        "left.0.on: this left the house in the future, on 2026-06-02"
    ]


def test_what_is_of_today_is_not() -> None:
    today = Left(on=TODAY, audience="sponsor", what="report", lines=1)

    assert told(consents={"goals": TODAY}, ended=Ended(on=TODAY), left=(today,)) == []


def test_what_is_kept_until_before_its_end_is_odd_and_before_its_start_is_told_elsewhere() -> None:
    assert told(end=date(2026, 9, 1), keep_until=date(2026, 8, 1)) == [
        "keep_until: this is kept only until before its last day, 2026-09-01"
    ]
    assert told(end=date(2026, 9, 1), keep_until=date(2026, 9, 1)) == []
    assert told(end=date(2026, 9, 1), keep_until=date(2025, 1, 1)) == []
