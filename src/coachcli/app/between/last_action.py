"""The last thing said by `coach action` or `coach goal`, and how it is taken back."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coachcli.app.between.action_choice import Ask
from coachcli.app.client import history
from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.domain.history.between import Entry
from coachcli.domain.history.last_said import is_changed_since, key_of, last_said
from coachcli.domain.history.open_items import Followed, followed
from coachcli.domain.session.model import Note
from coachcli.domain.text import folded
from coachcli.errors import CoachError, NotFoundError, UsageError
from coachcli.live.choice.shortlist import Option
from coachcli.render.client.action_list import taken_text
from coachcli.store.client import clients
from coachcli.store.session import between


class TakenBack(NamedTuple):
    """What was taken back, and with whom; `now` is the thing it was about, as it is now, or None where it is gone."""

    client: Client
    note: Note
    now: Followed | None
    passed_over: tuple[CoachError, ...] = ()


class _Said(NamedTuple):
    """The entry that was said last with a client."""

    client: Client
    entry: Entry

    @property
    def note(self) -> Note:
        """The note in the entry."""
        return self.entry.notes[0]


def take_back(context: Context, ask: Ask, client: str | None) -> TakenBack:
    """Take back the last thing said with one client.

    Without a name it is the only client with such a thing; where there are several, the coach is asked.
    """
    everyone = clients.known(context.practice)
    passed_over = list[CoachError]()
    if client is not None:
        candidates = list(_said(context, [clients.about(context.practice, client, everyone)], None))
    else:
        candidates = list(_said(context, (*everyone.found, *clients.own_work(context.practice)), passed_over))
    last = _chosen(candidates, ask)
    known = history.brought(context, last.client.id)
    if is_changed_since(last.entry, known.extracts, known.entries):
        raise UsageError(
            f"The last one with {last.client.name} was talked of again since, and stays.",
            f"As it is now: {command('action', 'list', last.client.id)}",
        )
    between.take_back(context.practice, last.client.id, last.entry)
    return TakenBack(last.client, last.note, _now(context, last), (*passed_over, *known.passed_over))


def _said(context: Context, people: Iterable[Client], passed_over: list[CoachError] | None) -> Iterator[_Said]:
    """The last thing said with each of these people.

    Where a file cannot be read, the error goes into `passed_over`; without that list it is raised.
    """
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


def _chosen(candidates: list[_Said], ask: Ask) -> _Said:
    if not candidates:
        raise NotFoundError(
            "There is nothing to take back: nothing was said between sessions.",
            f"{command('action', 'list')} shows what is open.",
        )
    if len(candidates) == 1:
        return candidates[0]
    chooser = ask()
    if chooser is None:
        raise UsageError("With whom?", f"Say it like this: {command('action', 'undo', 'CLIENT')}")
    options = [Option(one.client.id, one.client.name, taken_text(None, one.note).strip()) for one in candidates]
    client_id = chooser.pick("Take back the last one with whom?", options)
    return next(one for one in candidates if one.client.id == client_id)


def _now(context: Context, last: _Said) -> Followed | None:
    known = history.brought(context, last.client.id)
    things = followed(known.extracts, known.entries)
    return next((one for one in things if (one.thing.kind, folded(one.thing.what)) == key_of(last.note)), None)
