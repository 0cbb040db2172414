"""A session on disk: what was saved is what is read, and what cannot be read is refused and left alone."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import NOW, note, practice_before, session_of, turn_with, unbegun
from hypothesis import HealthCheck, given, settings
from store.made_up import sessions as any_sessions

from coachcli.domain.session.model import Note, Position, Score, Session, When
from coachcli.domain.value import changed
from coachcli.errors import InUseError, NotFoundError, NotSavedError, UnreadableError
from coachcli.store.disk.files import ChangedElsewhereError
from coachcli.store.paths import Practice
from coachcli.store.session import records, sessions
from coachcli.store.session.folder import session_files
from coachcli.store.session.records import DamagedSessionError
from coachcli.store.session.sessions import Stored
from coachcli.store.yaml_io import strict_reader

CANARY = "xylophone sorrow"
THEIRS = b"somebody else's words\n"


def full_session(**changes: object) -> Session:
    """A session with every kind of thing in it, its words full of what YAML may stumble over."""
    shared = Note(kind="quote", text="I am always\nthe one they call: #1", share_with="client")
    action = Note(
        kind="action",
        text="- write to Ana",
        due=When(words="next friday", on=NOW.date()),
        confidence=8,
        details={"support": "my sister", "obstacles": "'time'"},
    )
    answers = (
        Note(kind="scale", text="better", scale=Score(score=7.5, low=0, high=10)),
        Note(kind="choice", chosen=("Play", "yes")),
        Note(kind="yesno", said_yes=False),
        Note(kind="number", number=3.0),
        Note(kind="date", day=When(words="whenever")),
    )
    turns = (turn_with(note(CANARY), shared), turn_with(action, question="actions"), turn_with(*answers))
    return session_of(*turns, **{"status": "ended", "ended": NOW, **changes})


@pytest.fixture
def stored(practice: Practice) -> Stored:
    return sessions.create(practice, full_session())


@pytest.fixture
def umask_of_everyone() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def refusal(path: Path) -> DamagedSessionError:
    """Why the file is refused; it is left as it is, and nothing of its words gets out."""
    before = path.read_bytes()
    with pytest.raises(DamagedSessionError) as caught:
        sessions.load(path)

    error = caught.value
    assert path.read_bytes() == before
    assert error.exit_code == 4
    assert error.message == f"{path}:{error.line}: {error.reason}."
    for said in (error.message, error.hint, repr(error), str(error), repr(error.args)):
        assert "xylophone" not in said
        assert "sorrow" not in said
    return error


class TestCreating:
    def test_the_file_is_named_by_time_and_framework(self, practice: Practice) -> None:
        stored = sessions.create(practice, unbegun())

        assert stored.path == practice.root / "clients" / "jane-doe" / "sessions" / "2026-11-20-1400-short.yaml"
        assert stored.path.read_bytes().startswith(b"format: 1\nid: jane-doe/2026-11-20-1400\nclient: jane-doe\n")
        assert sessions.load(stored.path) == stored

    def test_two_of_the_same_minute_are_two(self, practice: Practice) -> None:
        made = [sessions.create(practice, unbegun()) for _ in range(11)]

        assert [stored.session.id for stored in made[:3]] == [
            "jane-doe/2026-11-20-1400",
            "jane-doe/2026-11-20-1400-2",
            "jane-doe/2026-11-20-1400-3",
        ]
        assert made[10].path.name == "2026-11-20-1400-11-short.yaml"
        assert [sessions.load(stored.path).session.id for stored in made] == [stored.session.id for stored in made]

    def test_neither_share_an_id_when_their_frameworks_differ(self, practice: Practice) -> None:
        grow = changed(unbegun().framework, id="grow")
        first, second = sessions.create(practice, unbegun()), sessions.create(practice, session_of(framework=grow))

        assert (first.path.name, second.path.name) == ("2026-11-20-1400-short.yaml", "2026-11-20-1400-2-grow.yaml")
        assert first.session.id != second.session.id

    def test_another_client_in_the_same_minute_is_no_matter(self, practice: Practice) -> None:
        sessions.create(practice, unbegun())
        ana = sessions.create(practice, unbegun(client="ana", id="ana/2026-11-20-1400"))

        assert ana.session.id == "ana/2026-11-20-1400"

    def test_what_is_there_is_never_overwritten(self, practice: Practice) -> None:
        folder = practice.sessions("jane-doe")
        folder.mkdir(parents=True)
        (folder / "2026-11-20-1400-short.yaml").write_bytes(THEIRS)

        stored = sessions.create(practice, unbegun())

        assert stored.path.name == "2026-11-20-1400-2-short.yaml"
        assert (folder / "2026-11-20-1400-short.yaml").read_bytes() == THEIRS

    @pytest.mark.usefixtures("umask_of_everyone")
    def test_all_of_it_is_for_the_coach_alone(self, practice: Practice) -> None:
        sessions.write_markdown(sessions.create(practice, unbegun()), "# A page\n")

        modes = {
            path.relative_to(practice.root).as_posix(): stat.S_IMODE(path.stat().st_mode)
            for path in (practice.root, *practice.root.rglob("*"))
        }
        assert modes == {
            ".": 0o700,
            "clients": 0o700,
            "clients/jane-doe": 0o700,
            "clients/jane-doe/sessions": 0o700,
            "clients/jane-doe/sessions/2026-11-20-1400-short.yaml": 0o600,
            "clients/jane-doe/sessions/2026-11-20-1400-short.md": 0o600,
        }

    @pytest.mark.parametrize("step", ["clients", "clients/jane-doe", "clients/jane-doe/sessions"])
    def test_a_link_inside_the_practice_is_not_followed(self, practice: Practice, tmp_path: Path, step: str) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        link = practice.root / step
        link.parent.mkdir(parents=True)
        link.symlink_to(elsewhere, target_is_directory=True)

        with pytest.raises(NotSavedError, match="a link to somewhere else is in its way"):
            sessions.create(practice, unbegun())

        assert list(elsewhere.iterdir()) == []


class TestSaving:
    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(any_sessions())
    def test_what_was_saved_is_what_is_read(self, session: Session) -> None:
        raw = sessions.text_of(session)

        read = sessions.validated(records.parsed(Path("session.yaml"), raw)).session

        assert read == session
        assert sessions.text_of(read) == raw

    def test_the_same_by_way_of_the_disk(self, stored: Stored) -> None:
        assert sessions.load(stored.path) == stored
        moved = sessions.save(stored, changed(stored.session, position=Position()))

        assert sessions.load(stored.path) == moved
        assert moved.digest != stored.digest

    def test_a_whole_megabyte_in_one_note_is_kept(self, practice: Practice) -> None:
        text = "Zeile — 行 🙂\n" * 60_000
        stored = sessions.create(practice, session_of(turn_with(note(text))))

        assert next(sessions.load(stored.path).session.notes)[1].text == text

    def test_nothing_is_written_when_nothing_changed(self, stored: Stored) -> None:
        before = stored.path.stat()
        again = sessions.save(stored, full_session())

        assert again == stored
        assert stored.path.stat() == before

    def test_a_file_that_somebody_else_changed_is_not_overwritten(self, stored: Stored) -> None:
        stored.path.write_bytes(THEIRS)

        with pytest.raises(ChangedElsewhereError) as caught:
            sessions.save(stored, full_session(status="paused"))

        assert caught.value.exit_code == 5
        assert isinstance(caught.value, InUseError)
        assert caught.value.message == f"{stored.path} was changed by another program meanwhile."
        assert caught.value.hint == "Nothing was overwritten."
        assert stored.path.read_bytes() == THEIRS

    def test_of_two_terminals_the_slower_one_is_refused(self, stored: Stored) -> None:
        other = sessions.load(stored.path)
        sessions.save(other, full_session(status="paused"))

        with pytest.raises(ChangedElsewhereError):
            sessions.save(stored, full_session(status="live"))

        assert sessions.load(stored.path).session.status == "paused"

    def test_a_file_that_went_away_is_written_anew(self, stored: Stored) -> None:
        stored.path.unlink()

        assert sessions.load(sessions.save(stored, stored.session).path).session == stored.session

    def test_a_folder_that_went_away_is_told_of(self, stored: Stored) -> None:
        stored.path.unlink()
        stored.path.parent.rmdir()

        with pytest.raises(NotSavedError) as caught:
            sessions.save(stored, stored.session)

        assert caught.value.exit_code == 4
        assert caught.value.message == f"{stored.path} was not saved: its folder is gone."

    def test_a_full_disk_leaves_what_was_there(self, stored: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "write", full)
        with pytest.raises(NotSavedError) as caught:
            sessions.save(stored, full_session(status="paused"))

        monkeypatch.undo()
        assert caught.value.message == f"{stored.path} was not saved: the disk is full."
        assert caught.value.hint == "Free some space, then try again. What was saved before is intact."
        assert [path.name for path in stored.path.parent.iterdir()] == [stored.path.name]
        assert sessions.load(stored.path) == stored

    def test_the_page_beside_it_is_made_anew(self, stored: Stored) -> None:
        sessions.write_markdown(stored, "# One\n")
        sessions.write_markdown(stored, "# Two ß\n")

        assert stored.path.with_suffix(".md").read_bytes() == "# Two ß\n".encode()

    def test_its_repr_holds_no_words(self, stored: Stored) -> None:
        assert "xylophone" not in repr(stored)
        assert "xylophone" not in repr(records.read(stored.path))


class TestBelongings:
    def test_they_are_all_that_bears_its_name(self, stored: Stored) -> None:
        endings = [".draft", ".draft.damaged", ".draft.typing", ".md"]
        for ending in endings:
            stored.path.with_suffix(ending).write_text(CANARY)
        for other in ("2026-11-20-1400-short-2.yaml", "2026-11-20-1400-shorter.md", "2026-11-20-1400.md"):
            stored.path.with_name(other).write_text("another's")

        assert sessions.belongings(stored.path) == [stored.path, *(stored.path.with_suffix(e) for e in endings)]


def line_of(stored: Stored, beginning: str) -> int:
    """Where a line of the file begins so."""
    lines = stored.path.read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if line.strip().startswith(beginning))


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


DAMAGES: dict[str, tuple[Callable[[str], str], str, str]] = {
    "an unknown setting": (replaced("status:", f"{CANARY}: 1\nstatus:"), CANARY, "a setting is not known here"),
    "an unknown setting of a note": (
        replaced("    share_with: client", f"    {CANARY}: {CANARY}"),
        CANARY,
        "a setting is not known here",
    ),
    "no id": (replaced("id: jane-doe/2026-11-20-1400\n", ""), "format", "id is missing"),
    "no version": (replaced("  version: 1\n", ""), "framework:", "version is missing"),
    "no words asked": (replaced("  asked: What is going on?\n", ""), "- with: client", "asked is missing"),
    "no format": (
        replaced("format: 1\n", ""),
        "id",
        "it does not say its format (its first line should be  format: 1)",
    ),
    "a format of words": (
        replaced("format: 1", f"format: {CANARY}"),
        "format",
        "it does not say its format (its first line should be  format: 1)",
    ),
    "a newer format": (
        replaced("format: 1", "format: 2"),
        "format",
        "it has format 2, made by a newer coachcli; this one reads up to 1",
    ),
    "format nought": (replaced("format: 1", "format: 0"), "format", "there is no format 0"),
    "another status": (replaced("status: ended", f"status: {CANARY}"), "status", "status cannot be read"),
    "a time of words": (replaced("started: 2026", f"started: {CANARY}"), "started", "started cannot be read"),
    "a time of nowhere": (
        replaced("started: 2026-11-20T14:00:00+00:00", "started: 2026-11-20T14:00:00"),
        "started",
        "started cannot be read",
    ),
    "minutes below nought": (replaced("planned: 50", "planned: -50"), "minutes", "planned cannot be read"),
    "a kind nobody knows": (replaced("kind: quote", f"kind: {CANARY}"), "- kind: xy", "kind cannot be read"),
    "a sponsor's sponsor": (
        replaced("share_with: client", f"share_with: {CANARY}"),
        "share_with",
        "share_with cannot be read",
    ),
    "a list for a text": (replaced("text: '- write to Ana'", f"text: [{CANARY}]"), "text: [", "text cannot be read"),
    "a field nobody knows": (replaced("support: ", f"{CANARY}: "), "details", "details cannot be read"),
    "a step that is a list": (
        replaced("rating: Rating", f"{CANARY}: [{CANARY}]"),
        "steps",
        "steps cannot be read",
    ),
    "an observation that is shared": (
        replaced("kind: quote", "kind: observation"),
        "- kind: observation",
        "notes cannot be read",
    ),
    "a position elsewhere": (
        replaced("turns:", "position: {question: elsewhere}\nturns:"),
        "format",
        "its parts do not fit together",
    ),
    "a name twice": (
        replaced("status: ended", f"{CANARY}: 1\n{CANARY}: 2\nstatus: ended"),
        f"{CANARY}: 2",
        "a name is given twice (first on line 10); YAML would silently keep only the last",
    ),
    "a tab": (
        replaced("status: ended", "minutes:\n\tspent: 1\nstatus: ended"),
        "spent",
        "a tab is used to indent; YAML takes only blanks",
    ),
    "an open quote": (
        replaced("status: ended", f'status: "{CANARY}'),
        "...",
        "a line of a quoted text cannot begin with '---' or '...'",
    ),
    "an alias": (replaced("status: ended", "status: *sorrow"), "status", "a text cannot begin with '&' or '*'"),
    "a tag": (replaced("status: ended", "status: !!python/name:sorrow x"), "status", "a text cannot begin with '!'"),
    "a second document": (
        lambda text: f"{text}---\nformat: 1\n",
        "---",
        "a second document begins here; one file holds one",
    ),
    "words only": (lambda _: CANARY, CANARY, "this is not a session"),
    "a list": (lambda _: f"- {CANARY}\n", "- ", "this is not a session"),
    "nothing": (lambda _: "", "", "the file is empty"),
}  # fmt: skip


class TestReadingWhatIsDamaged:
    @pytest.mark.parametrize("damage", DAMAGES)
    def test_it_is_refused_with_line_and_reason(self, stored: Stored, damage: str) -> None:
        change, place, reason = DAMAGES[damage]
        before = stored.path.read_text("utf-8")
        stored.path.write_text(change(before), "utf-8")
        assert stored.path.read_text("utf-8") != before

        error = refusal(stored.path)

        assert (error.line, error.reason) == (line_of(stored, place), reason)

    def test_the_hint_says_what_to_do(self, stored: Stored) -> None:
        text = stored.path.read_text("utf-8")
        stored.path.write_text(text.replace("status: ended", "status: gone"))
        mend = "The file was left as it is: mend it in an editor, or restore a copy."
        assert refusal(stored.path).hint == mend

        stored.path.write_text(text.replace("format: 1", "format: 2"))
        update = "The file was left as it is: install the newest coachcli to open it."
        assert refusal(stored.path).hint == update

    def test_bytes_that_are_no_text_are_refused(self, stored: Stored) -> None:
        stored.path.write_bytes(stored.path.read_bytes().replace(CANARY.encode(), b"xylophone \xff"))

        error = refusal(stored.path)

        assert error.reason == "this is not UTF-8, the way text is saved"
        assert error.line == line_of_bytes(stored.path, b"\xff")

    def test_a_file_of_nulls_is_refused(self, stored: Stored) -> None:
        stored.path.write_bytes(b"\0" * len(stored.path.read_bytes()))

        assert refusal(stored.path).reason == "a NUL byte is here: the file is damaged, or is not UTF-8"

    def test_wherever_it_is_cut_it_is_refused(self, stored: Stored) -> None:
        raw = stored.path.read_bytes()
        end = len(raw.rstrip())
        for length in range(end):
            with pytest.raises(DamagedSessionError) as caught:
                sessions.validated(records.parsed(stored.path, raw[:length]))
            assert CANARY not in caught.value.message
        assert sessions.validated(records.parsed(stored.path, raw[:end])).session == stored.session

    def test_a_live_session_that_lacks_its_last_turn_is_refused(self, practice: Practice) -> None:
        first, last = turn_with(note(), question="story"), turn_with(note(CANARY), question="topic")
        session = session_of(first, last, position=Position(question="topic"))
        stored = sessions.create(practice, session)
        raw = stored.path.read_bytes()
        stored.path.write_bytes(raw[: raw.rindex(b"- with")] + b"...\n")

        assert refusal(stored.path).reason == "its parts do not fit together"

    def test_whatever_bits_are_flipped_nothing_but_our_error_comes_of_it(self, stored: Stored) -> None:
        raw, refused = stored.path.read_bytes(), []
        for place in range(len(raw)):
            flipped = bytearray(raw)
            flipped[place] ^= 1 << (place * 5 % 8)
            try:
                sessions.validated(records.parsed(stored.path, bytes(flipped)))
            except DamagedSessionError as error:
                refused.append(error)

        assert len(refused) > len(raw) / 3
        assert [error for error in refused if "xylophone" in f"{error.message}{error.hint}"] == []
        assert {error.line for error in refused} <= set(range(1, raw.count(b"\n") + 2))


def line_of_bytes(path: Path, piece: bytes) -> int:
    raw = path.read_bytes()
    return raw[: raw.index(piece)].count(b"\n") + 1


class TestReadingWhatIsNoFile:
    def test_a_link_is_not_followed(self, stored: Stored, tmp_path: Path) -> None:
        real = tmp_path / "real.yaml"
        stored.path.rename(real)
        stored.path.symlink_to(real)

        with pytest.raises(UnreadableError, match="it is a link to somewhere else") as caught:
            sessions.load(stored.path)

        assert caught.value.exit_code == 4

    def test_a_folder_is_refused(self, stored: Stored) -> None:
        stored.path.unlink()
        stored.path.mkdir()

        with pytest.raises(UnreadableError, match="it is not a plain file"):
            sessions.load(stored.path)

    def test_nothing_there_is_told_of(self, stored: Stored) -> None:
        stored.path.unlink()

        with pytest.raises(NotFoundError) as caught:
            sessions.load(stored.path)

        assert (caught.value.exit_code, caught.value.message) == (3, f"There is no file {stored.path}.")


class TestTheLargestThatMayBe:
    @pytest.mark.parametrize("what", ["bytes", "nodes"])
    def test_what_could_not_be_read_again_is_not_saved(
        self, practice: Practice, monkeypatch: pytest.MonkeyPatch, what: str
    ) -> None:
        stored = sessions.create(practice, unbegun())
        before = stored.path.read_bytes()
        longer = session_of(turn_with(*(note(f"number {number}") for number in range(200))))
        usual = strict_reader.RECORD
        full = usual._replace(bytes=5_000) if what == "bytes" else usual._replace(nodes=500)
        monkeypatch.setattr(strict_reader, "RECORD", full)

        with pytest.raises(NotSavedError, match="larger than can be read again"):
            sessions.save(stored, longer)
        assert stored.path.read_bytes() == before

    def test_names_and_values_are_counted_as_they_are_read(self, practice: Practice) -> None:
        longer = session_of(turn_with(*(note(f"number {number}") for number in range(200))), turn_with(note("x")))
        stored = sessions.create(practice, longer)
        limits = strict_reader.Limits(bytes=500_000, nodes=stored.text.nodes, depth=20)
        strict_reader.read(stored.path.read_bytes(), limits)

        with pytest.raises(strict_reader.YamlProblemError, match="names and values"):
            strict_reader.read(stored.path.read_bytes(), limits._replace(nodes=stored.text.nodes - 1))


def test_a_comma_in_a_text_without_quotes_is_told_as_what_it_is(stored: Stored) -> None:
    text = stored.path.read_text("utf-8")
    line = text.count("\n", 0, text.index(f"text: {CANARY}")) + 1
    stored.path.write_text(text.replace(f"text: {CANARY}", f"text: {CANARY}, edited"), "utf-8")

    error = refusal(stored.path)
    assert (error.line, error.reason) == (line, "a text with a comma in it needs quotes around all of it")


def test_every_session_that_was_written_before_opens_and_is_where_it_belongs(tmp_path: Path) -> None:
    files = session_files(practice_before(tmp_path))

    assert (len(files.paths), files.passed_over) == (31, ())
    for path in files.paths:
        before = path.read_bytes()
        stored = sessions.load(path)
        assert sessions.is_in_place(path, stored.session)
        assert path.read_bytes() == before
