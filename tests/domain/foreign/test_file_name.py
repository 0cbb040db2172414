"""What the name of a file says: a day, perhaps a time, and somebody's name."""

from datetime import time

import pytest

from coachcli.domain.foreign.file_name import said_by


@pytest.mark.parametrize(
    ("stem", "days", "at", "words"),
    [
        ("2024-03-12 Jane Example", ("2024-03-12",), None, "Jane Example"),
        ("Jane Example 12.03.2024", ("12.03.2024",), None, "Jane Example"),
        ("jane-2024-03-12", ("2024-03-12",), None, "jane"),
        ("2024_03_12_Jane_Example", ("2024-03-12",), None, "Jane Example"),
        ("20240312 Jane", ("2024-03-12",), None, "Jane"),
        ("Jane (12 March 2024)", ("12 March 2024",), None, "Jane"),
        ("March-12-2024 Jane", ("March 12 2024",), None, "Jane"),
        ("2024-03-12-1400-jane", ("2024-03-12",), time(14), "jane"),
        ("2024-03-12 14.30 Jane", ("2024-03-12",), time(14, 30), "Jane"),
        ("2024-03-12T09h15 Jane", ("2024-03-12",), time(9, 15), "Jane"),
        ("Jane 13-03-24", ("13-03-24",), None, "Jane"),
        ("2024-03-12 2025 plans", ("2024-03-12",), None, "2025 plans"),
        ("2024-03-12 3 Jane", ("2024-03-12",), None, "3 Jane"),
        ("2024-03-12 and 2024-04-01", ("2024-03-12", "2024-04-01"), None, "and 2024-04-01"),
        ("Jane 123456789012", (), None, "Jane 123456789012"),
        ("Jane", (), None, "Jane"),
    ],
)
def test_a_name_says(stem: str, days: tuple[str, ...], at: time | None, words: str) -> None:
    said = said_by(stem)

    assert (said.days, said.at, said.words) == (days, at, words)
