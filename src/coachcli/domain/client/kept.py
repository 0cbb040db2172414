"""What became of the actions that a client chose: how many were kept, begun and dropped, and of which kind."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from coachcli.domain.history.between import Entry
from coachcli.domain.history.chronology import chronology
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.history.open_items import Followed, followed
from coachcli.domain.tags import ACTION_TAGS, tags_in
from coachcli.domain.text import folded
from coachcli.domain.value import Value

State = Literal["kept", "partly", "dropped", "open"]
STATES: tuple[State, ...] = ("kept", "partly", "dropped", "open")
"""What can have become of an action: partly is one that was begun and is open still."""


class KeptAction(Value, frozen=True):
    """An action: what became of it, and on which day somebody said so; until then, None."""

    what: str
    state: State
    on: date | None
    tags: tuple[str, ...] = ()


class KeptActions(Value, frozen=True):
    """All actions in the order in which they were chosen."""

    all: tuple[KeptAction, ...] = ()

    @property
    def were_looked_back_on(self) -> bool:
        """Whether anything is known of what became of them."""
        return any(one.on is not None for one in self.all)

    def counts(self, tag: str = "") -> dict[State, int]:
        """How many there are of each state; with a tag, of those that have it."""
        states = [one.state for one in self.all if not tag or tag in one.tags]
        return {state: states.count(state) for state in STATES if state in states}

    @property
    def tags(self) -> tuple[str, ...]:
        """The kinds that there are, of those that have a tag of their own."""
        there = {tag for one in self.all for tag in one.tags}
        return tuple(tag for tag in ACTION_TAGS if tag in there)


def kept_actions(extracts: Sequence[SessionExtract], entries: Sequence[Entry], since: date | None) -> KeptActions:
    """What became of every action; with `since`, of those that are open or were looked back on from that day on."""
    looked_back = _last_looks(extracts, entries)
    things = (one for one in followed(extracts, entries) if one.thing.kind == "action" and one.is_clients)
    actions = (_kept(one, looked_back.get(folded(one.thing.what))) for one in things)
    return KeptActions(tuple(one for one in actions if since is None or one.on is None or one.on >= since))


def _kept(one: Followed, looked_back: tuple[str, date] | None) -> KeptAction:
    tags = tuple(tag.casefold() for tag in tags_in(one.thing.what))
    if one.closed is not None:
        return KeptAction(one.thing.what, "kept" if one.outcome == "done" else "dropped", one.closed.date(), tags)
    if looked_back is not None and looked_back[0] == "partly":
        return KeptAction(one.thing.what, "partly", looked_back[1], tags)
    return KeptAction(one.thing.what, "open", None, tags)


def _last_looks(extracts: Iterable[SessionExtract], entries: Sequence[Entry]) -> dict[str, tuple[str, date]]:
    """By the words of an action, what was said of it last, and when; chosen again, it begins anew."""
    last: dict[str, tuple[str, date]] = {}
    for event in chronology(extracts, entries):
        for note in event.notes:
            if note.reviewed is not None and note.reviewed.kind == "action":
                last[folded(note.reviewed.what)] = note.reviewed.outcome, event.at.date()
            elif note.kind == "action":
                last.pop(folded(note.text), None)
    return last
