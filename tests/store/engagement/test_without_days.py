"""An engagement's text without some of its days, and to the letter as it was written otherwise."""

import pytest

from coachcli.domain.disclosure.own_voice import engagement_theirs
from coachcli.store.engagement.engagement_text import check
from coachcli.store.engagement.without_days import without_days

TEXT = """# mine
start: 2026-09-01  # then
road:
  - {do: intake, week: 1, done: 2026-09-03}
  - {do: interview, week: 3, times: 6}
  - do: interview
    week: 4
"""


def without(text: str) -> str:
    agreed = check(text.encode(), "lead").record
    assert agreed is not None
    shown = engagement_theirs(agreed, lambda framework: framework == "interview")
    return without_days(text.encode(), agreed, shown).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("week: 3, times: 6}", "week: 3, times: 6, done: 2026-10-01}"),
        ("week: 3, times: 6}", "week: 3, done: 2026-10-01, times: 6}"),
        ("interview, week: 3", "interview, done: 2026-10-01, week: 3"),
        ("    week: 4\n", "    week: 4\n    done: 2026-10-01\n"),
        ("  - do: interview\n", "  - do: interview\n    done: 2026-10-01\n"),
    ],
)
def test_a_text_is_the_same_as_if_the_day_had_never_been_there(before: str, after: str) -> None:
    assert before in TEXT
    assert without(TEXT.replace(before, after)) == TEXT


def test_what_is_written_in_a_way_of_its_own_is_written_anew() -> None:
    odd = 'start: 2026-09-01\nroad: [{do: interview, week: 3, "done": "2026-10-01"}]\n'

    assert "2026-10-01" not in without(odd)
    assert "interview" in without(odd)
