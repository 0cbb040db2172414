"""The coach's own work that is about nobody: it stands where a client does, and nobody is called by it."""

from coachcli.domain.client.model import Client

OWN_WORK = Client("own", "your own work")


def called(client: Client) -> str:
    """What a question calls a client; in work about nobody, any client."""
    return "the client" if client == OWN_WORK else client.called
