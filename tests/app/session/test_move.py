"""`coach session move`: one session, or all in a folder that was renamed, is with the client who is named."""

import pytest
from app.conftest import MakeSession
from app.play import at_a_terminal, over_a_pipe
from builders import note, turn_with

from coachcli.app.client.history import brought
from coachcli.app.client.prep import prepare
from coachcli.app.context import Context
from coachcli.app.session.move import asked_about, move_session
from coachcli.domain.client.model import Client
from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note
from coachcli.errors import NotFoundError, UsageError
from coachcli.store.client import client_file, clients
from coachcli.store.index.heads import heads
from coachcli.store.session import between


@pytest.fixture
def joan(context: Context, jane: Client, made: MakeSession) -> Client:
    """Jane with two sessions and something between them, whose folder was renamed."""
    for when in ("2026-11-18-1000", "2026-11-19-1000"):
        made(jane, when, turns=(turn_with(note("call Ana", "action"), question="actions"),))
    entry = Entry(at=context.clock.now(), notes=(Note(kind="action", text="write to Tom"),))
    between.add(context.practice, jane.id, entry)
    (context.practice.clients / jane.id).rename(context.practice.clients / "joan")
    return clients.existing("joan", clients.clients(context.practice))


def ids(context: Context, client: Client) -> list[str]:
    return [head.id for head in heads(context.practice, client.id).found]


class TestAFolderThatWasRenamed:
    def test_nothing_in_it_counts_and_nobody_is_new(self, context: Context, joan: Client) -> None:
        prepared = prepare(context, joan)

        assert (prepared.preparation.is_first, prepared.preparation.actions) == (False, ())
        assert len(prepared.passed_over) == 2

    def test_it_is_settled_as_a_whole(self, context: Context, joan: Client) -> None:
        done = move_session(context, "joan/sessions", "joan")

        assert done == ["2 sessions are with Jane Doe.", "What was noted between sessions is with Jane Doe."]
        assert ids(context, joan) == ["joan/2026-11-19-1000", "joan/2026-11-18-1000"]
        assert brought(context, joan.id).passed_over == ()
        assert [one.what for one in prepare(context, joan).preparation.actions] == ["write to Tom", "call Ana"]
        with pytest.raises(NotFoundError, match="Nothing in joan belongs to nobody"):
            move_session(context, "joan/sessions", "joan")

    @pytest.mark.parametrize(("answer", "settled"), [("they are all", 2), ("not now", 0)])
    def test_at_the_start_it_is_asked_about_once(
        self, context: Context, joan: Client, answer: str, settled: int
    ) -> None:
        asked_about(context, joan, at_a_terminal(answer).conversation)

        assert len(ids(context, joan)) == settled

    def test_where_nobody_can_be_asked_nothing_is_settled(self, context: Context, joan: Client) -> None:
        asked_about(context, joan, over_a_pipe().conversation)

        assert ids(context, joan) == []


class TestOneSession:
    def test_it_goes_to_the_client_who_is_named(self, context: Context, jane: Client, made: MakeSession) -> None:
        made(jane)
        bob = client_file.add(context.practice, "Bob")
        (done,) = move_session(context, "jane-doe/2026-11-19-1000", "bob")

        assert done == "2026-11-19-1000-grow is with Bob: bob/2026-11-19-1000"
        assert (ids(context, jane), ids(context, bob)) == ([], ["bob/2026-11-19-1000"])
        assert context.practice.session_file("bob", "2026-11-19-1000-grow").with_suffix(".md").is_file()

    def test_by_its_path_where_it_belongs_to_nobody(self, context: Context, jane: Client, made: MakeSession) -> None:
        path = made(jane).path
        bob = client_file.add(context.practice, "Bob")
        path.rename(context.practice.sessions("bob") / path.name)
        assert ids(context, bob) == []

        move_session(context, f"bob/sessions/{path.name}", "jane")
        assert ids(context, jane) == ["jane-doe/2026-11-19-1000"]

    def test_what_is_theirs_already_stays(self, context: Context, jane: Client, made: MakeSession) -> None:
        made(jane)
        with pytest.raises(UsageError, match="is with Jane Doe already"):
            move_session(context, "jane-doe/2026-11-19-1000", "jane")

    def test_to_nobody_it_does_not_go(self, context: Context, jane: Client, made: MakeSession) -> None:
        made(jane)
        with pytest.raises(NotFoundError, match="There is no client robin"):
            move_session(context, "jane-doe/2026-11-19-1000", "robin")
