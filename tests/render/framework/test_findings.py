"""What a check of several files came to."""

import pytest

from coachcli.domain.problems import Problem
from coachcli.render.framework.findings import total

ERROR = Problem("E201", 1, 1, "no")
WARNING = Problem("W401", 1, 1, "hm", level="warning")


@pytest.mark.parametrize(
    ("files", "unread", "said"),
    [
        ([[], []], 0, "2 checked: all good\n"),
        ([[]], 2, "1 checked: all good; 2 could not be read\n"),
        ([[], [ERROR]], 0, "2 checked: 1 good; 1 error, 0 warnings\n"),
        ([[], [ERROR, WARNING], [ERROR]], 1, "3 checked: 1 good; 2 errors, 1 warning; 1 could not be read\n"),
    ],
)
def test_files_and_problems_are_counted(files: list[list[Problem]], unread: int, said: str) -> None:
    assert total(files, unread) == said
