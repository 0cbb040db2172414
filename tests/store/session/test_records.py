"""Session files as plain data: every scalar a text, and every refusal silent about the words."""

import traceback
from pathlib import Path

import pytest

from coachcli.errors import UnreadableError
from coachcli.store.session import records
from coachcli.store.session.records import DamagedSessionError

PATH = Path("/practice/clients/jane/sessions/2026-11-20-1400-grow.yaml")
CANARY = "xylophone sorrow"


def test_every_scalar_is_a_text() -> None:
    record = records.parsed(
        PATH, b"format: 1\nat: 2026-11-20\nyes: NO\nscore: 1.10\nnothing:\nturns:\n- {a: 010}\n...\n"
    )

    assert record.data == {
        "format": "1",
        "at": "2026-11-20",
        "yes": "NO",
        "score": "1.10",
        "nothing": None,
        "turns": [{"a": "010"}],
    }
    assert record.path == PATH


def test_its_repr_is_silent_about_what_is_written() -> None:
    record = records.parsed(PATH, f"format: 1\nnote: {CANARY}\n{CANARY}: 1\n...\n".encode())

    assert repr(record).startswith("Read(path=")
    assert CANARY not in repr(record)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (f"{CANARY}\n", 1, "this is not a session"),
        (f"- {CANARY}\n", 1, "this is not a session"),
        (f"note: {CANARY}\n\nformat: 9\n", 3, "it has format 9, made by a newer coachcli; this one reads up to 1"),
        (f"note: {CANARY}\n", 1, "it does not say its format (its first line should be  format: 1)"),
        (f"format: 1\nnote: {CANARY}: {CANARY}\n", 2, "this ': ' has no place here"),
        (f"format: 1\n{CANARY}: 1\n{CANARY}: 2\n", 3, None),
        (f"format: 1\n? [{CANARY}]\n: 1\n", 2, "a text that begins with '{' or '[' needs quotes"),
        (f"format: 1\nnote: !{CANARY}\n", 2, "a text cannot begin with '!'"),
        (f"format: 1\nnote: *{CANARY}\n", 2, "a text cannot begin with '&' or '*'"),
        (f"format: 1\n%{CANARY}\n", 2, "a line cannot begin with '%'"),
        (f"format: 1\nnote: '{CANARY}\n", 2, "the quotes that open here are never closed"),
        (f"format: 1\nnote: {'[' * 50}{CANARY}", 2, "more than 20 levels deep, the most there may be"),
        ("", 1, "the file is empty"),
    ],
)
def test_a_refusal_names_line_and_reason_and_none_of_the_words(text: str, line: int, reason: str | None) -> None:
    with pytest.raises(DamagedSessionError) as caught:
        records.parsed(PATH, text.encode())

    error = caught.value
    assert isinstance(error, UnreadableError)
    assert (error.exit_code, error.path, error.line) == (4, PATH, line)
    assert reason in {None, error.reason}
    assert error.message == f"{PATH}:{line}: {error.reason}."
    told = "".join(traceback.format_exception(error)) + repr(error) + error.hint
    assert "xylophone" not in told


def test_a_file_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="it is not a plain file"):
        records.read(tmp_path)


def test_the_error_says_the_same_wherever_it_comes_from() -> None:
    error = DamagedSessionError(PATH, 7, "status cannot be read")

    assert str(error) == error.message == f"{PATH}:7: status cannot be read."
    assert error.hint == "The file was left as it is: mend it in an editor, or restore a copy."
