"""A client is erased; tests/hostile/test_erase.py tries it with everything that can be in the way."""

import shutil
from functools import partial

import pytest
from app.conftest import MakeSession

from coachcli.app.context import Context
from coachcli.app.erase import erasure
from coachcli.app.erase.erasure import erase, is_named
from coachcli.app.erase.survey import survey
from coachcli.domain.client.model import Client
from coachcli.errors import InUseError, NotFoundError
from coachcli.store.client import client_file, clients
from coachcli.store.disk import locks
from coachcli.store.erase import hold
from coachcli.store.hours.earlier_file import TEMPLATE
from coachcli.store.session import trash


def test_nothing_is_left_and_everybody_else_is_as_they_were(context: Context, jane: Client, made: MakeSession) -> None:
    robin = client_file.add(context.practice, "Robin Example")
    made(jane)
    done = erase(context, survey(context, "jane"))

    assert (done.client.name, done.also_in, done.as_told) == ("Jane Doe", (), 0)
    assert clients.clients(context.practice) == [robin]
    assert [path for path in context.practice.root.rglob("*") if "jane" in path.name] == []


@pytest.mark.parametrize("typed", ["Jane Doe", " jane  doe", "jane-doe"])
def test_the_name_or_the_id_is_right_and_no_part_of_it(context: Context, jane: Client, typed: str) -> None:
    known = survey(context, jane.id)

    assert is_named(known, typed)
    for wrong in ("", "jane", "yes", "Jane Does"):
        assert not is_named(known, wrong)


def test_once_the_name_itself_is_gone_nobody_has_to_know_it(context: Context, jane: Client) -> None:
    (context.practice.erasing / jane.id / "deleted").mkdir(parents=True)
    (context.practice.client_file(jane.id)).unlink()

    assert is_named(survey(context, jane.id), "Jane Doe")


def test_two_at_once_and_what_is_open_are_refused(context: Context, jane: Client, made: MakeSession) -> None:
    session = made(jane).path
    known = survey(context, "jane")
    context.practice.locks.mkdir()
    with locks.held(context.practice.lock_file(session)):
        for step in (partial(erasure.refuse_open, context.practice, jane), partial(erase, context, known)):
            with pytest.raises(InUseError, match="open in another terminal"):
                step()
    assert hold.begun(context.practice) == []
    erase(context, known)
    with pytest.raises(NotFoundError, match="not there any more"):
        erase(context, known)


def test_a_name_that_somebody_wrote_meanwhile_is_told(context: Context, jane: Client) -> None:
    known = survey(context, jane.id)
    (context.practice.root / "new.txt").write_text("Jane")

    assert erase(context, known).also_in == (context.practice.root / "new.txt",)


def test_what_was_deleted_of_somebody_whose_folder_was_removed_by_hand_can_be_erased(
    context: Context, jane: Client, made: MakeSession
) -> None:
    trash.delete(context.practice, made(jane).path)
    shutil.rmtree(context.practice.clients / jane.id)
    erase(context, survey(context, jane.id))

    assert list(context.practice.trash.iterdir()) == []
    with pytest.raises(NotFoundError):
        survey(context, "own")


def test_where_the_name_was_shown_to_stand_it_is_said_to_stand_still(context: Context, jane: Client) -> None:
    hours = context.practice.earlier_hours
    example = "".join(f"{line}\n" for line in TEMPLATE.splitlines())
    hours.write_text(f"{example}  - {{client: Jane Doe, paid: 7}}\n  # Jane pays late\n")
    known = survey(context, jane.id)

    assert [(one.path, [place.line for place in one.places]) for one in known.mentions] == [
        (hours, [example.count("\n") + 2])
    ]
    done = erase(context, known)
    assert (done.also_in, done.as_told) == ((), 1)
