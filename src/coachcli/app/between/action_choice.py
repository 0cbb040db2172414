"""Which of the things that are open a coach means: by its number, by some of its words, or picked from a list."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.domain.history.open_items import Followed, named, near
from coachcli.domain.session.voice import is_with_client
from coachcli.domain.value import Value
from coachcli.errors import CoachError, NotFoundError, UnreadableError, UsageError
from coachcli.live.choice.shortlist import Option
from coachcli.render.client.action_list import HEADINGS, details, heading_of

if TYPE_CHECKING:
    from coachcli.live.choice.chooser import Chooser

Ask = Callable[[], "Chooser | None"]
"""Somebody to ask, looked for only when there is something to ask."""
_ENOUGH = 8


class Followable(Value, frozen=True):
    """A client with everything that was ever chosen, promised or parked, by number, and what could not be read.

    `listed_by` is the command whose list shows it all.
    """

    client: Client
    things: tuple[Followed, ...]
    passed_over: tuple[CoachError, ...] = ()
    listed_by: str = "action"

    @property
    def open(self) -> tuple[Followed, ...]:
        """What is open."""
        return tuple(one for one in self.things if one.is_open)

    @property
    def awaited(self) -> tuple[Followed, ...]:
        """What is open, without what work that has ended left."""
        return tuple(one for one in self.things if one.is_awaited)


def meant(theirs: Followable, words: str, ask: Ask, what_for: str) -> Followed | None:
    """The one thing that the coach means, open or closed; None where they are asked, and say that it is not the one.

    Where it is not clear, whoever sits at the terminal is asked; raises where nobody can be asked.
    """
    if not words.strip():
        return _picked(theirs, theirs.open, ask, what_for)
    things = named(words, theirs.open)
    if len(things) == 1:
        return things[0]
    if things:
        return _picked(theirs, things, ask, what_for)
    closed = named(words, theirs.things)
    if len(closed) == 1:
        return closed[0]
    likely = near(words, theirs.open)
    chooser = ask() if likely else None
    if chooser is None:
        raise _unknown(theirs, likely)
    return _chosen(likely, chooser, "Did you mean")


def _picked(theirs: Followable, among: Sequence[Followed], ask: Ask, what_for: str) -> Followed | None:
    if not among and theirs.passed_over:
        raise _unknown(theirs, ())
    if not among:
        raise NotFoundError(f"Nothing is open with {theirs.client.name}.", f"{_list(theirs)} --all shows what was.")
    chooser = ask()
    if chooser is not None:
        return _chosen(among, chooser, what_for.capitalize())
    numbers = ", ".join(str(one.number) for one in among[:_ENOUGH]) + (", ..." if len(among) > _ENOUGH else "")
    raise UsageError(
        f"Which one of {theirs.client.name}'s? It could be {numbers}.",
        f"Say its number, or words that only one has: {_list(theirs)}",
    )


def _chosen(among: Sequence[Followed], chooser: "Chooser", question: str) -> Followed | None:
    if len(among) == 1:
        return among[0] if chooser.agree(f"{question}: {among[0].thing.what}?", on_enter=None) else None
    listed = sorted(among, key=_place)
    options = [Option(str(one.number), one.thing.what, " · ".join(details(one)), _group(one)) for one in listed]
    key = chooser.pick(f"{question}: which one?", options)
    return next(one for one in among if str(one.number) == key)


def _place(one: Followed) -> tuple[bool, int]:
    """What a list of things is sorted by: what is with the client before all else, in the order of the headings."""
    return not is_with_client(one.thing), [*HEADINGS].index(one.thing.kind)


def _group(one: Followed) -> str:
    return heading_of(one.thing)


def _unknown(theirs: Followable, likely: Sequence[Followed]) -> CoachError:
    """The error for words that fit nothing: it tells the numbers of what may be meant, and never anybody's words.

    Where something could not be read, the thing may stand there: then the error tells that instead.
    """
    if theirs.passed_over:
        first = theirs.passed_over[0]
        return UnreadableError(f"It is not in what can be read: {first.message}", first.hint)
    numbers = " or ".join(str(one.number) for one in likely[:3])
    hint = f"{_list(theirs)} shows what there is."
    message = f"Nothing open with {theirs.client.name} goes by that number, or has those words."
    return NotFoundError(message, f"Did you mean {numbers}? {hint}" if numbers else hint)


def _list(theirs: Followable) -> str:
    return command(theirs.listed_by, "list", theirs.client.id)
