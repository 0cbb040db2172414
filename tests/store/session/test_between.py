"""What happened between sessions: added one by one, never lost, and never rewritten where it cannot be read."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from builders import FRIDAY, NOW, note
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.made_up import sessions as any_sessions
from store.race import at_once

from coachcli.domain.history.between import Between, Entry
from coachcli.domain.record_data import checked
from coachcli.domain.session.model import Note, Reviewed, Session, When
from coachcli.errors import InUseError, NotFoundError, UnreadableError
from coachcli.store.disk import locks
from coachcli.store.paths import Practice
from coachcli.store.session import between, records
from coachcli.store.session.records import DamagedSessionError, built

CANARY = "xylophone sorrow"
DONE = Note(
    kind="review",
    text="- in an hour: #1",
    reviewed=Reviewed(kind="action", what=CANARY, session="jane-doe/2026-11-20-1400", outcome="done"),
    share_with="client",
)
MOVED = Note(
    kind="review",
    due=When(words="friday", on=FRIDAY),
    reviewed=Reviewed(kind="promise", what="write", session="", outcome="not yet"),
)
PREPARE = """
from datetime import UTC, datetime
from pathlib import Path
from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note
from coachcli.store.session import between
from coachcli.store.paths import Practice
"""
ADD = """
for number in range(6):
    entry = Entry(at=datetime.now(UTC), notes=(Note(kind="action", text=f"{sys.argv[2]} {number}"),))
    between.add(Practice(Path(sys.argv[1])), "jane-doe", entry)
"""


def entry(*notes: Note, minutes: int = 0, **more: object) -> Entry:
    return checked(Entry, {"at": NOW + timedelta(minutes=minutes), "notes": notes, **more})


@pytest.fixture
def file(practice: Practice) -> Path:
    """The place of the file, in a client's folder."""
    practice.sessions("jane-doe").mkdir(parents=True)
    return practice.between_file("jane-doe")


@pytest.fixture
def kept(practice: Practice, file: Path) -> Path:
    """The file with two entries in it."""
    between.add(practice, "jane-doe", entry(DONE, MOVED))
    between.add(practice, "jane-doe", entry(note("how was it?", "insight"), question="topic", asked="And since?"))
    return file


def refusal(practice: Practice, file: Path) -> DamagedSessionError:
    """Why the file is refused, for reading and for adding; it is left as it is, and nothing of its words gets out."""
    before = file.read_bytes()
    with pytest.raises(DamagedSessionError) as caught:
        between.load(practice, "jane-doe")
    with pytest.raises(DamagedSessionError):
        between.add(practice, "jane-doe", entry(note("more")))

    assert file.read_bytes() == before
    for said in (caught.value.message, caught.value.hint, repr(caught.value)):
        assert "xylophone" not in said
    return caught.value


class TestAdding:
    def test_where_nothing_happened_yet_there_is_no_file(self, practice: Practice, file: Path) -> None:
        assert between.load(practice, "jane-doe") == Between(client="jane-doe")
        assert not file.exists()

    def test_entries_stay_in_the_order_in_which_they_were_added_whatever_the_clock_said(
        self, practice: Practice, file: Path
    ) -> None:
        added = [entry(note(f"{number}"), minutes=-number) for number in range(3)]
        for one in added:
            assert between.add(practice, "jane-doe", one) == file

        assert between.load(practice, "jane-doe").entries == tuple(added)

    def test_the_file_can_be_read_by_people(self, kept: Path) -> None:
        assert kept.read_text("utf-8") == (
            "format: 1\n"
            "client: jane-doe\n"
            "entries:\n"
            "- at: 2026-11-20T14:00:00+00:00\n"
            "  notes:\n"
            "  - kind: review\n"
            "    text: '- in an hour: #1'\n"
            "    reviewed:\n"
            "      kind: action\n"
            "      what: xylophone sorrow\n"
            "      session: jane-doe/2026-11-20-1400\n"
            "      outcome: done\n"
            "    share_with: client\n"
            "  - kind: review\n"
            "    reviewed: {kind: promise, what: write, session: '', outcome: not yet}\n"
            "    due:\n"
            "      words: friday\n"
            "      date: 2026-11-27\n"
            "- at: 2026-11-20T14:00:00+00:00\n"
            "  question: topic\n"
            "  asked: And since?\n"
            "  notes:\n"
            "  - {kind: insight, text: 'how was it?'}\n"
            "...\n"
        )

    def test_it_is_for_the_coach_alone(self, kept: Path) -> None:
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600

    @settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(any_sessions(), max_size=2))
    def test_whatever_was_written_is_what_is_read(self, some: list[Session]) -> None:
        notes = [tuple(note for _, note in session.notes) for session in some]
        said = Between(client="jane-doe", entries=tuple(entry(*each) for each in notes))
        raw = between.text_of(said)

        read = built(Between, records.parsed(Path("between.yaml"), raw))

        # Kept as it was written: some texts are made fit to be stored on the way.
        assert between.text_of(read) == raw
        assert len(list(read.notes)) == len(list(said.notes))

    def test_a_link_is_not_followed(self, practice: Practice, file: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere.yaml").write_bytes(between.text_of(Between(client="jane-doe")))
        file.symlink_to(tmp_path / "elsewhere.yaml")
        before = (tmp_path / "elsewhere.yaml").read_bytes()

        with pytest.raises(UnreadableError) as caught:
            between.add(practice, "jane-doe", entry(note("more")))

        assert "it is a link to somewhere else" in str(caught.value)
        assert (tmp_path / "elsewhere.yaml").read_bytes() == before


class TestTwoTerminals:
    def test_while_one_is_at_it_for_long_the_other_is_refused_and_nothing_is_changed(
        self, practice: Practice, kept: Path
    ) -> None:
        before = kept.read_bytes()
        with locks.held(practice.locks / "jane-doe--between"), pytest.raises(InUseError):
            between.add(practice, "jane-doe", entry(note("more")), wait=0)

        assert kept.read_bytes() == before

    def test_of_many_at_once_none_is_refused_and_none_loses_an_entry(self, practice: Practice, file: Path) -> None:
        names = [f"terminal {letter}" for letter in "abcdefgh"]
        at_once(PREPARE, ADD, *([practice.root, name] for name in names))

        said = [note.text for _, note in between.load(practice, "jane-doe").notes]
        assert file.exists()
        for name in names:
            assert [text for text in said if text.startswith(name)] == [f"{name} {number}" for number in range(6)]


class TestDamage:
    def test_cut_anywhere_it_is_refused_and_left_alone(self, practice: Practice, kept: Path) -> None:
        whole = kept.read_bytes()
        # The last byte is the line's end behind the mark for the end.
        for length in range(len(whole) - 1):
            kept.write_bytes(whole[:length])
            with pytest.raises(DamagedSessionError):
                between.load(practice, "jane-doe")

        kept.write_bytes(whole[:200])
        refusal(practice, kept)

    @pytest.mark.parametrize(
        ("change", "line", "reason"),
        [
            (("format: 1", "format: 2"), 1, "it has format 2, made by a newer coachcli; this one reads up to 1"),
            (("client: jane-doe\n", f"client: jane-doe\n{CANARY}: 1\n"), 3, "a setting is not known here"),
            (("  notes:\n", f"  {CANARY}: 1\n  notes:\n"), 5, "a setting is not known here"),
            (("    share_with: client", f"    {CANARY}: client"), 13, "a setting is not known here"),
            (("client: jane-doe\n", ""), 1, "client is missing"),
            (("outcome: done", f"outcome: {CANARY}"), 12, "outcome cannot be read"),
            (("at: 2026-11-20T14:00:00+00:00", "at: 2026-11-20T14:00:00"), 4, "at cannot be read"),
            (("kind: review\n    text", "kind: observation\n    text"), 6, "notes cannot be read"),
        ],
    )
    def test_what_is_not_known_is_told_by_its_line(
        self, practice: Practice, kept: Path, change: tuple[str, str], line: int, reason: str
    ) -> None:
        kept.write_text(kept.read_text("utf-8").replace(*change, 1), "utf-8")
        error = refusal(practice, kept)

        assert (error.reason, error.line) == (reason, line)
        assert error.message == f"{kept}:{line}: {reason}."

    @pytest.mark.parametrize(
        "damage",
        [b"", b"\x00", b"\xff\xfea", b"[" * 30_000, b"- a\n- list\n...\n", b"a: &b 1\nc: *b\n...\n", b"just words"],
    )
    def test_whatever_stands_in_it(self, practice: Practice, kept: Path, damage: bytes) -> None:
        kept.write_bytes(damage)
        refusal(practice, kept)

    def test_a_newer_format_says_what_to_do(self, practice: Practice, kept: Path) -> None:
        kept.write_bytes(kept.read_bytes().replace(b"format: 1", b"format: 7"))

        assert refusal(practice, kept).hint == ("The file was left as it is: install the newest coachcli to open it.")


def test_its_repr_holds_no_words(practice: Practice, kept: Path) -> None:
    assert kept.exists()
    assert "xylophone" not in repr(between.load(practice, "jane-doe"))


class TestTakingBack:
    def test_an_entry_is_gone_and_every_other_one_stays_as_it_is(self, practice: Practice, kept: Path) -> None:
        before = kept.read_bytes()
        said = entry(note("Sleep", "action"), minutes=5)
        between.add(practice, "jane-doe", said)
        between.take_back(practice, "jane-doe", said)

        assert kept.read_bytes() == before

    def test_of_two_that_are_alike_the_last_one_goes(self, practice: Practice, kept: Path) -> None:
        del kept
        between.add(practice, "jane-doe", entry(DONE, MOVED))
        between.take_back(practice, "jane-doe", entry(DONE, MOVED))

        assert [one.question for one in between.load(practice, "jane-doe").entries] == [None, "topic"]

    def test_what_is_not_there_any_more_changes_nothing(self, practice: Practice, kept: Path) -> None:
        before = kept.read_bytes()
        with pytest.raises(NotFoundError, match="taken back already"):
            between.take_back(practice, "jane-doe", entry(note("another")))

        assert kept.read_bytes() == before

    def test_the_only_one_leaves_a_file_that_can_be_added_to(self, practice: Practice, file: Path) -> None:
        between.add(practice, "jane-doe", entry(DONE))
        between.take_back(practice, "jane-doe", entry(DONE))
        assert between.load(practice, "jane-doe").entries == ()

        between.add(practice, "jane-doe", entry(MOVED))
        assert file.is_file()
