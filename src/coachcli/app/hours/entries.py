"""All that was held, from what is remembered of each session and from the hours from before: no session is read."""

from collections.abc import Iterable
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.domain.client.model import Client, head_count
from coachcli.domain.hours.credential import Credential, Rules
from coachcli.domain.hours.earlier import EarlierHours
from coachcli.domain.hours.entry import Entry, HeldSession, Party, earlier_entries, session_entries
from coachcli.errors import CoachError
from coachcli.store.client import clients, engagements
from coachcli.store.hours import credentials, earlier_file
from coachcli.store.index.facts import Head
from coachcli.store.index.heads import heads
from coachcli.store.session.place import OWN


class Held(NamedTuple):
    """The entries, what credentials ask for, the rules by which they were made, and what was passed over."""

    entries: tuple[Entry, ...]
    credentials: tuple[Credential, ...]
    rules: Rules
    passed_over: tuple[CoachError, ...]


def held(context: Context) -> Held:
    """All that was held with anybody, archived clients too; what is damaged is passed over."""
    practice = context.practice
    asked, everyone, there = credentials.load(practice), clients.known(practice), heads(practice)
    parties = {client.id: _party(client) for client in everyone.found}
    agreed = engagements.of_clients(practice, parties)
    own = {OWN: Party(OWN, "")} if practice.has_own_work else {}
    sessions = session_entries(
        _sessions(there.found),
        {**parties, **own},
        {client: theirs.found for client, theirs in agreed.items()},
        asked.rules,
    )
    earlier, damaged = _earlier(context)
    errors = (
        *everyone.passed_over,
        *there.passed_over,
        *(error for theirs in agreed.values() for error in theirs.passed_over),
        *asked.passed_over,
        *damaged,
    )
    entries = (*sessions, *earlier_entries(earlier, parties))
    return Held(entries, asked.found, asked.rules, errors)


def _party(client: Client) -> Party:
    return Party(client.id, client.name, head_count(client.people) or 1)


def _sessions(found: Iterable[Head]) -> Iterable[HeldSession]:
    return (
        HeldSession(
            client=head.client,
            framework=head.framework,
            title=head.framework_title,
            room=head.room,
            started=head.started,
            minutes=head.minutes,
            planned=head.planned,
            way=head.way,
            engagement=head.engagement,
        )
        for head in found
        if head.was_held
    )


def _earlier(context: Context) -> tuple[EarlierHours, tuple[CoachError, ...]]:
    try:
        return earlier_file.load(context.practice), ()
    except CoachError as error:
        return EarlierHours(), (error,)
