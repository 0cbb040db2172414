"""The page of a client: what their file says, what their sessions come to, and where it all lies."""

from contextlib import suppress
from typing import Any, NamedTuple

from coachcli.app.client.history import brought
from coachcli.app.context import Context
from coachcli.app.framework.catalogue import titles
from coachcli.domain.client.model import Client, ClientRecord, DamagedClientError
from coachcli.domain.client.page import ClientPage, client_data, held_by_room
from coachcli.domain.client.prep import preparation
from coachcli.domain.client.work import works_of
from coachcli.domain.engagement.page import on_roads
from coachcli.domain.value import changed
from coachcli.errors import CoachError, NotFoundError
from coachcli.store.client import client_file, clients, engagements
from coachcli.store.disk import files


class Shown(NamedTuple):
    """A client's page, and what was passed over for it."""

    page: ClientPage
    passed_over: tuple[CoachError, ...]

    def data(self) -> dict[str, Any]:
        """The page for programs."""
        from coachcli.render.client.prep_data import prep_data  # noqa: PLC0415 only for programs

        return client_data(self.page, prep_data(self.page.prepared))


def page(context: Context, name: str) -> Shown:
    """The page of the client of this name, an archived one too."""
    client = clients.existing(name, *clients.known(context.practice))
    record, wrong = _record(context, client)
    known = brought(context, client.id)
    today = context.clock.now().date()
    agreed = engagements.of_client(context.practice, client.id)
    prepared = preparation(client, known.extracts, known.entries, (), today, engagements=agreed.found)
    shown = ClientPage(
        client.id,
        record,
        changed(prepared, is_whole=not known.passed_over),
        works_of(agreed.found, known.extracts, titles(context, on_roads(agreed.found)), today),
        held_by_room(known.extracts),
        str(context.practice.clients / client.id),
        _exports(context, client),
    )
    return Shown(shown, (*wrong, *agreed.passed_over, *known.passed_over))


def _record(context: Context, client: Client) -> tuple[ClientRecord, tuple[CoachError, ...]]:
    """What their file says, as far as it can be read; a folder without one goes by its own name."""
    try:
        record = client_file.read(context.practice.clients / client.id)
    except DamagedClientError as error:
        return error.known._replace(name=client.name), (error,)
    except NotFoundError:
        return ClientRecord(client.name), ()
    return record, ()


def _exports(context: Context, client: Client) -> int:
    with suppress(CoachError):
        entries = files.entries(context.practice.exports(client.id))
        return sum(not entry.name.startswith(".") for entry in entries)
    return 0
