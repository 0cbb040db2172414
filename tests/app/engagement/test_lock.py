"""Two terminals never write one client's engagements at once."""

import pytest

from coachcli.app.context import Context
from coachcli.app.engagement.lock import alone
from coachcli.domain.client.model import Client
from coachcli.errors import InUseError


def test_the_second_is_refused_and_what_is_said_names_nobody(context: Context, jane: Client) -> None:
    with alone(context.practice, jane.id), pytest.raises(InUseError) as raised, alone(context.practice, jane.id):
        pass

    assert raised.value.discreet == "An engagement of this client is being changed in another terminal."


def test_another_clients_are_free(context: Context, jane: Client) -> None:
    with alone(context.practice, jane.id), alone(context.practice, "robin-example"):
        pass
