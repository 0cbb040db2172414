import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import walked

from coachcli.app.call.autosave import DiskKeeper, Unsaved
from coachcli.app.session.draft_recovery import draft_left
from coachcli.domain.line.signs import line_of
from coachcli.domain.record_data import checked
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.moves import Noted
from coachcli.live.source import Line
from coachcli.store.disk import primitives
from coachcli.store.disk.background import Writer
from coachcli.store.paths import Practice, draft_file
from coachcli.store.session import rescue, sessions
from coachcli.store.session.sessions import Stored
from coachcli.store.yaml_io import strict_reader


@pytest.fixture
def stored(practice: Practice) -> Stored:
    return sessions.create(practice, walked())


@pytest.fixture
def keeper(practice: Practice, stored: Stored) -> Iterator[DiskKeeper]:
    keeper = DiskKeeper(practice, stored)
    yield keeper
    keeper.close()


def said(*words: str) -> Session:
    return walked(*(Noted(Note(kind="note", text=each)) for each in words))


def enter(keeper: DiskKeeper, *words: str) -> None:
    """The last of these is typed and entered, after the others."""
    keeper.keep_line(said(*words[:-1]), Line.ending(words[-1]))
    keeper.save(said(*words))
    keeper.line_done()


def on_disk(stored: Stored) -> list[str]:
    return [note.text for _, note in sessions.load(stored.path).session.notes]


def left_by_a_kill(stored: Stored) -> Line | None:
    """What would be offered if the process were killed now."""
    now = sessions.load(stored.path)
    return draft_left(now, now.session)


class Gate:
    """A disk that does not answer sessions, for as long as it is shut."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._real: Callable[..., Any] = os.fsync
        self.reached, self.open = threading.Event(), threading.Event()
        patch.setattr(os, "fsync", self)

    def __call__(self, fd: int) -> None:
        if threading.current_thread().name == "session" and not self.open.is_set():
            self.reached.set()
            assert self.open.wait(60)
        self._real(fd)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.open.set()


def until(condition: Callable[[], object]) -> None:
    """Poll until `condition` holds."""
    tries = iter(range(20_000))
    while not condition():
        assert next(tries, None) is not None, "it never came to that"
        threading.Event().wait(0.001)


def fill_the_disk(patch: pytest.MonkeyPatch) -> None:
    def full(_fd: int, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    patch.setattr(primitives, "write", full)


class TestSaving:
    def test_a_session_is_in_its_file(self, keeper: DiskKeeper, stored: Stored) -> None:
        keeper.save(said("it is loud"))
        keeper.settle()

        assert sessions.load(stored.path).session == said("it is loud")
        assert keeper.news() == ""
        assert not keeper.pending

    def test_a_file_somebody_else_changed_is_left_and_the_call_goes_on_in_another(
        self, keeper: DiskKeeper, stored: Stored
    ) -> None:
        theirs = stored.path.read_bytes() + b"# mine\n"
        stored.path.write_bytes(theirs)

        enter(keeper, "it is loud")
        enter(keeper, "it is loud", "and dark")
        keeper.settle()

        assert stored.path.read_bytes() == theirs
        assert keeper.stored.path != stored.path
        assert on_disk(keeper.stored) == ["it is loud", "and dark"]
        assert sessions.load(keeper.stored.path).session == keeper.named(said("it is loud", "and dark"))
        assert keeper.named(said("x")).id != stored.session.id
        assert "Both are kept" in keeper.news()
        enter(keeper, "it is loud", "and dark", "so far")
        assert keeper.news() == ""

    def test_the_line_being_typed_goes_along_into_another_file(self, keeper: DiskKeeper, stored: Stored) -> None:
        sessions.save(stored, said("what somebody else wrote"))
        keeper.save(said("it is loud"))
        keeper.typing(said("it is loud"), Line.ending("and da"))
        keeper.settle()

        assert left_by_a_kill(keeper.stored) == Line.ending("and da")
        assert left_by_a_kill(stored) is None


class TestASlowDisk:
    """The mark says what is on disk; nobody waits for it; and a kill meanwhile costs no line."""

    def test_nobody_waits_and_the_mark_says_saving_until_it_is_on_disk(
        self, keeper: DiskKeeper, stored: Stored, slow: Gate
    ) -> None:
        marks: list[bool] = []
        keeper.changed = lambda: marks.append(keeper.pending)
        enter(keeper, "it is loud")
        assert slow.reached.wait(60)

        assert keeper.pending
        assert on_disk(stored) == []
        slow.open.set()
        keeper.settle()

        assert on_disk(stored) == ["it is loud"]
        assert not keeper.pending
        until(lambda: marks == [False])

    def test_the_newest_session_is_written_and_none_that_is_older_after_it(
        self, keeper: DiskKeeper, stored: Stored, slow: Gate
    ) -> None:
        enter(keeper, "one")
        assert slow.reached.wait(60)
        enter(keeper, "one", "two")
        enter(keeper, "one", "two", "three")
        slow.open.set()
        keeper.close()

        assert on_disk(stored) == ["one", "two", "three"]
        assert left_by_a_kill(stored) is None

    def test_a_kill_meanwhile_gives_back_every_line_that_is_not_on_disk(
        self, keeper: DiskKeeper, stored: Stored, slow: Gate
    ) -> None:
        enter(keeper, "one")
        assert slow.reached.wait(60)
        enter(keeper, "one", "two")
        keeper.typing(said("one", "two"), Line("thr", 2))
        until(lambda: left_by_a_kill(stored) == Line("one\ntwo\nthr", 10))

        slow.open.set()
        keeper.settle()
        assert left_by_a_kill(stored) == Line("thr", 2)

    def test_what_became_saved_while_the_draft_was_written_is_not_given_back(
        self, keeper: DiskKeeper, stored: Stored, slow: Gate
    ) -> None:
        enter(keeper, "one")
        assert slow.reached.wait(60)
        enter(keeper, "one", "two")
        keeper.typing(said("one", "two"), Line.ending("thr"))
        until(lambda: left_by_a_kill(stored) == Line.ending("one\ntwo\nthr"))
        sessions.save(stored, said("one"))  # as the thread does, just before the kill

        assert left_by_a_kill(stored) == Line.ending("two\nthr")

    def test_a_line_given_back_to_the_coach_is_one_line_and_not_two(
        self, keeper: DiskKeeper, stored: Stored, slow: Gate
    ) -> None:
        enter(keeper, "one")
        assert slow.reached.wait(60)
        keeper.keep_line(said("one"), Line.ending("/go nxt"))
        keeper.typing(said("one"), Line.ending("/go next"))

        until(lambda: left_by_a_kill(stored) == Line.ending("one\n/go next"))

    def test_while_an_action_is_noted_aside_both_lines_are_kept(
        self, keeper: DiskKeeper, stored: Stored, slow: Gate
    ) -> None:
        keeper.keep_line(said(), Line.ending("half\n*call Tom"))
        keeper.save(said("call Tom"))
        assert slow.reached.wait(60)
        keeper.typing(said("call Tom"), Line.ending("half a"))

        until(lambda: left_by_a_kill(stored) == Line.ending("half\n*call Tom\nhalf a"))

    def test_commands_are_not_given_back(self, keeper: DiskKeeper, stored: Stored, slow: Gate) -> None:
        enter(keeper, "one")
        assert slow.reached.wait(60)
        enter(keeper, "one", "/next")
        keeper.typing(said("one"), Line.ending("tw"))

        until(lambda: left_by_a_kill(stored) == Line.ending("one\ntw"))

    def test_the_same_words_twice_are_two_lines(self, keeper: DiskKeeper, stored: Stored, slow: Gate) -> None:
        slow.open.set()
        enter(keeper, "yes")
        keeper.settle()
        slow.open.clear()
        slow.reached.clear()
        enter(keeper, "yes", "yes")
        assert slow.reached.wait(60)
        keeper.typing(said("yes", "yes"), Line.ending("n"))

        until(lambda: left_by_a_kill(stored) == Line.ending("yes\nn"))

    def test_leaving_waits(self, keeper: DiskKeeper, stored: Stored, slow: Gate) -> None:
        enter(keeper, "it is loud")
        assert slow.reached.wait(60)
        threading.Timer(0.05, slow.open.set).start()
        keeper.settle()

        assert on_disk(stored) == ["it is loud"]


class TestTrouble:
    def test_a_full_disk_is_told_in_words_and_costs_nothing_that_was_saved(
        self, keeper: DiskKeeper, stored: Stored, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = stored.path.read_bytes()
        fill_the_disk(monkeypatch)

        keeper.save(said("it is loud"))
        keeper.settle()

        assert stored.path.read_bytes() == before
        assert keeper.at_risk
        assert "NOT SAVED" in keeper.trouble
        assert "the disk is full" in keeper.trouble

    def test_what_cannot_go_where_it_belongs_is_kept_elsewhere(
        self, keeper: DiskKeeper, stored: Stored, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = primitives.write

        def full_here(fd: int, data: bytes) -> None:
            if "/practice/" in str(Path(f"/proc/self/fd/{fd}").readlink()):
                raise OSError(errno.ENOSPC, "No space left on device")
            real(fd, data)

        monkeypatch.setattr(primitives, "write", full_here)
        keeper.save(said("it is loud"))
        keeper.settle()
        kept = rescue.rescue_file(stored.path, stored.digest)

        assert b"it is loud" in kept.read_bytes()
        assert str(kept) in keeper.trouble
        assert not keeper.at_risk

        monkeypatch.undo()

    def test_once_the_disk_takes_it_again_all_is_well(
        self, keeper: DiskKeeper, stored: Stored, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            fill_the_disk(patch)
            keeper.save(said("it is loud"))
            keeper.settle()
        keeper.save(said("it is loud"))
        keeper.settle()

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
            keeper.settle()
        keeper.line_done()
        keeper.settle()

        assert left_by_a_kill(stored) == Line.ending("it is loud")

    def test_a_line_the_practice_does_not_take_is_kept_elsewhere_until_it_does(
        self, keeper: DiskKeeper, stored: Stored, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = primitives.write

        def full_here(fd: int, data: bytes) -> None:
            if "/practice/" in str(Path(f"/proc/self/fd/{fd}").readlink()):
                raise OSError(errno.ENOSPC, "No space left on device")
            real(fd, data)

        with monkeypatch.context() as patch:
            patch.setattr(primitives, "write", full_here)
            keeper.typing(stored.session, Line.ending("it is loud"))
            keeper.settle()
            assert "NOT SAVED" in keeper.trouble
            copy = draft_file(rescue.rescue_file(stored.path, stored.digest))
            assert left_by_a_kill(stored) == Line.ending("it is loud")
            assert copy.exists()
        keeper.typing(stored.session, Line.ending("it is loud and"))
        keeper.settle()

        assert keeper.trouble == ""
        assert left_by_a_kill(stored) == Line.ending("it is loud and")
        assert not copy.exists()

    def test_what_nobody_thought_of_is_told_as_well(self, keeper: DiskKeeper, monkeypatch: pytest.MonkeyPatch) -> None:
        def out_of_memory(*_args: object) -> None:
            raise MemoryError

        monkeypatch.setattr(threading, "excepthook", lambda _report: None)
        with monkeypatch.context() as patch:
            patch.setattr(sessions, "save", out_of_memory)
            keeper.save(said("it is loud"))
            keeper.settle()

        assert "NOT SAVED" in keeper.trouble
        assert "MemoryError" in keeper.trouble


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
        note = checked(Note, {"kind": kind, "text": "it is loud"})
        keeper.keep_line(stored.session, Line.ending(line_of(note)))
        keeper.save(walked(Noted(note)))
        keeper.close()

        assert draft_left(keeper.stored, keeper.stored.session) is None

    def test_several_lines_are_known_to_be_no_paste_that_was_marked(self, keeper: DiskKeeper, stored: Stored) -> None:
        keeper.keep_line(stored.session, Line.ending("it is loud\n~and she is afraid"))
        keeper.close()
        left = draft_left(keeper.stored, keeper.stored.session)

        assert left is not None
        assert left.burst

    def test_a_line_never_saved_is_offered_after_a_kill(self, keeper: DiskKeeper, stored: Stored) -> None:
        keeper.save(said("it is loud"))
        keeper.keep_line(stored.session, Line.ending("and dark"))
        keeper.close()

        assert draft_left(keeper.stored, keeper.stored.session) == Line.ending("and dark")

    @pytest.mark.parametrize(("line", "offered"), [("/pause", False), ("//etc", True), ("/edit this", True)])
    def test_a_command_without_words_is_not_offered(
        self, keeper: DiskKeeper, stored: Stored, line: str, *, offered: bool
    ) -> None:
        keeper.typing(stored.session, Line.ending(line))
        keeper.settle()

        assert left_by_a_kill(stored) == (Line.ending(line) if offered else None)


# The faults that these promises were made against


def broken_promises(keeper: DiskKeeper, stored: Stored, slow: Gate) -> set[str]:
    """What does not hold of a call on a slow disk that is killed, or left."""
    enter(keeper, "one")
    assert slow.reached.wait(60)
    enter(keeper, "one", "two")
    broken = set() if keeper.pending else {"the mark"}
    keeper._draft.settle()
    broken |= set() if left_by_a_kill(stored) == Line.ending("one\ntwo") else {"a kill"}
    _opened_once_waited_for(keeper, slow)
    keeper.settle()
    return broken | (set() if on_disk(stored) == ["one", "two"] else {"leaving"})


def _opened_once_waited_for(keeper: DiskKeeper, slow: Gate) -> None:
    """The disk goes on as soon as somebody waits for it, and not before."""
    news = keeper._writer._news
    real = news.wait_for

    def wait_for(predicate: Callable[[], bool], timeout: float | None = None) -> bool:
        if threading.current_thread() is threading.main_thread():
            slow.open.set()
        return real(predicate, timeout)

    vars(news)["wait_for"] = wait_for


def dropping(writer: Writer[object], item: object, give: Callable[..., None] = Writer.give) -> None:
    if not writer.pending:
        give(writer, item)


@pytest.mark.parametrize(
    ("place", "name", "fault", "broken"),
    [
        (Writer, "settle", Writer.settle, set()),
        (Writer, "give", dropping, {"leaving"}),
        (Writer, "pending", False, {"the mark"}),
        (Unsaved, "done", lambda unsaved: setattr(unsaved, "_line", None), {"a kill"}),
        (DiskKeeper, "settle", lambda keeper: keeper._draft.settle(), {"leaving"}),
    ],
    ids=["none", "drops what comes meanwhile", "says saved too early", "forgets the line too early", "does not wait"],
)
def test_the_check_sees_a_keeper_that(  # noqa: PLR0913, PLR0917 the fault in its parts
    keeper: DiskKeeper,
    stored: Stored,
    slow: Gate,
    monkeypatch: pytest.MonkeyPatch,
    place: type,
    name: str,
    fault: object,
    broken: set[str],
) -> None:
    monkeypatch.setattr(place, name, fault)

    found = broken_promises(keeper, stored, slow)
    assert found >= broken
    assert bool(found) == bool(broken)


class TestAFullSession:
    """As much as may be is 40 kilobytes here."""

    @pytest.fixture(autouse=True)
    def _small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(strict_reader, "RECORD", strict_reader.Limits(bytes=40_000, nodes=50_000, depth=20))

    def test_it_is_told_before_it_is_full_and_once(self, keeper: DiskKeeper) -> None:
        enter(keeper, "x" * 37_000)
        keeper.settle()

        assert keeper.news() == "This session is nearly full. /end closes it; go on in a new one."
        enter(keeper, "x" * 37_000, "y")
        keeper.settle()
        assert keeper.news() == ""

    def test_a_line_it_has_no_room_for_is_known_before_it_is_taken(self, keeper: DiskKeeper, stored: Stored) -> None:
        enter(keeper, "x" * 30_000)
        keeper.settle()
        keeper.keep_line(said("x" * 30_000), Line.ending("y" * 1_000))
        assert not keeper.is_full

        keeper.keep_line(said("x" * 30_000), Line.ending("y" * 9_000))
        assert keeper.is_full
        keeper.settle()
        assert on_disk(stored) == ["x" * 30_000]

    def test_what_could_not_be_read_again_is_kept_elsewhere(self, keeper: DiskKeeper, stored: Stored) -> None:
        enter(keeper, "x" * 50_000)
        keeper.settle()

        assert "it would be larger than can be read again" in keeper.trouble
        assert rescue.rescue_file(stored.path, stored.digest).exists()
        assert on_disk(stored) == []
