"""Fields of a client, given on the command line."""

import pytest

from coachcli.app.client.fields import checked, edit_fields
from coachcli.app.context import Context
from coachcli.domain.client.model import Client
from coachcli.errors import NotFoundError, UsageError
from coachcli.store.client import client_file


def test_a_field_is_kept_in_one_way_however_it_is_typed() -> None:
    assert checked({"language": "German", "role": "  Head\tof  x ", "email": ""}) == {
        "language": "de",
        "role": "Head of x",
        "email": None,
    }


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("email", "no address"),
        ("cadence", "now and then"),
        ("people", "many"),
        ("people", "0"),
        ("language", "Klingon!"),
        ("archived", "sometimes"),
    ],
)
def test_what_a_field_cannot_be_is_refused_before_anything_is_written(field: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked({field: words})
    assert words in caught.value.message
    assert caught.value.hint


def test_a_client_is_changed_by_a_part_of_their_name(context: Context, jane: Client) -> None:
    assert edit_fields(context, "doe", {"role": "Head"}) == (jane, True)
    assert client_file.read(context.practice.clients / jane.id).role == "Head"


@pytest.mark.usefixtures("jane")
def test_nobody_of_that_name_is_told(context: Context) -> None:
    with pytest.raises(NotFoundError):
        edit_fields(context, "zoe", {"role": "Head"})
