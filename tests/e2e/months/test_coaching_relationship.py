"""Six months with Robin Example, from the command line. Every day, number and name here is worked out from the script.

The weeks of the engagement begin on Mondays: week 1 on 7 September 2026, week 2 on the 14th, week 5 on 5 October,
week 9 on 2 November, week 12 on the 23rd, week 20 on 18 January 2027, week 25 on 22 February. The meeting on
3 September was before it, so that it is one of the sessions with Robin, and none of the six that were agreed.
"""

import pytest
from e2e.months.coaching_relationship import SAID_OF_ROBIN
from e2e.months.pages import found, handed_on, ids, meetings, missing, part, screen
from e2e.months.script import Months

ENDED = "2027-03-02"
ROADS = {
    "2026-09-08": """
month 1 of 6 · session 1 of 6 · three-way contracting in 6 days
done   Sponsor intake · 7 Sep
due    Intake and contracting · until 13 Sep
next   Three-way contracting · 14 Sep, in 6 days
Coach the coach · 5 Oct, in 27 days
Learning plan · 2 Nov, in 55 days
Midpoint review · 23 Nov, in 76 days
Coach the coach · 18 Jan 2027, in 132 days
Closing meeting · 22 Feb 2027, in 167 days
""",
    # Two talks on coaching others are on the road: the one of October counts for the first.
    "2026-10-20": """
month 2 of 6 · session 3 of 6 · learning plan in 13 days
done   Sponsor intake · 7 Sep
done   Intake and contracting · 10 Sep
done   Three-way contracting · 15 Sep
done   Coach the coach · 6 Oct
next   Learning plan · 2 Nov, in 13 days
Midpoint review · 23 Nov, in 34 days
Coach the coach · 18 Jan 2027, in 90 days
Closing meeting · 22 Feb 2027, in 125 days
""",
    "2026-12-05": """
month 3 of 6 · session 5 of 6 · coach the coach in 44 days
done   Sponsor intake · 7 Sep
done   Intake and contracting · 10 Sep
done   Three-way contracting · 15 Sep
done   Coach the coach · 6 Oct
done   Learning plan · 3 Nov
done   Midpoint review · 24 Nov
next   Coach the coach · 18 Jan 2027, in 44 days
Closing meeting · 22 Feb 2027, in 79 days
""",
    # The week of the second one is over when 24 January is.
    "2027-02-24": """
month 6 of 6 · 6 sessions held of 6
done   Sponsor intake · 7 Sep 2026
done   Intake and contracting · 10 Sep 2026
done   Three-way contracting · 15 Sep 2026
done   Coach the coach · 6 Oct 2026
done   Learning plan · 3 Nov 2026
done   Midpoint review · 24 Nov 2026
done   Coach the coach · 19 Jan
done   Closing meeting · 23 Feb
""",
}


@pytest.mark.parametrize("day", ROADS)
def test_the_road_says_what_is_done_due_late_and_next(robin: Months, day: str) -> None:
    figures, *stops = ROADS[day].strip().split("\n")

    page = robin.shows(day, "engagement", "show", "robin")

    assert page.split("\n")[1] == figures
    assert part(page, "Road") == stops


def test_the_engagement_counts_its_own_sessions_and_the_card_all_of_them(robin: Months) -> None:
    # By 20 January: chemistry, and in the engagement intake, coaching others twice, learning plan and midpoint.
    card = robin.shows("2027-01-20", "prep", "robin")

    assert card.startswith("Session 7 with Robin Example\n")
    assert "Besides: 1 meeting of three, 1 talk with the sponsor" in card
    assert part(card, "ENGAGEMENT") == ["month 5 of 6 · session 6 of 6 · closing meeting in 33 days"]
    assert len(ids(robin, "robin", ENDED)) == 9
    assert part(robin.shows(ENDED, "client", "show", "robin"), "SESSIONS") == [
        "7 sessions, last on Tuesday 23 February 2027",
        "1 meeting of three, last on Tuesday 15 September 2026",
        "1 talk with the sponsor, last on Monday 7 September 2026",
    ]


def test_a_second_check_shows_the_first_numbers_after_the_new_ones(robin: Months) -> None:
    first, second = screen(robin, "2026-10-06"), screen(robin, "2027-01-19")

    # Readiness was 3 4 8 and the contribution 4 in October; what can derail 5 8 4 6.
    told = [f"{before} on 6 Oct 2026, {now} now" for before, now in ((3, 6), (4, 5), (8, 9), (4, 6), (5, 7), (8, 8))]
    assert missing(told, second) == []
    assert " now\n" not in first
    for number, words in ((7, "people you depend on"), (6, "build a team")):
        asked = second.split(words)[1].split("\n\n")[0]
        assert f"   · {number} of 10\n" in asked
        assert asked.index(f"· {number} of 10") < asked.index(f"{number} now")


def test_progress_has_the_first_number_and_the_last_of_everything_asked_twice(robin: Months) -> None:
    assert (
        missing(
            (
                # 2 between sessions on 10 September, 5 when it was looked back on at the midpoint.
                "Two of my people lead projects of their own: 2 in September 2026, 5 now",
                "Coaching my people: 3 in September 2026, 7 now",
                "Managing upwards: 5 in September 2026, 6 now",
                "Skills: 3 in October 2026, 6 now",
                "Time: 4 in October 2026, 5 now",
                "Worth: 8 in October 2026, 9 now",
                "Relationships: 5 in October 2026, 7 now",
                "Objectives: 8 in October 2026, 8 now",
                "Team: 4 in October 2026, 6 now",
                "Transition: 6 in October 2026, 6 now",
                "Developmental contribution: 4 in October 2026, 6 now",
                "Listening without solving: 4 of 10",
                "Giving feedback: 5 of 10",
            ),
            robin.shows("2027-02-24", "progress", "robin", "--plain"),
        )
        == []
    )


def test_the_areas_come_back_without_being_typed(robin: Months) -> None:
    brought = "   1. Coaching my people  → client\n   2. Managing upwards  → client\n"

    assert brought in screen(robin, "2026-11-24")
    assert brought in screen(robin, "2027-02-23")
    assert "Coaching my people: 3 on 10 Sep, 5 now" in screen(robin, "2026-11-24")
    assert "Coaching my people: 3 on 10 Sep 2026, 5 on 24 Nov 2026, 7 now" in screen(robin, "2027-02-23")


@pytest.mark.slow
def test_no_word_of_the_sponsor_or_of_the_coach_alone_reaches_robin_or_leaves_the_house(robin: Months) -> None:
    talks = {on: found(SAID_OF_ROBIN, said) for on, framework, said in meetings(robin) if framework != "sponsor-intake"}
    cards = {day: found(SAID_OF_ROBIN, robin.shows(day, "prep", "robin")) for day in (*ROADS, ENDED)}
    pages = {name: found(SAID_OF_ROBIN, page) for name, page in handed_on(robin, ENDED, ids(robin, "robin", ENDED))}

    assert len(talks) == 8
    assert {name: words for name, words in (talks | cards | pages).items() if words} == {}


def test_where_the_sponsor_hears_nothing_there_is_no_page_for_them(robin: Months) -> None:
    for session in ids(robin, "robin", "2026-12-05", "client", "three"):
        if session != "robin-example/2026-09-03-0900":  # before the engagement
            answer = robin.says("2026-12-05", "session", "export", session, "--for", "sponsor")
            assert (answer.code, answer.out) == (2, "")


def test_what_the_sponsor_will_do_is_told_to_the_coach_and_never_asked_of_robin(robin: Months) -> None:
    home = robin.shows("2026-12-01")

    # One was said to the coach alone, by S1; one before all three.
    assert "S1, about Robin Example\n    overdue  Raise it with the board" in home
    assert "The sponsor, about Robin Example\n    overdue  Free an hour a week for it" in home
    assert part(robin.shows("2026-12-01", "prep", "robin"), "ACTIONS") == [
        "Ten minutes with each of the four · overdue · by Friday 20 November 2026 · 6/10",
        "Put one point on the agenda · by Thursday 10 December 2026 · 8/10",
    ]


def test_what_a_mentor_takes_on_is_a_promise_and_no_action_of_the_mentees(robin: Months) -> None:
    # An hour of mentoring beside the engagement. Who it is by is asked once the action stands there.
    lines = "/go what will you do?\nIntroduce Robin to Ana by 2026-12-15\ncoach\n\n/end\n/end\n/end\n"
    with robin.desk("2026-12-08") as says:
        held = says("session", "start", "robin", "-f", "mentoring", "--at", "2026-12-08 10:00", typed=lines)
        card = says("prep", "robin").out
        summary = says("session", "export", "robin", "--for", "client").out

    assert "who: coach" in held.err
    assert part(card, "YOU PROMISED") == ["Introduce Robin to Ana · by Tuesday 15 December 2026 · who: coach"]
    assert not any("Ana" in line for line in part(card, "ACTIONS"))
    assert "## What I will do\n\n- Introduce Robin to Ana" in summary
    assert "What you will do" not in summary


def test_a_meeting_that_was_agreed_and_did_not_take_place_is_told_until_the_end(robin: Months) -> None:
    # Robin and the coach closed alone on 23 February, the day agreed with all three.
    assert part(robin.shows("2026-12-05", "prep", "robin"), "DATES AGREED") == [
        "Talk with the sponsor was for 1 Dec · agreed 7 Sep",
        "Three-way meeting 23 Feb 2027 · agreed 15 Sep",
    ]
    assert "Three-way meeting was for 23 Feb" in robin.shows("2027-02-24", "prep", "robin")
    assert "Three-way meeting" not in robin.shows(ENDED, "prep", "robin")


def test_the_end_lets_go_of_what_is_open_and_nothing_is_overdue(robin: Months) -> None:
    assert "overdue" in robin.shows("2027-02-24")
    for words in ((), ("prep", "robin"), ("action", "list"), ("engagement", "show", "robin")):
        assert found(("overdue", "late", "was for"), robin.shows(ENDED, *words)) == []
    # Reached at the closing, and let go at the end.
    let_go, reached = robin.shows(ENDED, "goal", "list", "robin", "--all").split("\n")[2:4]
    assert let_go == "   7  Speak up before I am asked · let go on Monday 1 March 2027"
    assert reached.startswith("   3  Two of my people lead projects of their own · reached on Tuesday 23 February 2027")
    assert reached.endswith(" · 2 in September 2026, 5")


def test_robin_is_told_the_own_way_and_the_sponsor_nothing(robin: Months) -> None:
    told = robin.says(ENDED, "report", "robin", "--for", "client", "--until", "closing", "--yes")
    refused = robin.says(ENDED, "report", "robin", "--for", "sponsor", "--yes")

    assert (
        missing(
            (
                "Coaching my people: 3 on Thursday 10 September 2026, 5 on Tuesday 24 November 2026, 7 on Tuesday 23",
                "- They had the answers",
                "- Ask Lee three questions first · kept on Wednesday 14 October 2026",
                "Two of my people lead projects of their own · 2 in September 2026, 5 now",
            ),
            told.out,
        )
        == []
    )
    assert found(SAID_OF_ROBIN, told.out) == []
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("It was agreed that the sponsor hears nothing: there is no page for them.\n")
