"""Taking back what was last said by `coach action`."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coachcli.app.client import history
from coachcli.app.client.action_choice import Ask
from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.client.between import Entry
from coachcli.domain.client.last_said import is_changed_since, key_of, last_said
from coachcli.domain.client.model import Client
from coachcli.domain.client.open_items import Followed, followed
from coachcli.domain.session.model import Note
from coachcli.domain.text import folded
from coachcli.errors import CoachError, NotFoundError, UsageError
from coachcli.live.choice.shortlist import Option
from coachcli.render.client.action_list import taken_text
from coachcli.store.client import clients
from coachcli.store.session import between


class TakenBack(NamedTuple):
    """What was taken back, with whom, and what it was about as that is now; None where that is gone."""

    client: Client
    note: Note
    now: Followed | None
    passed_over: tuple[CoachError, ...] = ()


class _Said(NamedTuple):
    """What was said last with a client."""

    client: Client
    entry: Entry

    @property
    def note(self) -> Note:
        """What is in its entry."""
        return self.entry.notes[0]


def take_back(context: Context, ask: Ask, client: str | None) -> TakenBack:
    """Take back the last thing said with one client; without a name, with the only one there is something with."""
    everyone = clients.known(context.practice)
    passed_over = list[CoachError]()
    if client is not None:
        found = list(_said(context, [clients.existing(client, *everyone)], None))
    else:
        found = list(_said(context, everyone.found, passed_over))
    said = _chosen(found, ask)
    known = history.brought(context, said.client.id)
    if is_changed_since(said.entry, known.extracts, known.entries):
        raise UsageError(
            f"The last one with {said.client.name} was talked of again since, and stays.",
            f"As it is now: {command('action', 'list', said.client.id)}",
        )
    between.take_back(context.practice, said.client.id, said.entry)
    return TakenBack(said.client, said.note, _now(context, said), (*passed_over, *known.passed_over))


def _said(context: Context, people: Iterable[Client], passed_over: list[CoachError] | None) -> Iterator[_Said]:
    """The last thing with each; one whose file cannot be read is passed over where there may be others."""
    for person in people:
        try:
            entry = last_said(between.load(context.practice, person.id).entries)
        except CoachError as error:
            if passed_over is None:
                raise
            passed_over.append(error)
            continue
        if entry is not None and entry.notes:
            yield _Said(person, entry)


def _chosen(found: list[_Said], ask: Ask) -> _Said:
    if not found:
        raise NotFoundError(
            "There is nothing to take back: nothing was said by coach action.",
            f"{command('action', 'list')} shows what is open.",
        )
    if len(found) == 1:
        return found[0]
    chooser = ask()
    if chooser is None:
        raise UsageError("With whom?", f"Say it like this: {command('action', 'undo', 'CLIENT')}")
    options = [Option(said.client.id, said.client.name, taken_text(None, said.note).strip()) for said in found]
    wanted = chooser.pick("Take back the last one with whom?", options)
    return next(said for said in found if said.client.id == wanted)


def _now(context: Context, said: _Said) -> Followed | None:
    known = history.brought(context, said.client.id)
    things = followed(known.extracts, known.entries)
    return next((one for one in things if (one.thing.kind, folded(one.thing.what)) == key_of(said.note)), None)
