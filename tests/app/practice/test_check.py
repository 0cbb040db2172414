"""A check reads everything, tells all that is wrong in one run, and leaves every byte and every time as it was."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from app.practice.checked import Check, context_of, stamps
from app.practice.conftest import Write
from hostile.world import JANE, ROBIN, SESSION, UNFINISHED

from coachcli.app.practice.check import check as examined
from coachcli.app.practice.check import number_of_files
from coachcli.errors import NotFoundError
from coachcli.store.erase import hold
from coachcli.store.index.census import watch
from coachcli.store.paths import Practice

assert sys.platform != "win32"

ENGAGEMENT = f"{JANE}/engagements/2026-lead-janecanary.yaml"
Spoil = Callable[[Path], object]


def reworded(name: str, before: str, after: str) -> Spoil:
    def spoil(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert before in text
        (root / name).write_text(text.replace(before, after, 1), encoding="utf-8")

    return spoil


def put(name: str, text: str = "words\n") -> Spoil:
    def spoil(root: Path) -> None:
        path = root / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)

    return spoil


def moved(name: str, to: str) -> Spoil:
    return lambda root: (root / name).rename(root / to)


def linked(name: str) -> Spoil:
    def spoil(root: Path) -> None:
        path = root / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        path.symlink_to(root.parent)

    return spoil


def piped(name: str) -> Spoil:
    def spoil(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        os.mkfifo(root / name, 0o600)

    return spoil


def opened(root: Path) -> None:
    for name in (SESSION, f"{JANE}/client.yaml", "coach.yaml"):
        (root / name).chmod(0o644)


def gone(name: str) -> Spoil:
    return lambda root: shutil.rmtree(root / name)


SPOILT: dict[str, tuple[Spoil, tuple[str, ...]]] = {
    "a session cut": (reworded(SESSION, "\n...", "\n"), (SESSION, "the end of the file is missing")),
    "a session no YAML": (put(SESSION, "{{{"), (f"{SESSION}:1",)),
    "a session of another client": (
        reworded(SESSION, "client: jane-example", "client: robin-example"),
        (SESSION, "it lies with jane-example and says that it is robin-example's"),
    ),
    "a session whose engagement is not there": (
        reworded(SESSION, "status: ended", "engagement: gone\nstatus: ended"),
        (f"{SESSION}:", "it belongs to an engagement that is not there"),
    ),
    "an unfinished one without its framework": (gone(".snapshots"), (UNFINISHED, "was begun with is not there")),
    "a copy of a session": (
        put(SESSION.replace(".yaml", " 2.yaml")),
        ("There are two versions of jane-example/2026-03-01-1400",),
    ),
    "a copy that says it is the same": (
        lambda root: shutil.copy(root / SESSION, root / JANE / "sessions" / "2026-03-01-1400-session.yaml"),
        ("says that it is the same session as",),
    ),
    "a page alone": (put(f"{JANE}/sessions/2026-05-01-1000-grow.md"), ("the page of a session that is not there",)),
    "a draft alone": (
        put(f"{JANE}/sessions/2026-05-01-1000-grow.draft", "{}"),
        ("typed in a session that is not there",),
    ),
    "a draft no JSON": (put(SESSION.replace(".yaml", ".draft"), "{"), ("grow.draft cannot be wholly read",)),
    "a damaged draft": (
        put(SESSION.replace(".yaml", ".draft.damaged"), "{"),
        ("is a line that was damaged, and kept",),
    ),
    "an odd name": (put(f"{JANE}/sessions/talk.yaml"), ("talk.yaml belongs to nobody",)),
    "a client of nobody": (put(f"{JANE}/client.yaml", "email: x\n"), (f"{JANE}/client.yaml:1 there is no name",)),
    "all that is wrong with a client": (
        put(f"{JANE}/client.yaml", "name: Jane\nemail: x\npeople: y\n"),
        ("client.yaml:2 ", "client.yaml:3 "),
    ),
    "a client's other id": (
        reworded(f"{JANE}/client.yaml", "id: jane-example", "id: jane-other"),
        ("says that its folder is called jane-other",),
    ),
    "no client's folder": (put("clients/notes/sessions/x.md"), ("clients/notes is no client's folder",)),
    "a client called own": (
        lambda root: [
            put("own/sessions/2026-05-01-1000-grow.md")(root),
            put("clients/own/client.yaml", "name: O\n")(root),
        ],
        ("own stands for your own work",),
    ),
    "between of another": (
        reworded(f"{JANE}/between.yaml", "client: jane-example", "client: robin-example"),
        (f"{JANE}/between.yaml belongs to nobody",),
    ),
    "a second between": (put(f"{JANE}/between (1).yaml"), ("between (1).yaml is a second version of between.yaml",)),
    "an engagement": (
        put(ENGAGEMENT, "start: 2026-09-01\nmode: couching\nevery: now and then\n"),
        (f"{ENGAGEMENT}:2 ", f"{ENGAGEMENT}:3 this rhythm cannot be read"),
    ),
    "odd days": (
        put(
            ENGAGEMENT,
            "start: 2026-01-01\nend: 2026-06-30\nkeep_until: 2026-03-01\nconsents:\n  goals: 2027-01-01\n"
            "left:\n  - {on: 2028-01-01, for: sponsor, what: report, lines: 3}\nended: {on: 2027-03-01}\n",
        ),
        (
            ":3 this is kept only until",
            ":5 this consent was given in the future",
            ":7 this left the house",
            ":8 it ended in",
        ),
    ),
    "coach.yaml": (put("coach.yaml", "framework: grow\ncolour: red\n"), ("coach.yaml:2 'colour' is not a setting",)),
    "a framework": (
        put("frameworks/mine.yaml", "title: Mine\nstages:\n- title: One\n  ask:\n  - typ: note\n    ask: What?\n"),
        ("frameworks/mine.yaml:5 ",),
    ),
    "a pack": (
        put("frameworks/packs/mine.yaml", "title: Mine\n"),
        ("packs/mine.yaml:1 'probes' is missing",),
    ),
    "a road": (
        put("frameworks/roads/mine.yaml", "title: Mine\nroad:\n- {do: nothing-such}\n"),
        (":3 there is no",),
    ),
    "a translation of nothing": (put("frameworks/nothing.de.yaml", "title: Nichts\n"), ("nothing.de.yaml:",)),
    "an old framework": (
        put(f".snapshots/{'0' * 64}.yaml", "id: x\n"),
        ("is not what was kept",),
    ),
    "the trash": (reworded(".trash/jane-example/2026-02-01-1000-grow.yaml", "\n...", "\n"), (".trash/jane-example/",)),
    "another's trash": (
        moved(".trash/robin-example/2026-02-01-1000-grow.yaml", ".trash/jane-example/2026-02-01-1001-grow.yaml"),
        ("lies with what was deleted of another client",),
    ),
    "a counter": (put(".counters/there.json", "{"), (".counters/there.json cannot be read",)),
    "hours from before": (
        put("earlier-hours.yaml", "relationships:\n  - {client: Ana, paid: x}\n"),
        ("earlier-hours.yaml:2", "paid must be a number"),
    ),
    "what a credential asks for": (put("frameworks/credentials/mine.yaml", "id: mine\n"), ("mine.yaml:",)),
    "half written": (
        put(f"{JANE}/.client.yaml.4000000.0123abcd.tmp"),
        ("was half written when a process was stopped",),
    ),
    "opened by an editor": (
        put(f".editing/x--y.{hashlib.sha256(b'words').hexdigest()[:12]}.4000000.0123456789ab.yaml", "words"),
        ("is as an editor opened it.",),
    ),
    "left of an editor": (put(".editing/x--y.0123.4000000.0123456789ab.yaml"), ("left of one that was stopped",)),
    "of nobody": (put("notes.txt"), ("notes.txt belongs to nobody",)),
    "a folder of nobody": (put("old/2019/notes.txt"), ("old is a folder that no command knows",)),
    "a link": (linked(SESSION), (f"{SESSION} is a link, and was passed over",)),
    "a folder that is a link": (linked(f"{JANE}/sessions"), (f"{JANE}/sessions is a link",)),
    "a client that is a link": (linked("clients/zoe-example"), ("clients/zoe-example is a link",)),
    "a pipe": (piped(f"{JANE}/between.yaml"), (f"{JANE}/between.yaml is not a plain file",)),
    "open to others": (opened, (f"{JANE}/client.yaml is open to others on this machine, and so are 2 more",)),
}


def test_where_all_is_well_nothing_is_found_and_each_kind_is_counted(filled: Practice) -> None:
    found = examined(context_of(filled))

    assert (found.findings, found.errors) == ((), [])
    assert [count.words for count in found.counts][:5] == [
        "4 sessions", "4 pages of sessions", "2 clients", "2 engagements", "2 files between sessions",
    ]  # fmt: skip
    assert number_of_files(filled) > found.files > 20


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_wrong_with_a_file_is_told_with_its_place(what: str, filled: Practice, check: Check) -> None:
    spoil, told = SPOILT[what]
    spoil(filled.root)

    rows = check()

    assert [words for words in told if not any(words in row for row in rows)] == [], rows
    assert not any("no-such-word" in row or str(filled.root) in row for row in rows)


def test_all_of_it_is_told_in_one_run_and_not_a_byte_or_a_time_is_changed(filled: Practice, check: Check) -> None:
    for what in (
        "a copy of a session",
        "all that is wrong with a client",
        "odd days",
        "coach.yaml",
        "a pack",
        "of nobody",
    ):
        SPOILT[what][0](filled.root)
    reworded(UNFINISHED, "\n...", "\n")(filled.root)
    before = stamps(filled.root)

    rows = check()

    assert stamps(filled.root) == before
    for words in (" 2.yaml", "client.yaml:3", "kept only until", "coach.yaml:2", "'probes'", "notes.txt", UNFINISHED):
        assert any(words in row for row in rows), words


def test_what_is_kept_or_left_out_on_purpose_is_not_wrong(check: Check, write: Write) -> None:
    write("frameworks/mine.draft.yaml", "stages: [\n")
    write("frameworks/.mine.yaml.bak", "{")
    write(f"{JANE}/engagements/.2026-x.yaml.bak", "{")
    write(".trash/jane-example/2026-02-01-1000-grow.before-edit.yaml", "{")
    write(f"{JANE}/exports/letter.docx", "any")
    write(f"{JANE}/.DS_Store", "any")
    write(".git/config", "any")

    assert check() == []


def test_an_erasing_that_broke_off_is_told_with_how_it_goes_on(filled: Practice, check: Check) -> None:
    filled.erasing.mkdir(mode=0o700)
    assert check() == []

    hold.put_aside(filled, "robin-example")

    assert check() == [".erasing has what is left of Robin Example, whose erasing is not finished."]


def test_a_folder_that_a_killed_process_was_writing_is_told_once(filled: Practice, check: Check, write: Write) -> None:
    aside = f"{JANE}/exports/.all-held-2026-11-29.999999999.0123abcd.tmp"
    filled.exports("jane-example").mkdir(mode=0o700)
    write(f"{aside}/client.yaml", "name: Jane")

    assert check() == [f"{aside} was half written when a process was stopped."]


def test_a_client_elsewhere_that_the_settings_name_is_read_like_any(
    filled: Practice, check: Check, write: Write, tmp_path: Path
) -> None:
    (filled.root / ROBIN).rename(tmp_path / "robin-example")
    (filled.root / ROBIN).symlink_to(tmp_path / "robin-example")
    write("coach.yaml", f"linked: [{tmp_path / 'robin-example'}]\n")
    assert check() == []

    reworded(SESSION.replace(JANE, ROBIN), "\n...", "\n")(filled.root)

    assert len(check()) == 1


def test_a_file_that_may_not_be_read_is_told_and_the_rest_is_read(
    filled: Practice, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: str, *args: int, **more: int) -> int:
        if str(path).endswith(SESSION):
            raise PermissionError(13, "no", str(path))
        return real(path, *args, **more)

    monkeypatch.setattr(os, "open", refuse)
    (filled.root / UNFINISHED).write_bytes(b"{")

    rows = check()

    assert [row for row in rows if SESSION in row and "there is no permission" in row]
    assert [row for row in rows if UNFINISHED in row]


def test_days_are_odd_only_as_long_as_they_lie_ahead(check: Check, write: Write) -> None:
    write(ENGAGEMENT, "start: 2026-01-01\nconsents: {goals: 2027-01-01}\n")

    assert len(check()) == 1
    assert check(datetime(2027, 1, 1, tzinfo=UTC)) == []


def test_every_file_is_told_to_whoever_waits(filled: Practice) -> None:
    count = [0]

    def tell() -> None:
        count[0] += 1

    before = watch.set(tell)
    try:
        examined(context_of(filled))
    finally:
        watch.reset(before)

    assert count[0] == number_of_files(filled)


def test_without_a_practice_there_is_nothing_to_check(practice: Practice) -> None:
    with pytest.raises(NotFoundError, match="There is no practice in"):
        examined(context_of(practice))
