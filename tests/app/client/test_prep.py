"""The card before a call, from what is on the disk."""

from datetime import timedelta
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.play import Chooser, over_a_pipe
from app.scripted_call import FakeClock, Script
from builders import NOW, note, turn_with

from coachcli.app.client.history import brought
from coachcli.app.client.prep import first_card, last_card, lately, opening_line, prepare, whom
from coachcli.app.context import Context
from coachcli.app.session import start
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note, Reviewed, Session
from coachcli.errors import NotFoundError, UsageError
from coachcli.store.client import client_file
from coachcli.store.session import between, sessions
from coachcli.store.session.sessions import Stored


def said(*notes: Note) -> dict[str, object]:
    return {"turns": (turn_with(*notes),), "status": "ended"}


def wrote(context: Context, client: Client, question: str, words: str) -> None:
    """The client wrote this in their form, just now."""
    entry = Entry(at=context.clock.now(), question=question, asked="What?", notes=(note(words),))
    between.add(context.practice, client.id, entry)


@pytest.fixture
def last_week(jane: Client, made: MakeSession) -> Session:
    """A session with Jane a week ago."""
    return made(jane, "2026-11-13-1000", **said(note("call Tom", "action"), note("I can ask", "takeaway"))).session


class TestWhatIsKnown:
    def test_the_last_session_is_read_whole_and_the_one_before_only_for_what_it_lacks(
        self, context: Context, jane: Client, made: MakeSession, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made(jane, "2026-11-01-1000", **said(note("early", "quote")))
        made(jane, "2026-11-02-1000", **said(note("why me?", "quote")))
        made(jane, "2026-11-03-1000", **said(note("aha", "insight"), note("I can ask", "takeaway")))
        prepare(context, jane)
        read: list[str] = []
        load = sessions.load

        def seen(path: Path) -> Stored:
            read.append(path.stem[:10])
            return load(path)

        monkeypatch.setattr(sessions, "load", seen)
        card = prepare(context, jane).preparation

        assert card.quote is not None
        assert (card.quote.words, card.number) == ("why me?", 4)
        assert read == ["2026-11-03", "2026-11-02"]

    def test_of_two_sessions_in_one_minute_each_is_itself(
        self, context: Context, jane: Client, made: MakeSession
    ) -> None:
        made(jane, "2026-11-13-1000", **said(note("one", "quote")))
        made(jane, "2026-11-13-1000", **said(note("two", "quote")))

        found = [session.id for session in lately(brought(context, jane.id))]

        assert found == ["jane-doe/2026-11-13-1000-2", "jane-doe/2026-11-13-1000"]

    @pytest.mark.usefixtures("last_week")
    def test_what_was_done_since_is_not_on_it(self, context: Context, jane: Client) -> None:
        seen = Reviewed(kind="action", what="call Tom", session="jane-doe/2026-11-13-1000", outcome="done")
        entry = Entry(at=context.clock.now(), notes=(Note(kind="review", reviewed=seen),))
        assert [one.what for one in prepare(context, jane).preparation.actions] == ["call Tom"]
        between.add(context.practice, jane.id, entry)

        assert prepare(context, jane).preparation.actions == ()

    def test_what_cannot_be_read_is_told_and_the_rest_is_there(
        self, context: Context, jane: Client, made: MakeSession, last_week: Session
    ) -> None:
        assert last_week.id
        made(jane, "2026-11-14-1000").path.write_bytes(b"format: 1\n")
        prepared = prepare(context, jane)

        assert [one.what for one in prepared.preparation.actions] == ["call Tom"]
        assert len(prepared.passed_over) == 1


class TestWhom:
    def ask(self, context: Context, named: str | None, *answers: str) -> Client:
        return whom(context, named, lambda: Chooser(list(answers)) if answers else None)

    def test_the_only_client_need_not_be_named(self, context: Context, jane: Client) -> None:
        assert self.ask(context, None) == jane
        assert self.ask(context, "jane") == jane

    def test_of_several_one_is_picked(self, context: Context, jane: Client) -> None:
        client_file.add(context.practice, "Bo Li")

        assert self.ask(context, None, "Jane") == jane
        with pytest.raises(UsageError, match=r"Which client\?"):
            self.ask(context, None)

    def test_nobody_is_asked_for_whom_there_is_not(self, context: Context, jane: Client) -> None:
        with pytest.raises(NotFoundError, match="There is no client Tom"):
            self.ask(context, "Tom", jane.name)

    def test_without_a_client_there_is_nothing_to_prepare(self, context: Context) -> None:
        with pytest.raises(NotFoundError, match="There is no client yet"):
            self.ask(context, None)


def begun(context: Context, request: StartRequest) -> list[str]:
    """The page that the first question is behind."""
    play = over_a_pipe()
    start.start(context, request, play.conversation)
    return list(play.script.views[0].page)


@pytest.mark.usefixtures("last_week")
class TestTheFirstCard:
    JANE = StartRequest("Jane Doe", "grow")

    def test_the_first_question_is_behind_it(self, context: Context) -> None:
        card = begun(context, self.JANE)

        assert card[0] == " Session 2 with Jane Doe · 7 days since Friday 13 November"
        assert any("Actions         call Tom" in row for row in card)
        assert len(card) <= Script([]).page_size()[1]

    @pytest.mark.parametrize(
        "request_",
        [
            StartRequest("Jane Doe", "grow", at="yesterday 14:00"),
            StartRequest("Jane Doe", "grow", rehearse=True),
            StartRequest("Jane Doe", "grow", discreet=True),
            StartRequest("Jane Doe", "reflection"),
            StartRequest("Bo Li", "grow"),
        ],
        ids=["written up", "rehearsed", "discreet", "reflecting alone", "somebody new"],
    )
    def test_it_stands_nowhere_else(self, context: Context, request_: StartRequest) -> None:
        assert not any("call Tom" in row or "Session 2" in row for row in begun(context, request_))

    def test_a_damaged_file_is_told_in_a_line_and_stops_nothing(self, context: Context, jane: Client) -> None:
        context.practice.between_file(jane.id).write_bytes(b"format: 1\n")
        card = begun(context, self.JANE)

        assert any("between.yaml:1:" in row for row in card)
        assert any("call Tom" in row for row in card)


def test_with_nothing_to_tell_there_is_no_card(context: Context, jane: Client) -> None:
    assert first_card(context, jane, brought(context, jane.id), 80, 19) == []
    wrote(context, jane, "focus", "the rota")
    assert any("the rota" in row for row in first_card(context, jane, brought(context, jane.id), 80, 19))


def test_last_times_card_is_as_it_was_when_the_call_began(
    context: Context, jane: Client, made: MakeSession, last_week: Session, clock: FakeClock
) -> None:
    assert last_week.id
    now = made(jane, "2026-11-20-1400", **said(note("rest", "action"))).session
    clock.pass_(60)
    wrote(context, jane, "focus", "the rota")
    card = last_card(context, jane, now)(80, 15)

    assert card[0] == " Session 2 with Jane Doe · 7 days since Friday 13 November"
    assert any("call Tom" in row for row in card)
    assert not any("rest" in row or "the rota" in row for row in card)


def test_what_they_want_to_look_at_is_said_until_a_session_was_held(
    context: Context, jane: Client, made: MakeSession, last_week: Session
) -> None:
    assert last_week.id
    assert opening_line(brought(context, jane.id)) == ""
    wrote(context, jane, "focus", "the rota,\nand why")
    assert opening_line(brought(context, jane.id)) == "They want to look at: the rota, and why"
    made(jane, f"{NOW + timedelta(days=1):%Y-%m-%d-%H%M}")
    assert opening_line(brought(context, jane.id)) == ""


def test_what_makes_the_card_doubtful_comes_before_it_in_the_smallest_window(
    context: Context, jane: Client, made: MakeSession
) -> None:
    made(jane, "2026-11-12-1000", **said(note("I can ask", "takeaway")))
    context.practice.between_file(jane.id).write_text("format: 1\n", encoding="utf-8")
    rows = first_card(context, jane, brought(context, jane.id), 40, 9)

    assert "between.yaml" in "".join(rows[:3])
    assert any("I can ask" in row for row in rows)
