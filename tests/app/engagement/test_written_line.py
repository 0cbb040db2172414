"""A line in an engagement's file: written under the lock, or refused with the file as it was."""

from datetime import date

import pytest
from app.engagement.conftest import LEAD, Write

from coachcli.app.context import Context
from coachcli.app.engagement.written_line import write_line
from coachcli.domain.client.model import Client
from coachcli.domain.engagement.model import Ended, Engagement
from coachcli.errors import CoachError
from coachcli.store.client import engagements
from coachcli.store.engagement.file_lines import with_ended

ENDED = Ended(on=date(2026, 11, 20))


def ending(data: bytes, now: Engagement) -> bytes:
    return with_ended(data, now, ENDED)


def test_all_else_stays_to_the_letter(context: Context, jane: Client, write: Write) -> None:
    path = write()
    (engagement,) = engagements.of_client(context.practice, jane.id).found

    assert write_line(context, jane.id, engagement, ending) == path

    assert path.read_text() == f"{LEAD}ended: {{on: 2026-11-20}}\n"


def test_where_there_is_no_place_the_file_stays(context: Context, jane: Client, write: Write) -> None:
    path = write("lead", "{start: 2026-09-01}\n")
    (engagement,) = engagements.of_client(context.practice, jane.id).found

    with pytest.raises(CoachError, match="no place for another line"):
        write_line(context, jane.id, engagement, ending)

    assert path.read_text() == "{start: 2026-09-01}\n"
