"""Not a byte of a client is left once they are erased, and not a byte of anybody else is touched, whatever fails."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from app.practice.checked import unknown
from hostile.calls import Command, calls
from hostile.conftest import ALL, Trial, Tried, sample
from hostile.facts import torn, troubles
from hostile.faults import asked, every_fault
from hostile.world import JANE, ROBIN, SESSION, World, seen_in

from coachcli.app.erase import erasure
from coachcli.errors import InUseError
from coachcli.store import edited_copies
from coachcli.store.disk import locks
from coachcli.store.erase import hold, places
from coachcli.store.paths import Practice, cache_folder
from coachcli.store.session import rescue

pytestmark = pytest.mark.timeout(3000)
ERASE = ("client", "erase", "jane", "--yes", "Jane Example")
MARKS = (b"janecanary", b"jane-example", b"Jane Example", b"janemark")
"""What only Jane's files have in them."""
HOURS = """format: 1
relationships:
  # from the old log
  - {client: Robin Example, paid: 3}
  - {client: Jane Example, contact: janemark@example.com, start: 2024-01-10, paid: 12.5}
"""
TAKING = {("session", "delete"), ("session", "move")}
"""What takes a session away comes last, as others need it."""
STEP = 23
"""After how many removals more a process is killed, in the short form."""
EVERY = 241
"""How many calls are passed over for each that fails, in the short form."""


def everywhere(world: World) -> list[Path]:
    """The folders to which the program writes."""
    return [world.root, cache_folder(), rescue.folder()]


def marks_in(world: World) -> Iterator[str]:
    """Every file that has a mark in it, or in its name."""
    for folder in everywhere(world):
        for path in folder.rglob("*"):
            data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            named = str(path.relative_to(folder)).encode()
            yield from (f"{mark.decode()} in {path}" for mark in MARKS if mark in data or mark in named)


def robins(world: World) -> dict[str, tuple[str, bytes]]:
    """What is Robin's, with what is in it."""
    mine = seen_in(world.root / ROBIN).items()
    return {**dict(mine), **seen_in(world.root / ".trash/robin-example"), **seen_in(world.root / "frameworks")}


def put(path: Path, words: str = "janemark") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def planted(world: World) -> None:
    """A mark in every kind of file of Jane's, those of programs that broke off and synchronise among them."""
    practice, session = Practice(world.root), world.root / SESSION
    named = f"jane-example--{session.stem}"
    conflict = ".sync-conflict-20261120-101010-ABCDEFG.yaml"
    beside = (
        ".draft",
        ".draft.typing",
        ".draft.flushing",
        ".draft.damaged",
        conflict,
        " (1).yaml",
        ".yaml~",
        ".yaml.bak",
    )
    for ending in beside:
        put(session.with_name(f"{session.stem}{ending}"))
    for name in (
        "client (1).yaml",
        ".client.yaml.bak",
        "between.yaml~",
        "engagements/lead.draft.yaml",
        "engagements/.lead.edit.yaml",
        "engagements/.lead.yaml.bak",
        "exports/2026-03-01-1400-for-client.md",
        "exports/report/page.html",
        "contract of janemark.pdf",
        "sessions/.x.yaml.1.0a1b2c3d.tmp",
    ):
        put(world.root / JANE / name)
    for name in (f"{session.stem}.before-edit.yaml", "client.left-of-edit.yaml", f"{session.stem} (2).yaml"):
        put(practice.trash / "jane-example" / name)
    put(edited_copies.path_for_session(practice, session, "0" * 64))
    put(edited_copies.path_for_client(practice, "jane-example", "0" * 64))
    put(edited_copies.path_for_line(practice, session))
    for name in (f"{named}.0a0b0c0d0e0f.yaml", f"{named}.0a0b0c0d0e0f.draft", f".{named}.1.0a1b2c3d.tmp"):
        put(rescue.folder() / name)
    put(practice.locks / f".{named}.lock")
    put(practice.earlier_hours, HOURS)
    put(practice.index / "sessions.json")
    put(practice.index / "gists" / "jane-example.json")
    put(practice.clients / ".new" / "client.yaml", "id: jane-example\nname: janemark\n")
    put(
        practice.counters / "other.json",
        '{"count": 1, "written": "2026-03-01T14:00:00+01:00", "held": ["jane-example/x"]}',
    )
    put(practice.counters / "torn.json", '{"held": ["jane-example/x"')
    put(cache_folder() / f"snapshot-{'0' * 64}")


@pytest.mark.slow
def test_every_file_that_any_command_writes_is_of_a_known_kind_and_not_a_byte_of_it_is_left(
    trial: Trial, tried: Tried, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    renames, there = parted(calls(), lambda call: call[:2] == ("client", "rename"))
    others, last = parted(there, lambda call: call[:2] not in TAKING)
    wrong = set[str]()
    for some in (renames, others + last):
        trial.begin()
        for call in some:
            trial.call(call)
            wrong |= {f"coach {' '.join(call)}: {name}" for name in unknown(trial.world.root)}
    assert wrong == set(), "give it a row in app/practice/kinds.py"
    before = robins(trial.world)
    assert next(marks_in(trial.world), None)

    answer = trial.call(ERASE, "")

    # What was moved to Robin is Robin's now, and the name in it is shown to be read.
    assert [mark for mark in marks_in(trial.world) if "robin-example" not in mark] == []
    assert (answer.code, before) == (0, robins(trial.world))
    tried("calls before an erasing", len(renames) + len(there))


def parted(some: Iterable[Command], is_first: Callable[[Command], bool]) -> tuple[list[Command], list[Command]]:
    """Those of which it is so, and the others."""
    return [one for one in some if is_first(one)], [one for one in some if not is_first(one)]


def test_not_a_byte_is_left_of_what_other_programs_and_killed_processes_put_there(trial: Trial) -> None:
    trial.begin()
    planted(trial.world)
    before = robins(trial.world)
    listed = trial.call(("client", "erase", "jane"), "").out

    assert trial.call(ERASE, "").code == 0
    assert list(marks_in(trial.world)) == []
    assert robins(trial.world) == before
    assert not (trial.world.root / ".erasing").exists()
    for place in (
        "sessions",
        "engagements",
        "exports",
        ".trash",
        ".editing",
        ".locks",
        ".index",
        ".counters",
        "rescue",
    ):
        assert place in listed


@pytest.mark.parametrize("forgotten", [place.told for place in places.PLACES])
def test_a_place_that_is_forgotten_is_seen(forgotten: str, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    trial.begin()
    planted(trial.world)
    lonely = Practice(trial.world.root).snapshots / f"{'a' * 64}.yaml"
    put(lonely)
    session = trial.world.root / SESSION
    session.write_text(session.read_text().replace("sha256: ", f"sha256: {lonely.stem} # ", 1))
    kept = [place for place in places.PLACES if place.told != forgotten]
    monkeypatch.setattr(erasure, "PLACES", tuple(kept))

    answer = trial.call(ERASE, "")

    assert answer.code == 4, answer.err
    assert "is not finished" in answer.err
    assert list(marks_in(trial.world)) != [] or lonely.exists()
    monkeypatch.undo()


def test_every_folder_of_a_practice_was_thought_of(practice: Practice) -> None:
    """A folder that is new in a practice is a row in the places, or holds nothing of a client."""
    of_nobody = {"root", "frameworks", "own", "snapshots"}
    of_one = {"clients", "trash", "erasing"}
    shared = {"locks", "index", "counters", "editing", "earlier_hours"}
    there = {name for name in dir(Practice) if isinstance(getattr(practice, name, None), Path)}

    assert there - of_nobody - of_one - shared == set(), "is something of a client there? Then it is a row in PLACES"


def test_a_framework_that_others_need_is_kept_and_one_that_nobody_else_needs_is_not(trial: Trial) -> None:
    trial.begin()
    practice = Practice(trial.world.root)
    shared = list(practice.snapshots.iterdir())
    lonely = practice.snapshots / f"{'a' * 64}.yaml"
    put(lonely)
    session = trial.world.root / SESSION
    session.write_text(f"{session.read_text()}\n# {lonely.stem}\n")

    assert trial.call(ERASE, "").code == 0
    assert list(practice.snapshots.iterdir()) == shared


def test_whatever_the_system_refuses_it_is_told_and_the_same_again_finishes_it(trial: Trial, tried: Tried) -> None:
    trial.begin()
    planted(trial.world)
    with asked(trial.world.root.parent) as watch:
        assert trial.call(ERASE, "").code == 0
    faults = sample(every_fault(watch.counts), EVERY, 3)
    wrong: list[str] = []
    for fault in faults:
        shutil.rmtree(rescue.folder(), ignore_errors=True)
        trial.begin()
        planted(trial.world)
        before = robins(trial.world)
        with asked(trial.world.root.parent, fault):
            answer = trial.call(ERASE, "")
        wrong += [f"{fault}: {what}" for what in _wrong(trial, answer.code, answer.out + answer.err)]
        wrong += [f"{fault}: {what}" for what in troubles(answer)]
        again = trial.call(ERASE, "")
        left = list(marks_in(trial.world))
        if left or robins(trial.world) != before or again.code not in {0, 3}:
            wrong.append(f"{fault}: again {again.code} {again.err[-300:]} {left[:3]}")
        wrong += [f"{fault}: {what}" for what in torn(trial.world)]
    tried("system calls that fail in an erasing", len(faults))
    assert not wrong, "\n".join(wrong)


def _wrong(trial: Trial, code: int, said: str) -> Iterator[str]:
    """What is half told: it was not said to be done, and a list has a part of a client."""
    left = list(marks_in(trial.world))
    if code == 0 and left:
        yield f"told as done, and there is {left[:3]}"
    listed = trial.coach("session", "list", "--json")
    there = [one for one in listed.data if one["client"] == "jane-example"]
    if len(there) not in {0, 2}:
        yield f"{len(there)} of her sessions are listed"
    if code and not there and "not finished" not in trial.coach().err and left:
        yield f"nobody says that it was begun: {said[-200:]}"


def test_a_process_that_is_killed_anywhere_in_it_leaves_all_of_a_client_or_nothing_in_the_lists(trial: Trial) -> None:
    class Killed(BaseException):
        pass

    def broken_off(number: int) -> bool:
        """Whether that many removals and renames can be done before the process is gone."""
        counted = itertools.count(1)
        with pytest.MonkeyPatch.context() as patch:
            for name in ("unlink", "rmdir", "replace", "rename"):
                real = getattr(os, name)

                def call(*args: object, real: object = real, **kwargs: object) -> object:
                    if str(args[0]).startswith(str(trial.world.root)) and next(counted) > number:
                        raise Killed
                    return real(*args, **kwargs)  # type: ignore[operator]

                patch.setattr(os, name, call)
            try:
                trial.call(ERASE, "")
            except Killed:
                patch.undo()
                trial.coach("where")  # what was said until then is none of the next answer
                return True
        return False

    steps = set[int]()
    for number in itertools.count(0, 1 if ALL else STEP):
        trial.begin()
        planted(trial.world)
        before = robins(trial.world)
        if not broken_off(number):
            break
        listed = trial.coach("session", "list", "--json").data
        steps.add(sum(one["client"] == "jane-example" for one in listed))
        if hold.begun(Practice(trial.world.root)):
            assert "was begun, and is not finished" in trial.coach().err
        again = trial.call(ERASE, "")
        assert again.code in {0, 3}
        assert (list(marks_in(trial.world)), robins(trial.world)) == ([], before)
    assert steps == {0, 2}


def test_what_is_open_elsewhere_is_refused_before_anything_is_asked(trial: Trial) -> None:
    trial.begin()
    before = seen_in(trial.world.root)
    with locks.held(Practice(trial.world.root).lock_file(trial.world.root / SESSION)):
        answer = trial.call(ERASE, "")

    assert (answer.code, answer.out) == (InUseError.exit_code, "")
    assert {name: before[name] for name in before if JANE in name} == {
        name: what for name, what in seen_in(trial.world.root).items() if JANE in name
    }


def test_no_link_is_followed_and_the_link_itself_goes(trial: Trial) -> None:
    trial.begin()
    outside = seen_in(trial.world.outside)
    (trial.world.root / JANE / "exports").symlink_to(trial.world.outside)
    (trial.world.root / JANE / "sessions" / "theirs.txt").symlink_to(trial.world.outside / "theirs.txt")

    assert trial.call(ERASE, "").code == 0
    assert seen_in(trial.world.outside) == outside
    assert list(marks_in(trial.world)) == []


def test_a_client_who_lies_elsewhere_is_not_erased_and_it_is_said_where(trial: Trial) -> None:
    trial.begin()
    away = trial.world.outside / "jane"
    shutil.move(trial.world.root / JANE, away)
    (trial.world.root / JANE).symlink_to(away)
    put(trial.world.root / "coach.yaml", f"linked: [{away}]\n")
    answer = trial.call(ERASE, "")

    assert answer.code == 2
    assert f"their notes lie elsewhere, in {away}" in answer.err
    assert (away / "client.yaml").exists()
