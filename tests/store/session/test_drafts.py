"""A draft as it is kept: what comes back of it, and what can be rescued."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachcli.store.session import drafts
from coachcli.store.session.drafts import Draft, flushing_path, typing_path


def line(text: str) -> Draft:
    return Draft(text, len(text), "topic", "by", "5c1f")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.draft"


def refuse(patch: pytest.MonkeyPatch, name: str, number: int) -> None:
    def refusing(*_args: object, **_kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    patch.setattr(os, name, refusing)


# What is kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I want",
        "ä ß 漢 🙂",
        'a "quote" and a \\',
        "two\nlines\u0085\u2028",
        "half \ud83d and byte \udcff",
        "\0\x1b[2J",
    ],
)
def test_every_character_comes_back(path: Path, text: str) -> None:
    draft = Draft(text, len(text) // 2, None, None, "5c1f")
    drafts.write(path, draft)
    assert drafts.read(path) == draft


def test_a_megabyte_comes_back(path: Path) -> None:
    draft = line("漢" * (1 << 20))
    drafts.write(path, draft)
    assert drafts.read(path) == draft


def test_lines_entered_before_come_back_and_are_not_written_where_there_are_none(path: Path) -> None:
    draft = Draft("half", 2, None, None, "5c1f", ("it is loud", "two\nlines ä"))
    drafts.write(path, draft)
    assert drafts.read(path) == draft
    assert b"before" not in drafts._to_bytes(line("half"))


def test_no_file_is_no_draft(path: Path) -> None:
    assert drafts.read(path) is None


def test_a_draft_never_shows_its_words() -> None:
    assert repr(line("I am afraid")) == "Draft(11 characters)"
    assert f"{line('I am afraid')}" == "Draft(11 characters)"


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_drafts_are_for_the_coach_alone(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        drafts.put(path, line("one"))
        modes = [stat.S_IMODE(typing_path(path).stat().st_mode)]
        drafts.write(path, line("two"))
        modes.append(stat.S_IMODE(path.stat().st_mode))
    finally:
        os.umask(before)
    assert modes == [0o600, 0o600]


# Damage


def whole_bytes(text: str) -> bytes:
    return drafts._to_bytes(line(text))


def test_of_two_drafts_the_one_not_yet_flushed_is_the_newer(path: Path) -> None:
    path.write_bytes(whole_bytes("I wan"))
    typing_path(path).write_bytes(whole_bytes("I want"))
    assert drafts.read(path) == line("I want")


def test_what_is_on_its_way_to_the_disk_is_newer_than_what_was_there_and_older_than_what_is_typed(path: Path) -> None:
    path.write_bytes(whole_bytes("I w"))
    flushing_path(path).write_bytes(whole_bytes("I wan"))
    assert drafts.read(path) == line("I wan")
    typing_path(path).write_bytes(whole_bytes("I want"))
    assert drafts.read(path) == line("I want")


def test_a_torn_newer_draft_gives_way_to_the_whole_one(path: Path) -> None:
    path.write_bytes(whole_bytes("I wan"))
    torn = whole_bytes("I want")[:-5]
    typing_path(path).write_bytes(torn)
    assert drafts.read(path) == line("I wan")
    assert (path.parent / "session.draft.typing.damaged").read_bytes() == torn


def test_a_file_cut_at_every_byte_gives_what_it_still_has(path: Path) -> None:
    text = 'I "want" ä \\ 🙂 to stop'
    data = whole_bytes(text)
    start = data.index(b'"text": "') + len(b'"text": "')
    lengths = []
    for length in range(len(data)):
        path.write_bytes(data[:length])
        draft = drafts.read(path)
        assert not path.exists() or length == 0
        lengths.append(len(draft.text) if draft else 0)
        if draft:
            assert (draft.question, draft.field, draft.base) == ("topic", "by", "5c1f")
            assert text.encode("utf-16-le", "surrogatepass").startswith(draft.text.encode("utf-16-le", "surrogatepass"))
    assert lengths == sorted(lengths)
    assert lengths[-1] == len(text)
    assert set(lengths[: start + 1]) == {0}


def test_a_tail_of_nuls_is_cut_off(path: Path) -> None:
    data = whole_bytes("I want to")
    path.write_bytes(data[:-4] + bytes(40))
    assert drafts.read(path) == line("I want ")


@pytest.mark.parametrize(
    "data",
    [
        bytes(100),
        b"\xff\xfe rubbish",
        b"[" * 100_000,
        b"[]",
        b'"text"',
        b"{}",
        b'{"text": 5, "cursor": 1, "base": ""}',
        b"9" * 5000,
    ],
)
def test_what_is_no_draft_is_moved_aside_and_not_deleted(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert drafts.read(path) is None
    assert [each.name for each in path.parent.iterdir()] == ["session.draft.damaged"]
    assert (path.parent / "session.draft.damaged").read_bytes() == data


def test_damage_never_takes_the_place_of_earlier_damage(path: Path) -> None:
    for data in (b"one", b"two"):
        path.write_bytes(data)
        drafts.read(path)
    assert {each.read_bytes() for each in path.parent.iterdir()} == {b"one", b"two"}


@pytest.mark.parametrize(
    "change",
    [
        {"before": "one"},
        {"before": [1]},
        {"cursor": "3"},
        {"cursor": None},
        {"base": None},
        {"question": 7},
        {"field": ["a"]},
    ],
)
def test_of_a_draft_with_odd_parts_the_text_is_rescued(path: Path, change: dict[str, object]) -> None:
    path.write_text(json.dumps({**json.loads(whole_bytes("I want")), **change}))
    draft = drafts.read(path)
    assert draft
    assert draft.text == "I want"
    assert not path.exists()


@pytest.mark.parametrize(("cursor", "expected"), [(-5, 0), (99, 6)])
def test_a_cursor_off_the_line_is_brought_back(path: Path, cursor: int, expected: int) -> None:
    path.write_text(json.dumps({**json.loads(whole_bytes("I want")), "cursor": cursor}))
    draft = drafts.read(path)
    assert draft
    assert draft.cursor == expected


def test_an_empty_file_is_no_draft_and_no_damage(path: Path) -> None:
    path.touch()
    assert drafts.read(path) is None
    assert [each.name for each in path.parent.iterdir()] == ["session.draft"]


@pytest.mark.parametrize("what", ["link", "folder"])
def test_what_is_no_file_is_moved_aside(tmp_path: Path, path: Path, what: str) -> None:
    other = tmp_path / "other"
    other.write_bytes(whole_bytes("not mine"))
    path.mkdir() if what == "folder" else path.symlink_to(other)
    assert drafts.read(path) is None
    assert not path.exists()
    assert other.read_bytes() == whole_bytes("not mine")


def test_what_cannot_be_moved_aside_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"rubbish")
    refuse(monkeypatch, "replace", errno.EROFS)
    assert drafts.read(path) is None
    assert [(each.name, each.read_bytes()) for each in path.parent.iterdir()] == [("session.draft", b"rubbish")]


@settings(max_examples=75, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_makes_reading_fail(path: Path, data: st.DataObject) -> None:
    raw = bytearray(whole_bytes(data.draw(st.text(max_size=40))))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(bytes(raw))
    drafts.read(path)
    left = [each.read_bytes() for each in path.parent.iterdir()]
    assert bytes(raw) in left
    for each in path.parent.iterdir():
        each.unlink()
