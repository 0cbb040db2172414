"""The engagements on a client's page."""

from datetime import date

from engagements import engagement, session_on

from coachcli.domain.client.work import engagement_lines, road_lines, work_data, works_of
from coachcli.domain.engagement.model import SESSION, Ended, Milestone

TODAY = date(2026, 10, 1)
TITLES = {name: name.upper() for name in ("intake", "three-way", "interview", "midpoint")}


def told(*engagements_of: object, held: tuple[date, ...] = ()) -> tuple[list[str], list[str]]:
    sessions = [session_on(day, "intake") for day in held]
    works = works_of(engagements_of, sessions, TITLES, TODAY)  # type: ignore[arg-type]
    return tuple([" | ".join((line.text, *line.details)) for line in lines] for lines in (  # type: ignore[return-value]
        engagement_lines(works), road_lines(works)
    ))  # fmt: skip


def test_a_stop_says_whether_it_was_held_is_late_is_due_or_is_to_come() -> None:
    road = (
        Milestone(do="intake", week=1),
        Milestone(do="three-way", week=2),
        Milestone(do="interview", week=3, times=6),
        Milestone(do="midpoint", week=12),
    )
    one = engagement(*road, end=date(2027, 2, 28), sessions=12, title="Lead")
    lines, stops = told(one, held=(date(2026, 9, 3),))

    assert lines == ["Lead | month 2 of 6 · session 2 of 12 · MIDPOINT in 47 days | until 28 Feb 2027"]
    assert stops == [
        "INTAKE | done | 3 Sep",
        "THREE-WAY | late | was for 8 Sep",
        "INTERVIEW | late | 0 of 6 | was for 15 Sep",
        "MIDPOINT | next | 17 Nov, in 47 days",
    ]


def test_an_engagement_that_ended_says_when_and_why_and_has_no_road() -> None:
    ended = engagement(Milestone(do="intake", week=1), ended=Ended(on=date(2026, 9, 20), why="moved on"))

    assert told(ended) == (["lead | ended 20 Sep | moved on"], [])


def test_what_began_last_comes_first() -> None:
    works = works_of([engagement(), engagement(id="next", start=date(2026, 9, 28))], [], {}, TODAY)

    assert [work_data(work)["id"] for work in works] == ["next", "lead"]


def test_a_rhythm_of_sessions_is_called_so_on_the_clients_page_too() -> None:
    one = engagement(Milestone(do=SESSION, every="2 weeks"))

    assert [line.text for line in road_lines(works_of([one], [], {}, TODAY))] == ["Session with the client"]
