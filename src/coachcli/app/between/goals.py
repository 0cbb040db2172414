"""Goals between sessions: set, rated, closed; kept in the client's between.yaml as actions are."""

import re
from typing import Literal

from coachcli.app.between.action_choice import Ask, Followable, meant
from coachcli.app.between.entries import (
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
from coachcli.domain.answer.commitments import read_commitment
from coachcli.domain.history.open_items import Followed, named
from coachcli.domain.line.sharing import share_of_answer
from coachcli.domain.room import is_call
from coachcli.domain.session.model import Note, Reviewed, When
from coachcli.domain.terms import ShareWith
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import Value, changed
from coachcli.errors import UsageError
from coachcli.live.choice.shortlist import Option
from coachcli.patterns import pattern
from coachcli.store.client import clients

Ending = Literal["done", "dropped", "aim"]
"""How a goal ends: reached, let go, or known to have been what one hour was for."""

_ENDINGS: dict[str, tuple[Ending, str]] = {
    "reached": ("done", "Reached"),
    "dropped": ("dropped", "Let go"),
    "aim": ("aim", "It was only what one hour was for"),
}
_SAY_DAY = 'Say it like this: --by "1 march", or --by 2026-12-04'
_SAY_NOW = "Say it like this: --now 3"
_TOO_HIGH = "How near they are goes from 0 to 10."
_HOW_NEAR = "How near are they, from 0 to 10?"
_OUT_OF = 10
_NUMBER = pattern(r"(?:^|\s)(\d{1,3}(?:[.,]\d{1,2})?)(?:\s*(?:/|of|out of)\s*10)?$", re.IGNORECASE)


class Wanted(Value, frozen=True):
    """What a coach says of a goal beside its words; empty or None where they say nothing.

    `by` is its day, `near` how near the client is to it today, out of ten.
    """

    measure: str = ""
    serves: str = ""
    by: str | None = None
    near: float | None = None
    share: ShareWith | None = None


def add(context: Context, ask: Ask, said: Said, wanted: Wanted) -> Taken:
    """One goal more, read like a line of a call."""
    theirs, dates = _goals_of(context, said.client), date_reader(context)
    text = clean(said.words).strip() or clean(_asked_words(ask)).strip()
    words = words_of(theirs, "goal", text) if text else ""
    if not words:
        raise UsageError("There are no words.", _say_what())
    parts = read_commitment(words, dates)
    due = day_in(wanted.by, dates, _SAY_DAY) if wanted.by is not None else parts.due
    note = changed(_goal(parts.what, due, wanted), confidence=parts.confidence)
    before = open_already(theirs, note)
    now = [] if wanted.near is None else [_rating(note, _in_range(wanted.near, _SAY_NOW))]
    return changed(kept(context, theirs, before, note, *now), told=parts.told)


def rate(context: Context, ask: Ask, said: Said) -> Taken:
    """Keep how near a goal is; the number stands behind the words that name it, or is asked for."""
    theirs = _goals_of(context, said.client)
    words, near = _with_number(said.words, theirs)
    one = meant(theirs, words, ask, "to rate")
    if one is None or not one.is_open:
        return Taken(theirs.client, one, None, theirs.passed_over)
    hint = f"Say it like this: {command('goal', 'rate', theirs.client.id, str(one.number), '6')}"
    score = _asked_number(ask, one, hint) if near is None else _in_range(near, hint)
    if score is None:
        return Taken(theirs.client, None, None, theirs.passed_over)
    return kept(context, theirs, one, changed(came_of(one, "not yet", said.comment), confidence=score))


def close(context: Context, ask: Ask, said: Said, ending: Ending | None) -> Taken:
    """Call one goal reached, or let it go; or say that it was the aim of an hour and no goal of the work."""
    theirs = _goals_of(context, said.client)
    one = meant(theirs, said.words, ask, "closed")
    if one is None or not one.is_open:
        return Taken(theirs.client, one, None, theirs.passed_over)
    ending = ending or _asked_ending(ask, theirs, one)
    note = came_of(one, "done" if ending == "done" else "dropped", said.comment)
    return kept(context, theirs, one, changed(note, kind="aim") if ending == "aim" else note)


def _goals_of(context: Context, client: str) -> Followable:
    """The client's goals alone, as one's own work has none; raises where nothing could be written down about them."""
    theirs = all_of(context, clients.existing(client, *clients.known(context.practice)).id)
    goals = tuple(one for one in theirs.things if one.thing.kind == "goal" and is_call(one.thing.room))
    return changed(theirs, things=goals, listed_by="goal")


def _goal(words: str, due: When | None, wanted: Wanted) -> Note:
    details = {"measure": clean(wanted.measure).strip(), "serves": clean(wanted.serves).strip()}
    known = {name: text for name, text in details.items() if text}
    return changed(
        Note(kind="goal", text=words, due=due, share_with=share_of_answer("goal", wanted.share)), details=known
    )


def _rating(goal: Note, near: float) -> Note:
    """How near a goal is on the day on which it is set."""
    seen = Reviewed(kind="goal", what=goal.text, session="", outcome="not yet")
    return Note(kind="review", reviewed=seen, confidence=near, share_with=goal.share_with)


def _with_number(words: str, theirs: Followable) -> tuple[str, float | None]:
    """`division 6`, `2 6/10`: what is meant, and the number behind it. Alone it is that of a goal, if one has it."""
    match = _NUMBER.search(words.strip())
    if match is None or (match.start() == 0 and named(words, theirs.open)):
        return words, None
    return words.strip()[: match.start()], float(match[1].replace(",", "."))


def _in_range(near: float, hint: str) -> float:
    if not 0 <= near <= _OUT_OF:
        raise UsageError(_TOO_HIGH, hint)
    return near


def _asked_words(ask: Ask) -> str:
    chooser = ask()
    if chooser is None:
        raise UsageError("Which goal?", _say_what())
    return chooser.write("What is the goal, and by when if there is a day?")


def _asked_number(ask: Ask, one: Followed, hint: str) -> float | None:
    """How near the goal is; None where Enter alone leaves it as it is."""
    chooser = ask()
    if chooser is None:
        raise UsageError(_HOW_NEAR, hint)
    question = f"{one_line(one.thing.what)}. {_HOW_NEAR} (Enter leaves it.)"
    typed = clean(chooser.write(question)).strip()
    while typed:
        match = _NUMBER.fullmatch(typed)
        near = float(match[1].replace(",", ".")) if match else None
        if near is not None and near <= _OUT_OF:
            return near
        why = _TOO_HIGH if match else "That is no number."
        typed = clean(chooser.write(f"{why} {question}")).strip()
    return None


def _asked_ending(ask: Ask, theirs: Followable, one: Followed) -> Ending:
    chooser = ask()
    if chooser is None:
        say = command("goal", "close", theirs.client.id, str(one.number), "--dropped")
        raise UsageError("Was it reached, or let go?", f"Say --done or --dropped: {say}")
    key = chooser.pick("How did it end?", [Option(key, title) for key, (_, title) in _ENDINGS.items()])
    return _ENDINGS[key][0]


def _say_what() -> str:
    return f"Say it like this: {command('goal', 'add', 'Jane Doe', 'Lead the division by 1 march')}"
