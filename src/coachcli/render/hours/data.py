"""The account of hours as plain data, for programs."""

from decimal import Decimal
from typing import Any

from coachcli.domain.hours.account import Account
from coachcli.domain.hours.needs import Need, Standing
from coachcli.domain.hours.sums import Sum, hours_of


def hours_data(account: Account) -> dict[str, Any]:
    """All sums, groups, and the way to each credential; hours have two decimals."""
    period = account.period
    return {
        "since": period.since.isoformat() if period.since else None,
        "until": min(period.until or account.today, account.today).isoformat(),
        "work": {work: _sum(one) for work, one in account.sums.items()},
        "held": {way or "not said": _number(hours_of(seconds)) for way, seconds in account.ways.items()},
        "by": account.by,
        "groups": [
            {"name": one.title, "coaching": _sum(one.coaching), "mentoring": _sum(one.mentoring)}
            for one in account.groups
        ],
        "credentials": [_standing(one) for one in account.standings],
        "left_out": account.left_out,
    }


def _sum(one: Sum) -> dict[str, Any]:
    return {
        "sessions": one.sessions,
        "earlier": one.rows,
        "hours": _number(hours_of(one.seconds)),
        "paid": _number(hours_of(one.paid)),
        "pro_bono": _number(hours_of(one.pro_bono)),
        "not_said": _number(hours_of(one.not_said)),
        "planned_only": {"sessions": one.unmeasured, "hours": _number(hours_of(one.planned * 60))},
    }


def _standing(one: Standing) -> dict[str, Any]:
    return {
        "id": one.credential.id,
        "title": one.credential.title,
        "confirmed": one.credential.confirmed,
        "needs": [_need(need) for need in one.needs],
        "does_not_count": list(one.aside),
        "unlisted": {"hours": _number(hours_of(one.unlisted)), "clients": one.unlisted_clients},
    }


def _need(need: Need) -> dict[str, Any]:
    return {
        "name": need.name,
        "there": _number(need.there),
        "asked": _number(need.asked),
        "missing": _number(need.missing),
    }


def _number(number: Decimal) -> float:
    return float(number)
