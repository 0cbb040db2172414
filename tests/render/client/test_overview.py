"""The first screen: all there is to say, or as much of it as a window holds."""

from datetime import timedelta

import pytest
from builders import NOW

from coachcli.cells import cells
from coachcli.command_line import on_practice
from coachcli.domain.client.cadence import Cadence
from coachcli.domain.client.overview import Agreed, Due, Overview, Promised, UnderWay, Unfinished, Unseen
from coachcli.domain.value import changed
from coachcli.render.client.overview import overview_text

HINTS = (
    "coach session start        walk a session with a client\n"
    "coach prep CLIENT          where things stand, before a call\n"
    "coach action list          everything that is open\n"
)
UNFINISHED = Unfinished("jane-doe/2026-11-20-1400", "Jane Doe", "GROW", NOW)


def due(whose: str, what: str, days: int) -> Due:
    return Due(whose, what, NOW.date() + timedelta(days=days), days)


def full(count: int) -> Overview:
    """So many of everything, and none of it short."""
    words = "Something that takes a good many words to say, and then some more 質問"
    people = [f"Person {number} Example-Longname" for number in range(count)]
    return Overview(
        tuple(
            Unfinished(f"person-{number}/2026-11-20-1400", who, "Skilled Helper", NOW)
            for number, who in enumerate(people)
        ),
        tuple(due(who, words, 3) for who in people for _ in range(2)),
        tuple(Promised(who, words) for who in people),
        tuple(Unseen(who, 34, Cadence(14, is_set=False)) for who in people),
    )


def with_engagements(count: int) -> Overview:
    """The same, and so many engagements with a date agreed in each."""
    words, people = "Something that is agreed 質問", [f"Person {number} Example-Longname" for number in range(count)]
    return changed(
        full(count),
        agreed=tuple(Agreed(who, words, NOW.date() + timedelta(days=3), 3, NOW.date()) for who in people),
        under_way=tuple(UnderWay(who, words, (words, words)) for who in people),
    )


def test_before_the_first_session_it_says_how_to_begin() -> None:
    assert overview_text(Overview(is_new=True)) == (
        "Welcome. Nobody is here yet; your first client comes with your first session:\n"
        "  coach session start\n\n"
        "coach session start        walk a session with a client\n"
        "coach session list         what you have\n"
        "coach framework list       the frameworks to choose from\n"
    )


_MEETINGS = Overview(
    agreed=(
        Agreed("Jane Doe", "Three-way meeting", NOW.date() + timedelta(days=6), 6, NOW.date() - timedelta(days=60)),
        Agreed("Tom", "Talk with the sponsor", NOW.date() - timedelta(days=2), -2, NOW.date() - timedelta(days=30)),
    ),
    under_way=(
        UnderWay(
            "Jane Doe",
            "month 4 of 6 · session 7 of 12 · midpoint in 9 days",
            ("late: Sponsor check-in, was for 3 Nov",),
        ),
        UnderWay("Tom", "month 1 · session 2"),
    ),
)


def test_it_says_what_was_agreed_and_where_each_engagement_stands() -> None:
    assert overview_text(_MEETINGS, 80, 30) == (
        "Dates agreed\n"
        "  Jane Doe\n"
        "    Thu 26 Nov      Three-way meeting, agreed Mon 21 Sep\n"
        "  Tom\n"
        "    was Wed 18 Nov  Talk with the sponsor, agreed Wed 21 Oct\n"
        "\n"
        "Engagements\n"
        "  Jane Doe: month 4 of 6 · session 7 of 12 · midpoint in 9 days\n"
        "    late: Sponsor check-in, was for 3 Nov\n"
        "  Tom: month 1 · session 2\n"
        "\n"
        f"{HINTS}"
    )


def test_in_a_narrow_window_the_figures_stand_below_the_name() -> None:
    rows = overview_text(_MEETINGS, 40, 30).split("\n")

    assert rows[7:12] == [
        "  Jane Doe",
        "    month 4 of 6 · session 7 of 12 ·",
        "      midpoint in 9 days",
        "    late: Sponsor check-in, was for 3",
        "      Nov",
    ]
    assert all(cells(row) < 40 for row in rows)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_of_a_practice_that_was_named_the_commands_stand_whole(width: int) -> None:
    on_practice("/srv/a practice with a long name")
    rows = overview_text(Overview(), width).split("\n")

    assert [row.partition("  ")[0] for row in rows[:2]] == [
        'coach --practice "/srv/a practice with a long name" session start',
        'coach --practice "/srv/a practice with a long name" prep CLIENT',
    ]
    assert any("before a call" in row for row in rows) == (width == 120)


def test_with_nothing_to_say_it_gives_hints() -> None:
    assert overview_text(Overview()) == HINTS


def test_it_says_what_is_unfinished_due_and_promised_and_who_was_not_seen_for_long() -> None:
    shown = Overview(
        (UNFINISHED,),
        (due("Jane Doe", "Call Ana", -3), due("Jane Doe", "Rest", 0), due("Tom", "Walk", 1), due("Tom", "Run", 7)),
        (Promised("Jane Doe", "send the article", NOW.date()), Promised("Tom", "ask Sam")),
        (Unseen("Tom", 34, Cadence(14, is_set=False)), Unseen("Ana", 8, Cadence(7, is_set=True))),
    )

    assert overview_text(shown, 80, 30) == (
        "Unfinished\n"
        "  Jane Doe, GROW, Friday 20 November 2026, 14:00\n"
        "    coach session resume jane-doe/2026-11-20-1400\n"
        "\n"
        "Overdue and due this week\n"
        "  Jane Doe\n"
        "    overdue     Call Ana\n"
        "    today       Rest\n"
        "  Tom\n"
        "    tomorrow    Walk\n"
        "    Fri 27 Nov  Run\n"
        "\n"
        "You promised\n"
        "  Jane Doe (by Fri 20 Nov): send the article\n"
        "  Tom: ask Sam\n"
        "\n"
        "Not seen for a while\n"
        "  Tom, last seen 34 days ago, usually every 14\n"
        "  Ana, last seen 8 days ago, planned every 7\n"
        "\n" + HINTS
    )


class TestAWindow:
    @pytest.mark.parametrize("count", [1, 2, 5, 40])
    @pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 24), (40, 30), (120, 40)])
    def test_it_fits_with_a_row_left_for_what_is_typed_next(self, width: int, height: int, count: int) -> None:
        rows = overview_text(full(count), width, height).rstrip("\n").split("\n")

        assert sum(max(1, -(-cells(row) // width)) for row in rows) < height
        assert max(cells(row) for row in rows if not row.startswith("    coach ")) < width

    @pytest.mark.parametrize("width", [40, 80])
    def test_there_is_something_of_everything_and_a_number_for_what_is_not_shown(self, width: int) -> None:
        shown = overview_text(full(9), width, 24)

        for heading in ("Unfinished\n", "Overdue and due this week\n", "You promised\n", "Not seen for a while\n"):
            assert heading in shown
        assert shown.count("  and ") == 4
        assert shown.count(" more: coach action list\n") == 2
        assert "  and 8 more\n" in shown

    def test_a_very_low_one_counts_what_it_cannot_show(self) -> None:
        assert overview_text(full(9), 80, 9).startswith(
            "Unfinished: 9\nOverdue and due this week: 18\nYou promised: 9\nNot seen for a while: 9\n"
        )

    @pytest.mark.parametrize(("width", "rows"), [(40, 14), (40, 40), (80, 24), (80, 60), (120, 30)])
    def test_engagements_take_no_more_room_than_there_is_and_are_counted_where_there_is_none(
        self, width: int, rows: int
    ) -> None:
        shown = overview_text(with_engagements(9), width, rows).split("\n")

        assert len(shown) <= rows
        assert all(cells(row) <= width or "coach session resume" in row for row in shown)
        for heading in ("Dates agreed", "Engagements"):
            assert heading in shown or f"{heading}: 9" in shown

    def test_the_command_that_goes_on_stays_whole_in_a_narrow_one(self) -> None:
        assert overview_text(Overview((UNFINISHED,)), 40, 24).startswith(
            "Unfinished\n  Jane Doe, GROW, Friday 20 November 2…\n    coach session resume jane-doe/2026-11-20-1400\n"
        )

    def test_in_a_narrow_one_the_hints_are_the_commands(self) -> None:
        assert overview_text(Overview(), 40, 24) == "coach session start\ncoach prep CLIENT\ncoach action list\n"

    def test_without_one_nothing_is_left_out(self) -> None:
        shown = overview_text(full(40))

        assert shown.count("Something that takes a good many words to say, and then some more 質問\n") == 120
        assert "more:" not in shown

    def test_words_of_a_megabyte_are_cut_at_once(self) -> None:
        shown = overview_text(Overview(promised=(Promised("Jane", "word " * 200_000),)), 80, 24)

        assert cells(shown.split("\n")[1]) < 80


def test_words_of_two_lines_are_shown_on_one_and_act_on_nothing() -> None:
    for width in (None, 80):
        shown = overview_text(Overview(due=(due("Ja\x1bne", "Call\x1b\nAna", 0),)), width, 24)

        assert "  Ja‹U+001B›ne\n    today  Call‹U+001B› Ana\n" in shown
