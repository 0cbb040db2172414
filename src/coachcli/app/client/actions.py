"""Actions between sessions: what is open and with whom, and what came of it, kept in the client's between.yaml."""

import re
from typing import Literal

from coachcli.app.client.action_choice import Ask, Followable, meant
from coachcli.app.client.action_list import all_with
from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.answer.commitments import read_commitment, read_day
from coachcli.domain.client.model import Client
from coachcli.domain.day.reader import DateReader
from coachcli.domain.history.between import Entry
from coachcli.domain.history.open_items import Followed, named
from coachcli.domain.line.sharing import is_private, share_of_answer
from coachcli.domain.line.signs import SIGNS, held_back, unescaped, words_behind
from coachcli.domain.session.model import Note, Reviewed, When
from coachcli.domain.session.wording import KIND_SIGNS
from coachcli.domain.terms import Outcome, ShareWith
from coachcli.domain.text import clean, folded
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, UsageError
from coachcli.patterns import pattern
from coachcli.store import settings
from coachcli.store.client import clients
from coachcli.store.session import between

_SAY_WHEN = 'Say it like this: --to "next friday", or --to 2026-12-04'
_ANY = "next friday"
_NO_DAY = "The day was not understood. It must lie ahead, within three years."
_TO = pattern(r"\s(?=(?:to|by|until|before|on)\s)", re.IGNORECASE)
# `until` and `before` say how the day is meant, and stay with it.
_LED_BY = pattern(r"^(?:to|by|on)\s+", re.IGNORECASE)
_JOINT = pattern(r"^(?:to|by|until|before|on)\s+", re.IGNORECASE)


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


def close(context: Context, ask: Ask, said: Said, outcome: Literal["done", "dropped"]) -> Taken:
    """Call one thing done or dropped."""
    theirs = _theirs(context, said.client)
    one = meant(theirs, said.words, ask, outcome)
    if one is None or not one.is_open:
        return Taken(theirs.client, one, None, theirs.passed_over)
    return _kept(context, theirs, one, _review(one, outcome, said.comment))


def move(context: Context, ask: Ask, said: Said, to: str | None) -> Taken:
    """Give one thing another day; said as `to`, behind the words, or when asked."""
    theirs, dates = _theirs(context, said.client), _dates(context)
    words, to = (said.words, to) if to is not None else _with_day(said.words, dates)
    if to is None and not named(words, theirs.things):
        _refuse_where_a_day_is_meant(theirs, words, dates)
    day = _day(to, dates) if to is not None else None
    one = meant(theirs, words, ask, "moved")
    if one is None or not one.is_open:
        return Taken(theirs.client, one, None, theirs.passed_over)
    return _kept(context, theirs, one, _review(one, "not yet", said.comment, day or _asked_day(ask, dates)))


def add(
    context: Context, ask: Ask, said: Said, kind: Literal["action", "promise"], share: ShareWith | None = None
) -> Taken:
    """One thing more, read like a line of a call."""
    theirs = _theirs(context, said.client)
    text = clean(said.words).strip() or clean(_asked_words(ask, kind)).strip()
    words = _words_of(theirs, kind, text) if text else ""
    if not words:
        raise UsageError("There are no words.", _say_what())
    parts = read_commitment(words, _dates(context))
    share = share_of_answer(kind, share)
    note = Note(kind=kind, text=parts.what, due=parts.due, confidence=parts.confidence, share_with=share)
    return changed(_kept(context, theirs, _open_already(theirs, note), note), told=parts.told)


def _theirs(context: Context, client: str) -> Followable:
    """All there is with a client; raises at once where nothing could be written down about it."""
    theirs = all_with(context, clients.existing(client, *clients.known(context.practice)))
    between.load(context.practice, theirs.client.id)
    return theirs


def _dates(context: Context) -> DateReader:
    return DateReader(context.clock.now().date(), settings.load(context.practice).date_order)


def _day(words: str, dates: DateReader) -> When:
    day = read_day(_LED_BY.sub("", words.strip()), dates)
    if day.on is None:
        misfit = dates.read(_JOINT.sub("", words.strip())).misfit
        raise UsageError(f"{misfit}." if misfit else _NO_DAY, _SAY_WHEN)
    return day


def _refuse_where_a_day_is_meant(theirs: Followable, words: str, dates: DateReader) -> None:
    """`page friday`, `page to sometime`: what stands before the last words is open, and these should be a day."""
    said = words.split()
    for count in range(len(said) - 1, 0, -1):
        found, rest = named(" ".join(said[:count]), theirs.open), " ".join(said[count:])
        if not found:
            continue
        number = str(found[0].number) if len(found) == 1 else "NUMBER"
        day = _JOINT.sub("", f"{rest} ").strip()
        if not day or dates(day) is not None:
            raise UsageError("The day is missing: it comes behind the word to.", _say_move(theirs, number, day or _ANY))
        if day != rest or said[0].isdecimal():
            raise UsageError(_NO_DAY, _say_move(theirs, number, _ANY))
        return


def _say_what() -> str:
    words = ["Talk", "to", "Ana", "by", "friday", "8/10"]
    return f"Say it like this: {command('action', 'add', 'Jane Doe', *words)}"


def _say_move(theirs: Followable, number: str, day: str) -> str:
    return f"Say it like this: {command('action', 'move', theirs.client.id, number, 'to', *day.split())}"


def _with_day(words: str, dates: DateReader) -> tuple[str, str | None]:
    """`ana to next friday`, `3 friday`: what is meant, and the day behind it."""
    number, _, rest = words.strip().partition(" ")
    splits = [(words[: at.start()], words[at.end() :]) for at in reversed(list(_TO.finditer(words)))]
    for what, day in [*([(number, rest)] if number.isdecimal() else []), *splits]:
        if what.strip() and dates(_JOINT.sub("", day)) is not None:
            return what.strip(), day
    return words, None


def _asked_day(ask: Ask, dates: DateReader) -> When:
    chooser = ask()
    if chooser is None:
        raise UsageError("To when?", _SAY_WHEN)
    while True:
        day = read_day(clean(chooser.write("To when? (next friday, 4 december)")), dates)
        if day.on is not None:
            return day


def _asked_words(ask: Ask, kind: str) -> str:
    chooser = ask()
    if chooser is None:
        raise UsageError(f"Which {kind}?", _say_what())
    return chooser.write("What, by when, how sure?" if kind == "action" else "What did you promise, and by when?")


def _words_of(theirs: Followable, kind: Literal["action", "promise"], text: str) -> str:
    """The words of it; raises where they say by a sign that they are something else, for the coach alone."""
    sign = text[0] if text[0] in SIGNS else ""
    words = text.removeprefix(sign).lstrip()
    if held_back(text) or is_private(words) or SIGNS.get(sign, kind) not in {kind, "quote"}:
        note_it = f"Note it in {command('session', 'amend', theirs.client.id)} instead."
        raise UsageError(f"A line with such a sign is for you, and no {kind}.", note_it)
    return words_behind(sign, words) if sign == KIND_SIGNS[kind] else unescaped(text)


def _open_already(theirs: Followable, note: Note) -> Followed | None:
    """What is open with the client in just these words."""
    wanted = note.kind, folded(note.text)
    alike = (one for one in theirs.open if (one.thing.kind, folded(one.thing.what)) == wanted and not one.alone)
    return next(alike, None)


def _review(one: Followed, outcome: Outcome, comment: str, due: When | None = None) -> Note:
    """What came of it; nobody sees that who could not see what was chosen."""
    thing = one.thing
    seen = Reviewed(kind=thing.kind, what=thing.what, session=thing.session, outcome=outcome)
    words = clean(comment).strip()
    # What the coach writes down alone is the coach's own; that a thing is done is known to whoever knows of it.
    return Note(kind="review", text=words, due=due, reviewed=seen, share_with="nobody" if words else thing.share_with)


def _kept(context: Context, theirs: Followable, one: Followed | None, note: Note) -> Taken:
    between.add(context.practice, theirs.client.id, Entry(at=context.clock.now(), notes=(note,)))
    return Taken(theirs.client, one, note, theirs.passed_over)
