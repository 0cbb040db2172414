"""Who was in the room in a session of before: by what its framework is now, or was when it was shipped."""

from pathlib import Path

import pytest

from coachcli.domain.before import Rooms
from coachcli.domain.terms import Room
from coachcli.store.session.rooms_before import rooms_in

CALL = "stages: [{id: first, title: First, ask: What?}]\n"


def own(folder: Path, **texts: str) -> Path:
    """A folder with these frameworks."""
    for name, text in texts.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "room"),
    [
        (f"title: Mine\n{CALL}", "client"),
        (f"title: Mine\nkind: meeting\n{CALL}", "client"),
        (f"title: Mine\nkind: reflection\n{CALL}", "alone"),
        (f"title: Mine\nwith: sponsor\n{CALL}", "sponsor"),
        (f"title: Mine\nkind: reflection\nwith: client\n{CALL}", "client"),
        ("title: Mine\nextends: stakeholder-interview\n", "stakeholder"),
        ("title: Mine\nextends: three-way\nwith: client\n", "client"),
        ("title: Mine\nextends: grow\n", "client"),
    ],
)
def test_a_coachs_own_framework_says_it_or_extends_one_that_does(tmp_path: Path, text: str, room: Room) -> None:
    assert rooms_in(own(tmp_path, mine=text))("mine", "conversation").framework == room


def test_a_child_of_a_coachs_own_reflection_was_the_coachs_own_work_too(tmp_path: Path) -> None:
    folder = own(tmp_path, parent=f"title: P\nkind: reflection\n{CALL}", child="title: C\nextends: parent\n")

    assert rooms_in(folder)("child", "conversation") == Rooms("alone")


def test_a_session_that_says_it_was_a_reflection_was_one_whatever_has_become_of_its_framework(tmp_path: Path) -> None:
    assert rooms_in(tmp_path)("gone", "reflection") == Rooms("alone")
    assert rooms_in(None)("gone", "reflection") == Rooms("alone")


def test_an_own_copy_of_a_shipped_framework_has_its_rooms(tmp_path: Path) -> None:
    folder = own(tmp_path, midpoint="title: Mine\nextends: midpoint\n")

    assert rooms_in(folder)("midpoint", "meeting").of("sponsor") == "three"


def test_a_stage_may_say_who_is_there(tmp_path: Path) -> None:
    folder = own(tmp_path, mine="title: M\nstages: [{id: a, title: A, with: three, ask: W?}, {id: b, ask: V?}]\n")

    rooms = rooms_in(folder)("mine", "conversation")

    assert (rooms.of("a"), rooms.of("b")) == ("three", "client")


@pytest.mark.parametrize("text", ["", "- a\n", "title: [\n", "title: M\nextends: mine\n", "title: M\nstages: 7\n"])
def test_a_file_that_cannot_be_read_says_nothing(tmp_path: Path, text: str) -> None:
    assert rooms_in(own(tmp_path, mine=text))("mine", "conversation") == Rooms()


def test_two_that_extend_each_other_are_left_after_a_few_steps(tmp_path: Path) -> None:
    folder = own(tmp_path, a="title: A\nextends: b\n", b="title: B\nextends: a\n")

    assert rooms_in(folder)("a", "conversation") == Rooms()


@pytest.mark.parametrize("name", ["../mine", "/mine", "mine/..", ""])
def test_an_id_from_a_file_is_no_path(tmp_path: Path, name: str) -> None:
    own(tmp_path, mine=f"title: Mine\nwith: sponsor\n{CALL}")
    (tmp_path / "inner").mkdir()

    assert rooms_in(tmp_path / "inner")(name, "conversation") == Rooms()


def test_what_was_changed_in_a_framework_is_seen(tmp_path: Path) -> None:
    folder = own(tmp_path, mine=f"title: Mine\n{CALL}")
    rooms = rooms_in(folder)
    assert rooms("mine", "conversation").framework == "client"

    own(tmp_path, mine=f"title: Mine\nwith: stakeholder\n{CALL}")

    assert rooms("mine", "conversation").framework == "stakeholder"


def test_an_interview_shipped_since_then_is_none_with_the_client_though_its_lines_on_the_room_were_taken_out(
    tmp_path: Path,
) -> None:
    folder = own(tmp_path, mine="title: Mine\nextends: developmental-contribution\n")

    for rooms in (rooms_in(None), rooms_in(folder)):
        assert rooms("developmental-contribution", "conversation") == Rooms("stakeholder")
    assert rooms_in(folder)("mine", "conversation") == Rooms("stakeholder")
