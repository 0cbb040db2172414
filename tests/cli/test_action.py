"""`coach action`: what is open between sessions, and what came of it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cli.conftest import FIRST, Coach, everything_in

from coachcli.domain.session.wording import full_date
from coachcli.store.client import client_file
from coachcli.store.paths import Practice
from coachcli.store.session import between

pytestmark = pytest.mark.usefixtures("ended")

# Far enough from today, and no farther than a day may be.
NEXT_YEAR = date(datetime.now(tz=UTC).year + 1, 11, 27)
DAY = NEXT_YEAR.isoformat()
LATER = NEXT_YEAR + timedelta(days=4)


def kept(practice: Practice) -> int:
    return len(between.load(practice, "jane-doe").entries)


class TestListing:
    def test_what_is_open_is_listed_by_client(self, coach: Coach) -> None:
        answer = coach("action", "list")

        assert (answer.code, answer.err) == (0, "")
        assert answer.out == "Jane Doe\n  You promised\n   1  send the article\n"

    def test_with_one_client_and_for_programs(self, coach: Coach, practice: Practice) -> None:
        client_file.add(practice, "Tom")
        (row,) = coach("action", "list", "jane", "--json").data

        assert (row["number"], row["kind"], row["what"], row["session"]) == (1, "promise", "send the article", FIRST)
        assert coach("action", "list", "tom", "--json").data == []

    def test_what_was_done_is_listed_when_it_is_asked_for(self, coach: Coach) -> None:
        coach("action", "done", "jane", "1", "--note", "by mail")

        assert coach("action", "list").out == ""
        assert coach("action", "list").err == "Nothing is open. Something new: coach action add CLIENT TEXT\n"
        assert coach("action", "list", "jane").err == "Nothing is open. Something new: coach action add jane TEXT\n"
        assert coach("action", "list", "--json").data == []
        assert "  Done or dropped\n   1  send the article · done on " in coach("action", "list", "--all").out
        (row,) = coach("action", "list", "--all", "--json").data
        assert row["outcome"] == "done"

    def test_what_cannot_be_read_is_told_after_the_rest(self, coach: Coach, practice: Practice) -> None:
        practice.between_file("jane-doe").write_bytes(b"")
        answer = coach("action", "list")

        assert answer.code == 4
        assert "send the article" in answer.out
        assert answer.err.startswith(f"{practice.between_file('jane-doe')}:1: the file is empty.\n")

    def test_listing_changes_nothing_but_what_lists_remember(self, coach: Coach, practice: Practice) -> None:
        before = everything_in(practice.clients)
        coach("action", "list", "--all")

        assert everything_in(practice.clients) == before


class TestSaying:
    def test_done(self, coach: Coach, practice: Practice) -> None:
        answer = coach("action", "done", "jane", "the", "article")

        assert (answer.code, answer.out, answer.err) == (0, "Done: send the article\n", "")
        assert kept(practice) == 1

    def test_dropped(self, coach: Coach) -> None:
        assert coach("action", "drop", "jane", "1", "--note", "no use").out == "Dropped: send the article · no use\n"

    def test_said_again_it_says_that_it_was(self, coach: Coach, practice: Practice) -> None:
        coach("action", "done", "jane", "1")
        answer = coach("action", "drop", "jane", "article")

        assert answer.code == 0
        assert answer.out.startswith("It was done on ")
        assert kept(practice) == 1

    @pytest.mark.parametrize("words", [("article", "--to", DAY), ("article", "to", DAY)])
    def test_moved(self, coach: Coach, words: tuple[str, ...]) -> None:
        answer = coach("action", "move", "jane", *words)

        assert (answer.code, answer.err) == (0, "")
        assert answer.out == f"Moved to {full_date(NEXT_YEAR)}: send the article\n"
        assert f"send the article · by {full_date(NEXT_YEAR)}\n" in coach("action", "list").out

    def test_added(self, coach: Coach) -> None:
        words = ("action", "add", "jane", "Talk", "to", "Ana", "by", DAY, "8/10")

        assert coach(*words).out == f"Action: Talk to Ana · by {full_date(NEXT_YEAR)} · 8/10  → client\n"
        assert coach(*words, "--for-me").out.endswith("8/10  for you alone\n")
        assert coach("action", "add", "jane", "--promise", "Call Tom").out == "Promised: Call Tom  for you alone\n"
        assert (
            coach("action", "add", "jane", "Walk", "--share", "sponsor").out == "Action: Walk  → client and sponsor\n"
        )

    def test_taken_back(self, coach: Coach, practice: Practice) -> None:
        coach("action", "add", "jane", "Talk to Ana", "by", DAY)
        coach("action", "move", "jane", "ana", "to", f"{LATER:%Y-%m-%d}")
        coach("action", "done", "jane", "ana")

        assert [coach("action", "undo", *name).out for name in ((), ("jane",), ("jane",))] == [
            f"Open again, with Jane Doe: Talk to Ana · by {full_date(LATER)}\n",
            f"As it was before, with Jane Doe: Talk to Ana · by {full_date(NEXT_YEAR)}\n",
            "Taken away again, with Jane Doe: Talk to Ana\n",
        ]
        assert kept(practice) == 0

    def test_what_looked_like_a_day_and_was_not_taken_is_told(self, coach: Coach) -> None:
        answer = coach("action", "add", "jane", "Talk", "to", "Ana", "by", "tomorow", "7.5/10")

        assert (answer.code, answer.out) == (0, "Action: Talk to Ana by tomorow · 7.5/10  → client\n")
        assert answer.err == 'Kept in the words: no day understood in "tomorow".\n'

    def test_two_ways_to_say_who_sees_it_are_refused(self, coach: Coach, practice: Practice) -> None:
        answer = coach("action", "add", "jane", "Walk", "--for-me", "--share", "client")

        assert (answer.code, answer.err) == (
            2,
            "--for-me and --share client are two things.\nLeave out one of them.\n",
        )
        assert kept(practice) == 0


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("done", "jane"), 2, "Which one of Jane Doe's? It could be 1.\n"),
        (("done", "jane", "99"), 3, "Nothing open with Jane Doe goes by that number, or has those words.\n"),
        (("done", "nobody", "1"), 3, "There is no client nobody.\n"),
        (("move", "jane", "1"), 2, "To when?\n"),
        (("move", "jane", "article", DAY), 2, "The day is missing: it comes behind the word to.\n"),
        (
            ("move", "jane", "article", "to", "sometime"),
            2,
            "The day was not understood. It must lie ahead, within three years.\n",
        ),
        (
            ("move", "jane", "1", "--to", "2199-11-27"),
            2,
            "The day was not understood. It must lie ahead, within three years.\n",
        ),
        (("add", "jane"), 2, "Which action?\n"),
        (("undo", "jane"), 3, "There is nothing to take back: nothing was said between sessions.\n"),
        (("undo",), 3, "There is nothing to take back: nothing was said between sessions.\n"),
        (("undo", "nobody"), 3, "There is no client nobody.\n"),
    ],
)
def test_what_cannot_be_done_is_two_lines(
    coach: Coach, ended: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    answer = coach("action", *words)

    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith(says)
    assert answer.err.count("\n") == 2
    assert not (ended.parents[1] / "between.yaml").exists()


def test_while_another_terminal_writes_it_is_waited_for_and_nothing_is_lost(
    coach: Coach, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coachcli.store.disk import files, locks

    slept: list[float] = []
    monkeypatch.setattr(locks, "monotonic", lambda: sum(slept))
    monkeypatch.setattr(locks, "sleep", slept.append)
    files.make_folder(practice.locks, inside=practice.root)
    with locks.held(practice.locks / "jane-doe--between"):
        answer = coach("action", "done", "jane", "1")

    assert sum(slept) == pytest.approx(5, abs=0.1)
    assert (answer.code, answer.out) == (5, "")
    assert "send the article" in coach("action", "list").out


def test_a_session_that_cannot_be_read_is_named_after_what_was_done(coach: Coach, ended: Path) -> None:
    other = ended.with_name("2024-02-01-1400-grow.yaml")
    other.write_text("format: 1\nid: [\n", encoding="utf-8")
    answer = coach("action", "done", "jane", "article")

    assert (answer.code, "send the article" in answer.out) == (0, True)
    assert answer.err.startswith(f"{other}:3: ")


def test_only_what_has_a_tag_is_listed_where_one_is_asked_for(coach: Coach) -> None:
    coach("action", "add", "jane", "Ask twice #Experiment")

    assert coach("action", "list", "--tag", "experiment").out == "Jane Doe\n  Actions\n   2  Ask twice #Experiment\n"
    assert [row["number"] for row in coach("action", "list", "--tag", "#experiment", "--json").data] == [2]
    nothing = coach("action", "list", "jane", "--tag", "skill")
    assert (nothing.code, nothing.out) == (0, "")
    assert nothing.err.startswith("Nothing here has that tag.")
