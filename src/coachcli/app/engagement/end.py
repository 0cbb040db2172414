"""Ends an engagement: why, what becomes of all that is open, and the one line that says so in its file."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from coachcli.app.client import history
from coachcli.app.context import Context
from coachcli.app.engagement.choice import Ask, Theirs, meant, theirs
from coachcli.app.engagement.start import nearest_day
from coachcli.app.engagement.written_line import write_line
from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.membership import engagement_of
from coachcli.domain.engagement.model import Ended, Engagement
from coachcli.domain.engagement.settlement import FATES, KEPT_BY_COACH, Fate, Settled, heir
from coachcli.domain.history.between import Entry
from coachcli.domain.history.open_items import Followed, open_now
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.session.model import Note, Reviewed
from coachcli.domain.text import clean, one_line
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, Saying, UsageError
from coachcli.live.choice.chooser import Chooser
from coachcli.live.choice.shortlist import Option
from coachcli.store.client.folders import refuse_linked
from coachcli.store.engagement.file_lines import ended_on, with_ended
from coachcli.store.session import between

_REASONS = ("as agreed", "off track", "moved on")
_OWN_WORDS = "in your own words"


class Said(Value, frozen=True):
    """What the coach said of the end; None where they said nothing. `fate` is what becomes of all that is open."""

    why: str | None = None
    on: str | None = None
    fate: Fate | None = None


class Over(Value, frozen=True):
    """An engagement that was ended, and what became of what was open."""

    client: Client
    engagement: Engagement
    ended: Ended
    path: Path
    settled: tuple[Settled, ...]
    passed_over: tuple[CoachError, ...] = ()


def end(context: Context, client: str, wanted: str | None, said: Said, ask: Ask) -> Over:
    """End an engagement. What is the client's or the coach's is settled first, and kept where nobody can be asked."""
    who = theirs(context, client)
    refuse_linked(context.practice, who.client)
    engagement = meant(context, who, wanted, ask)
    if engagement.ended is not None:
        raise _over_already(who, engagement)
    chooser = ask()
    ended = _ended(context, engagement, said, chooser)
    brought = history.brought(context, who.client.id)
    over = [changed(one, ended=ended) if one == engagement else one for one in who.found]
    mine = [one for one in open_now(brought.extracts, brought.entries) if _is_of(one, engagement.id, over)]
    fates = _fates(mine, said.fate, chooser)
    path = write_line(context, who.client.id, engagement, lambda data, now: with_ended(data, now, ended))
    _close(context, who.client, fates)
    settled = tuple(Settled(one.thing.what, fate, heir(one.thing)) for one, fate in fates)
    return Over(who.client, engagement, ended, path, settled, (*who.passed_over, *brought.passed_over))


def _over_already(who: Theirs, engagement: Engagement) -> UsageError:
    message = f"{engagement.name} ended on {engagement.ended.on if engagement.ended else ''}."
    edit = command("engagement", "edit", who.client.id, engagement.id)
    return UsageError(Saying(message, discreet="It has ended already."), f"To change that line: {edit}")


def _is_of(one: Followed, engagement_id: str, engagements: Sequence[Engagement]) -> bool:
    """Whether an open thing was chosen in this engagement, in a session or between two; not after its last day."""
    found = engagement_of(one.engagement, one.chosen.date(), engagements) if one.chosen else None
    return found is not None and found.id == engagement_id


def _ended(context: Context, engagement: Engagement, said: Said, chooser: Chooser | None) -> Ended:
    today = context.clock.now().date()
    on = today if said.on is None else nearest_day(context, said.on)
    if on is None or not engagement.start <= on:
        raise UsageError(
            f"The day was not understood, or lies before the start, {engagement.start}.",
            'Say it like this: --on 2027-02-20, or --on "last friday"',
        )
    return _with_reason(on, said.why, chooser)


def _with_reason(on: date, why: str | None, chooser: Chooser | None) -> Ended:
    """The end with its reason; without one through a pipe where none was said."""
    if why is None and chooser is not None:
        options = [Option(one, one) for one in (*_REASONS, _OWN_WORDS)]
        why = chooser.pick("Why does it end?", options)
        why = chooser.write("Why, in a few words?") if why == _OWN_WORDS else why
    return ended_on(on, one_line(clean(why or "")))


def _fates(things: Sequence[Followed], fate: Fate | None, chooser: Chooser | None) -> list[tuple[Followed, Fate]]:
    """What becomes of each thing: as was said of all of them, or as the coach says of each that is theirs to settle."""
    if fate is not None or chooser is None:
        return [(one, fate or "keep") for one in things]
    return [(one, "keep" if heir(one.thing) == "nobody" else _asked(one, chooser)) for one in things]


def _asked(one: Followed, chooser: Chooser) -> Fate:
    is_coachs = heir(one.thing) == "coach"
    meaning = {**FATES, "keep": KEPT_BY_COACH} if is_coachs else FATES
    options = [Option(fate, fate, about) for fate, about in meaning.items()]
    kind, owner = NOTE_KINDS[one.thing.kind].name, "yours" if is_coachs else "theirs"
    key = chooser.pick(f"Open: {one.thing.in_words} ({kind}, {owner})", options)
    return next(fate for fate in FATES if fate == key)


def _close(context: Context, client: Client, fates: Sequence[tuple[Followed, Fate]]) -> None:
    """Write down, in one entry, what is done and what was dropped."""
    notes = tuple(_notes(fates))
    if notes:
        between.add(context.practice, client.id, Entry(at=context.clock.now(), notes=notes))


def _notes(fates: Sequence[tuple[Followed, Fate]]) -> Iterator[Note]:
    for one, fate in fates:
        if fate != "keep":
            thing = one.thing
            seen = Reviewed(kind=thing.kind, what=thing.what, session=thing.session, outcome=fate)
            yield Note(kind="review", reviewed=seen, share_with=thing.share_with)
