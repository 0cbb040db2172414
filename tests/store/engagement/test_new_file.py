"""The file of a new engagement says what was agreed, and shows in comments what more it can say."""

from datetime import date

from coachcli.domain.engagement.model import Engagement, Milestone
from coachcli.store.engagement.engagement_text import check
from coachcli.store.engagement.new_file import new_text

ROAD = (
    Milestone(do="intake", week=1),
    Milestone(do="stakeholder-interview", week=3, times=6),
    Milestone(do="grow", every="2 weeks"),
)
WHOLE = Engagement(
    id="lead",
    title="Leading: the new division",
    start=date(2026, 9, 1),
    end=date(2027, 2, 28),
    mode="mentoring",
    type="executive",
    hours=1.5,
    minutes=60,
    every="2 weeks",
    paid=False,
    sponsor="Sam Boss, head of operations",
    sponsor_hears="dates",
    consents={"goals": date(2026, 9, 3)},
    keep_until=date(2030, 1, 1),
    agreed="Both come.\nEither may end it.",
    road=ROAD,
)


def test_what_it_says_is_read_back() -> None:
    for one in (WHOLE, Engagement(id="lead", start=date(2026, 9, 1))):
        outcome = check(new_text(one, "../x.json").encode(), "lead")

        assert not outcome.problems
        assert outcome.record == one


def test_a_stop_takes_one_line() -> None:
    text = new_text(WHOLE, "../x.json")

    assert "  - {do: stakeholder-interview, week: 3, times: 6}\n  - {do: grow, every: 2 weeks}\n" in text


def test_what_was_not_said_stands_there_as_a_comment() -> None:
    text = new_text(Engagement(id="lead", start=date(2026, 9, 1)), "../x.json")

    assert text.startswith("# yaml-language-server: $schema=../x.json\n# An agreed piece of work.")
    assert "# sponsor_hears: dates" in text
    assert "road:" not in text
    assert "# sponsor_hears" not in new_text(WHOLE, "")
