"""The hours of a client who is erased: they stay as numbers, once, wherever the erasing breaks off."""

import json
from contextlib import suppress

from coachcli.app.context import Context
from coachcli.domain.client.model import Client, head_count
from coachcli.domain.hours.earlier import EarlierRow
from coachcli.domain.hours.nameless import free_label, nameless_rows
from coachcli.domain.session.model import Session
from coachcli.domain.value import built, plain
from coachcli.errors import CoachError
from coachcli.store.client import engagements
from coachcli.store.erase import hold
from coachcli.store.hours import earlier_file
from coachcli.store.session import sessions
from coachcli.store.session.folder import session_files


def note(context: Context, client: Client) -> None:
    """Write down beside what will be erased what is to stay of it; raises where the hours cannot be added later."""
    practice = context.practice
    there = earlier_file.load(practice)
    agreed = engagements.of_client(practice, client.id).found
    people = head_count(client.people) or 1
    rows = list(nameless_rows(_sessions(context, client), agreed, people, free_label(there)))
    if rows:
        hold.note_hours(practice, client.id, json.dumps([plain(row) for row in rows]).encode())


def add_noted(context: Context, client: Client) -> None:
    """Put the hours that were written down where hours from before are, unless they are there already."""
    data = hold.noted_hours(context.practice, client.id)
    rows = [built(EarlierRow, row) for row in json.loads(data)] if data else []
    there = {row.client for row in earlier_file.load(context.practice).relationships} if rows else set()
    # Each row has a label that nobody else has: it tells whether this was done before the erasing broke off.
    if rows and rows[0].client not in there:
        earlier_file.add(context.practice, rows)


def _sessions(context: Context, client: Client) -> list[Session]:
    found: list[Session] = []
    for path in session_files(context.practice, client.id).paths:
        with suppress(CoachError):  # what cannot be read has no hours
            found.append(sessions.load(path).session)
    return found
