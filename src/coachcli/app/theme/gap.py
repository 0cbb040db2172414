"""What may stand beside a client's own numbers of what others gave. It is noted before it is told the first time."""

from collections.abc import Mapping
from typing import NamedTuple

from coachcli.app.client.history import ClientHistory
from coachcli.app.context import Context
from coachcli.domain.client.perception import Others, Perception
from coachcli.domain.history.series import Names, Thing
from coachcli.errors import CoachError
from coachcli.store.session import between


class ToldGap(NamedTuple):
    """The means of others by what they are about, and why nothing is told where it cannot be noted."""

    others: Mapping[Thing, Others]
    passed_over: tuple[CoachError, ...] = ()


def told_gap(context: Context, client_id: str, known: ClientHistory, names: Names) -> ToldGap:
    """What others' numbers may be told of a client; `known` is all there is, never a part of it.

    While something cannot be read, nothing new is told: the mean would be of those who are left.
    """
    perception = Perception(known.extracts, names)
    try:
        told = between.tell(
            context.practice, client_id, lambda before: () if known.passed_over else perception.closed_since(before)
        )
    except CoachError as error:
        return ToldGap({}, (error,))
    return ToldGap(perception.others(told))
