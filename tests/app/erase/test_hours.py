"""The hours of somebody who is erased stay as numbers, once."""

from functools import partial

import pytest
from app.conftest import MakeSession

from coachcli.app.context import Context
from coachcli.app.erase import erasure, hours
from coachcli.app.erase.erasure import erase
from coachcli.app.erase.hours import fate
from coachcli.app.erase.survey import survey
from coachcli.domain.client.model import Client
from coachcli.domain.hours.earlier import EarlierRow
from coachcli.domain.session.model import Booked
from coachcli.errors import CoachError
from coachcli.store.client import clients
from coachcli.store.erase import hold
from coachcli.store.hours import earlier_file
from coachcli.store.hours.earlier_file import DamagedEarlierError


@pytest.fixture
def worked(jane: Client, made: MakeSession) -> Client:
    made(jane, status="ended", minutes=Booked(planned=50, spent=90))
    return jane


def rows(context: Context) -> tuple[EarlierRow, ...]:
    return earlier_file.load(context.practice).relationships


KEPT = (EarlierRow(client="erased client 1", pro_bono=1.5),)


def test_they_stay_as_a_number_without_a_name_or_go(context: Context, worked: Client, made: MakeSession) -> None:
    erase(context, survey(context, "jane"))
    assert rows(context) == KEPT

    made(worked, status="ended", minutes=Booked(planned=50, spent=90))
    erase(context, survey(context, "jane"), keeps_hours=False)
    assert rows(context) == KEPT


def test_what_stays_and_what_goes_is_known_before(context: Context, jane: Client, made: MakeSession) -> None:
    assert fate(context, jane) == (0, ())
    made(jane, status="ended", minutes=Booked(planned=50, spent=90))
    made(jane, "2026-11-19-1200", status="ended", minutes=Booked(planned=60))
    made(jane, "2026-11-19-1400", "three-way", status="ended", minutes=Booked(planned=60))
    context.practice.earlier_hours.write_text("format: 1\nrelationships:\n  - {client: Jane Doe, paid: 7}\n")

    assert fate(context, jane) == (
        8.5 * 3600,
        ("1 session of which no time was measured, 1 h planned", "1 meeting of three"),
    )


def test_of_an_erasing_that_broke_off_the_hours_are_told_that_were_written_down(
    context: Context, worked: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    known = survey(context, "jane")
    with monkeypatch.context() as patch:
        patch.setattr(hours, "add_noted", broken)
        with pytest.raises(KeyboardInterrupt):
            erase(context, known)

    assert fate(context, worked) == (1.5 * 3600, ())


@pytest.mark.parametrize("where", ["put_aside", "add_noted", "_emptied"])
def test_wherever_it_breaks_off_they_are_there_once_in_the_end(
    context: Context, worked: Client, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    module = hours if where == "add_noted" else hold if where == "put_aside" else erasure
    real = getattr(module, where)

    def broken(*given: object, after: bool) -> None:
        if after:
            real(*given)
        raise KeyboardInterrupt

    for after in (False, True):
        with monkeypatch.context() as patch:
            patch.setattr(module, where, partial(broken, after=after))
            with pytest.raises(KeyboardInterrupt):
                erase(context, survey(context, worked.id))
    erase(context, survey(context, worked.id))

    assert rows(context) == KEPT


def test_where_they_cannot_be_added_nothing_is_erased(context: Context, worked: Client) -> None:
    context.practice.earlier_hours.write_text("torn: [")
    with pytest.raises(DamagedEarlierError):
        erase(context, survey(context, "jane"))

    assert clients.clients(context.practice) == [worked]
    assert not context.practice.erasing.exists()
    erase(context, survey(context, "jane"), keeps_hours=False)
    assert clients.clients(context.practice) == []


def test_an_odd_file_of_hours_is_found_out_before_anything_is_put_aside(context: Context, worked: Client) -> None:
    context.practice.earlier_hours.write_text("format: 1\nrelationships: [{client: Bo, paid: 1}]\n")
    try:
        erase(context, survey(context, "jane"))
    except CoachError:
        assert clients.clients(context.practice) == [worked]


def test_hours_from_before_and_those_held_here_stay_those_of_one_client(context: Context, worked: Client) -> None:
    context.practice.earlier_hours.write_text(
        "format: 1\nrelationships:\n  - {client: Bo, paid: 1}\n  - {client: Jane Doe, start: 2020-01-01, paid: 7}\n"
    )
    erase(context, survey(context, worked.id))

    assert rows(context) == (
        EarlierRow(client="Bo", paid=1),
        EarlierRow(client="erased client 1", paid=7),
        *KEPT,
    )
