"""Actions between sessions: what is open and with whom, and what came of it, kept in the client's between.yaml."""

import re
from typing import Literal

from coachcli.app.between.action_choice import Ask, Followable, meant
from coachcli.app.between.entries import (
    JOINT,
    NO_DAY,
    Said,
    Taken,
    all_of,
    came_of,
    date_reader,
    day_in,
    kept,
    open_already,
    words_of,
)
from coachcli.app.context import Context
from coachcli.command_line import command
from coachcli.domain.answer.commitments import read_commitment, read_day
from coachcli.domain.day.reader import DateReader
from coachcli.domain.history.open_items import named
from coachcli.domain.line.details import told_behind
from coachcli.domain.line.sharing import share_of_answer
from coachcli.domain.session.model import Note, When
from coachcli.domain.terms import ShareWith
from coachcli.domain.text import clean
from coachcli.domain.value import changed
from coachcli.errors import UsageError
from coachcli.patterns import pattern

_SAY_WHEN = 'Say it like this: --to "next friday", or --to 2026-12-04'
_ANY = "next friday"
_TO = pattern(r"\s(?=(?:to|by|until|before|on)\s)", re.IGNORECASE)


def close(context: Context, ask: Ask, said: Said, outcome: Literal["done", "dropped"]) -> Taken:
    """Call one thing done or dropped."""
    theirs = all_of(context, said.client)
    one = meant(theirs, said.words, ask, outcome)
    if one is None or not one.is_open:
        return Taken(theirs.client, one, None, theirs.passed_over)
    return kept(context, theirs, one, came_of(one, outcome, said.comment))


def move(context: Context, ask: Ask, said: Said, to: str | None) -> Taken:
    """Give one thing another day; said as `to`, behind the words, or when asked."""
    theirs, dates = all_of(context, said.client), date_reader(context)
    words, to = (said.words, to) if to is not None else _with_day(said.words, dates)
    if to is None and not named(words, theirs.things):
        _refuse_where_a_day_is_meant(theirs, words, dates)
    day = day_in(to, dates, _SAY_WHEN) if to is not None else None
    one = meant(theirs, words, ask, "moved")
    if one is None or not one.is_open:
        return Taken(theirs.client, one, None, theirs.passed_over)
    return kept(context, theirs, one, came_of(one, "not yet", said.comment, day or _asked_day(ask, dates)))


def add(
    context: Context, ask: Ask, said: Said, kind: Literal["action", "promise"], share: ShareWith | None = None
) -> Taken:
    """One thing more, read like a line of a call."""
    theirs = all_of(context, said.client)
    text = clean(said.words).strip() or clean(_asked_words(ask, kind)).strip()
    words = words_of(theirs, kind, text) if text else ""
    if not words:
        raise UsageError("There are no words.", _say_what())
    told, details = told_behind(words)
    parts = read_commitment(told, date_reader(context))
    share, terms = share_of_answer(kind, share), {"due": parts.due, "confidence": parts.confidence}
    note = changed(Note(kind=kind, text=parts.what, share_with=share), details=details, **terms)
    return changed(kept(context, theirs, open_already(theirs, note), note), told=parts.told)


def _refuse_where_a_day_is_meant(theirs: Followable, words: str, dates: DateReader) -> None:
    """`page friday`, `page to sometime`: what stands before the last words is open, and these should be a day."""
    said = words.split()
    for count in range(len(said) - 1, 0, -1):
        found, rest = named(" ".join(said[:count]), theirs.open), " ".join(said[count:])
        if not found:
            continue
        number = str(found[0].number) if len(found) == 1 else "NUMBER"
        day = JOINT.sub("", f"{rest} ").strip()
        if not day or dates(day) is not None:
            raise UsageError("The day is missing: it comes behind the word to.", _say_move(theirs, number, day or _ANY))
        if day != rest or said[0].isdecimal():
            raise UsageError(NO_DAY, _say_move(theirs, number, _ANY))
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
        if what.strip() and dates(JOINT.sub("", day)) is not None:
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
