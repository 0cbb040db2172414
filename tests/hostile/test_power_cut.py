"""At no moment may a power cut take what was promised. Each proof is first seen to fail on a planted fault."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from store.power_cut import Recorder, State, recording, without_flushing_files

from coachcli.store.disk import files, primitives
from coachcli.store.session import draft_writer, drafts
from coachcli.store.session.draft_writer import DraftFile
from coachcli.store.session.drafts import Draft

OLD, NEW = b"turns: [one]\n" * 50, b"turns: [one, two]\n" * 60
NAME = "session.yaml"
Fault = Callable[[pytest.MonkeyPatch], None]


def leave_out_file_flush(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(primitives, "flush", without_flushing_files(primitives.flush))


def leave_out_folder_flush(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(primitives, "flush_folder", lambda _folder: None)


def know_no_links(patch: pytest.MonkeyPatch) -> None:
    def no_links(*_args: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    patch.setattr(os, "link", no_links)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    folder.mkdir()
    return folder


def overwrite(root: Path) -> Recorder:
    path = root / NAME
    path.write_bytes(OLD)
    with recording(root) as recorder:
        files.replace(path, NEW, expected=files.digest(OLD))
        recorder.mark("saved")
    return recorder


def create(root: Path) -> Recorder:
    with recording(root) as recorder:
        files.replace(root / NAME, NEW, expected=None)
        recorder.mark("saved")
    return recorder


def breaches(recorder: Recorder, before: set[bytes | None]) -> list[State]:
    """States with neither a whole old nor a whole new version, or without the one that was promised."""
    return [
        state
        for state in recorder.states()
        if state.tree.get(NAME) not in ({NEW} if "saved" in state.promised else {*before, NEW})
    ]


def test_a_file_is_whole_at_every_moment_and_new_once_saved(root: Path) -> None:
    recorder = overwrite(root)
    assert len(list(recorder.states())) > 6
    assert breaches(recorder, {OLD}) == []


def test_a_new_file_is_not_there_or_whole_and_there_once_saved(root: Path) -> None:
    assert breaches(create(root), {None}) == []


def test_without_links_a_new_file_may_be_empty_but_never_torn(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    know_no_links(monkeypatch)
    assert breaches(create(root), {None, b""}) == []


@pytest.mark.parametrize("fault", [leave_out_file_flush, leave_out_folder_flush])
@pytest.mark.parametrize(("work", "before"), [(overwrite, OLD), (create, None)])
def test_a_flush_left_out_is_noticed(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Fault,
    work: Callable[[Path], Recorder],
    before: bytes | None,
) -> None:
    fault(monkeypatch)
    assert breaches(work(root), {before}) != []


def test_writing_in_place_is_noticed(root: Path) -> None:
    path = root / NAME
    path.write_bytes(OLD)
    with recording(root) as recorder:
        fd = os.open(path, os.O_WRONLY | os.O_TRUNC)
        os.write(fd, NEW)
        os.fsync(fd)
        os.close(fd)
        recorder.mark("saved")
    found = breaches(recorder, {OLD})
    assert {b"", NEW[: len(NEW) // 2], bytes(len(NEW))} <= {state.tree[NAME] for state in found}


def save_in_new_folders(root: Path) -> Recorder:
    with recording(root) as recorder:
        files.make_folder(root / "clients/jane/sessions", inside=root)
        files.replace(root / "clients/jane/sessions" / NAME, NEW, expected=None)
        recorder.mark("saved")
    return recorder


def lost(recorder: Recorder, *places: str) -> list[State]:
    """States in which what is saved is at none of `places`."""
    return [
        state
        for state in recorder.states()
        if "saved" in state.promised and NEW not in {state.tree.get(place) for place in places}
    ]


def test_a_file_in_new_folders_is_there_once_saved(root: Path) -> None:
    assert lost(save_in_new_folders(root), f"clients/jane/sessions/{NAME}") == []


def test_a_new_folder_that_is_not_flushed_is_noticed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flush = primitives.flush_folder
    monkeypatch.setattr(primitives, "flush_folder", lambda folder: flush(folder) if folder != root else None)
    assert lost(save_in_new_folders(root), f"clients/jane/sessions/{NAME}") != []


def save_behind_the_killed(root: Path, *left: str) -> Recorder:
    """Somebody was killed before the disk had the names of the folders that they made or moved."""
    with recording(root) as recorder:
        for step in left:
            before, _, after = step.partition(" -> ")
            (root / before).rename(root / after) if after else (root / before).mkdir()
        files.make_folder(root / "clients/jane/sessions", inside=root)
        files.replace(root / "clients/jane/sessions" / NAME, NEW, expected=None)
        recorder.mark("saved")
    return recorder


KILLED = {
    "after the first folder": ("clients",),
    "after the last one": ("clients", "clients/jane", "clients/jane/sessions"),
    "after the move of a whole one": (
        "clients",
        "clients/.new",
        "clients/.new/sessions",
        "clients/.new -> clients/jane",
    ),
}


@pytest.mark.parametrize("left", KILLED.values(), ids=KILLED)
def test_a_folder_that_somebody_was_killed_over_is_there_once_saved(root: Path, left: tuple[str, ...]) -> None:
    assert lost(save_behind_the_killed(root, *left), f"clients/jane/sessions/{NAME}") == []


def test_a_folder_that_is_empty_and_is_not_flushed_is_noticed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_holds_something", Path.is_dir)
    left = KILLED["after the move of a whole one"]
    assert lost(save_behind_the_killed(root, *left), f"clients/jane/sessions/{NAME}") != []


def test_a_file_moved_to_the_trash_is_here_or_there(root: Path) -> None:
    (root / NAME).write_bytes(NEW)
    (root / ".trash").mkdir()
    with recording(root) as recorder:
        recorder.mark("saved")
        files.move(root / NAME, root / ".trash")
        recorder.mark("moved")
    assert lost(recorder, NAME, f".trash/{NAME}") == []
    moved = [state for state in recorder.states() if "moved" in state.promised]
    assert [state.tree for state in moved] == [{".trash": None, f".trash/{NAME}": NEW}]


def test_a_folder_moved_to_the_trash_takes_all_with_it(root: Path) -> None:
    (root / ".trash").mkdir()
    (root / "jane").mkdir()
    (root / "jane" / NAME).write_bytes(NEW)
    with recording(root) as recorder:
        recorder.mark("saved")
        files.move(root / "jane", root / ".trash")
    assert lost(recorder, f"jane/{NAME}", f".trash/jane/{NAME}") == []


# The line being typed


def line(text: str) -> Draft:
    return Draft(text, len(text), "topic", None, "base")


FIRST, SECOND, THIRD = line("I wan"), line("I want to"), line("I want to stop saying yes")


def without_threads(root: Path) -> DraftFile:
    """A draft whose steps are taken here, in the order in which its threads take them."""
    draft = DraftFile(root / "draft.json")
    draft._flusher.give = lambda _: None  # type: ignore[method-assign, assignment]
    draft._hurry.set()
    return draft


def begin_a_line(root: Path) -> Recorder:
    """One flush, and keys after it."""
    with recording(root) as recorder:
        draft = without_threads(root)
        draft._write(FIRST)
        draft._flush(None)
        recorder.mark("first")
        draft._write(SECOND)
    return recorder


def type_a_line(root: Path) -> Recorder:
    """One flush, keys before and during another, one more flush: what the threads do, one after the other."""
    with recording(root) as recorder:
        draft = without_threads(root)
        draft._write(FIRST)
        draft._flush(None)
        recorder.mark("first")
        draft._write(line("I want"))
        assert draft._stepped_aside()
        draft._write(SECOND)
        draft._settle()
        draft._write(THIRD)
        draft._flush(None)
        recorder.mark("third")
        draft._write(None)
        recorder.mark("cleared")
    return recorder


def laid_out(recorder: Recorder, folder: Path) -> Iterator[tuple[State, Draft | None]]:
    """Each state, and what would be offered to the coach in it."""
    offered: dict[tuple[bytes | None, ...], Draft | None] = {}
    for state in recorder.states():
        # Nothing else is looked at, and there are many states that differ in nothing else.
        key = tuple(state.tree.get(f"draft.json{more}") for more in ("", ".flushing", ".typing"))
        if key not in offered:
            place = folder / f"state-{len(offered)}"
            place.mkdir()
            state.lay_out(place)
            offered[key] = drafts.read(place / "draft.json")
        yield state, offered[key]


def shorter_than_promised(recorder: Recorder, folder: Path) -> list[State]:
    return [
        state
        for state, draft in laid_out(recorder, folder)
        if "third" not in state.promised
        and len(draft.text if draft else "") < (len(FIRST.text) if "first" in state.promised else 0)
    ]


def test_what_was_flushed_of_a_line_survives_whatever_is_typed_after_it(root: Path, tmp_path: Path) -> None:
    assert shorter_than_promised(type_a_line(root), tmp_path) == []


def test_a_line_kept_is_whole_until_it_is_cleared(root: Path, tmp_path: Path) -> None:
    recorder = type_a_line(root)
    recorder.steps = recorder.steps[: 1 + [getattr(step, "label", "") for step in recorder.steps].index("third")]
    kept = [draft for state, draft in laid_out(recorder, tmp_path) if "third" in state.promised]
    assert kept == [THIRD]


def test_every_draft_found_is_one_that_was_typed(root: Path, tmp_path: Path) -> None:
    for _, draft in laid_out(type_a_line(root), tmp_path):
        assert draft is None or THIRD.text.startswith(draft.text)
        assert draft is None or draft.base in {"base", ""}


def test_a_draft_put_in_place_before_it_is_flushed_is_noticed(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for place in (drafts, draft_writer):
        monkeypatch.setattr(place, "typing_path", lambda path: path)
    assert shorter_than_promised(type_a_line(root), tmp_path) != []


@pytest.mark.parametrize("fault", [leave_out_file_flush, leave_out_folder_flush])
def test_a_draft_that_is_never_flushed_is_noticed(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Fault,
) -> None:
    fault(monkeypatch)
    assert shorter_than_promised(begin_a_line(root), tmp_path) != []
