"""What an error says of a file stands apart from its place."""

from datetime import date

import pytest

from coachcli.app.practice.readers import Desk
from coachcli.errors import CoachError
from coachcli.store.paths import Practice


@pytest.mark.parametrize(
    ("message", "line", "text"),
    [
        ("{path}:12: the end is missing.", 12, "the end is missing."),
        ("{path}:12:3: this is odd: 5:6: 7.", 12, "this is odd: 5:6: 7."),
        ("{path} is a link, and was passed over.", None, "is a link, and was passed over."),
        (
            "There are two versions of jane/x: {path} is not used.",
            None,
            "There are two versions of jane/x: x.yaml is not",
        ),
    ],
)
def test_an_error_is_taken_apart(practice: Practice, message: str, line: int | None, text: str) -> None:
    path = practice.root / "x.yaml"

    found = Desk(practice, date(2026, 1, 1)).told(path, CoachError(message.format(path=path), "Mend it."))

    assert (found.file, found.line, found.hint) == ("x.yaml", line, "Mend it.")
    assert found.text.startswith(text)
