"""Jane's engagement with some sessions in it, and a report of it."""

from collections.abc import Callable
from typing import Any

import pytest
from app.conftest import MakeSession
from app.play import Chooser
from builders import note, turn_with
from engagements import written

from coachcli.app.context import Context
from coachcli.app.report.draft import Draft
from coachcli.app.report.report import drafted
from coachcli.app.report.request import ReportRequest
from coachcli.domain.client.model import Client
from coachcli.domain.terms import Audience

LEAD = """start: 2026-09-01
title: Leading the new division
end: 2027-02-28
sessions: 12
sponsor: Sam Boss
"""
GOALS = f"{LEAD}sponsor_hears: goals\nconsents: {{goals: 2026-09-03}}\n"
GOAL, WORDS, SECRET = "lead the division", "calm under fire", "her secret fear"


class Reporter:
    """Asks for reports of Jane; whoever is asked answers, and what the coach is told is kept."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.told = ""

    def __call__(self, audience: Audience = "sponsor", chooser: Chooser | None = None, **said: Any) -> Draft:
        request = ReportRequest("jane", audience, **said)
        return drafted(self._context, request, lambda: chooser, self._tell)

    def _tell(self, text: str) -> None:
        self.told += text


@pytest.fixture
def report(context: Context, jane: Client) -> Reporter:
    assert jane.id == "jane-doe"
    return Reporter(context)


@pytest.fixture
def agree(context: Context, jane: Client) -> Callable[..., None]:
    """Writes the file of an engagement of Jane's."""

    def write(text: str = LEAD, name: str = "lead") -> None:
        written(context.practice, jane.id, text, name)

    return write


@pytest.fixture
def meet(jane: Client, made: MakeSession) -> Callable[..., None]:
    """Holds a session with Jane on a day, of the engagement unless something else is said."""

    def hold(day: str, **more: Any) -> None:
        notes = (note(SECRET), note(GOAL, "goal", "sponsor"), note(WORDS, "insight", "client"))
        given = {"engagement": "lead", "status": "ended", "turns": (turn_with(*notes, question="arriving"),)}
        made(jane, f"{day}-1000", **(given | more))

    return hold
