"""The engagement that a session belongs to."""

from app.play import over_a_pipe

from coachcli.app.context import Context
from coachcli.app.session import start as beginning
from coachcli.app.session.request import StartRequest


def test_it_is_kept_as_it_was_said(context: Context) -> None:
    request = StartRequest(client="Jane Example", framework="grow", engagement="none")
    held = beginning.start(context, request, over_a_pipe("/end", "/end").conversation)

    assert held.left.session.engagement == "none"
