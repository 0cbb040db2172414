"""Lists read heads only: the same facts as the whole session, and nothing that keeps the others from being listed."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import note, session_of, turn_with, unbegun
from hypothesis import HealthCheck, given, settings
from store.made_up import sessions as any_sessions

from coachcli.domain.session.model import Booked, Session
from coachcli.domain.tags import tags_in
from coachcli.domain.value import changed
from coachcli.errors import CoachError, NotSavedError, UnreadableError
from coachcli.store.disk import files
from coachcli.store.index.facts import Head, head_version
from coachcli.store.index.heads import heads
from coachcli.store.paths import Practice
from coachcli.store.session import folder, sessions
from coachcli.store.session.sessions import Stored

CANARY = "xylophone sorrow"


def create(practice: Practice, client: str, when: str, **changes: object) -> Stored:
    """A session of a client at a time, with something noted in it."""
    session = session_of(turn_with(note(CANARY)), id=f"{client}/{when}", client=client, **changes)
    return sessions.create(practice, session)


def listed(practice: Practice, client: str | None = None) -> list[Head | CoachError]:
    """What is found, and behind it what was passed over."""
    there = heads(practice, client)
    return [*there.found, *there.passed_over]


def ids(practice: Practice, client: str | None = None) -> list[str]:
    return [head.id for head in heads(practice, client).found]


def change_what_is_remembered(practice: Practice, change: Callable[[list[Any]], object]) -> None:
    """Change the remembered facts of every head, which are in the order of its fields after the first four."""
    (index,) = (practice.index / "sessions").iterdir()
    heads_line, *others = index.read_text("utf-8").split("\n")
    remembered = json.loads(heads_line)
    for _, _, facts in remembered["facts"].values():
        change(facts)
    index.write_text("\n".join((json.dumps(remembered), *others)), "utf-8")


def put(facts: list[Any], name: str, value: Any) -> None:
    """Put something in the place of a field."""
    facts[Head._fields[4:].index(name)] = value


class TestFacts:
    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(any_sessions())
    def test_they_are_those_of_the_whole_session(
        self, tmp_path_factory: pytest.TempPathFactory, session: Session
    ) -> None:
        practice = Practice(tmp_path_factory.mktemp("any"))
        session = changed(session, id=f"{session.client}/2026-11-20-1400")
        path = sessions.create(practice, session).path

        read = sessions.load(path).session
        expected = Head(
            folder=path.parent,
            file=path.name,
            id=read.id,
            client=session.client,
            framework=read.framework.id,
            framework_title=read.framework.title,
            room=read.framework.room,
            code=read.person.code if read.person else "",
            group=(read.person.group or "") if read.person else "",
            status=read.status,
            started=read.started,
            held=read.written_up or read.started,
            minutes=read.minutes.spent,
            planned=read.minutes.planned,
            was_held=read.status == "ended" or read.amending is not None,
            way=read.held,
            engagement=read.engagement,
            notes=len(list(read.notes)),
            tags=tuple(tags_in("\n".join(one.text for _, one in read.notes))),
        )
        assert listed(practice) == [expected]
        assert listed(practice) == [expected]

    def test_what_was_not_measured_is_not_there(self, practice: Practice) -> None:
        sessions.create(practice, unbegun(minutes=Booked()))

        (head,) = listed(practice)
        assert isinstance(head, Head)
        assert (head.minutes, head.notes, head.status) == (None, 0, "live")

    def test_a_head_that_was_remembered_before_there_were_tags_is_read_again(self, practice: Practice) -> None:
        sessions.create(practice, session_of(turn_with(note("to #delegate, and #rest"))))
        (head,) = listed(practice)
        change_what_is_remembered(practice, list.pop)

        assert listed(practice) == [head]
        assert isinstance(head, Head)
        assert head.tags == ("#delegate", "#rest")

    @pytest.mark.parametrize(
        ("name", "wrong"),
        [("framework_title", 7), ("tags", [None]), ("notes", "many"), ("minutes", {}), ("way", "fax")],
    )
    def test_a_head_that_was_remembered_wrongly_is_read_again(self, practice: Practice, name: str, wrong: Any) -> None:
        sessions.create(practice, session_of(turn_with(note("to #delegate, and #rest"))))
        (head,) = listed(practice)
        change_what_is_remembered(practice, lambda facts: put(facts, name, wrong))

        assert listed(practice) == [head]


class TestListing:
    def test_where_there_is_no_practice_there_is_nothing(self, practice: Practice) -> None:
        assert listed(practice) == []
        assert not practice.root.exists()

    def test_the_newest_comes_first(self, practice: Practice) -> None:
        for client, when in (
            ("jane", "2026-11-20-1400"),
            ("jane", "2025-01-01-0900"),
            ("bob", "2026-11-20-1401"),
            ("jane", "2026-11-20-1400"),
            ("jane", "2026-11-20-1400"),
        ):
            create(practice, client, when)

        assert ids(practice) == [
            "bob/2026-11-20-1401",
            "jane/2026-11-20-1400-3",
            "jane/2026-11-20-1400-2",
            "jane/2026-11-20-1400",
            "jane/2025-01-01-0900",
        ]
        assert ids(practice, "bob") == ["bob/2026-11-20-1401"]
        assert ids(practice, "nobody") == []

    def test_a_folder_may_have_signs_in_its_name(self, practice: Practice) -> None:
        create(practice, "jane [old]", "2026-11-20-1400")

        assert ids(practice, "jane [old]") == ["jane [old]/2026-11-20-1400"]

    def test_links_are_not_followed(self, practice: Practice, tmp_path: Path) -> None:
        stored = create(practice, "jane", "2026-11-20-1400")
        elsewhere = create(Practice(tmp_path / "elsewhere"), "bob", "2026-11-20-1500").path
        stored.path.with_name("2026-11-20-1500-short.yaml").symlink_to(elsewhere)
        (practice.clients / "bob").symlink_to(elsewhere.parents[1], target_is_directory=True)
        (practice.clients / "carol").mkdir()
        (practice.clients / "carol" / "sessions").symlink_to(elsewhere.parent, target_is_directory=True)

        assert ids(practice) == ["jane/2026-11-20-1400"]

    def test_other_files_are_no_sessions(self, practice: Practice) -> None:
        stored = create(practice, "jane", "2026-11-20-1400")
        for name in (".2026-11-20-1400-short.yaml.123.0a1b2c3d.tmp", ".hidden.yaml", "notes.txt", "x.yaml~"):
            stored.path.with_name(name).write_text("x")

        assert ids(practice) == ["jane/2026-11-20-1400"]


HEADLESS = {
    "no id": ("id: jane/2026-11-20-1400\n", ""),
    "a list for an id": ("id: jane/2026-11-20-1400", f"id: [{CANARY}]"),
    "an id of nothing": ("id: jane/2026-11-20-1400", "id:"),
    "no framework": ("framework:\n", "other:\n"),
    "a framework of words": ("  title: Short", f"  title: [{CANARY}]"),
    "another status": ("status: live", f"status: {CANARY}"),
    "no time": ("started: 2026-11-20T14:00:00+00:00\n", ""),
    "a time of words": ("started: 2026", f"started: {CANARY}"),
    "a time of nowhere": ("14:00:00+00:00", "14:00:00"),
    "minutes of words": ("planned: 50", f"spent: {CANARY}"),
    "minutes for a text": ("minutes: {planned: 50}", f"minutes: {CANARY}"),
    "turns for a text": ("turns:\n-", f"turns: {CANARY}\nother:\n-"),
}  # fmt: skip


class TestWhatIsDamaged:
    @pytest.mark.parametrize("damage", HEADLESS)
    def test_a_head_that_is_not_whole_is_told_of(self, practice: Practice, damage: str) -> None:
        old, new = HEADLESS[damage]
        stored = create(practice, "jane", "2026-11-20-1400")
        text = stored.path.read_text().replace(old, new, 1)
        assert text != stored.path.read_text()
        stored.path.write_text(text)

        (error,) = listed(practice)

        assert isinstance(error, UnreadableError)
        assert error.exit_code == 4
        assert re.match(rf"{re.escape(str(stored.path))}:\d+: \w[^:]*\.$", error.message)
        assert "xylophone" not in f"{error.message}{error.hint}{error!r}"
        assert stored.path.read_text() == text

    def test_so_is_what_is_damaged_further_down(self, practice: Practice) -> None:
        stored = create(practice, "jane", "2026-11-20-1400")
        stored.path.write_text(stored.path.read_text().replace("kind: note", f"kind: {CANARY}"))

        (error,) = listed(practice)

        assert isinstance(error, UnreadableError)
        assert error.message.endswith(": kind cannot be read.")

    def test_the_others_are_listed_all_the_same(self, practice: Practice) -> None:
        first, second, third = (create(practice, "jane", f"2026-11-20-140{n}") for n in range(3))
        second.path.write_text(f"format: 1\n\tid: {CANARY}\n")

        found = listed(practice)

        assert [head.path for head in found if isinstance(head, Head)] == [third.path, first.path]
        error = found[-1]
        assert isinstance(error, UnreadableError)
        assert error.message == f"{second.path}:2: a tab is used to indent; YAML takes only blanks."

    def test_a_newer_format_is_told_of_with_what_to_do(self, practice: Practice) -> None:
        stored = create(practice, "jane", "2026-11-20-1400")
        stored.path.write_text(stored.path.read_text().replace("format: 1", "format: 7"))

        (error,) = listed(practice)

        assert isinstance(error, UnreadableError)
        assert error.message.endswith(":1: it has format 7, made by a newer coachcli; this one reads up to 1.")
        assert error.hint == "The file was left as it is: install the newest coachcli to open it."

    def test_one_that_goes_away_meanwhile_is_left_out(
        self, practice: Practice, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        older, newer = (create(practice, "jane", f"2026-11-20-140{n}") for n in range(2))
        there = folder.session_folders(practice)
        monkeypatch.setattr(folder, "session_folders", lambda *_: there)
        older.path.unlink()

        assert listed(practice) == listed(practice, "jane")
        assert ids(practice) == [newer.session.id]


class TestWhatIsRemembered:
    def remembered(self, practice: Practice) -> Path:
        return practice.index / "sessions" / "jane.jsonl"

    def test_it_holds_no_words_of_a_note(self, practice: Practice) -> None:
        create(practice, "jane", "2026-11-20-1400")
        listed(practice)

        assert CANARY not in self.remembered(practice).read_text()

    def test_it_is_for_the_coach_alone(self, practice: Practice) -> None:
        create(practice, "jane", "2026-11-20-1400")
        listed(practice)

        assert self.remembered(practice).stat().st_mode & 0o777 == 0o600
        assert practice.index.stat().st_mode & 0o777 == 0o700

    def test_it_can_be_deleted_at_any_time(self, practice: Practice) -> None:
        create(practice, "jane", "2026-11-20-1400")
        before = listed(practice)
        self.remembered(practice).unlink()

        assert listed(practice) == before

    @pytest.mark.parametrize(
        "garbage",
        [
            b"",
            b"{",
            b"null\nnull\nnull",
            b"\n\n\n\n",
            b'{"version": 1}',
            b'{"version": "VERSION", "facts": 7}',
            b'{"version": "VERSION", "facts": {"2026-11-20-1400-short.yaml": []}}',
            b'{"version": "VERSION", "facts": {"2026-11-20-1400-short.yaml": 7}}',
            b"\xff",
        ],
    )
    def test_it_may_be_garbage(self, practice: Practice, garbage: bytes) -> None:
        create(practice, "jane", "2026-11-20-1400")
        before = listed(practice)
        self.remembered(practice).write_bytes(garbage.replace(b"VERSION", head_version().encode()))

        assert listed(practice) == before

    @pytest.mark.parametrize(
        ("key", "value"), [("started", "soon"), ("started", 7), ("status", "gone"), ("status", [])]
    )
    def test_it_may_be_wrong_in_itself(self, practice: Practice, key: str, value: object) -> None:
        create(practice, "jane", "2026-11-20-1400")
        before = listed(practice)
        change_what_is_remembered(practice, lambda facts: put(facts, key, value))

        assert listed(practice) == before

    def test_an_edited_file_is_read_again(self, practice: Practice) -> None:
        stored = create(practice, "jane", "2026-11-20-1400")
        listed(practice)
        stored.path.write_text(stored.path.read_text().replace("status: live", "status: ended"))

        (head,) = listed(practice)
        assert isinstance(head, Head)
        assert head.status == "ended"

    def test_a_file_that_became_damaged_is_told_of(self, practice: Practice) -> None:
        stored = create(practice, "jane", "2026-11-20-1400")
        listed(practice)
        stored.path.write_text("format: 1\n")

        assert [type(found).__name__ for found in listed(practice)] == ["DamagedSessionError"]

    def test_what_is_gone_is_forgotten(self, practice: Practice) -> None:
        stored = create(practice, "jane", "2026-11-20-1400")
        listed(practice)
        stored.path.unlink()
        create(practice, "bob", "2026-11-20-1400")
        listed(practice)

        assert "2026-11-20-1400" not in self.remembered(practice).read_text()

    def test_a_client_who_is_gone_is_forgotten(self, practice: Practice) -> None:
        create(practice, "bob", "2026-11-20-1400")
        stored = create(practice, "jane", "2026-11-20-1400")
        listed(practice)
        shutil.rmtree(stored.path.parents[1])
        listed(practice, "bob")
        assert self.remembered(practice).exists()

        listed(practice)
        assert [path.name for path in (practice.index / "sessions").iterdir()] == ["bob.jsonl"]

        shutil.rmtree(practice.clients)
        listed(practice)
        assert list((practice.index / "sessions").iterdir()) == []

    def test_what_earlier_versions_remembered_is_removed(self, practice: Practice) -> None:
        (practice.index / "gists").mkdir(parents=True)
        for name in ("sessions.json", "gists/jane.json", "gists/bob.json"):
            (practice.index / name).write_text(CANARY)
        create(practice, "jane", "2026-11-20-1400")
        listed(practice)

        assert sorted(path.name for path in practice.index.iterdir()) == ["sessions"]
        assert [path.name for path in (practice.index / "sessions").iterdir()] == ["jane.jsonl"]

    def test_what_cannot_be_removed_of_it_stops_no_list(
        self, practice: Practice, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(path: Path) -> None:
            raise NotSavedError(f"{path} was not removed: the disk is read-only.")

        practice.index.mkdir(parents=True)
        (practice.index / "sessions.json").write_text(CANARY)
        stored = create(practice, "jane", "2026-11-20-1400")
        monkeypatch.setattr(files, "remove", refuse)

        assert ids(practice) == [stored.session.id]

    def test_what_a_link_of_that_name_leads_to_stays(self, practice: Practice, tmp_path: Path) -> None:
        practice.index.mkdir(parents=True)
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "elsewhere" / "kept.txt").touch()
        (practice.index / "gists").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
        create(practice, "jane", "2026-11-20-1400")
        listed(practice)

        assert [path.name for path in practice.index.iterdir()] == ["sessions"]
        assert (tmp_path / "elsewhere" / "kept.txt").exists()

    def test_a_practice_that_cannot_be_written_is_listed_all_the_same(self, practice: Practice, tmp_path: Path) -> None:
        stored = create(practice, "jane", "2026-11-20-1400")
        (tmp_path / "elsewhere").mkdir()
        practice.index.symlink_to(tmp_path / "elsewhere", target_is_directory=True)

        assert ids(practice) == [stored.session.id]
        assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("name", ["client 2.yaml", "between.sync-conflict-20261120-101010-ABC.yaml", "client.yaml~"])
def test_a_second_version_of_what_a_client_has_once_is_told(practice: Practice, name: str) -> None:
    create(practice, "jane", "2026-11-20-1400")
    (practice.clients / "jane" / name).touch()
    (error,) = heads(practice).passed_over
    assert "There are two versions of" in error.message
    assert name in error.message
