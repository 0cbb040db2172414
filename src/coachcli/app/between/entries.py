"""What a coach says between sessions: how it is read, and kept in the client's between.yaml."""

import re
from typing import Literal

from coachcli.app.between.action_choice import Followable
from coachcli.app.between.action_list import all_with
from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.answer.commitments import read_day
from coachcli.domain.client.model import Client
from coachcli.domain.day.reader import DateReader
from coachcli.domain.history.between import Entry
from coachcli.domain.history.open_items import Followed
from coachcli.domain.line.sharing import is_private
from coachcli.domain.line.signs import SIGNS, held_back, unescaped, words_behind
from coachcli.domain.room import is_call
from coachcli.domain.session.model import Note, Reviewed, When
from coachcli.domain.session.voice import whose
from coachcli.domain.session.wording import KIND_SIGNS
from coachcli.domain.terms import Outcome
from coachcli.domain.text import clean, folded
from coachcli.domain.value import Value
from coachcli.errors import CoachError, UsageError
from coachcli.patterns import pattern
from coachcli.store import settings
from coachcli.store.client import clients
from coachcli.store.session import between

NO_DAY = "The day was not understood. It must lie ahead, within three years."
JOINT = pattern(r"^(?:to|by|until|before|on)\s+", re.IGNORECASE)
"""The word that leads to a day."""
# `until` and `before` say how the day is meant, and stay with it.
_LED_BY = pattern(r"^(?:to|by|on)\s+", re.IGNORECASE)


class Said(Value, frozen=True):
    """What a coach says to a command: with whom, what, and a word on it."""

    client: str
    words: str
    comment: str = ""


class Taken(Value, frozen=True):
    """What a command took, and what was done with it: `one` as it was before, `note` as it was written down.

    Without a note nothing was written: it was closed already, or the coach thought better of it and there is neither.
    """

    client: Client
    one: Followed | None
    note: Note | None
    passed_over: tuple[CoachError, ...] = ()
    """What of theirs could not be read meanwhile."""
    told: str = ""
    """What looked like a day and was not taken for one."""


def all_of(context: Context, client: str) -> Followable:
    """All there is with a client; raises at once where nothing could be written down about it."""
    theirs = all_with(context, clients.about(context.practice, client))
    between.load(context.practice, theirs.client.id)
    return theirs


def date_reader(context: Context) -> DateReader:
    """What reads days, as of today."""
    return DateReader(context.clock.now().date(), settings.load(context.practice).date_order)


def day_in(words: str, dates: DateReader, hint: str) -> When:
    """The day that words mean; raises with the hint where they mean none."""
    day = read_day(_LED_BY.sub("", words.strip()), dates)
    if day.on is None:
        misfit = dates.read(JOINT.sub("", words.strip())).misfit
        raise UsageError(f"{misfit}." if misfit else NO_DAY, hint)
    return day


def words_of(theirs: Followable, kind: Literal["action", "promise", "goal"], text: str) -> str:
    """The words of it; raises where they say by a sign that they are something else, for the coach alone."""
    sign = text[0] if text[0] in SIGNS else ""
    words = text.removeprefix(sign).lstrip()
    if held_back(text) or is_private(words) or SIGNS.get(sign, kind) not in {kind, "quote"}:
        note_it = f"Note it in {command('session', 'amend', theirs.client.id)} instead."
        raise UsageError(f"A line with such a sign is for you, and no {kind}.", note_it)
    return words_behind(sign, words) if sign and sign == KIND_SIGNS.get(kind) else unescaped(text)


def open_already(theirs: Followable, note: Note) -> Followed | None:
    """What is open with the client in just these words."""
    wanted = note.kind, folded(note.text), whose(note, "client")
    known = ((one, one.thing) for one in theirs.open if is_call(one.thing.room))
    return next((one for one, thing in known if (thing.kind, folded(thing.what), thing.whose) == wanted), None)


def came_of(one: Followed, outcome: Outcome, comment: str, due: When | None = None) -> Note:
    """What came of it; nobody sees that who could not see what was chosen."""
    thing = one.thing
    seen = Reviewed(kind=thing.kind, what=thing.what, session=thing.session, outcome=outcome)
    words = clean(comment).strip()
    # What the coach writes down alone is the coach's own; that a thing is done is known to whoever knows of it.
    return Note(kind="review", text=words, due=due, reviewed=seen, share_with="nobody" if words else thing.share_with)


def kept(context: Context, theirs: Followable, one: Followed | None, note: Note, *more: Note) -> Taken:
    """Write down a note, and more that belong to it; on disk when this returns."""
    between.add(context.practice, theirs.client.id, Entry(at=context.clock.now(), notes=(note, *more)))
    return Taken(theirs.client, one, note, theirs.passed_over)
