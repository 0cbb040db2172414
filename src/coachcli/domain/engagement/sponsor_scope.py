"""What a sponsor may hear: as far as it was agreed, and the client agreed to it as well."""

from datetime import date
from typing import get_args

from coachcli.domain.engagement.model import Engagement, SponsorHears
from coachcli.domain.terms import Scope

SCOPES: frozenset[Scope] = frozenset(get_args(Scope))
"""All that there is to hear beyond dates."""
_AGREED: dict[SponsorHears | None, tuple[Scope, ...]] = {
    None: (),
    "nothing": (),
    "dates": (),
    "goals": ("goals",),
    "themes": ("goals", "themes"),
}


def sponsor_scopes(engagement: Engagement, by: date) -> frozenset[Scope]:
    """What a sponsor may hear beyond dates: what was agreed, without that to which the client had not agreed by a day.

    To each scope they agree by itself.
    """
    agreed = _AGREED[engagement.sponsor_hears]
    return frozenset(scope for scope in agreed if _has_agreed(engagement, scope, by))


def missing_consent(engagement: Engagement, by: date) -> Scope | None:
    """The scope that `sponsor_hears` names where the client had not agreed to it by a day."""
    named = next((scope for scope in SCOPES if scope == engagement.sponsor_hears), None)
    return named if named is not None and not _has_agreed(engagement, named, by) else None


def _has_agreed(engagement: Engagement, scope: Scope, by: date) -> bool:
    day = engagement.consents.get(scope)
    return day is not None and day <= by
