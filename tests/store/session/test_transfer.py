"""Settling whose a session is: it ends up with one client, says so itself, and nothing of it is lost."""

import shutil
from pathlib import Path

import pytest
from builders import NOW, note, session_of, turn_with

from coachcli.domain.value import changed
from coachcli.store.client.client_file import add
from coachcli.store.index.heads import heads
from coachcli.store.paths import Practice
from coachcli.store.session import sessions, trash
from coachcli.store.session.transfer import transfer


@pytest.fixture(autouse=True)
def _office(practice: Practice) -> None:
    for name in ("Jane", "Bob"):
        add(practice, name)


def create(
    practice: Practice, client: str = "jane", when: str = "2026-11-20-1400", words: str = "I'd rather stay"
) -> Path:
    session = session_of(turn_with(note(words)), id=f"{client}/{when}", client=client, started=NOW)
    return sessions.create(practice, session).path


def in_trash(practice: Practice) -> list[str]:
    return sorted(str(path.relative_to(practice.trash)) for path in practice.trash.rglob("*.yaml"))


def test_one_goes_to_another_client_and_says_so(practice: Practice) -> None:
    path = create(practice)
    path.with_suffix(".draft").write_text("half a line")
    moved = transfer(practice, path, "bob")

    assert moved.path == practice.session_file("bob", "2026-11-20-1400-short")
    assert sessions.load(moved.path).session.id == "bob/2026-11-20-1400"
    assert [one.text for _, one in moved.session.notes] == ["I'd rather stay"]
    assert moved.path.with_suffix(".draft").read_text() == "half a line"
    assert not path.exists()
    assert in_trash(practice) == ["jane/2026-11-20-1400-short.before-move.yaml"]
    assert trash.trashed(practice) == []


@pytest.mark.parametrize(("said", "kept"), [("2026-lead", None), ("none", "none")])
def test_with_another_client_it_is_in_no_engagement_that_happens_to_be_called_the_same(
    practice: Practice, said: str, kept: str | None
) -> None:
    stored = sessions.load(create(practice))
    sessions.save(stored, changed(stored.session, engagement=said))

    assert transfer(practice, stored.path, "bob").session.engagement == kept


def test_one_that_is_put_back_where_it_says_it_belongs_keeps_its_engagement(practice: Practice) -> None:
    stored = sessions.load(create(practice))
    sessions.save(stored, changed(stored.session, engagement="2026-lead"))
    lost = stored.path.rename(practice.sessions("bob") / stored.path.name)

    assert transfer(practice, lost, "jane").session.engagement == "2026-lead"


def test_where_that_minute_is_taken_it_gets_a_number(practice: Practice) -> None:
    create(practice, "bob", words="something else")
    moved = transfer(practice, create(practice), "bob")

    assert moved.session.id == "bob/2026-11-20-1400-2"
    assert sorted(head.id for head in heads(practice, "bob").found) == ["bob/2026-11-20-1400", "bob/2026-11-20-1400-2"]


def test_where_another_began_in_the_same_minute_no_id_is_there_twice(practice: Practice) -> None:
    create(practice)
    path = create(practice, "bob", words="something else")
    ref = changed(session_of().framework, id="grow")
    stored = sessions.load(path)
    sessions.save(stored, changed(stored.session, framework=ref, switched_from=()))
    here = path.rename(practice.sessions("jane") / "2026-11-20-1400-grow.yaml")

    transfer(practice, here, "jane")
    assert sorted(head.id for head in heads(practice, "jane").found) == [
        "jane/2026-11-20-1400",
        "jane/2026-11-20-1400-2",
    ]


def test_one_that_lies_right_and_says_otherwise_stays_where_it_is(practice: Practice) -> None:
    path = create(practice, "bob")
    here = Path(shutil.move(path, practice.sessions("jane") / path.name))
    before = here.read_bytes()
    settled = transfer(practice, here, "jane")

    assert settled.path == here
    assert sessions.load(here).session.client == "jane"
    (kept,) = practice.trash.rglob("*.yaml")
    assert (kept.name, kept.read_bytes()) == ("2026-11-20-1400-short.before-move.yaml", before)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("client: jane", "client: ../../X"),
        ("id: jane/2026-11-20-1400", f"id: {'../' * 9}tmp/{'9' * 300}"),
        ("  id: short", "  id: ../../x"),
    ],
)
def test_no_path_is_made_of_what_a_file_says(practice: Practice, old: str, new: str) -> None:
    path = create(practice)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    moved = transfer(practice, path, "bob")

    assert moved.path.parent == practice.sessions("bob")
    assert sessions.load(moved.path).session.id == "bob/2026-11-20-1400"


def test_one_with_a_name_of_its_own_gets_one_by_its_time(practice: Practice) -> None:
    path = create(practice)
    odd = path.rename(path.with_name("my call.yaml"))

    assert transfer(practice, odd, "jane").path.name == "2026-11-20-1400-session.yaml"
    assert [head.id for head in heads(practice, "jane").found] == ["jane/2026-11-20-1400"]
