"""The progress of a client as plain data, for programs."""

from collections.abc import Iterable, Sequence
from typing import Any

from coachcli.domain.client.coverage import Coverage
from coachcli.domain.client.perception import Others
from coachcli.domain.client.progress import Dated, Numbers, Progress
from coachcli.domain.history.goals import Nearness


def progress_data(told: Progress) -> dict[str, Any]:
    """All that is told, with every day."""
    return {
        "client": told.client,
        "client_name": told.name,
        "since": told.since.isoformat() if told.since else None,
        "goals": [
            {
                "what": one.what,
                "outcome": one.outcome or None,
                "closed": one.closed.isoformat() if one.closed else None,
                "numbers": _points(one.points),
            }
            for one in told.goals
        ],
        "numbers": [
            {"speaker": group.speaker or "client", "heading": group.heading, **_numbers(one)}
            for group in told.groups
            for one in group.numbers
        ],
        "actions": [
            {
                "what": one.what,
                "state": one.state,
                "on": one.on.isoformat() if one.on else None,
                "tags": list(one.tags),
            }
            for one in told.actions.all
        ],
        "values": _dated(told.values),
        "tags": _dated(told.tags),
        "areas": _covered(told.areas),
        "topics": _covered(told.topics),
    }


def _numbers(one: Numbers) -> dict[str, Any]:
    others = _others(one.others) if one.others else None
    return {"title": one.title, "from": one.low, "to": one.high, "numbers": _points(one.points), "others": others}


def _others(others: Others) -> dict[str, Any]:
    groups = [{"group": one.group, "people": one.people, "score": one.mean} for one in others.groups]
    return {"people": others.people, "score": others.score, "groups": groups}


def _points(points: Iterable[Nearness]) -> list[dict[str, Any]]:
    return [{"score": point.score, "on": point.on.isoformat()} for point in points]


def _dated(found: Iterable[Dated]) -> list[dict[str, Any]]:
    return [{"words": one.words, "days": [day.isoformat() for day in one.days]} for one in found]


def _covered(spots: Sequence[Coverage]) -> list[dict[str, Any]]:
    return [{"title": spot.title, "days": [day.isoformat() for day in spot.days]} for spot in spots]
