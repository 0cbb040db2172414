"""Erases a client: out of every list in one step, then place by place, then it is read back."""

from pathlib import Path
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.app.erase import hours
from coachcli.app.erase.survey import Survey, look_through, of_client
from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.domain.text import clean, folded
from coachcli.errors import CoachError, NotFoundError, NotSavedError, PassedOverError
from coachcli.store.client import newcomer, relocation
from coachcli.store.disk import leftovers
from coachcli.store.disk.removal import is_gone
from coachcli.store.erase import hold
from coachcli.store.erase.others import Others
from coachcli.store.erase.places import LOCKS, PLACES, Place
from coachcli.store.erase.whose import Whose
from coachcli.store.hours import nameless_rows
from coachcli.store.paths import Practice


class Erased(NamedTuple):
    """A client who was erased, and the files in which their name stands: of `also_in` nobody told before."""

    client: Client
    also_in: tuple[Path, ...]
    as_told: int


def is_named(known: Survey, typed: str) -> bool:
    """Whether what was typed is the client's name, or their id; any is right once the name itself is erased."""
    client = known.client
    if known.is_begun and client.name == client.id:
        return True
    return folded(clean(typed)) in {folded(client.name), folded(client.id)}


def refuse_open(practice: Practice, client: Client) -> None:
    """Raise InUseError where something of theirs is open elsewhere, before anything is asked."""
    with relocation.all_locked(practice, client):
        pass


def erase(context: Context, known: Survey, *, keeps_hours: bool = True) -> Erased:
    """Erase a client of whom it was told what there is; where something is left it raises, and can be done again."""
    practice, client = context.practice, known.client
    with newcomer.everybody_locked(practice), relocation.all_locked(practice, client):
        if all(map(is_gone, Whose(practice, client.id).folders)):
            raise NotFoundError(f"{client.name} is not there any more.", "Another terminal may have erased them.")
        nameless_rows.has_name(practice, client.name)  # raises where nobody can tell: then nothing is begun
        if keeps_hours and not is_gone(practice.clients / client.id):
            hours.note(context, client)
        hold.put_aside(practice, client.id)
        if keeps_hours:
            hours.add_noted(context, client)
        leftovers.sweep(practice)
        errors = _emptied(Whose(practice, client.id, client.name, keeps_hours=keeps_hours), client)
    errors = errors or _emptied_of(LOCKS, Whose(practice, client.id), known.others)
    return _read_back(context, known, errors or hold.finish(practice, client.id))


def _emptied(whose: Whose, client: Client) -> list[CoachError]:
    """Empty every place but the locks, which are held; errors for what is left there."""
    others = look_through(whose, client)
    errors = [error for place in PLACES for error in _emptied_of(place, whose, others)]
    return errors or hold.empty(whose.practice, client.id)


def _emptied_of(place: Place, whose: Whose, others: Others) -> list[CoachError]:
    """Empty a place; errors for what is left there. What a link leads to is left in peace."""
    try:
        return [error for path in place.find(whose, others) for error in place.remove(whose, path)]
    except PassedOverError:
        return []
    except CoachError as error:
        return [error]


def _read_back(context: Context, known: Survey, errors: list[CoachError]) -> Erased:
    """Look once more for everything there was; raises where something is left, or nobody can look."""
    now = of_client(context.practice, known.client)
    there = {one.path: None for one in now.found}
    there |= {one.path: None for one in known.found if not one.stays and not is_gone(one.path)}
    unread = (error.message for error in now.unread if not isinstance(error, PassedOverError))
    left = [*(error.message for error in errors), *(f"{path} is still there." for path in there), *unread]
    if left:
        more = len(left) - 1
        rest = f" And {more} more." if more else ""
        again = command("client", "erase", known.client.id)
        raise NotSavedError(f"The erasing is not finished: {left[0]}{rest}", f"To go on where it was: {again}")
    told = {mention.path for mention in known.mentions}
    also_in = tuple(one.path for one in now.mentions if one.path not in told)
    return Erased(known.client, also_in, len(now.mentions) - len(also_in))
