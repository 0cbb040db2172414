"""Six months with Jane Example, from the command line. Every day, number and name here is worked out from the script.

The weeks of the engagement begin on Tuesdays: week 1 on 1 September 2026, week 3 on the 15th, week 5 on the 29th,
week 7 on 13 October, week 9 on the 27th, week 12 on 17 November, week 22 on 26 January 2027, week 24 on 9 February.
"""

import json

import pytest
from e2e.months.careerminds import PASSED_ON, SAID_OF_HER
from e2e.months.pages import found, handed_on, ids, meetings, missing, part, screen
from e2e.months.script import Months, Typed

ENDED = "2027-02-21"
# Nothing else is asked about in a talk with Jane.
WITH_JANE = {"intake", "three-way", "feedback-debrief", "values", "careerminds", "grow", "midpoint", "egan"}
WITH_JANE |= {"learning-plan", "closing"}
# The aims of the hours that were noted, each along another framework or on another day.
AIMS = (
    "Know what to say on day 8",
    "Three sentences for the opening",
    "A sentence for the customer",
    "A plan for the last month",
)


def test_it_is_an_engagement_of_22_meetings(jane: Months) -> None:
    # 11 with Jane, 1 of three, 6 interviews, 3 talks with Sam, 1 of the coach alone.
    assert len(ids(jane, "jane", ENDED)) == 22
    assert [len(ids(jane, "jane", ENDED, room)) for room in ("client", "three", "stakeholder", "sponsor", "alone")] == [
        *(11, 1, 6, 3, 1)
    ]


ROADS = {
    # Five interviews by the 22nd, where six had until the 28th: two weeks, as three a week are reckoned with.
    "2026-09-30": """
month 1 of 6 · session 2 of 12 · values in 13 days
done   Intake and contracting · 1 Sep
done   Three-way contracting · 8 Sep
done   Assessment debrief · 15 Sep
late   Stakeholder interview · 5 of 6 · last 22 Sep · was for 15 Sep
due    Feedback debrief · until 5 Oct
Sponsor check-in · every month · 1 Oct, tomorrow
next   Values · 13 Oct, in 13 days
Eight parts (Careerminds) · every 6 weeks · 27 Oct, in 27 days
Midpoint review · 17 Nov, in 48 days
Learning plan · 26 Jan 2027, in 118 days
Closing meeting · 9 Feb 2027, in 132 days
""",
    # Six sessions with Jane: intake, debrief, values, eight parts, GROW, midpoint. 11 + 31 + 25 days to 26 January.
    "2026-11-20": """
month 3 of 6 · session 7 of 12 · learning plan in 67 days
done   Intake and contracting · 1 Sep
done   Three-way contracting · 8 Sep
done   Assessment debrief · 15 Sep
done   Stakeholder interview · 6 of 6 · last 1 Oct
done   Feedback debrief · 5 Oct
Sponsor check-in · every month · last 5 Nov · 5 Dec, in 15 days
done   Values · 13 Oct
Eight parts (Careerminds) · every 6 weeks · last 27 Oct · 8 Dec, in 18 days
done   Midpoint review · 19 Nov
next   Learning plan · 26 Jan 2027, in 67 days
Closing meeting · 9 Feb 2027, in 81 days
""",
    # Sam was last heard on 4 December: due from 4 to 10 January, then late. Six weeks after 8 December is the 19th.
    "2027-01-13": """
month 5 of 6 · session 10 of 12 · learning plan in 13 days
done   Intake and contracting · 1 Sep 2026
done   Three-way contracting · 8 Sep 2026
done   Assessment debrief · 15 Sep 2026
done   Stakeholder interview · 6 of 6 · last 1 Oct 2026
done   Feedback debrief · 5 Oct 2026
late   Sponsor check-in · every month · last 4 Dec 2026 · was for 4 Jan
done   Values · 13 Oct 2026
Eight parts (Careerminds) · every 6 weeks · last 8 Dec 2026 · 19 Jan, in 6 days
done   Midpoint review · 19 Nov 2026
next   Learning plan · 26 Jan, in 13 days
Closing meeting · 9 Feb, in 27 days
""",
    # Nothing of an engagement that has ended is late, though Sam was not heard again.
    ENDED: """
ended 20 Feb, as agreed · 11 sessions
done   Intake and contracting · 1 Sep 2026
done   Three-way contracting · 8 Sep 2026
done   Assessment debrief · 15 Sep 2026
done   Stakeholder interview · 6 of 6 · last 1 Oct 2026
done   Feedback debrief · 5 Oct 2026
Sponsor check-in · every month · last 4 Dec 2026
done   Values · 13 Oct 2026
Eight parts (Careerminds) · every 6 weeks · last 8 Dec 2026
done   Midpoint review · 19 Nov 2026
done   Learning plan · 26 Jan
done   Closing meeting · 9 Feb
""",
}


@pytest.mark.parametrize("day", ROADS)
def test_the_road_says_what_is_done_due_late_and_next(jane: Months, day: str) -> None:
    figures, *stops = ROADS[day].strip().split("\n")

    page = jane.shows(day, "engagement", "show", "jane")

    assert page.split("\n")[1] == figures
    assert part(page, "Road") == stops


def test_a_stop_is_due_for_a_week_and_late_from_the_day_after(jane: Months) -> None:
    # A month after 4 December, and a week from then on.
    assert part(jane.shows("2027-01-03", "prep", "jane"), "ENGAGEMENT")[1:] == []
    assert part(jane.shows("2027-01-10", "prep", "jane"), "ENGAGEMENT")[1:] == ["due: Sponsor check-in, until 10 Jan"]
    assert part(jane.shows("2027-01-11", "prep", "jane"), "ENGAGEMENT")[1:] == ["late: Sponsor check-in, was for 4 Jan"]


FIGURES = {
    "2026-09-02": "month 1 of 6 · session 2 of 12 · three-way contracting in 6 days",
    "2026-10-12": "month 2 of 6 · session 3 of 12 · values tomorrow",
    "2026-11-04": "month 3 of 6 · session 5 of 12 · midpoint review in 13 days",
    "2026-12-10": "month 4 of 6 · session 8 of 12 · learning plan in 47 days",
    # 20 days to 28 February: fewer than 28.
    "2027-02-08": "month 6 of 6 · session 11 of 12 · closing meeting tomorrow · ends in 20 days",
}


@pytest.mark.parametrize("day", FIGURES)
def test_card_and_first_screen_say_how_far_it_has_come(jane: Months, day: str) -> None:
    assert part(jane.shows(day, "prep", "jane"), "ENGAGEMENT")[0] == FIGURES[day]
    assert f"Jane Example: {FIGURES[day]}" in part(jane.shows(day), "Engagements")


def test_interviews_and_reflections_are_no_sessions_of_hers_and_have_no_say_in_the_rhythm(jane: Months) -> None:
    # By 10 December: intake, debrief, values, eight parts twice, GROW, midpoint.
    card = jane.shows("2026-12-10", "prep", "jane")
    page = jane.shows(ENDED, "client", "show", "jane")

    assert card.startswith("Session 8 with Jane Example\n")
    assert "Last session: Tuesday 8 December, 2 days ago" in card
    assert "Besides: 1 meeting of three, 3 talks with the sponsor, 6 interviews" in card
    assert part(page, "SESSIONS") == [
        "11 sessions, last on Tuesday 9 February 2027",
        "1 meeting of three, last on Tuesday 8 September 2026",
        "3 talks with the sponsor, last on Friday 4 December 2026",
        "6 interviews about them, last on Thursday 1 October 2026",
        "1 of your own work about them, last on Wednesday 9 December 2026",
    ]
    assert "Seen: every 2 weeks" in page
    assert "11 sessions" in jane.shows(ENDED, "client", "list")


def test_those_who_are_asked_about_her_are_asked_about_her(jane: Months) -> None:
    asked = [said for _, framework, said in meetings(jane) if framework == "stakeholder-interview"]

    assert len(asked) == 6
    for number, said in enumerate(asked, 1):
        assert f"P{number}, about Jane Example" in said
        assert "What does Jane do less well?" in said


def test_no_word_of_others_comes_up_in_a_call_with_her_or_on_her_card(jane: Months) -> None:
    heard = {on: found(SAID_OF_HER, said) for on, framework, said in meetings(jane) if framework in WITH_JANE}
    cards = {day: found(SAID_OF_HER, jane.shows(day, "prep", "jane")) for day in (*FIGURES, ENDED)}

    # Ten in her room, one of three.
    assert len(heard) == 12
    assert {day: words for day, words in (heard | cards).items() if words} == {}


@pytest.mark.slow
def test_no_word_of_others_leaves_the_house(jane: Months) -> None:
    pages = dict(handed_on(jane, ENDED, ids(jane, "jane", ENDED, "client", "three")))

    assert {name: words for name, page in pages.items() if (words := found((*SAID_OF_HER, PASSED_ON), page))} == {}
    assert found(SAID_OF_HER, jane.shows(ENDED, "prep", "jane", "--form")) == []


def test_a_mark_on_what_the_sponsor_says_is_not_taken(jane: Months) -> None:
    said = screen(jane, "2026-10-06")

    assert "Nothing of this is ever for anybody else: it is from a talk with the sponsor." in said


def test_of_talks_with_others_and_of_own_work_there_is_no_page_for_anybody(jane: Months) -> None:
    others = ids(jane, "jane", ENDED, "stakeholder", "sponsor", "alone")

    answers = [jane.says(ENDED, "session", "export", one, "--for", "sponsor") for one in others]

    assert len(answers) == 10
    assert {(one.code, one.out) for one in answers} == {(2, "")}
    assert all("nothing of it is for anybody else" in one.err for one in answers)


def test_what_the_sponsor_lets_her_hear_stands_there_until_it_is_passed_on(jane: Months) -> None:
    # Said on 6 October, told to Jane on the 13th.
    assert part(jane.shows("2026-10-12", "prep", "jane"), "TO PASS ON") == [PASSED_ON]
    assert part(jane.shows("2026-10-12"), "To pass on") == ["Jane Example: 1"]
    assert "TO PASS ON" not in jane.shows("2026-10-13", "prep", "jane")


def test_what_somebody_else_is_to_do_is_never_asked_of_her(jane: Months) -> None:
    rota = "Change the rota"
    after = [said for on, framework, said in meetings(jane) if on > "2026-09-01" and framework in WITH_JANE]

    assert rota in screen(jane, "2026-09-01")
    assert not any(rota in said for said in after)
    assert not any(rota in line for line in part(jane.shows("2026-10-12", "prep", "jane"), "ACTIONS"))


def test_what_the_coach_took_on_is_a_promise(jane: Months) -> None:
    card = jane.shows("2026-09-02", "prep", "jane")

    assert part(card, "YOU PROMISED") == ["Send the agreement in writing · by Friday 4 September 2026 · who: coach"]
    assert not any("agreement" in line for line in part(card, "ACTIONS"))


def test_what_the_sponsor_will_do_is_asked_of_the_sponsor_alone(jane: Months) -> None:
    budget, shift = "Give her the budget for a deputy", "Free her from the night shift"
    after = [said for on, framework, said in meetings(jane) if on > "2026-09-08" and framework in WITH_JANE]

    # The budget was promised before all three; the shift to the coach, on 6 October.
    assert budget in screen(jane, "2026-11-05")
    assert shift in screen(jane, "2026-12-04")
    assert not any(budget in said or shift in said for said in after)


AGREED = {
    "2026-09-30": [
        "Next after Intake and contracting 5 Oct · agreed 1 Sep",
        "Three-way meeting 19 Nov · agreed 8 Sep",
    ],
    "2026-11-04": [
        "Talk with the sponsor 5 Nov · agreed 6 Oct",
        "Next after Eight parts (Careerminds) 10 Nov · agreed 27 Oct",
        "Three-way meeting 19 Nov · agreed 8 Sep",
    ],
    "2026-12-10": [
        "Next after Eight parts (Careerminds) 22 Dec · agreed 8 Dec",
        "Talk with the sponsor 5 Jan 2027 · agreed 4 Dec",
        "Three-way meeting 9 Feb 2027 · agreed 19 Nov",
    ],
}


@pytest.mark.parametrize("day", AGREED)
def test_days_agreed_in_meetings_stand_on_the_card_until_they_have_met(jane: Months, day: str) -> None:
    assert part(jane.shows(day, "prep", "jane"), "DATES AGREED") == AGREED[day]


def test_days_agreed_in_meetings_stand_on_the_first_screen(jane: Months) -> None:
    assert "tomorrow  Three-way meeting, agreed Tue 8 Sep" in part(jane.shows("2026-11-18"), "Dates agreed")
    # The talk with Sam on the 5th never took place.
    assert "was Tue 5 Jan  Talk with the sponsor, agreed Fri 4 Dec" in part(jane.shows("2027-01-13"), "Dates agreed")
    assert "Dates agreed" not in jane.shows(ENDED)


def test_days_agreed_in_meetings_are_in_the_calendars_of_those_who_were_there(jane: Months) -> None:
    def calendar(session: str, reader: str) -> str:
        return jane.says(ENDED, "session", "export", session, "--as", "ics", "--for", reader).out

    three, sponsors = "jane-example/2026-11-19-1000", "jane-example/2026-10-06-1600"
    for reader in ("me", "client", "sponsor"):
        assert "SUMMARY:Three-way meeting\r\nDTSTART;VALUE=DATE:20270209" in calendar(three, reader)
    assert "SUMMARY:Talk with the sponsor\r\nDTSTART;VALUE=DATE:20261105" in calendar(sponsors, "me")
    assert calendar(sponsors, "client") == ""


def test_only_what_lasts_is_a_goal_and_each_has_its_first_number_and_its_last(jane: Months) -> None:
    # 3 on 3 September and 5 on 2 November between sessions, 6 at the midpoint.
    assert jane.shows("2026-11-20", "goal", "list", "jane").split("\n") == [
        "Jane Example",
        "   4  Lead the division instead of running it · by Sunday 28 February 2027",
        "      3 in September, 6 now",
        "      you will know by: The leads decide a week without me",
        "      serves: The growth plan for the north",
        "   6  A leadership team that decides on its own · by Sunday 28 February 2027",
        "      you will know by: Decisions are made at Monday's round",
        "      serves: The growth plan for the north",
        "  17  Hand the customers to the leads · by Sunday 31 January 2027",
        "      you will know by: Two of three are met without me",
        "      serves: The growth plan for the north",
        "",
    ]


def test_the_closing_reviews_goals_and_no_aims(jane: Months) -> None:
    said = screen(jane, "2027-02-09")

    assert found(AIMS, said) == []
    for goal in ("Lead the division", "A leadership team", "Hand the customers", "Three evenings a week"):
        assert f"→ {goal}" in said
    # Three were reached, one was not, and one was set for the year to come.
    listed = jane.shows(ENDED, "goal", "list", "jane", "--all").split("\n")
    assert [line[6:].split(" · ")[0] for line in listed if line[:6].strip().isdigit()] == [
        "Hand the customers to the leads",
        "The division runs a quarter without me",
        "Three evenings a week at home",
        "A leadership team that decides on its own",
        "Lead the division instead of running it",
    ]
    assert found(AIMS, jane.shows(ENDED, "goal", "list", "jane", "--all")) == []


def test_the_areas_come_back_without_being_typed_and_the_first_number_after_the_new_one(jane: Months) -> None:
    midpoint, closing = screen(jane, "2026-11-19"), screen(jane, "2027-02-09")

    assert "   1. Delegating  → client\n   2. Being heard on the board  → client\n   3. Sleep  → client\n" in midpoint
    assert "   3. Sleep  → client\n   4. Saying no  → client\n" in closing
    assert "   · 6 of 10  → client\n   Delegating: 3 on 1 Sep, 4 on 5 Oct, 6 now\n" in midpoint
    assert "Sleep: 4 on 1 Sep" in closing
    # Saying no was added at the midpoint, with 4.
    assert "Saying no: 4 on 19 Nov" in closing


def test_signs_and_values_come_back_as_well(jane: Months) -> None:
    for day in ("2026-11-19", "2027-02-09"):
        said = screen(jane, day)
        assert "   1. Two free evenings a week  → client\n   2. Nobody waits for my yes  → client\n" in said
        assert "   1. Fairness  → client\n   2. Courage  → client\n   3. Time with my children  → client\n" in said


def test_values_stay_in_sight_from_the_day_on_which_they_were_named(jane: Months) -> None:
    assert "VALUES" not in jane.shows("2026-10-12", "prep", "jane")
    for day in ("2026-11-04", "2026-12-10", "2027-02-08"):
        assert part(jane.shows(day, "prep", "jane"), "VALUES") == ["Fairness", "Courage", "Time with my children"]


def test_progress_has_every_number_with_its_speaker(jane: Months) -> None:
    page = jane.shows(ENDED, "progress", "jane", "--plain")

    # Others gave Delegating 3 4 2 3 4 2, the board 5 6 4 5 5 5, Sleep 4 3 4 5 4 4: sums of 18, 30 and 24.
    assert (
        missing(
            (
                "Lead the division instead of running it: 3 in September 2026, 9 now",
                "Delegating: 3 in September 2026, 8 now. Mean of 6 others: 3.",
                "Being heard on the board: 5 in September 2026, 7 now. Mean of 6 others: 5.",
                "Sleep: 4 in September 2026, 7 now. Mean of 6 others: 4.",
                "Saying no: 4 in November 2026, 6 now",
                "How much of what you hoped for do you see?: 4 in October 2026, 7 now",
            ),
            page,
        )
        == []
    )


def test_progress_says_which_actions_were_kept(jane: Months) -> None:
    # Kept: the list, three leads, asking, two hours, a lead for each, leaving at six. Partly: Ana's round. Dropped:
    # home by six. Open: the agenda, the question, Ana's client, the page, saying no, a day alone, the plan each month.
    # What Sam, P2 and others are to do is not hers.
    assert part(jane.shows(ENDED, "progress", "jane", "--plain"), "Actions")[:4] == [
        "6 kept, 1 partly, 1 dropped, 7 open",
        "#skill: 1 kept",
        "#exercise: 1 open",
        "#experiment: 1 open",
    ]


def test_an_open_goal_stands_there_before_another_is_set(jane: Months) -> None:
    # In the talk along Egan's model, before she says what she wants to make real.
    said = screen(jane, "2026-12-22").split("what do you want to make real?")[1]

    assert "Hand the customers to the leads" in said.split("goal: Three evenings")[0]


def test_after_the_end_nothing_is_overdue(jane: Months) -> None:
    before, after = "2027-02-19", ENDED

    # Six of hers with a day that is over, and of P2, of somebody else and of Sam one each; and a goal.
    assert jane.shows(before, "action", "list", "jane").count("overdue since") == 10
    assert "overdue" in jane.shows(before)
    for words in ((), ("action", "list"), ("action", "list", "jane"), ("prep", "jane"), ("goal", "list", "jane")):
        assert found(("overdue", "late", "was for"), jane.shows(after, *words)) == []
    assert "Let Ana run the Monday round" in jane.shows(after, "action", "list", "jane", "--all")


def lines_of(page: str) -> int:
    """How many lines a page tells."""
    return sum(1 for row in page.split("\n") if row.strip())


def reported(months: Months, reader: str, on: str) -> str:
    """The report that went out on a day."""
    return next(
        answer.out
        for entry, answer in months.answers
        if isinstance(entry, Typed) and (entry.on, *entry.words[:1]) == (on, "report") and reader in entry.words
    )


# Six talks with Jane by the midpoint, eleven by the closing. Sam knows the goals that were set before all three.
SPONSORS = {
    "2026-11-20": """
# Coaching of Jane Example

- Client: Jane Example
- From: Tuesday 1 September 2026
- Until: Thursday 19 November 2026
- State: under way, agreed until Sunday 28 February 2027
- Sessions so far: 6 of 12 agreed

## Sessions

- Tuesday 1 September 2026
- Monday 5 October 2026
- Tuesday 13 October 2026
- Tuesday 27 October 2026
- Tuesday 10 November 2026
- Thursday 19 November 2026

## Held with all three

- Three-way contracting · Tuesday 8 September 2026
- Midpoint review · Thursday 19 November 2026
""",
    "2027-02-21": """
# Coaching of Jane Example

- Client: Jane Example
- From: Tuesday 1 September 2026
- Until: Tuesday 9 February 2027
- State: under way, agreed until Sunday 28 February 2027
- Sessions so far: 11 of 12 agreed

## Sessions

- Tuesday 1 September 2026
- Monday 5 October 2026
- Tuesday 13 October 2026
- Tuesday 27 October 2026
- Tuesday 10 November 2026
- Thursday 19 November 2026
- Tuesday 8 December 2026
- Tuesday 22 December 2026
- Tuesday 12 January 2027
- Tuesday 26 January 2027
- Tuesday 9 February 2027

## Held with all three

- Three-way contracting · Tuesday 8 September 2026
- Midpoint review · Thursday 19 November 2026
- Closing meeting · Tuesday 9 February 2027

## Goals

- A leadership team that decides on its own · by Sunday 28 February 2027 · \
measured by: Decisions are made at Monday's round · serves: The growth plan for the north
- Hand the customers to the leads · by Sunday 31 January 2027 · \
measured by: Two of three are met without me · serves: The growth plan for the north
- The division runs a quarter without me
""",
}


@pytest.mark.parametrize("day", SPONSORS)
def test_the_sponsor_is_told_what_was_agreed_by_then_and_no_more(jane: Months, day: str) -> None:
    assert reported(jane, "sponsor", day).strip() == SPONSORS[day].strip()


def test_jane_is_told_her_own_way(jane: Months) -> None:
    told = reported(jane, "client", "2027-02-21")

    assert (
        missing(
            (
                "We met: 12 times",
                "Lead the division instead of running it · 3 in September 2026, 9 now · done on Tuesday 9",
                "Delegating: 3 on Tuesday 1 September 2026, 4 on Monday 5 October 2026",
                "### Tuesday 1 September 2026\n\n- I may stop carrying it all\n",
                "- Home by six on Wednesday · dropped on Thursday 15 October 2026",
                "- [ ] A day alone · by Wednesday 10 March 2027",
            ),
            told,
        )
        == []
    )
    assert found((*SAID_OF_HER, PASSED_ON, *AIMS), told) == []


def test_what_left_is_written_down_with_its_lines(jane: Months) -> None:
    told = json.loads(jane.shows(ENDED, "engagement", "show", "jane", "--json"))

    assert [(one["on"], one["for"], one["what"], one["lines"]) for one in told["left"]] == [
        ("2026-11-20", "sponsor", "report 2026-09-01 to 2026-11-19", 16),
        ("2027-02-21", "sponsor", "report 2026-09-01 to 2027-02-09", 26),
        ("2027-02-21", "client", "report 2026-09-01 to 2027-02-09", lines_of(reported(jane, "client", ENDED))),
    ]


def test_no_word_of_others_is_in_any_report_for_somebody_else(jane: Months) -> None:
    with jane.desk(ENDED) as says:
        pages = {
            (reader, form): says("report", "jane", "--for", reader, "--as", form, "--yes").out
            for reader in ("client", "sponsor")
            for form in ("markdown", "text", "json")
        }

    assert all(pages.values())
    assert {name: words for name, page in pages.items() if (words := found((*SAID_OF_HER, PASSED_ON), page))} == {}


def test_her_own_words_are_for_her_and_not_for_the_sponsor(jane: Months) -> None:
    own = ("I rescue when I am tired", "Lead the division instead of running it", "Three evenings a week at home")

    assert missing(own, reported(jane, "client", "2027-02-21")) == []
    assert found(own, reported(jane, "sponsor", "2027-02-21")) == []
