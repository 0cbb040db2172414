"""An erasing that was begun is told of until it is finished."""

from coachcli.app.context import Context
from coachcli.app.erase.unfinished import told_of
from coachcli.domain.client.model import Client
from coachcli.store.erase import hold


def test_it_is_said_who_and_how_it_goes_on(context: Context, jane: Client) -> None:
    before = told_of(context)
    hold.put_aside(context.practice, jane.id)
    (told,) = told_of(context)

    assert before == ()
    assert told.message == "The erasing of Jane Doe was begun, and is not finished."
    assert told.hint == "To go on: coach client erase jane-doe"
