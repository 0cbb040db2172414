"""The card of what the coach wants to know of a client before a call, and last time's card during the call."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from itertools import islice
from textwrap import shorten

from coachcli.app.client.history import ClientHistory, brought
from coachcli.app.client.work import Prepared, with_work
from coachcli.app.context import Context
from coachcli.app.letterhead import letterhead
from coachcli.app.page_forms import ToldForm, told_bytes
from coachcli.command_line import command, for_anybody
from coachcli.domain.client.model import Client, DamagedClientError
from coachcli.domain.client.prep import Preparation, last_said, written_since
from coachcli.domain.client.prep_page import prep_page
from coachcli.domain.history.extract import with_client, with_them
from coachcli.domain.session.model import Session
from coachcli.domain.terms import Kind
from coachcli.domain.text import one_line
from coachcli.errors import CoachError, NotFoundError, UsageError, harmless
from coachcli.live.choice.chooser import Chooser
from coachcli.live.choice.shortlist import Option
from coachcli.render.client.prep_card import card_rows
from coachcli.render.table import folded
from coachcli.store.client import clients
from coachcli.store.session import sessions

# What the last session lacks is looked for in the one before it, and no further back.
_LOOKED_INTO = 2
_SAID: tuple[Kind, ...] = ("takeaway", "insight", "quote")
_LEAST_ROWS = 6
_LONGEST_FOCUS = 200


def prepare(context: Context, client: Client) -> Prepared:
    """The card of a client, as of today."""
    known = brought(context, client.id)
    damaged = (error for error in clients.known(context.practice).passed_over if isinstance(error, DamagedClientError))
    theirs = (error for error in damaged if error.client == client.id)
    card = _prepared(context, client, known, context.clock.now().date())
    return card._replace(passed_over=(*theirs, *card.passed_over))


def whom(
    context: Context,
    named: str | None,
    chooser: Callable[[], Chooser | None],
    question: str = "For a session with whom?",
    typed: str = "prep",
) -> Client:
    """The client who is named; else the only one there is; else the one the coach picks for the command they typed."""
    there = clients.known(context.practice)
    everyone, passed_over = there.working, there.passed_over
    if named is not None:
        return clients.existing(named, *there)
    if not everyone:
        hint = next((error.message for error in passed_over), f"Begin with one: {command('session', 'start')}")
        raise NotFoundError("There is no client yet.", hint)
    if len(everyone) == 1:
        return everyone[0]
    somebody = chooser()
    if somebody is None:
        raise UsageError(harmless("Which client?"), for_anybody(f"Name one: {command(typed, 'Jane Doe')}"))
    shown = zip(everyone, clients.told_apart(everyone), strict=True)
    key = somebody.pick(question, [Option(client.id, name) for client, name in shown])
    return next(client for client in everyone if client.id == key)


def page(context: Context, prepared: Preparation, form: ToldForm) -> bytes:
    """The whole card, with nothing cut, for paper, a pipe or a program."""
    from coachcli.render.client.prep_data import prep_data  # noqa: PLC0415 a call needs the card alone

    return told_bytes(form, prep_page(prepared), lambda: prep_data(prepared), lambda: letterhead(context))


def first_card(context: Context, client: Client, known: ClientHistory, columns: int, rows: int) -> list[str]:
    """The card before the first question of a session; no rows where there is nothing to tell."""
    prepared, passed_over = _prepared(context, client, known, context.clock.now().date())
    # What makes the rest doubtful comes first: in a small window the end of a page is cut.
    warnings = [row for error in passed_over for row in folded(f" {error.message}", columns - 1)]
    known_of = (prepared.written, prepared.to_pass_on, prepared.outlooks, prepared.dates)
    if prepared.last is None and not any(known_of):
        return warnings
    return [*warnings, *card_rows(prepared, columns, max(_LEAST_ROWS, rows - len(warnings)), rest="/last")]


def last_card(context: Context, client: Client, session: Session) -> Callable[[int, int], list[str]]:
    """A function that draws the client's card, as it was when this session began, in so many columns and rows."""

    def card(columns: int, rows: int) -> list[str]:
        known = brought(context, client.id).before(session)
        return card_rows(_prepared(context, client, known, session.started.date()).preparation, columns, rows)

    return card


def opening_line(known: ClientHistory) -> str:
    """What the client wrote that they want to look at, for the cue of the first question; empty where they did not."""
    calls = with_client(known.extracts)
    written = written_since(calls[-1].started if calls else None, known.entries)
    focus = next((one.words for one in written if one.question == "focus"), "")
    return f"They want to look at: {shorten(one_line(focus), _LONGEST_FOCUS, placeholder=' …')}" if focus else ""


def lately(known: ClientHistory) -> Iterator[Session]:
    """The last sessions with the client there, whole, the newest first; one that is gone or damaged is passed over."""
    for extract in islice(reversed(with_them(known.extracts)), _LOOKED_INTO):
        if path := known.files.get(extract.id):
            with suppress(CoachError):
                yield sessions.load(path).session


def _prepared(context: Context, client: Client, known: ClientHistory, today: date) -> Prepared:
    whole: list[Session] = []
    for session in lately(known):
        whole.append(session)
        if all(last_said(kind, whole) for kind in _SAID):
            break
    return with_work(context, client, known, whole, today)
