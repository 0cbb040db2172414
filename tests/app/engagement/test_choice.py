"""Which engagement is meant: the one under way, the one that is named, or the one that the coach picks."""

import pytest
from app.engagement.conftest import Write
from app.play import Chooser

from coachcli.app.context import Context
from coachcli.app.engagement.choice import meant, theirs
from coachcli.domain.client.model import Client
from coachcli.errors import NotFoundError, UnreadableError, UsageError

OVER = "start: 2025-01-01\nended: {on: 2025-06-30}\ntitle: Starting out\n"


def chosen(context: Context, wanted: str | None = None, chooser: Chooser | None = None) -> str:
    return meant(context, theirs(context, "jane"), wanted, lambda: chooser).id


def test_the_one_under_way_is_meant(context: Context, write: Write) -> None:
    write("over", OVER)
    write()

    assert chosen(context) == "lead"


def test_where_none_is_the_last_is(context: Context, write: Write) -> None:
    write("over", OVER)

    assert chosen(context) == "over"


@pytest.mark.parametrize("wanted", ["over", "starting", "Starting OUT", "ove"])
def test_a_part_of_its_name_or_title_will_do(context: Context, write: Write, wanted: str) -> None:
    write("over", OVER)
    write()

    assert chosen(context, wanted) == "over"


def test_where_two_are_under_way_the_coach_picks(context: Context, write: Write) -> None:
    write()
    write("other", "start: 2026-10-01\ntitle: Resting")

    assert chosen(context, None, Chooser(["Rest"])) == "other"
    with pytest.raises(UsageError, match="Which engagement of Jane Doe: lead or other"):
        chosen(context)


def test_where_there_is_none_it_says_how_to_begin_one(context: Context, jane: Client) -> None:
    with pytest.raises(NotFoundError) as raised:
        chosen(context)

    assert raised.value.hint == f"Begin one: coach engagement start {jane.id}"
    assert "Jane" not in raised.value.discreet


def test_a_name_that_is_none_is_told_with_the_nearest(context: Context, write: Write) -> None:
    write()

    with pytest.raises(NotFoundError) as raised:
        chosen(context, "laed")

    assert (raised.value.message, raised.value.hint) == ("Jane Doe has no engagement laed.", "Did you mean lead?")


def test_where_the_only_one_cannot_be_read_that_is_said(context: Context, write: Write) -> None:
    write("lead", "start: soon")

    with pytest.raises(UnreadableError, match="start must be a day"):
        chosen(context)


def test_one_that_cannot_be_read_is_not_said_to_be_missing_when_it_is_named(context: Context, write: Write) -> None:
    write()
    write("next", "start: soon")

    with pytest.raises(UnreadableError, match="start must be a day"):
        chosen(context, "next")
    with pytest.raises(NotFoundError):
        chosen(context, "another")
