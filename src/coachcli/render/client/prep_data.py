"""A preparation as plain data, for programs."""

from typing import Any

from coachcli.domain.client.outlook_words import figures
from coachcli.domain.client.prep import OpenAction, OpenGoal, Preparation, Said
from coachcli.domain.engagement.outlook import Outlook
from coachcli.domain.history.agreed_dates import AgreedDate
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
        "engagements": [_outlook(one, prepared) for one in prepared.outlooks],
        "dates": [_agreed(one) for one in prepared.dates],
        "opening": prepared.opening,
    }


def _outlook(one: Outlook, prepared: Preparation) -> dict[str, Any]:
    """Where an engagement stands: its figures, and the stops that are late or due."""
    counts = one.counts
    return {
        "id": one.engagement.id,
        "line": figures(one, prepared.titles),
        "month": counts.month,
        "months": counts.months,
        "sessions_held": counts.held,
        "sessions": counts.agreed,
        "days_to_end": counts.until_end,
        "open": [
            {
                "framework": stop.milestone.do,
                "state": stop.state,
                "from": stop.first.isoformat() if stop.first else None,
                "until": stop.last.isoformat() if stop.last else None,
            }
            for stop in one.open
        ],
    }


def _agreed(one: AgreedDate) -> dict[str, Any]:
    return {
        "what": one.name,
        "with": one.room,
        "who": one.person or None,
        "framework": one.framework,
        "session": one.session,
        "agreed": one.agreed.isoformat(),
        "day": _day(one.when),
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
