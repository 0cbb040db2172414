"""What a number was before, told once the new one was given: never before, and never where others see the screen."""

from coachcli.app.call.call import Call
from coachcli.domain.client.prep_words import short_day
from coachcli.domain.history.earlier_numbers import Given
from coachcli.domain.session.answers import number_words
from coachcli.domain.text import one_line


def told(call: Call) -> str:
    """The first number, the last one before today and today's, in a line; empty where none was given before."""
    if call.discreet or not call.session.turns:
        return ""
    *earlier, now = call.services.numbers(call.session, call.services.walk.framework) or (None,)
    if now is None or not earlier:
        return ""
    has_ends = len({(one.low, one.high) for one in (*earlier, now)}) > 1
    days = (f"{_score(one, has_ends=has_ends)} on {_day(one, now)}" for one in dict.fromkeys((earlier[0], earlier[-1])))
    about = one_line(call.session.turns[-1].item or "")
    return f"{about}{': ' if about else ''}{', '.join((*days, f'{_score(now, has_ends=has_ends)} now'))}"


def _score(given: Given, *, has_ends: bool) -> str:
    score = number_words(given.point.score)
    return f"{score} (of {given.low} to {given.high})" if has_ends else score


def _day(given: Given, now: Given) -> str:
    return short_day(given.point.at.date(), now.point.at.date())
