import errno
from pathlib import Path

import pytest
from builders import unbegun, walked

from coachcli.app.keeping import DiskKeeper, NoKeeper, draft_left
from coachcli.domain.grammar import line_of
from coachcli.domain.moves import Noted
from coachcli.domain.session import Note, Session
from coachcli.live.source import Line
from coachcli.store import disk, rescue, sessions
from coachcli.store.paths import Practice, draft_file
from coachcli.store.sessions import Stored


@pytest.fixture
def stored(practice: Practice) -> Stored:
    return sessions.create(practice, walked())


@pytest.fixture
def keeper(practice: Practice, stored: Stored) -> DiskKeeper:
    return DiskKeeper(practice, stored)


def said(words: str) -> Session:
    return walked(Noted(Note(kind="note", text=words)))


def fill_the_disk(patch: pytest.MonkeyPatch) -> None:
    def full(_fd: int, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    patch.setattr(disk, "write", full)


class TestSaving:
    def test_a_session_is_in_its_file(self, keeper: DiskKeeper, stored: Stored) -> None:
        keeper.save(said("it is loud"))

        assert sessions.load(stored.path).session == said("it is loud")
        assert keeper.news() == ""

    def test_a_file_somebody_else_changed_is_left_and_the_call_goes_on_in_another(
        self, keeper: DiskKeeper, stored: Stored
    ) -> None:
        theirs = stored.path.read_bytes() + b"# mine\n"
        stored.path.write_bytes(theirs)

        session = keeper.save(said("it is loud"))

        assert stored.path.read_bytes() == theirs
        assert keeper.stored.path != stored.path
        assert session.id != stored.session.id
        assert [note.text for _, note in sessions.load(keeper.stored.path).session.notes] == ["it is loud"]
        assert "Both are kept" in keeper.news()
        assert keeper.news() == ""


class TestTrouble:
    def test_a_full_disk_is_told_in_words_and_costs_nothing_that_was_saved(
        self, keeper: DiskKeeper, stored: Stored, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = stored.path.read_bytes()
        fill_the_disk(monkeypatch)

        keeper.save(said("it is loud"))

        assert stored.path.read_bytes() == before
        assert "NOT SAVED" in keeper.news()
        assert "the disk is full" in keeper.news()

    def test_what_cannot_go_where_it_belongs_is_kept_elsewhere(
        self, keeper: DiskKeeper, stored: Stored, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = disk.write

        def full_here(fd: int, data: bytes) -> None:
            if "/practice/" in str(Path(f"/proc/self/fd/{fd}").readlink()):
                raise OSError(errno.ENOSPC, "No space left on device")
            real(fd, data)

        monkeypatch.setattr(disk, "write", full_here)
        keeper.save(said("it is loud"))
        kept = rescue.rescue_file(stored.path, stored.digest)

        assert b"it is loud" in kept.read_bytes()
        assert str(kept) in keeper.news()

        monkeypatch.undo()

    def test_once_the_disk_takes_it_again_all_is_well(
        self, keeper: DiskKeeper, stored: Stored, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            fill_the_disk(patch)
            keeper.save(said("it is loud"))
        keeper.save(said("it is loud"))

        assert keeper.news() == ""
        assert sessions.load(stored.path).session == said("it is loud")
        assert not rescue.rescue_file(stored.path, stored.digest).exists()

    def test_while_it_is_not_saved_the_draft_stays(
        self, keeper: DiskKeeper, stored: Stored, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keeper.keep_line(stored.session, Line.ending("it is loud"))
        with monkeypatch.context() as patch:
            fill_the_disk(patch)
            keeper.save(said("it is loud"))
        keeper.line_done()

        assert draft_file(stored.path).exists()


class TestTheDraft:
    def test_a_line_that_was_being_typed_is_offered_with_its_cursor(self, keeper: DiskKeeper, stored: Stored) -> None:
        keeper.typing(stored.session, Line("half a thought", 4))
        keeper.close()

        assert draft_left(stored, stored.session) == Line("half a thought", 4)

    def test_a_line_that_was_taken_is_not_offered(self, keeper: DiskKeeper, stored: Stored) -> None:
        keeper.keep_line(stored.session, Line.ending("it is loud"))
        keeper.save(said("it is loud"))
        keeper.line_done()
        keeper.close()

        assert draft_left(keeper.stored, keeper.stored.session) is None

    @pytest.mark.parametrize("kind", ["note", "insight", "quote"])
    def test_a_line_saved_just_before_a_kill_is_not_offered_twice(
        self, keeper: DiskKeeper, stored: Stored, kind: str
    ) -> None:
        note = Note.model_validate({"kind": kind, "text": "it is loud"})
        keeper.keep_line(stored.session, Line.ending(line_of(note)))
        keeper.save(walked(Noted(note)))
        keeper.close()

        assert draft_left(keeper.stored, keeper.stored.session) is None

    def test_a_line_never_saved_is_offered_after_a_kill(self, keeper: DiskKeeper, stored: Stored) -> None:
        keeper.save(said("it is loud"))
        keeper.keep_line(stored.session, Line.ending("and dark"))
        keeper.close()

        assert draft_left(keeper.stored, keeper.stored.session) == Line.ending("and dark")


class TestARehearsal:
    def test_nothing_at_all_is_written(self, practice: Practice) -> None:
        keeper = NoKeeper()
        session = keeper.save(unbegun())
        keeper.typing(session, Line.ending("x"))
        keeper.keep_line(session, Line.ending("x"))
        keeper.line_done()
        keeper.close()

        assert not practice.root.exists()
