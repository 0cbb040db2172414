"""What there is of a client, and apart from it where their name stands in what is not theirs."""

import pytest
from app.conftest import MakeSession
from builders import note, turn_with

from coachcli.app.context import Context
from coachcli.app.erase.survey import survey
from coachcli.domain.client.model import Client
from coachcli.errors import NotFoundError, PassedOverError
from coachcli.store.client import client_file
from coachcli.store.erase import hold


def names(context: Context, client: str) -> list[str]:
    return [str(one.path.relative_to(context.practice.root)) for one in survey(context, client).found]


def test_every_place_is_told_with_how_many_files_there_are(context: Context, jane: Client, made: MakeSession) -> None:
    made(jane)
    made(jane, "2026-11-19-1200", "reflection")
    known = survey(context, "jane")

    files = {one.path.name: one.files for one in known.found}
    assert (files["client.yaml"], files["sessions"], files[".index"]) == (1, 2, 2)
    assert (known.alone, known.is_begun, known.unread) == (1, False, ())


def test_the_notes_of_others_are_told_and_their_own_names_are_not(
    context: Context, jane: Client, made: MakeSession
) -> None:
    ann, will = client_file.add(context.practice, "Ann Doe"), client_file.add(context.practice, "Will Doe")
    made(ann, turns=(turn_with(note("I will ring Jane")),))

    assert [(one.path.name, {place.told for place in one.places}) for one in survey(context, jane.id).mentions] == [
        ("2026-11-19-1000-grow.yaml", {"Jane"})
    ]
    assert [one.places[0].told for one in survey(context, will.id).mentions] == ["Will"]


def test_who_is_being_erased_is_found_by_name(context: Context, jane: Client) -> None:
    hold.put_aside(context.practice, jane.id)

    assert survey(context, "jane doe").is_begun
    assert names(context, jane.id) == [".erasing/jane-doe/client"]
    with pytest.raises(NotFoundError):
        survey(context, "robin")


def test_a_session_that_says_it_is_another_clients_is_to_be_settled_first(
    context: Context, jane: Client, made: MakeSession
) -> None:
    robin = client_file.add(context.practice, "Robin Doe")
    path = made(robin).path
    path.rename(context.practice.sessions(jane.id) / path.name)

    with pytest.raises(PassedOverError, match="belongs to nobody"):
        survey(context, "jane")


def test_another_folder_of_the_same_name_is_told_whole_as_nobody_knows_whether_it_is_theirs(
    context: Context, jane: Client, made: MakeSession
) -> None:
    twin = client_file.add(context.practice, "Jane Doe")
    made(twin, turns=(turn_with(note("Jane slept")),))

    assert {one.path.name for one in survey(context, jane.id).mentions} == {
        "client.yaml",
        "2026-11-19-1000-grow.yaml",
    }
