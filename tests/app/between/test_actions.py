"""Actions between sessions: what a coach says, and what is kept of it."""

from datetime import date
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.play import Chooser
from builders import note, turn_with

from coachcli.app.between import actions
from coachcli.app.between.action_list import listed
from coachcli.app.between.entries import Said, Taken
from coachcli.app.client.history import brought
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.history.open_items import carried
from coachcli.domain.session.model import Note, Reviewed, When
from coachcli.domain.terms import ShareWith
from coachcli.errors import CoachError, NotFoundError, UnreadableError, UsageError
from coachcli.store.client import client_file
from coachcli.store.paths import Practice
from coachcli.store.session import between

CANARY = "xylophone"
WORDS = ("Talk to Ana about the handover", f"Ask Ana for the {CANARY}", "Write the page")


@pytest.fixture(autouse=True)
def _chosen(jane: Client, made: MakeSession) -> None:
    """Three actions, the second for the coach alone, and something promised."""
    shares: tuple[ShareWith, ...] = ("client", "nobody", "sponsor")
    said = [note(words, "action", share) for words, share in zip(WORDS, shares, strict=True)]
    made(jane, turns=(turn_with(*said, note("send the article", "promise"), question="arriving"),), status="ended")


def nobody() -> None:
    """There is nobody to ask."""


def done(context: Context, words: str, chooser: Chooser | None = None) -> Taken:
    return actions.close(context, lambda: chooser, Said("jane", words), "done")


def moved(context: Context, words: str, to: str | None = None, chooser: Chooser | None = None) -> Taken:
    return actions.move(context, lambda: chooser, Said("jane", words), to)


def added(context: Context, words: str, share: ShareWith | None = None, chooser: Chooser | None = None) -> Note:
    (kept,) = [actions.add(context, lambda: chooser, Said("jane", words), "action", share).note]
    assert kept is not None
    return kept


def still_open(context: Context) -> list[str]:
    known = brought(context, "jane-doe")
    return [thing.what for thing in carried(known.extracts, {"client"}, known.entries)]


def entries(practice: Practice) -> int:
    return len(between.load(practice, "jane-doe").entries)


def refused(error: pytest.ExceptionInfo[CoachError]) -> tuple[str, str]:
    assert CANARY not in error.value.message + error.value.hint
    assert "Ana" not in error.value.message + error.value.hint
    return error.value.message, error.value.hint


class TestClosing:
    @pytest.mark.parametrize("words", ["1", "handover", "talk to ana", "TALK to  ana about the handover"])
    def test_a_number_or_a_part_of_the_words_is_enough(self, context: Context, words: str) -> None:
        taken = done(context, words)

        assert taken.one is not None
        assert taken.one.thing.what == WORDS[0]
        assert still_open(context) == [*WORDS[1:], "send the article"]

    def test_one_entry_is_kept_and_no_more_is_shared_than_was(self, context: Context, practice: Practice) -> None:
        actions.close(context, nobody, Said("Jane Doe", "1"), "done")
        (entry,) = between.load(practice, "jane-doe").entries

        assert entry.at == context.clock.now()
        assert entry.notes == (
            Note(
                kind="review",
                reviewed=Reviewed(kind="action", what=WORDS[0], session="jane-doe/2026-11-19-1000", outcome="done"),
                share_with="client",
            ),
        )
        assert [getattr(done(context, words).note, "share_with", "") for words in ("2", "3", "4")] == [
            "nobody",
            "sponsor",
            "nobody",
        ]

    def test_what_the_coach_says_of_it_is_their_own(self, context: Context, practice: Practice) -> None:
        actions.close(context, nobody, Said("Jane Doe", "1", "took an hour\r\n"), "done")
        (entry,) = between.load(practice, "jane-doe").entries

        assert [(note.text, note.share_with) for note in entry.notes] == [("took an hour", "nobody")]

    def test_what_is_dropped_is_open_no_more(self, context: Context) -> None:
        actions.close(context, nobody, Said("jane", "page"), "dropped")

        assert WORDS[2] not in still_open(context)

    def test_a_promise_of_the_coachs_is_kept_in_the_same_way(self, context: Context) -> None:
        done(context, "article")

        assert still_open(context) == list(WORDS)

    def test_a_part_that_several_have_is_never_taken_for_one(self, context: Context, practice: Practice) -> None:
        with pytest.raises(UsageError) as error:
            done(context, "ana")

        assert refused(error) == (
            "Which one of Jane Doe's? It could be 1, 2.",
            "Say its number, or words that only one has: coach action list jane-doe",
        )
        assert entries(practice) == 0

    def test_where_somebody_can_be_asked_they_pick_among_those(self, context: Context) -> None:
        chooser = Chooser(["Ask"])
        done(context, "ana", chooser)

        assert chooser.offered == [[WORDS[0], WORDS[1]]]
        assert WORDS[1] not in still_open(context)
        assert WORDS[0] in still_open(context)

    def test_without_words_they_pick_among_all(self, context: Context) -> None:
        chooser = Chooser(["Write"])
        done(context, "", chooser)

        assert chooser.offered == [[*WORDS, "send the article"]]
        assert WORDS[2] not in still_open(context)

    @pytest.mark.parametrize(("answer", "left"), [("yes", 0), ("no", 1)])
    def test_of_one_thing_alone_they_are_asked_yes_or_no(self, context: Context, answer: str, left: int) -> None:
        for number in "123":
            done(context, number)
        chooser = Chooser([answer])
        taken = done(context, "", chooser)

        assert chooser.asked == ["Done: send the article?"]
        assert (len(still_open(context)), taken.note is None) == (left, answer == "no")

    def test_without_words_and_with_nobody_to_ask_nothing_is_closed(self, context: Context) -> None:
        with pytest.raises(UsageError, match="It could be 1, 2, 3, 4"):
            done(context, "")

    def test_a_slip_is_told_by_number(self, context: Context) -> None:
        with pytest.raises(NotFoundError) as error:
            done(context, "wrte pge")

        assert refused(error) == (
            "Nothing open with Jane Doe goes by that number, or has those words.",
            "Did you mean 3? coach action list jane-doe shows what there is.",
        )

    def test_or_asked_about(self, context: Context) -> None:
        chooser = Chooser(["yes"])
        done(context, "wrte pge", chooser)

        assert chooser.asked == ["Did you mean: Write the page?"]
        assert WORDS[2] not in still_open(context)

    @pytest.mark.parametrize("words", ["99", "0", "nobody's business", CANARY * 3])
    def test_what_there_is_not_is_told_without_its_words(self, context: Context, words: str) -> None:
        with pytest.raises(NotFoundError) as error:
            done(context, words)

        assert refused(error)[1] == "coach action list jane-doe shows what there is."

    def test_a_number_means_the_same_after_something_was_closed(self, context: Context, practice: Practice) -> None:
        done(context, "1")
        again = done(context, "1")

        assert (again.one and again.one.thing.what, again.note) == (WORDS[0], None)
        assert entries(practice) == 1
        done(context, "2")
        assert still_open(context) == [WORDS[2], "send the article"]

    def test_where_nothing_is_open_it_says_so(self, context: Context) -> None:
        client_file.add(context.practice, "Tom")

        with pytest.raises(NotFoundError) as error:
            actions.close(context, nobody, Said("tom", ""), "done")
        assert refused(error) == ("Nothing is open with Tom.", "coach action list tom --all shows what was.")

    def test_a_client_there_is_not_is_told_with_whom_may_be_meant(self, context: Context) -> None:
        with pytest.raises(NotFoundError) as error:
            actions.close(context, nobody, Said("Jane Dow", "1"), "done")
        assert error.value.hint == "Did you mean Jane Doe?"

    def test_what_was_damaged_is_never_written_over(self, context: Context, practice: Practice) -> None:
        file = practice.between_file("jane-doe")
        file.write_bytes(b"format: 1\nclient: jane-doe\nentries: [\n")

        with pytest.raises(UnreadableError):
            done(context, "1")
        assert file.read_bytes() == b"format: 1\nclient: jane-doe\nentries: [\n"


class TestMoving:
    FRIDAY = When(words="next friday", on=date(2026, 11, 27))

    @pytest.mark.parametrize(
        ("words", "to"),
        [
            ("page", "next friday"),
            ("3", "by next friday"),
            ("write the page to next friday", None),
            ("page on next friday", None),
            ("3 next friday", None),
            ("3 to next friday", None),
        ],
    )
    def test_the_day_is_an_option_or_the_last_words(self, context: Context, words: str, to: str | None) -> None:
        note = moved(context, words, to).note

        assert note is not None
        assert note.due == self.FRIDAY
        assert note.reviewed is not None
        assert (note.reviewed.what, note.reviewed.outcome) == (WORDS[2], "not yet")
        assert WORDS[2] in still_open(context)
        assert [one.thing.due for one in listed(context, "jane").found[0].open][2] == self.FRIDAY

    def test_words_of_the_action_that_look_like_a_joint_are_no_day(self, context: Context) -> None:
        assert moved(context, "talk to ana", "next friday").note is not None

    def test_the_day_is_asked_for_until_it_is_understood(self, context: Context) -> None:
        chooser = Chooser(["whenever", "next friday"])
        note = moved(context, "page", None, chooser).note

        assert note is not None
        assert note.due == self.FRIDAY
        assert len(chooser.asked) == 2

    @pytest.mark.parametrize(
        ("to", "says"),
        [
            (None, "To when?"),
            ("yesterday", "The day was not understood. It must lie ahead, within three years."),
            ("", "The day was not understood. It must lie ahead, within three years."),
        ],
    )
    def test_without_a_day_to_come_nothing_is_moved(
        self, context: Context, practice: Practice, to: str | None, says: str
    ) -> None:
        with pytest.raises(UsageError) as error:
            moved(context, "page", to)

        assert refused(error) == (says, 'Say it like this: --to "next friday", or --to 2026-12-04')
        assert entries(practice) == 0

    @pytest.mark.parametrize(
        ("words", "command"),
        [
            ("page next friday", "move jane-doe 3 to next friday"),
            ("write the page next friday", "move jane-doe 3 to next friday"),
            ("page to", "move jane-doe 3 to next friday"),
            ("ana next friday", "move jane-doe NUMBER to next friday"),
        ],
    )
    @pytest.mark.parametrize("chooser", [None, Chooser([])])
    def test_a_day_without_its_to_is_told_with_the_command_as_it_should_be(
        self, context: Context, practice: Practice, words: str, command: str, chooser: Chooser | None
    ) -> None:
        with pytest.raises(UsageError) as error:
            moved(context, words, None, chooser)

        assert refused(error) == (
            "The day is missing: it comes behind the word to.",
            f"Say it like this: coach action {command}",
        )
        assert entries(practice) == 0

    @pytest.mark.parametrize("words", ["page to sometime", "3 to sometime", "3 sometime", "page by yesterday"])
    def test_a_day_that_was_not_understood_is_told(self, context: Context, practice: Practice, words: str) -> None:
        with pytest.raises(UsageError) as error:
            moved(context, words)

        assert refused(error) == (
            "The day was not understood. It must lie ahead, within three years.",
            "Say it like this: coach action move jane-doe 3 to next friday",
        )
        assert entries(practice) == 0

    @pytest.mark.parametrize("words", ["nothing next friday", "page sometime", "nothing to sometime"])
    def test_where_nothing_goes_by_the_words_that_is_what_is_told(self, context: Context, words: str) -> None:
        with pytest.raises(NotFoundError, match="goes by that number"):
            moved(context, words)

    def test_until_and_before_stay_with_the_new_day(self, context: Context) -> None:
        note = moved(context, "page until friday").note

        assert note is not None
        assert note.due == When(words="until friday", on=date(2026, 11, 27))

    def test_a_day_that_contradicts_itself_says_how(self, context: Context) -> None:
        with pytest.raises(UsageError, match=r"28 November is a Saturday\."):
            moved(context, "page", "friday 28 november")

    def test_what_is_done_is_not_moved(self, context: Context, practice: Practice) -> None:
        done(context, "3")

        assert moved(context, "3", "next friday").note is None
        assert entries(practice) == 1


class TestAdding:
    def test_it_is_read_like_a_line_of_a_call(self, context: Context) -> None:
        assert added(context, "Call Tom by friday 8/10") == Note(
            kind="action",
            text="Call Tom",
            due=When(words="friday", on=date(2026, 11, 27)),
            confidence=8,
            share_with="client",
        )
        assert still_open(context)[-1] == "Call Tom"

    @pytest.mark.parametrize("share", ["nobody", "client", "sponsor"])
    def test_it_is_shared_as_the_coach_says(self, context: Context, share: ShareWith) -> None:
        assert added(context, "Call Tom", share).share_with == share

    def test_a_promise_is_the_coachs_own(self, context: Context) -> None:
        taken = actions.add(context, nobody, Said("jane", "Send slides by friday"), "promise")

        assert taken.note == Note(
            kind="promise", text="Send slides", due=When(words="friday", on=date(2026, 11, 27)), share_with="nobody"
        )

    def test_what_is_open_already_is_one_and_as_it_was_said_last(self, context: Context) -> None:
        taken = actions.add(context, nobody, Said("jane", "write the page by friday"), "action")

        assert taken.one is not None
        assert still_open(context).count("write the page") == 1
        assert WORDS[2] not in still_open(context)

    def test_what_was_done_is_open_again(self, context: Context) -> None:
        done(context, "3")
        added(context, WORDS[2])

        assert WORDS[2] in still_open(context)

    def test_without_words_it_is_asked_for(self, context: Context) -> None:
        assert added(context, "", chooser=Chooser(["Call Tom"])).text == "Call Tom"

    @pytest.mark.parametrize("chooser", [None, Chooser(["  "])])
    def test_without_any_nothing_is_kept(self, context: Context, practice: Practice, chooser: Chooser | None) -> None:
        with pytest.raises(UsageError) as error:
            added(context, "  ", chooser=chooser)

        assert error.value.hint == 'Say it like this: coach action add "Jane Doe" Talk to Ana by friday 8/10'
        assert entries(practice) == 0

    @pytest.mark.parametrize(
        "words", ["~her boss", "*~her boss", '"~her boss', "**Her** boss", "*her* boss", "!her boss", "Call\n~her boss"]
    )
    def test_what_is_for_the_coach_alone_is_no_action_that_a_client_reads(
        self, context: Context, practice: Practice, words: str
    ) -> None:
        with pytest.raises(UsageError, match="A line with such a sign is for you, and no action"):
            added(context, words)

        assert entries(practice) == 0

    @pytest.mark.parametrize("words", ["*Call Tom", "Call Tom", "\\Call Tom", "* Call Tom"])
    def test_its_own_sign_is_none_of_its_words(self, context: Context, words: str) -> None:
        assert added(context, words).text.lstrip("\\") == "Call Tom"

    @pytest.mark.parametrize("words", ["*", "* "])
    def test_a_sign_alone_has_no_words(self, context: Context, words: str) -> None:
        with pytest.raises(UsageError, match="There are no words"):
            added(context, words)

    def test_control_characters_are_not_kept(self, context: Context) -> None:
        assert added(context, "Call\x1b[2J Tom").text == "Call[2J Tom"


class TestWhatCannotBeRead:
    def damaged(self, practice: Practice, jane: Client) -> Path:
        """The file of what happened between sessions, with nothing to be made of its third line."""
        path = practice.between_file(jane.id)
        path.write_text("format: 1\nclient: jane-doe\nentries: [\n", encoding="utf-8")
        return path

    @pytest.mark.parametrize("words", ["1", "99", "ana", "zebra", ""])
    def test_what_could_not_be_written_down_is_told_before_anything_is_asked(
        self, context: Context, jane: Client, words: str
    ) -> None:
        path = self.damaged(context.practice, jane)
        before = path.read_bytes()
        for act in (
            lambda: done(context, words, Chooser([])),
            lambda: actions.move(context, lambda: Chooser([]), Said("jane", words), "friday"),
            lambda: added(context, words, chooser=Chooser([])),
        ):
            with pytest.raises(UnreadableError, match=r"between\.yaml:4: ") as told:
                act()
            assert told.value.exit_code == 4

        assert path.read_bytes() == before

    def test_a_session_stops_nothing_and_is_told(self, context: Context, jane: Client, made: MakeSession) -> None:
        path = made(jane, "2026-11-18-1000", status="ended").path
        path.write_text("format: 1\nid: [\n", encoding="utf-8")
        taken = done(context, "page")

        assert taken.note is not None
        assert [error.message.startswith(f"{path}:3: ") for error in taken.passed_over] == [True]

    def test_what_is_not_found_may_be_in_it(self, context: Context, jane: Client, made: MakeSession) -> None:
        path = made(jane, "2026-11-18-1000", status="ended").path
        path.write_text("format: 1\nid: [\n", encoding="utf-8")

        with pytest.raises(UnreadableError) as told:
            done(context, "zebra")
        assert told.value.message.startswith(f"It is not in what can be read: {path}:3: ")


def test_who_does_it_is_said_behind_the_day(context: Context) -> None:
    kept = added(context, "Write to Ana by friday, who: me")

    assert (kept.text, kept.details) == ("Write to Ana", {"who": "coach"})
    assert kept.due is not None
