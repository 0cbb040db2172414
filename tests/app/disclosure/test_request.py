"""What is given out on request: not a byte of it tells of others, and what is given out is noted before."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.disclosure import request
from coachcli.app.disclosure.request import give_out, give_person
from coachcli.domain.client.model import Client
from coachcli.domain.disclosure import own_voice
from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note, Person, Reviewed
from coachcli.domain.value import changed
from coachcli.errors import InUseError, NotFoundError, NotSavedError
from coachcli.store.client import engagements
from coachcli.store.disk import files
from coachcli.store.paths import Practice
from coachcli.store.session import between, sessions

AGREED = """start: 2026-01-01
sponsor: Sam Boss
road:
  - {do: stakeholder-interview, week: 3, times: 6}
"""


class Twins(NamedTuple):
    """The same practice twice; in the second one others were asked."""

    alone: Context
    with_others: Context


@pytest.fixture
def agreed(context: Context, jane: Client) -> Path:
    folder = context.practice.engagements(jane.id)
    files.make_folder(folder, inside=context.practice.root)
    path = folder / "2026-lead.yaml"
    path.write_text(AGREED)
    return path


@pytest.fixture
def twins(context: Context, jane: Client, made: MakeSession, agreed: Path, tmp_path: Path) -> Twins:
    """Others said something, it was followed up, deleted, quoted in the coach's own work, and ticked on the road."""
    made(jane, turns=(turn_with(note("her words", "goal"), note("said", "quote")),))
    mine = made(jane, "2026-11-19-1300", "reflection", turns=(turn_with(note("I rushed")),))
    between.add(context.practice, jane.id, Entry(at=context.clock.now(), notes=(note("Sleep", "action"),)))
    shutil.copytree(context.practice.root, tmp_path / "alone")
    person = Person(code="P3", group="boss")
    for when, framework in (("2026-11-19-1400", "sponsor-checkin"), ("2026-11-19-1500", "stakeholder-interview")):
        theirs = made(jane, when, framework, person=person, turns=(turn_with(note("secret", "action")),))
        seen = Reviewed(kind="action", what="secret", session=theirs.session.id, outcome="done")
        done = Entry(at=context.clock.now(), notes=(Note(kind="review", reviewed=seen),))
        between.add(context.practice, jane.id, done)
    between.add(context.practice, jane.id, Entry(at=context.clock.now(), notes=(note("secret #slow", "theme"),)))
    shutil.copytree(theirs.path.parent, context.practice.trash / jane.id)
    for path in (context.practice.trash / jane.id).glob("*[0-3]00-[gr]*"):
        path.unlink()
    quoted = mine.session.turns[0]
    said = changed(mine.session, turns=(changed(quoted, notes=(*quoted.notes, note("secret", "quote"))),))
    mine.path.write_bytes(sessions.text_of(said))
    agreed.write_text(AGREED.replace("times: 6", "times: 6, done: 2026-02-03"))
    return Twins(Context(Practice(tmp_path / "alone"), context.clock), context)


def zipped(context: Context, client: Client, folder: Path, *, with_others: bool = False) -> bytes:
    name = folder / f"{context.practice.root.name}-{with_others}.zip"
    return give_out(context, client, str(name), with_others=with_others).path.read_bytes()


def test_not_a_byte_of_it_changes_by_what_others_said(twins: Twins, jane: Client, tmp_path: Path) -> None:
    alone, there = (zipped(one, jane, tmp_path) for one in twins)

    assert alone == there
    assert zipped(twins.with_others, jane, tmp_path, with_others=True) != there


@pytest.mark.parametrize("leak", ["_notes", "is_others", "_entry", "engagement_theirs"])
def test_a_leak_is_seen(leak: str, twins: Twins, jane: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leaking = {
        "_notes": lambda turn, _withheld: turn.notes,
        "is_others": lambda _session: False,
        "_entry": lambda entry, _known: entry,
        "engagement_theirs": lambda engagement, _asks: engagement,
    }
    monkeypatch.setattr(own_voice, leak, leaking[leak])
    if leak == "engagement_theirs":
        monkeypatch.setattr("coachcli.app.disclosure.gathered.engagement_theirs", leaking[leak])
    alone, there = (zipped(one, jane, tmp_path) for one in twins)

    assert alone != there


def test_a_folder_has_pages_and_files_and_it_is_noted_that_all_goes_out(
    context: Context, jane: Client, made: MakeSession, agreed: Path
) -> None:
    made(jane, turns=(turn_with(note("Lead", "goal")),))
    done = give_out(context, jane, None, with_others=False)

    there = sorted(str(path.relative_to(done.path)) for path in done.path.rglob("*") if path.is_file())
    assert there == [
        "README.md",
        "client.yaml",
        "engagements/2026-lead.yaml",
        "goals.md",
        "sessions/2026-11-19-1000-grow.md",
        "sessions/2026-11-19-1000-grow.yaml",
    ]
    assert done.path == context.practice.exports(jane.id) / "all-held-2026-11-20"
    (work,) = engagements.of_client(context.practice, jane.id).found
    assert [(left.audience, left.what) for left in work.left] == [("client", "all that is held")]
    assert agreed.read_text().startswith(AGREED)
    assert give_out(context, jane, None, with_others=False).path.name == "all-held-2026-11-20-2"


def test_where_the_note_cannot_be_written_nothing_goes_out(
    context: Context, jane: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(*_args: object) -> None:
        raise NotSavedError("full")

    monkeypatch.setattr(request, "note_that_all_leaves", refused)
    for name in ("all", "all.zip"):
        with pytest.raises(NotSavedError):
            give_out(context, jane, str(tmp_path / name), with_others=False)
        assert not (tmp_path / name).exists()


def test_what_is_there_is_never_written_over_and_a_folder_takes_it_in(
    context: Context, jane: Client, tmp_path: Path
) -> None:
    (tmp_path / "x.zip").write_text("mine")
    with pytest.raises(InUseError):
        give_out(context, jane, str(tmp_path / "x.zip"), with_others=False)

    assert (tmp_path / "x.zip").read_text() == "mine"
    assert give_out(context, jane, str(tmp_path), with_others=False).path == tmp_path / "jane-doe-all-held-2026-11-20"


def test_somebody_who_was_asked_gets_their_own_words_and_the_client_is_told_nothing_of_it(
    twins: Twins, jane: Client, agreed: Path, tmp_path: Path
) -> None:
    before = agreed.read_bytes()
    done = give_person(twins.with_others, jane, "p3", str(tmp_path))
    text = "".join(path.read_text() for path in done.path.iterdir())

    assert "secret" in text
    for word in ("her words", "I rushed", "Sleep", "Sam Boss", "jane", "Jane"):
        assert word not in text
    assert done.path.name == "held-of-p3-2026-11-20"
    assert agreed.read_bytes() == before
    with pytest.raises(NotFoundError) as wrong:
        give_person(twins.with_others, jane, "P9", None)
    assert wrong.value.hint == "There are: P3"


def test_everybody_who_was_asked_is_named_where_a_code_is_wrong(
    context: Context, jane: Client, made: MakeSession
) -> None:
    for number in range(1, 8):
        person = Person(code=f"P{number}")
        made(jane, f"2026-11-1{number}-1400", "stakeholder-interview", person=person, turns=(turn_with(note("x")),))

    with pytest.raises(NotFoundError) as wrong:
        give_person(context, jane, "P9", None)
    assert wrong.value.hint == "There are: P1, P2, P3, P4, P5, P6, P7"


def test_what_names_them_elsewhere_is_told_to_the_coach_and_a_version_of_their_file_is_in_it(
    context: Context, jane: Client
) -> None:
    (context.practice.root / "notes.txt").write_text("Jane Doe")
    (context.practice.trash / jane.id).mkdir(parents=True)
    (context.practice.trash / jane.id / "client.before-edit.yaml").write_text("name: Jane")
    done = give_out(context, jane, None, with_others=False)

    assert done.named == (context.practice.root / "notes.txt",)
    assert (done.path / "deleted" / "client.before-edit.yaml").read_text() == "name: Jane"
    assert done.unread == ()
