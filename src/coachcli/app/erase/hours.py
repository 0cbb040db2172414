"""The hours of a client who is erased: they stay as numbers, once, wherever the erasing breaks off."""

import json

from coachcli.app.context import Context
from coachcli.app.hours.entries import held
from coachcli.domain.client.model import Client
from coachcli.domain.hours.earlier import EarlierRow
from coachcli.domain.hours.nameless import free_label, nameless_rows
from coachcli.domain.value import built, plain
from coachcli.store.erase import hold
from coachcli.store.hours import earlier_file


def note(context: Context, client: Client) -> None:
    """Write down beside what will be erased what is to stay of it; raises where the hours cannot be added later."""
    label = free_label(earlier_file.load(context.practice))
    theirs = (one for one in held(context).entries if one.party.key == client.id)
    if rows := list(nameless_rows(theirs, label)):
        hold.note_hours(context.practice, client.id, json.dumps([plain(row) for row in rows]).encode())


def add_noted(context: Context, client: Client) -> None:
    """Put the hours that were written down where hours from before are, unless they are there already."""
    data = hold.noted_hours(context.practice, client.id)
    rows = [built(EarlierRow, row) for row in json.loads(data)] if data else []
    there = {row.client for row in earlier_file.load(context.practice).relationships} if rows else set()
    # Each row has a label that nobody else has: it tells whether this was done before the erasing broke off.
    if rows and rows[0].client not in there:
        earlier_file.add(context.practice, rows)
