"""Somebody new, before there is a session."""

import pytest
from app.play import Chooser

from coachcli.app.client.admission import admit
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.errors import CancelledError, CoachError, UsageError
from coachcli.store.client import client_file, clients


def nobody() -> None:
    return None


def test_a_client_comes_with_what_is_known_of_them(context: Context) -> None:
    client = admit(context, "Jane  Example", {"people": "6", "language": "de-du"}, nobody)
    record = client_file.read(context.practice.clients / client.id)

    assert (client.id, record.name, record.people, record.language) == ("jane-example", "Jane Example", "6", "de-du")
    assert (context.practice.root / "README.md").is_file()


@pytest.mark.parametrize("name", ["Jane Doe", "jane doe", "own", " Own", ""])
def test_a_name_that_somebody_has_or_nobody_can_have_is_refused(context: Context, jane: Client, name: str) -> None:
    with pytest.raises(UsageError):
        admit(context, name, {}, nobody, is_new=True)
    assert clients.clients(context.practice) == [jane]


@pytest.mark.parametrize("name", ["Jane Do", "Jane", "Jáne Doe"])
def test_a_name_close_to_anothers_is_asked_about(context: Context, jane: Client, name: str) -> None:
    with pytest.raises(UsageError, match="close to Jane Doe"):
        admit(context, name, {}, nobody)
    with pytest.raises(CancelledError):
        admit(context, name, {}, lambda: Chooser(["no"]))
    assert clients.clients(context.practice) == [jane]

    assert admit(context, name, {}, lambda: Chooser(["yes"])).name == name
    assert len(clients.clients(context.practice)) == 2


@pytest.mark.usefixtures("jane")
def test_whoever_is_said_to_be_new_is_not_asked_about(context: Context) -> None:
    assert admit(context, "Jane", {}, nobody, is_new=True).id == "jane"


def test_a_field_that_is_wrong_leaves_nobody_behind(context: Context) -> None:
    with pytest.raises(CoachError):
        admit(context, "Jane Example", {"email": "at home"}, nobody)
    assert not context.practice.clients.exists()
