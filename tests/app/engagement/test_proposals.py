"""What is due with clients when a session is to begin."""

from app.conftest import MakeSession
from engagements import written

from coachcli.app.context import Context
from coachcli.app.engagement.proposals import due_with
from coachcli.domain.client.model import Client
from coachcli.store.client import client_file

_TEXT = "start: 2026-09-01\nroad:\n- {do: intake, week: 1}\n- {do: midpoint, week: 12}\n"


def due(context: Context, *clients: Client) -> dict[str, list[str]]:
    return {name: [one.framework for one in found] for name, found in due_with(context, clients).items()}


def test_it_is_told_for_each_client_until_it_was_held(context: Context, jane: Client, made: MakeSession) -> None:
    tom = client_file.add(context.practice, "Tom")
    written(context.practice, jane.id, _TEXT)
    made(jane, "2026-09-02-1000", "intake")
    # Week 12 begins on 17 November; today is the 20th.
    assert due(context, jane, tom) == {"jane-doe": ["midpoint"], "tom": []}

    made(jane, "2026-11-18-1000", "midpoint")
    assert due(context, jane) == {"jane-doe": []}


def test_a_file_that_cannot_be_read_stands_in_nobodys_way(context: Context, jane: Client) -> None:
    written(context.practice, jane.id, "start: soon\n")

    assert due(context, jane) == {"jane-doe": []}
