"""Under which headings notes stand."""

import pytest

from coachcli.domain.foreign.blocks import blocks_of
from coachcli.domain.foreign.outline import outline


def there(text: str) -> list[tuple[str, str, list[str]]]:
    return [(one.stage, one.heading, [line.text for line in one.lines]) for one in outline(blocks_of(text))]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("just this", [("Notes", "Notes", ["just this"])]),
        ("before\n\n# Goal\nthis", [("Notes", "Notes", ["before"]), ("Goal", "Goal", ["this"])]),
        ("# Goal\na\n## Now\nb\n# Next\nc", [("Goal", "Goal", ["a"]), ("Goal", "Now", ["b"]), ("Next", "Next", ["c"])]),
        ("# Session 3\n\n## Goal\na\n## Next\nb",
         [("Notes", "Notes", ["Session 3"]), ("Goal", "Goal", ["a"]), ("Next", "Next", ["b"])]),
        ("# Session 3\nall of it", [("Notes", "Notes", ["Session 3", "all of it"])]),
        ("## A\na\n# B\nb\n## C\nc", [("A", "A", ["a"]), ("B", "B", ["b"]), ("B", "C", ["c"])]),
        ("# Goal\n# Next\n", [("Goal", "Goal", []), ("Next", "Next", [])]),
        ("#\ntext", [("Notes", "Notes", ["text"])]),
        ("", []),
    ],
)  # fmt: skip
def test_an_outline(text: str, passages: list[tuple[str, str, list[str]]]) -> None:
    assert there(text) == passages
