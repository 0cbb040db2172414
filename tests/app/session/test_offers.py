"""After a call: what is offered, as often as one likes, what comes of it, and how one leaves and comes back."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.play import Play, at_a_terminal, over_a_pipe
from app.scripted_call import FakeClock, Step
from builders import NOW, note, turn_with

from coachcli.app.call.call import Exit, Leaving
from coachcli.app.context import Context
from coachcli.app.session import offers
from coachcli.app.session.lock import locked
from coachcli.app.session.offers import After
from coachcli.app.session.sitting import SittingResult
from coachcli.domain.client.model import Client
from coachcli.domain.session.closing_card import closing_card
from coachcli.domain.session.model import Session, When
from coachcli.domain.session.walk import Walk
from coachcli.domain.session.wording import full_time
from coachcli.domain.value import changed
from coachcli.errors import InUseError, NotFoundError, UsageError
from coachcli.live import clipboard
from coachcli.live.source import EndOfInput, Entered, Recalled, Signalled, Stopped
from coachcli.live.source import Line as Typed
from coachcli.store.client import client_file
from coachcli.store.framework import catalogue
from coachcli.store.session import sessions
from coachcli.store.session.sessions import Stored

SECRET = "she is afraid of him"
CUE = "Type a letter and Enter. Enter alone leaves."
ACTION = changed(note("Ask Sam", "action", "client"), due=When(words="soon"))


@dataclass
class Parted:
    """What came of the offers."""

    after: After
    play: Play

    @property
    def offered(self) -> list[str]:
        """What stood there each time, by its letters; a question that has none is left out."""
        asked = [view.question.split("\xa0· ") for view in self.play.script.views if view.cue == CUE]
        return ["".join(offer[0] for offer in offers) for offers in asked]

    @property
    def said(self) -> str:
        return self.play.said


Offer = Callable[..., Parted]


@pytest.fixture
def held(jane: Client, made: MakeSession) -> Stored:
    """A call with Jane in which an action was agreed."""
    return made(jane, turns=(turn_with(note(SECRET), ACTION),), status="ended")


@pytest.fixture
def offer(context: Context, monkeypatch: pytest.MonkeyPatch) -> Offer:
    monkeypatch.setattr(clipboard, "has_clipboard", lambda: True)

    def run(stored: Stored, *types: Step) -> Parted:
        play = at_a_terminal(types=types)
        return Parted(offers.offer(context, over(context, stored), play.conversation), play)

    return run


def over(context: Context, stored: Stored, *, kept: bool = True) -> SittingResult:
    """A call that is over."""
    session: Session = stored.session
    model = catalogue.load(catalogue.find(context.practice, session.framework.id))
    card = closing_card(Walk(model, "Jane"), session, "Jane Doe", (str(stored.path),) if kept else ())
    return SittingResult(Exit("ended", session), card, "Jane Doe", kept)


def copied(capsys: pytest.CaptureFixture[str]) -> str:
    """What the terminal was asked to put on the clipboard."""
    return base64.b64decode(capsys.readouterr().out.split(";")[2].split("\x07")[0]).decode()


def exports(context: Context) -> list[str]:
    return sorted(path.name for path in context.practice.exports("jane-doe").glob("*"))


def test_one_enter_leaves_and_nothing_was_made(context: Context, offer: Offer, held: Stored) -> None:
    before = sorted(context.practice.clients.rglob("*"))
    parted = offer(held, "")

    assert parted.after == After()
    assert parted.offered == ["nscmeir"]
    assert parted.play.script.views[0].question.replace("\xa0", " ") == (
        "n next date · s see it · c copy · m Markdown · e mail draft · i calendar · r reflection"
    )
    assert sorted(context.practice.clients.rglob("*")) == before


def test_each_can_be_taken_again(context: Context, offer: Offer, held: Stored) -> None:
    parted = offer(held, "m", "m", "c", "c", "e", "i", "n", "friday", "n", "monday", "")

    assert parted.offered == ["nscmeir"] * 9
    assert parted.said.count("Sent to the clipboard") == 2
    assert [name.rpartition(".")[2] for name in exports(context)] == ["eml", "ics", "md"]


@pytest.mark.parametrize("words", ["m", "M", "Markdown", " markdown "])
def test_a_letter_is_meant_by_its_word_too(context: Context, offer: Offer, held: Stored, words: str) -> None:
    offer(held, words, "")

    assert len(exports(context)) == 1


def test_the_coachs_own_reflection_is_nobodys_to_be_sent(offer: Offer, jane: Client, made: MakeSession) -> None:
    reflected = made(jane, framework="reflection", turns=(turn_with(ACTION),), status="ended")

    assert offer(reflected).play.script.views == []


def test_with_nothing_shared_there_is_nothing_to_send(offer: Offer, jane: Client, made: MakeSession) -> None:
    parted = offer(made(jane, turns=(turn_with(note(SECRET)),), status="ended"), "n", "friday", "")

    assert parted.offered == ["nr", "nscmeir"]


def test_without_an_action_and_a_day_there_is_nothing_for_a_calendar(
    offer: Offer, jane: Client, made: MakeSession
) -> None:
    session = made(jane, turns=(turn_with(note("I know more now", "insight", "client")),), status="ended")

    assert offer(session, "").offered == ["nscmer"]


def test_a_day_that_was_not_understood_can_be_said_again(offer: Offer, held: Stored) -> None:
    parted = offer(held, "n", "after her holiday", "n", "friday", "")

    assert parted.offered == ["nscmeir", "nscmeir", "nscmeir"]


def test_words_without_a_day_never_take_the_place_of_a_day(offer: Offer, held: Stored) -> None:
    said = offer(held, "n", "friday 10:00", "n", "friday 11 or so", "").said
    kept = sessions.load(held.path).session.next

    assert "No day was understood, so it stays: Friday 27 November 2026, 10:00. n asks again." in said
    assert kept is not None
    assert kept.words == "friday 10:00"


def test_what_was_made_in_an_earlier_sitting_is_named_when_the_date_changes(
    context: Context, offer: Offer, held: Stored
) -> None:
    offer(held, "n", "friday 10:00", "i", "")
    play = at_a_terminal(types=["n", "monday 9:00", ""])
    offers.offer_again(context, "jane-doe", play.conversation)

    (name,) = exports(context)
    assert f"{name} was made before that; i makes a new one." in play.said


def test_a_date_that_stands_is_shown_and_can_be_changed(offer: Offer, held: Stored) -> None:
    parted = offer(held, "n", "friday", "n", "", "n", "monday 9:00", "")
    cues = [view.cue for view in parted.play.script.views if view.question == "When is the next one?"]
    kept = sessions.load(held.path).session.next

    assert cues[1:] == ["Now: Friday 27 November 2026. Enter leaves it."] * 2
    assert kept is not None
    assert (str(kept.on), kept.at) == ("2026-11-23", "09:00")


def test_days_are_counted_from_the_day_of_a_session_that_was_written_up(
    offer: Offer, jane: Client, made: MakeSession
) -> None:
    day = datetime(2026, 11, 4, 9, tzinfo=UTC)
    written_up = made(jane, "2026-11-04-0900", turns=(turn_with(ACTION),), status="ended", started=day, written_up=NOW)

    assert "We meet again: Wednesday 18 November 2026" in offer(written_up, "n", "in two weeks", "").said


def test_what_the_client_will_read_can_be_looked_through_first(offer: Offer, held: Stored) -> None:
    parted = offer(held, "s", "")

    assert "WHAT YOU WILL DO" in "\n".join(parted.play.script.said)
    assert parted.offered == ["nscmeir", "nscmeir"]


def test_a_terminal_that_can_only_print_is_not_asked_to_copy(
    offer: Offer, held: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "has_clipboard", lambda: False)

    assert offer(held, "").offered == ["nsmeir"]


def test_a_copy_is_what_the_client_may_see(offer: Offer, held: Stored, capsys: pytest.CaptureFixture[str]) -> None:
    parted = offer(held, "c", "")
    page = copied(capsys)

    assert "Ask Sam" in page
    assert SECRET not in page
    assert "Not every terminal takes it" in parted.said


def test_what_is_too_long_for_a_copy_is_offered_as_a_file(
    offer: Offer, held: Stored, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(clipboard, "LONGEST", 10)
    parted = offer(held, "c", "")

    assert "too long for a terminal's clipboard" in parted.said
    assert "m writes it to a file instead." in parted.said
    assert capsys.readouterr().out == ""
    assert "m" in parted.offered[1]


def test_each_file_is_named(context: Context, offer: Offer, held: Stored) -> None:
    said = offer(held, "m", "e", "i", "").said

    assert all(str(context.practice.exports("jane-doe") / name) in said for name in exports(context))


def test_a_mail_goes_to_the_address_that_is_known(context: Context, offer: Offer, held: Stored) -> None:
    parted = offer(held, "e", "")
    assert "there is no email in client.yaml" in parted.said

    client = context.practice.clients / "jane-doe" / "client.yaml"
    client.write_text(client.read_text(encoding="utf-8") + "email: jane@example.com\n", encoding="utf-8")
    parted = offer(held, "e", "")
    mail = (context.practice.exports("jane-doe") / exports(context)[0]).read_text(encoding="utf-8")
    assert "To: jane@example.com" in mail
    assert "there is no email" not in parted.said


@pytest.mark.parametrize(("key", "told"), [("s", True), ("m", True), ("i", False)])
def test_that_it_does_not_say_what_is_still_open_is_told(
    context: Context, offer: Offer, held: Stored, key: str, told: bool
) -> None:
    context.practice.between_file("jane-doe").write_text("torn: [", encoding="utf-8")

    assert ("Without what is still open from before" in offer(held, key, "").said) is told


def test_an_address_that_is_none_is_told_with_its_line(context: Context, offer: Offer, held: Stored) -> None:
    client = context.practice.clients / "jane-doe" / "client.yaml"
    client.write_text("name: Jane Doe\nemail: not an address\n", encoding="utf-8")

    said = " ".join(offer(held, "e", "").said.split())

    assert f"Without an address: {client}:2: a mail draft cannot have this address." in said
    assert len(exports(context)) == 1


def test_the_next_date_is_kept_and_repeated_as_understood(offer: Offer, held: Stored) -> None:
    parted = offer(held, "n", "4 December at 2", "")
    kept = sessions.load(held.path).session.next

    assert "We meet again: Friday 4 December 2026, 14:00" in parted.said
    assert kept is not None
    assert (kept.words, str(kept.on), kept.at) == ("4 December at 2", "2026-12-04", "14:00")


def test_a_next_date_is_counted_from_the_day_of_the_session(offer: Offer, jane: Client, made: MakeSession) -> None:
    later = made(jane, "2026-11-04-0900", turns=(turn_with(ACTION),), status="ended", written_up=NOW)

    assert "We meet again: Wednesday 18 November 2026, 09:00" in offer(later, "n", "in two weeks at 9", "").said


def test_a_next_date_that_contradicts_itself_says_how(offer: Offer, held: Stored) -> None:
    assert (
        "Kept as you said it: 4 December is a Friday. It is in no calendar."
        in offer(held, "n", "monday 4 december", "").said
    )


def test_a_next_date_nobody_understood_is_kept_as_said_and_that_is_told(offer: Offer, held: Stored) -> None:
    parted = offer(held, "n", "after her holiday", "")

    assert "We meet again: after her holiday" in parted.said
    assert 'no day understood in "after her holiday"' in parted.said


@pytest.mark.parametrize("words", ["~after her breakdown", "**after** her breakdown", "friday\n~her breakdown"])
def test_what_is_for_the_coach_alone_is_no_date_that_a_client_reads(offer: Offer, held: Stored, words: str) -> None:
    parted = offer(held, "n", words, "")

    assert sessions.load(held.path).session.next is None
    assert "breakdown" not in parted.said
    assert "a line with a sign is for you" in parted.said


def test_what_was_made_before_the_next_date_tells_it_too(context: Context, offer: Offer, held: Stored) -> None:
    offer(held, "m", "i", "n", "friday 14:00", "")
    page, calendar = (
        context.practice.exports("jane-doe") / f"2026-11-19-1000-for-client.{end}" for end in ("md", "ics")
    )

    assert "We meet again: Friday 27 November 2026, 14:00" in page.read_text(encoding="utf-8")
    assert "DTSTART:20261127T140000" in calendar.read_text(encoding="utf-8")
    assert len(exports(context)) == 2


def test_a_date_one_thinks_better_of_is_offered_still(offer: Offer, held: Stored) -> None:
    parted = offer(held, "n", "", "")

    assert parted.offered == ["nscmeir", "nscmeir"]
    assert sessions.load(held.path).session.next is None


@pytest.mark.parametrize("words", ["x", "nc"])
def test_another_word_does_nothing_and_is_written_over(offer: Offer, held: Stored, words: str) -> None:
    parted = offer(held, words, "")

    assert parted.play.script.views[1].remark.startswith("Not one of these letters.")
    assert (parted.play.script.lines[1].text, parted.play.script.lines[1].stale) == (words, True)
    assert sessions.load(held.path).session.next is None


def test_a_note_that_came_too_late_is_given_back_to_be_mended_and_enter_leaves(offer: Offer, held: Stored) -> None:
    parted = offer(held, "she was tired", "she was tired", "n")

    assert len(parted.play.script.steps) == 1
    assert (parted.play.script.lines[1].text, parted.play.script.lines[1].stale) == ("she was tired", False)
    assert "coach session amend" in parted.play.script.views[1].remark


def test_what_cannot_be_done_is_told_and_offered_still(context: Context, offer: Offer, held: Stored) -> None:
    with locked(context, held.path):
        parted = offer(held, "n", "friday", "")

    assert "open in another terminal" in parted.said
    assert parted.offered == ["nscmeir", "nscmeir"]


def test_a_disk_that_takes_nothing_costs_nothing_that_was_noted(context: Context, offer: Offer, held: Stored) -> None:
    (context.practice.clients / "jane-doe" / "exports").write_text("in the way", encoding="utf-8")
    before = held.path.read_bytes()
    parted = offer(held, "m", "")

    assert "exports was not made" in parted.said
    assert parted.after == After()
    assert held.path.read_bytes() == before


@pytest.mark.parametrize(
    ("ends", "after"),
    [
        (EndOfInput(), After()),
        (Stopped(Typed()), After(signal=2)),
        (Signalled(1, Typed()), After(signal=1)),
        (Signalled(15, Typed()), After(signal=15)),
    ],
)
def test_however_it_ends_the_session_is_as_it_was(offer: Offer, held: Stored, ends: Step, after: After) -> None:
    before = held.path.read_bytes()

    assert offer(held, ends).after == after
    assert offer(held, "n", ends, "").after in {after, After()}
    assert held.path.read_bytes() == before


def test_keys_that_mean_nothing_here_are_passed_by(offer: Offer, held: Stored) -> None:
    assert offer(held, Recalled(), "").offered == ["nscmeir", "nscmeir"]


@pytest.mark.parametrize("how", ["paused", "interrupted"])
def test_a_call_that_is_not_over_offers_nothing(context: Context, held: Stored, how: Leaving) -> None:
    left, play = over(context, held), at_a_terminal()
    left = changed(left, left=changed(left.left, how=how))

    assert offers.offer(context, left, play.conversation) == After()
    assert play.script.views == []


class TestRehearsal:
    """A call of which nothing is kept."""

    @pytest.fixture
    def rehearse(self, context: Context, held: Stored, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Parted]:
        monkeypatch.setattr(clipboard, "has_clipboard", lambda: True)
        rehearsed = over(context, held, kept=False)

        def run(*types: Step) -> Parted:
            play = at_a_terminal(types=types)
            return Parted(offers.offer(context, rehearsed, play.conversation), play)

        return run

    def test_it_has_the_letters_and_writes_nothing(
        self, context: Context, rehearse: Callable[..., Parted], capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = _kept_in(context)
        parted = rehearse("m", "e", "i", "r", "n", "friday", "c", "")

        assert parted.offered == ["nscmeir"] * 7
        assert parted.play.script.said.count(" A rehearsal writes nothing.") == 5
        assert parted.after == After()
        assert "coach session after" not in parted.said
        assert "Ask Sam" in copied(capsys)
        assert _kept_in(context) == before

    def test_it_shows_what_the_client_would_read(self, rehearse: Callable[..., Parted]) -> None:
        said = rehearse("n", "friday", "s", "").said

        assert "WHAT YOU WILL DO" in said
        assert "We meet again: Friday 27 November 2026" in said.split("WHAT YOU WILL DO")[0]


def test_on_a_screen_that_others_see_nothing_is_offered(context: Context, held: Stored) -> None:
    shown, play = over(context, held), at_a_terminal()
    offers.offer(context, changed(shown, left=changed(shown.left, discreet=True)), play.conversation)

    assert play.script.views == []


def test_over_a_pipe_nothing_is_offered(context: Context, held: Stored) -> None:
    play = over_a_pipe("m")
    offers.offer(context, over(context, held), play.conversation)

    assert play.script.views == []


class TestReflection:
    def test_it_begins_at_once_with_the_same_client(
        self, context: Context, offer: Offer, held: Stored, clock: FakeClock
    ) -> None:
        assert offer(held, "r").after == After(reflects_on="jane-doe")
        clock.pass_(60)
        play = at_a_terminal(types=["a full hour", "/end", "/end", "/end"])
        reflection = offers.reflect(context, "jane-doe", play.conversation)

        assert reflection.left.session.framework.kind == "reflection"
        assert reflection.left.session.client == "jane-doe"
        assert offers.offer(context, reflection, at_a_terminal().conversation) == After()

    @pytest.mark.parametrize("ends", [("/pause",), (Stopped(Typed()), Stopped(Typed())), (Signalled(15, Typed()),)])
    def test_left_with_nothing_noted_it_is_not_left_behind(
        self, context: Context, held: Stored, clock: FakeClock, ends: tuple[Step, ...]
    ) -> None:
        clock.pass_(60)
        play = at_a_terminal(types=ends)
        reflection = offers.reflect(context, "jane-doe", play.conversation)

        assert reflection.card.heading == "Reflection: nothing was noted, so it is not kept."
        assert (reflection.card.files, reflection.card.next_step) == ((), "")
        assert sorted(held.path.parent.glob("*.yaml")) == [held.path]

    @pytest.mark.parametrize(
        "ends", [("a full hour", "/pause"), (Signalled(15, Typed("half a thou", 4)),), ("/end",) * 3]
    )
    def test_one_with_a_word_in_it_or_ended_stays(
        self, context: Context, held: Stored, clock: FakeClock, ends: tuple[Step, ...]
    ) -> None:
        clock.pass_(60)
        reflection = offers.reflect(context, "jane-doe", at_a_terminal(types=ends).conversation)

        assert reflection.card.heading.startswith("Reflection on Jane Doe ")
        assert len(list(held.path.parent.glob("*.yaml"))) == 2

    def test_of_two_clients_of_one_name_it_is_with_the_right_one(
        self, context: Context, jane: Client, made: MakeSession, clock: FakeClock
    ) -> None:
        other = client_file.add(context.practice, "Jane Doe")
        clock.pass_(60)
        play = at_a_terminal(types=["/end", "/end", "/end"])
        reflection = offers.reflect(context, made(other, status="ended").session.client, play.conversation)

        assert other.id != jane.id
        assert reflection.left.session.client == other.id

    def test_where_another_client_is_called_like_their_id_it_is_with_the_right_one(
        self, context: Context, jane: Client, made: MakeSession, clock: FakeClock
    ) -> None:
        other = client_file.add(context.practice, "jane-doe")
        clock.pass_(60)
        play = at_a_terminal(types=["/end", "/end", "/end"])
        reflection = offers.reflect(context, made(jane, status="ended").session.client, play.conversation)

        assert other.id != jane.id
        assert reflection.left.session.client == jane.id


def test_lines_that_came_together_are_no_next_date_and_not_lost(offer: Offer, held: Stored) -> None:
    came = Typed("friday\n~she may be ill by then", 6, burst=True)
    parted = offer(held, "n", Entered(came), EndOfInput())

    assert parted.play.script.lines[-2] == came
    assert parted.play.script.views[-2].remark == "Several lines came at once. Type one, please."
    assert sessions.load(held.path).session.next is None


class TestComingBack:
    """`coach session after`."""

    def again(self, context: Context, play: Play, wanted: str | None = "jane-doe") -> After:
        return offers.offer_again(context, wanted, play.conversation)

    @pytest.mark.parametrize("ends", ["", "/end", EndOfInput()])
    def test_leaving_says_how(self, offer: Offer, held: Stored, ends: Step) -> None:
        assert offer(held, ends).play.script.said == [" To come back: coach session after"]

    def test_of_another_session_than_the_last_it_says_which(
        self, offer: Offer, held: Stored, jane: Client, made: MakeSession
    ) -> None:
        made(jane, "2026-11-20-1000", status="ended")

        assert offer(held, "").play.script.said == [f" To come back: coach session after {held.session.id}"]

    def test_words_that_are_no_letter_are_told_where_they_go(
        self, offer: Offer, held: Stored, jane: Client, made: MakeSession
    ) -> None:
        of_the_last = offer(held, "she smiled", "").play.script.views[-1].remark
        made(jane, "2026-11-20-1000", status="ended")
        of_another = offer(held, "she smiled", "").play.script.views[-1].remark

        assert "A note goes into coach session amend; Enter" in of_the_last
        assert f"A note goes into coach session amend {held.session.id}; Enter" in of_another

    def test_any_session_that_has_ended_has_them_again(self, context: Context, held: Stored) -> None:
        play = at_a_terminal(types=["m", ""])

        assert self.again(context, play) == After()
        assert play.script.said[0] == f" Jane Doe, {full_time(held.session.started)}, GROW"
        assert [name.rpartition(".")[2] for name in exports(context)] == ["md"]

    @pytest.mark.usefixtures("held")
    def test_over_a_pipe_a_letter_is_a_line(self, context: Context) -> None:
        play = over_a_pipe("n", "friday 14:00", "m")
        self.again(context, play)

        (name,) = exports(context)
        assert "Friday 27 November 2026, 14:00" in (context.practice.exports("jane-doe") / name).read_text("utf-8")
        assert "To come back" not in play.said

    @pytest.mark.usefixtures("held")
    def test_over_a_pipe_what_is_no_letter_ends_it(self, context: Context) -> None:
        with pytest.raises(UsageError) as told:
            self.again(context, over_a_pipe("she was tired", "m"))

        assert (told.value.message, told.value.hint) == (
            "A line of the pipe is no letter that is offered here.",
            "There are: nsmeir",
        )
        assert exports(context) == []

    def test_over_a_pipe_what_cannot_be_done_ends_it(self, context: Context, held: Stored) -> None:
        with locked(context, held.path), pytest.raises(InUseError):
            self.again(context, over_a_pipe("n", "friday", "m"))

        assert exports(context) == []

    def test_one_that_has_not_ended_is_gone_on_with(self, context: Context, jane: Client, made: MakeSession) -> None:
        paused = made(jane, status="paused")

        with pytest.raises(UsageError, match="has not ended") as told:
            self.again(context, at_a_terminal())
        assert told.value.hint == f"Go on with it: coach session resume {paused.session.id}"

    def test_a_reflection_is_nobodys_to_be_sent(self, context: Context, jane: Client, made: MakeSession) -> None:
        own = made(jane, framework="reflection", status="ended")

        with pytest.raises(UsageError, match="nothing of it is for anybody else") as told:
            self.again(context, at_a_terminal(), own.session.id)
        assert told.value.hint == f"To read it: coach session show {own.session.id}"

    def test_one_that_is_not_there_is_told(self, context: Context, jane: Client) -> None:
        del jane
        with pytest.raises(NotFoundError):
            self.again(context, at_a_terminal(), "jane-doe/2020-01-01")

    @pytest.mark.usefixtures("held")
    def test_the_reflection_is_with_that_client(self, context: Context) -> None:
        assert self.again(context, at_a_terminal(types=["r"])) == After(reflects_on="jane-doe")


def _kept_in(context: Context) -> dict[Path, bytes]:
    """All that is kept in a practice; what is only remembered of it can be left out."""
    kept = (path for path in context.practice.root.rglob("*") if path.is_file() and ".index" not in path.parts)
    return {path: path.read_bytes() for path in kept}
