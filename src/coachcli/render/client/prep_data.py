"""A preparation as plain data, for programs."""

from typing import Any

from coachcli.domain.client.prep import OpenAction, OpenGoal, Preparation, Said
from coachcli.domain.record_data import without_nothing
from coachcli.domain.session.model import Appointment, When
from coachcli.domain.value import plain
from coachcli.render.client.goal_list import nearness_data


def prep_data(prepared: Preparation) -> dict[str, Any]:
    """All that is on the card, with nothing cut."""
    last = prepared.last
    return {
        "client": prepared.client,
        "client_name": prepared.name,
        "session": prepared.number if prepared.is_whole else None,
        "meetings": prepared.meetings,
        "sponsor_talks": prepared.talks,
        "interviews": prepared.interviews,
        "last": last.isoformat() if last else None,
        "days_since": (prepared.today - last).days if last else None,
        "next": _day(prepared.next),
        "took_away": _said(prepared.took_away),
        "insight": _said(prepared.insight),
        "quote": _said(prepared.quote),
        "actions": [_action(one) for one in prepared.actions],
        "goals": [_goal(goal) for goal in prepared.goals],
        "promises": list(prepared.promises),
        "parked": list(prepared.parked),
        "values": list(prepared.values),
        "to_pass_on": list(prepared.to_pass_on),
        "written": [
            {"question": one.question, "asked": one.asked, "words": one.words, "on": one.on.isoformat()}
            for one in prepared.written
        ],
        "opening": prepared.opening,
    }


def _said(said: Said | None) -> dict[str, Any] | None:
    return {"words": said.words, "on": said.on.isoformat()} if said else None


def _action(one: OpenAction) -> dict[str, Any]:
    return {"what": one.what, "due": _day(one.due), "confidence": one.confidence, "overdue": one.overdue}


def _goal(goal: OpenGoal) -> dict[str, Any]:
    return {
        "what": goal.what,
        "due": _day(goal.due),
        "numbers": nearness_data(goal.numbers),
        "measure": goal.measure or None,
        "serves": goal.serves or None,
    }


def _day(day: When | Appointment | None) -> dict[str, Any] | None:
    return plain(without_nothing(day)) if day else None
