"""The unfinished sessions of a client when another one is to begin: one may be asked about, the others are told of."""

from collections.abc import Iterator
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.session.request import StartRequest
from coachcli.command_line import command
from coachcli.domain.client.extract import SessionExtract
from coachcli.domain.client.model import Client
from coachcli.domain.session.wording import full_time
from coachcli.domain.value import Value
from coachcli.live.choice.chooser import Chooser
from coachcli.store.index.extracts import extracts
from coachcli.store.index.heads import heads

_Left = tuple[Path, SessionExtract]


class Waiting(Value, frozen=True):
    """A session to go on with and the question whether to, where there is one; and what to tell of the others."""

    path: Path | None = None
    question: str = ""
    told: tuple[str, ...] = ()

    def taken_up(self, chooser: Chooser | None) -> Path | None:
        """The session, if the coach wants to go on with it."""
        return self.path if self.path is not None and chooser is not None and chooser.agree(self.question) else None


def waiting(context: Context, person: Client | str, request: StartRequest, chooser: Chooser | None) -> Waiting:
    """What is unfinished with this client. A coach who named another framework, or cannot be asked, is only told.

    A session that the coach holds alone stands in the way of no call, and is only told of. Somebody new has nothing
    unfinished. A call that took place is written up without a word on what is.
    """
    if not isinstance(person, Client) or request.at is not None:
        return Waiting()
    left = list(_left(context, person.id))
    meant = next((one for one in left if _is_likely(one[1], request.framework)), None) if chooser is not None else None
    told = tuple(_told(left, meant))
    if meant is None:
        return Waiting(told=told)
    path, extract = meant
    with_whom = "" if request.discreet else f" with {person.name}"
    what = f"{extract.framework.title}{with_whom} on {full_time(extract.started)}"
    return Waiting(path, f"{what} is unfinished. Enter goes on with it; n begins a new session.", told)


def is_alone(extract: SessionExtract) -> bool:
    """Whether the coach reflected alone, with no client there."""
    return extract.framework.kind == "reflection"


def _left(context: Context, client_id: str) -> Iterator[_Left]:
    """The client's unfinished sessions, the newest first. There is seldom one, and the heads tell so sooner."""
    if any(head.status != "ended" for head in heads(context.practice, client_id).found):
        yield from (one for one in extracts(context.practice, client_id).found if one[1].status != "ended")


def _is_likely(extract: SessionExtract, named: str | None) -> bool:
    """Whether an unfinished session may be the one to hold now."""
    if named is None:
        return not is_alone(extract)
    return named.strip().casefold() == extract.framework.id.casefold()


def _told(left: list[_Left], meant: _Left | None) -> Iterator[str]:
    """The newest session with the client, unless one is asked about, and the newest of the coach's own."""
    call = next((extract for _, extract in left if not is_alone(extract)), None)
    own = next((extract for path, extract in left if is_alone(extract) and (path, extract) != meant), None)
    if call is not None and meant is None:
        yield f" Unfinished: {call.id}. Go on with it: {command('session', 'resume', call.id)}"
    if own is not None:
        yield f" {own.framework.title} waits for you: {command('session', 'resume', own.id)}"
