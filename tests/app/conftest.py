from collections.abc import Callable
from datetime import datetime

import pytest
from app.scripted_call import FakeClock, Kept, Script, services_of
from builders import FRAMEWORK, unbegun, walked

from coachcli.app.call.call import Call
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.framework.model import Framework
from coachcli.domain.session.edits import as_taken_in
from coachcli.domain.session.model import FrameworkRef, Turn
from coachcli.domain.session.walk import Walk
from coachcli.domain.value import changed
from coachcli.store.client import client_file
from coachcli.store.framework import catalogue, snapshots
from coachcli.store.paths import Practice
from coachcli.store.practice import set_up
from coachcli.store.session import sessions
from coachcli.store.session.sessions import Stored

MakeSession = Callable[..., Stored]


@pytest.fixture
def clock() -> FakeClock:
    """Friday 20 November 2026, 14:00."""
    return FakeClock()


@pytest.fixture
def context(practice: Practice, clock: FakeClock) -> Context:
    return Context(practice, clock)


@pytest.fixture
def jane(practice: Practice) -> Client:
    """A client, in a practice that is laid out."""
    set_up(practice)
    return client_file.add(practice, "Jane Doe")


def _there(turn: Turn, model: Framework) -> Turn:
    """The turn as it is where that framework is held."""
    notes = tuple(as_taken_in(model.room, note) for note in turn.notes)
    return turn if turn.room != "client" else changed(turn, room=model.room, notes=notes)


@pytest.fixture
def made(practice: Practice) -> MakeSession:
    """Puts a session on the disk: of which client, when, and what else is so about it."""

    def make(client: Client, when: str = "2026-11-19-1000", framework: str = "grow", **changes: object) -> Stored:
        model = catalogue.load(catalogue.find(practice, framework))
        kept = FrameworkRef(
            room=model.room,
            id=model.id,
            title=model.title,
            kind=model.kind,
            version=model.version,
            sha256=snapshots.keep(practice, model),
        )
        begun = datetime.strptime(f"{when}+0000", "%Y-%m-%d-%H%M%z")
        known = {"id": f"{client.id}/{when}", "client": client.id, "framework": kept, "started": begun}
        session = changed(unbegun(model), **(known | changes))
        return sessions.create(practice, changed(session, turns=tuple(_there(turn, model) for turn in session.turns)))

    return make


@pytest.fixture
def keeper() -> Kept:
    """What a call hands its sessions to, here."""
    return Kept([])


@pytest.fixture
def call(keeper: Kept, clock: FakeClock) -> Call:
    """A call at its first question."""
    return Call(services_of(Walk(FRAMEWORK, "Jane"), Script([]), keeper, clock), walked())
