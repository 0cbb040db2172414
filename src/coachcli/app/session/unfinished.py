"""A client's unfinished sessions when another is to begin: the coach is asked about one, and told of the others."""

from collections.abc import Iterator
from pathlib import Path

from coachcli.app.context import Context
from coachcli.app.session.request import StartRequest
from coachcli.command_line import command
from coachcli.domain.client.model import Client
from coachcli.domain.client.own import OWN_WORK
from coachcli.domain.history.extract import SessionExtract
from coachcli.domain.room import is_call
from coachcli.domain.session.wording import full_time
from coachcli.domain.text import folded
from coachcli.domain.value import Value
from coachcli.live.choice.chooser import Chooser
from coachcli.store.index.extracts import extracts
from coachcli.store.index.heads import heads

_Left = tuple[Path, SessionExtract]


class Waiting(Value, frozen=True):
    """An unfinished session and the question whether to go on with it, if there is one; and remarks on the others."""

    path: Path | None = None
    question: str = ""
    remarks: tuple[str, ...] = ()

    def taken_up(self, chooser: Chooser | None) -> Path | None:
        """The session, if the coach wants to go on with it."""
        return self.path if self.path is not None and chooser is not None and chooser.agree(self.question) else None


def waiting(context: Context, person: Client | str, request: StartRequest, chooser: Chooser | None) -> Waiting:
    """What is unfinished with this client. A coach who named another framework, or cannot be asked, is only told of it.

    Of a session without the client, they are only told as well: it stands in the way of no call. Somebody new
    has nothing unfinished. Where a call of another day is written up, nothing is said of what is unfinished.
    """
    if not isinstance(person, Client) or request.at is not None:
        return Waiting()
    there = list(_unfinished(context, person.id))
    meant = next((one for one in there if _is_likely(one[1], request)), None) if chooser is not None else None
    remarks = tuple(_remarks(there, meant))
    if meant is None:
        return Waiting(remarks=remarks)
    path, extract = meant
    with_whom = "" if request.discreet or person == OWN_WORK else f" with {_whom(person, extract)}"
    what = f"{extract.framework.title}{with_whom} on {full_time(extract.started)}"
    return Waiting(path, f"{what} is unfinished. Enter goes on with it; n begins a new session.", remarks)


def is_with_them(extract: SessionExtract) -> bool:
    """Whether the client was there."""
    return is_call(extract.framework.room)


def _whom(person: Client, extract: SessionExtract) -> str:
    return f"{extract.person.code}, about {person.name}" if extract.person else person.name


def _unfinished(context: Context, client_id: str) -> Iterator[_Left]:
    """The client's unfinished sessions, the newest first. There is seldom one, which the heads tell sooner."""
    if any(head.status != "ended" for head in heads(context.practice, client_id).found):
        yield from (one for one in extracts(context.practice, client_id).found if one[1].status != "ended")


def _is_likely(extract: SessionExtract, request: StartRequest) -> bool:
    """Whether an unfinished session may be the one to hold now: where nothing is named, one with the client."""
    if request.framework is None:
        return is_with_them(extract)
    code = extract.person.code if extract.person else None
    is_same_person = request.person is None or (code is not None and folded(request.person) == folded(code))
    return is_same_person and request.framework.strip().casefold() == extract.framework.id.casefold()


def _remarks(there: list[_Left], meant: _Left | None) -> Iterator[str]:
    """Remarks on the newest session with the client, unless one is asked about, and on the newest without them."""
    call = next((extract for _, extract in there if is_with_them(extract)), None)
    own = next((extract for path, extract in there if not is_with_them(extract) and (path, extract) != meant), None)
    if call is not None and meant is None:
        yield f" Unfinished: {call.id}. Go on with it: {command('session', 'resume', call.id)}"
    if own is not None:
        yield f" {own.framework.title} waits for you: {command('session', 'resume', own.id)}"
