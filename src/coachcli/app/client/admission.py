"""A new client, with what is known of them already, before there is a session."""

from collections.abc import Callable

from coachcli.app.context import Context
from coachcli.command_line import command, for_anybody
from coachcli.domain.client.model import Client
from coachcli.errors import CancelledError, Saying, UsageError
from coachcli.live.choice.chooser import Chooser
from coachcli.store.client import client_file, clients, newcomer
from coachcli.store.client.client_file import Fields
from coachcli.store.practice import set_up

Ask = Callable[[], Chooser | None]


def admit(context: Context, name: str, fields: Fields, ask: Ask, *, is_new: bool = False) -> Client:
    """Make a client; where the name is close to somebody's and nobody said `is_new`, the coach is asked."""
    full_name = client_file.full_name(name)
    given = {field: words for field, words in client_file.checked(fields).items() if words is not None}
    everyone = clients.known(context.practice).found
    close = [] if is_new or clients.exactly(full_name, everyone) else _close(full_name, everyone)
    if close and not _is_somebody_new(full_name, close, ask()):
        raise CancelledError
    set_up(context.practice)
    return newcomer.added(context.practice, full_name, given)


def _close(name: str, everyone: tuple[Client, ...]) -> list[Client]:
    """Clients for whom this may be meant: of the same name in another spelling, or of nearly the same."""
    same = clients.named(name, everyone)
    return [same] if same else clients.near(name, everyone)


def _is_somebody_new(name: str, close: list[Client], chooser: Chooser | None) -> bool:
    """Whether somebody is new whose name is close to another's; raises UsageError where nobody can be asked."""
    shown = " and ".join(clients.told_apart(close)[:5])
    if chooser is None:
        raise UsageError(
            Saying(f"{name} is close to {shown}.", discreet="The name is close to another client's."),
            for_anybody(f"If they are somebody new: {command('client', 'add', 'NAME', '--new')}"),
        )
    return chooser.agree(f"There is {shown} already. Is {name} somebody new?", on_enter=None)
