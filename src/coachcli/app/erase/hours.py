"""The hours of a client who is erased: they stay as numbers, once, wherever the erasing breaks off."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.app.hours.entries import held
from coachcli.domain.client.model import Client
from coachcli.domain.hours.earlier import EarlierRow
from coachcli.domain.hours.entry import Entry, Work
from coachcli.domain.hours.nameless import free_label, nameless_rows
from coachcli.domain.hours.sums import WITH_CLIENTS, Sum, hours_words, sums_of
from coachcli.domain.text import folded
from coachcli.domain.value import built, plain
from coachcli.store.erase import hold
from coachcli.store.hours import earlier_file

_HOUR, _MINUTE = 3600, 60


class Fate(NamedTuple):
    """What becomes of a client's hours where they are kept: the seconds that stay, and in words what goes."""

    stays: int
    goes: tuple[str, ...]


def fate(context: Context, client: Client) -> Fate:
    """What becomes of their hours; those count that were written down before an erasing broke off."""
    theirs = [one for one in held(context).entries if _is_of(one, client)]
    noted = sum(round(((row.paid or 0) + (row.pro_bono or 0)) * _HOUR) for row in _noted(context, client))
    measured = sum(one.seconds or 0 for one in theirs if one.work in WITH_CLIENTS)
    return Fate(noted + measured, tuple(_going(sums_of(theirs))))


def _going(sums: Mapping[Work, Sum]) -> Iterator[str]:
    """What is in the account of hours and no row from before can say."""
    unmeasured = [sums[work] for work in WITH_CLIENTS if work in sums and sums[work].unmeasured]
    if count := sum(one.unmeasured for one in unmeasured):
        planned = sum(one.planned for one in unmeasured) * _MINUTE
        words = f", {hours_words(planned)} planned" if planned else ""
        yield f"{count} session{'' if count == 1 else 's'} of which no time was measured{words}"
    if three := sums.get("three"):
        count = three.sessions + three.unmeasured
        words = f", {hours_words(three.seconds)}" if three.seconds else ""
        yield f"{count} meeting{'' if count == 1 else 's'} of three{words}"


def _is_of(entry: Entry, client: Client) -> bool:
    return entry.party.key == client.id or (entry.row is not None and folded(entry.party.name) == folded(client.name))


def _noted(context: Context, client: Client) -> list[EarlierRow]:
    data = hold.noted_hours(context.practice, client.id)
    return [built(EarlierRow, row) for row in json.loads(data)] if data else []


def note(context: Context, client: Client) -> None:
    """Write down beside what will be erased what is to stay of it; raises where the hours cannot be added later."""
    label = free_label(earlier_file.load(context.practice))
    theirs = (one for one in held(context).entries if one.party.key == client.id)
    if rows := list(nameless_rows(theirs, label)):
        hold.note_hours(context.practice, client.id, json.dumps([plain(row) for row in rows]).encode())


def add_noted(context: Context, client: Client) -> None:
    """Put the hours that were written down where hours from before are, unless they are there already."""
    rows = _noted(context, client)
    there = {row.client for row in earlier_file.load(context.practice).relationships} if rows else set()
    # Each row has a label that nobody else has: it tells whether this was done before the erasing broke off.
    if rows and rows[0].client not in there:
        earlier_file.add(context.practice, rows)
