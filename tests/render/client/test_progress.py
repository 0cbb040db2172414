"""The page of progress: little bars and plain words in a window of any width, sentences for the ear, counts for all."""

from datetime import date

import pytest

from coachcli.cells import cells
from coachcli.domain.client.coverage import Coverage
from coachcli.domain.client.kept import KeptAction, KeptActions
from coachcli.domain.client.perception import Others
from coachcli.domain.client.progress import AimedAt, Dated, Group, Numbers, Progress
from coachcli.domain.history.between import GroupMean
from coachcli.domain.history.goals import Nearness
from coachcli.domain.value import changed
from coachcli.render.client.progress import discreet_text, progress_text

SEPTEMBER, NOVEMBER = date(2026, 9, 3), date(2026, 11, 10)
POINTS = (Nearness(SEPTEMBER, 3), Nearness(NOVEMBER, 6))
SEVEN = tuple(
    Numbers(name, 1, 10, POINTS)
    for name in ("Strengths", "Solutions", "Technology", "Team", "Communication", "Feedback", "Results")
)
TOLD = Progress(
    client="jane-example",
    name="Jane Example",
    today=date(2026, 11, 29),
    goals=(AimedAt("Lead the division", "done", NOVEMBER, POINTS),),
    groups=(
        Group("", "Areas", (Numbers("Delegating", 1, 10, POINTS, Others(5, 7)),)),
        Group("", "The seven areas", SEVEN, is_round=True),
        Group("The sponsor", "Other numbers", (Numbers("Energy", 1, 10, POINTS[:1]),)),
    ),
    actions=KeptActions(
        (
            KeptAction("Hand over the rota #behaviour", "kept", NOVEMBER, ("#behaviour",)),
            KeptAction("Read the book", "open", None),
        )
    ),
    values=(Dated("fairness", (SEPTEMBER, NOVEMBER)),),
    tags=(Dated("#trust", (NOVEMBER,)),),
    areas=(Coverage("Team", (SEPTEMBER,)), Coverage("Results")),
    topics=(Coverage("Delegation", (SEPTEMBER,)), *(Coverage(f"Topic {number}") for number in range(20))),
)


def test_a_number_is_told_in_words_with_its_bars_and_every_day_behind_it() -> None:
    page = progress_text(TOLD, 80)

    assert "  Delegating: 3 in September, 6 now. Mean of 5 others: 7.\n    ▃▅  3 on 3 Sep · 6 on 10 Nov\n" in page


def test_the_means_of_groups_stand_behind_that_of_all() -> None:
    groups = (GroupMean(group="peer", people=5, mean=4), GroupMean(group="former report", people=6, mean=8))
    both = changed(TOLD, groups=(Group("", "Areas", (Numbers("Delegating", 1, 10, POINTS, Others(11, 6, groups)),)),))

    assert "Mean of 11 others: 6 (5 peers: 4, 6 former direct reports: 8)." in progress_text(both, 160)


def test_whose_numbers_they_are_stands_above_them_where_they_are_not_the_clients() -> None:
    assert "\nThe sponsor · Other numbers\n  Energy: 3 of 10\n" in progress_text(TOLD, 80)


def test_what_became_of_everything_has_its_day() -> None:
    page = progress_text(TOLD, 80)

    assert "  Lead the division: 3 in September, 6 now; done on Tuesday 10 November 2026\n" in page
    assert (
        "Actions\n  1 kept, 1 open\n  #behaviour: 1 kept\n  10 Nov: Hand over the rota #behaviour, kept\n\n"
        "What matters to them\n  fairness: 3 Sep, 10 Nov\n\nThemes\n  #trust: 10 Nov\n\n"
        "Worked on, of the areas\n  Team: 3 Sep\n  Not yet: Results\n\n"
        "Topics\n  Delegation: 3 Sep\n  Not yet: 20 others\n"
    ) in page


@pytest.mark.parametrize("columns", [30, 40, 80, 120])
@pytest.mark.parametrize("plain", [True, False])
def test_it_keeps_to_the_window(columns: int, plain: bool) -> None:
    rows = progress_text(TOLD, columns, plain=plain).splitlines()
    broken = [row for row in rows if cells(row) >= columns and " " in row.strip()]

    assert broken == []


def test_seven_numbers_are_a_wheel_where_it_fits_and_bars_where_it_does_not() -> None:
    assert "●" in progress_text(TOLD, 80)
    assert "●" not in progress_text(TOLD, 40)
    assert "  Feedback: 3 in September, 6 now\n    ██████····  3 on 3 Sep" in progress_text(TOLD, 40)


def test_for_the_ear_there_are_sentences_and_no_drawings() -> None:
    page = progress_text(TOLD, 120, plain=True)

    assert "  Delegating: 3 in September, 6 now. Mean of 5 others: 7.\n" in page
    assert "    3 on Thursday 3 September 2026, 6 on Tuesday 10 November 2026.\n" in page
    assert not {*"▁▂▃▄▅▆▇█●•·"} & {*page.replace("The sponsor ·", "")}


def test_since_when_it_is_told_stands_at_the_top() -> None:
    assert progress_text(changed(TOLD, since=SEPTEMBER), 80).startswith(
        "Jane Example: progress, since Thursday 3 September 2026\n"
    )


def test_where_others_see_the_screen_there_are_counts_and_nobodys_words() -> None:
    assert discreet_text(TOLD) == (
        "Progress: 1 goal, 9 things with numbers, 2 actions, 1 value, 1 theme. The rest is hidden.\n"
    )


def test_what_would_act_on_a_terminal_is_spelled_out() -> None:
    sly = changed(TOLD, values=(Dated("\x1b[2Jfairness", (NOVEMBER,)),))

    assert "\x1b" not in progress_text(sly, 80)
