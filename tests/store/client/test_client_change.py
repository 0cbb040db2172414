"""Lines of a client's file, changed without touching the rest of it."""

import pytest

from coachcli.domain.client.model import Client, DamagedClientError
from coachcli.errors import UnreadableError
from coachcli.store.client import client_file
from coachcli.store.client.client_change import change
from coachcli.store.paths import Practice

OWN_WORDS = "name: Jane Doe # as she signs\n# likes tea\nsponsor: {name: Ada}\ncadence: weekly\n"


@pytest.fixture
def jane(practice: Practice) -> Client:
    client = client_file.add(practice, "Jane Doe")
    practice.client_file(client.id).write_text(OWN_WORDS, encoding="utf-8")
    return client


def written(practice: Practice, client: Client) -> str:
    return practice.client_file(client.id).read_text(encoding="utf-8")


def test_only_the_line_that_was_named_is_another(practice: Practice, jane: Client) -> None:
    assert change(practice, jane, {"cadence": "2 weeks", "email": "jane@example.com"})
    assert written(practice, jane) == OWN_WORDS.replace("weekly", "2 weeks").replace(
        "signs\n", "signs\nemail: jane@example.com\n"
    )


def test_what_is_so_already_is_not_written_again(practice: Practice, jane: Client) -> None:
    assert not change(practice, jane, {"cadence": "weekly", "email": None})


def test_a_client_whose_file_is_gone_gets_one(practice: Practice, jane: Client) -> None:
    practice.client_file(jane.id).unlink()

    assert change(practice, jane, {"people": "6"})
    assert written(practice, jane) == "format: 1\nid: jane-doe\nname: Jane Doe\npeople: 6\n"


@pytest.mark.parametrize(
    ("text", "error"),
    [("name: [", DamagedClientError), ("{name: Jane Doe}\n", UnreadableError)],
    ids=["no YAML", "in braces"],
)
def test_a_file_that_cannot_be_changed_safely_is_left_as_it_is(
    practice: Practice, jane: Client, text: str, error: type[Exception]
) -> None:
    practice.client_file(jane.id).write_text(text, encoding="utf-8")

    with pytest.raises(error):
        change(practice, jane, {"role": "boss"})
    assert written(practice, jane) == text
