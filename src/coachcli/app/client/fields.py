"""What is known of a client, changed field by field."""

from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.domain.languages import language_code
from coachcli.store.client import client_change, client_file, clients
from coachcli.store.client.client_file import Fields


def edit_fields(context: Context, name: str, fields: Fields) -> tuple[Client, bool]:
    """Give the client of this name other fields; returns the client, and whether that changed anything."""
    client = clients.existing(name, *clients.known(context.practice))
    return client, client_change.change(context.practice, client, checked(fields))


def checked(fields: Fields) -> dict[str, str | None]:
    """Fields as a client's file has them; raises UsageError where one cannot have its words. Empty words are None."""
    given = {field: " ".join(words.split()) if words else words for field, words in fields.items()}
    for field, words in given.items():
        if words:
            client_file.refuse_misfit(field, words)
    if language := given.get("language"):
        given["language"] = language_code(language)
    return {field: words or None for field, words in given.items()}
