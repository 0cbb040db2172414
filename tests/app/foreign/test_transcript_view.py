"""A transcript is read where it lies; all of it, from a time on, or where something was said."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachcli.app.foreign.transcript_view import passages
from coachcli.errors import CoachError, NotFoundError, UnreadableError, UsageError
from coachcli.render.foreign.transcript_rows import transcript_text


@pytest.fixture
def call(tmp_path: Path) -> str:
    path = tmp_path / "call.txt"
    path.write_text("[0:03] Jane: the board\n[0:09] Coach: the plan\n[12:00] Jane: the board again\n", encoding="utf-8")
    return str(path)


def test_all_of_it_a_part_of_it_and_where_something_was_said(call: str) -> None:
    assert [one.words for one in passages(call).said] == ["the board", "the plan", "the board again"]
    assert [one.words for one in passages(call, since="9:00").said] == ["the board again"]
    assert [one.at for one in passages(call, "BOARD").said] == [3, 720]
    assert passages(call, "board", "12:00").said == passages(call, since="12:00").said
    assert passages(call, "nobody").said == ()


def test_what_cannot_be_read_is_told(call: str, tmp_path: Path) -> None:
    Path(tmp_path / "empty.vtt").write_text("WEBVTT\n\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="There is nothing in"):
        passages(str(tmp_path / "empty.vtt"))
    with pytest.raises(NotFoundError):
        passages(str(tmp_path / "none.vtt"))
    with pytest.raises(UsageError):
        passages(call, since="soon")


def test_four_hours_are_there_within_two_seconds(tmp_path: Path) -> None:
    cue = "{0}.000 --> {0}.900\n<v {1}>so I said that this is what it is to me</v>\n\n"
    times = (f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}" for second in range(4 * 3600))
    cues = (cue.format(at, "Jane Example" if number // 30 % 2 else "Coach") for number, at in enumerate(times))
    path = tmp_path / "call.vtt"
    path.write_text("WEBVTT\n\n" + "".join(cues), encoding="utf-8")
    begun = time.process_time()
    shown = transcript_text(passages(str(path)).said)
    spent = time.process_time() - begun

    assert shown.count("what it is to me") > 5_000
    assert spent < 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_our_words(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(data)
    try:
        assert passages(str(path)).said
    except CoachError as error:
        message = error.message
    else:
        message = str(path)
    assert str(path) in message
