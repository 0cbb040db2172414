"""What a sponsor may hear: what was agreed, and of that no more than the client agreed to."""

from datetime import date

import pytest
from engagements import engagement

from coachcli.domain.engagement.model import SponsorHears
from coachcli.domain.engagement.sponsor_scope import missing_consent, sponsor_scopes
from coachcli.domain.terms import Scope

DAY, BEFORE, AFTER = date(2026, 11, 20), date(2026, 9, 3), date(2026, 11, 21)


@pytest.mark.parametrize(
    ("hears", "consents", "scopes", "missing"),
    [
        (None, {"goals": BEFORE, "themes": BEFORE}, set(), None),
        ("nothing", {"goals": BEFORE, "themes": BEFORE}, set(), None),
        ("dates", {"goals": BEFORE, "themes": BEFORE}, set(), None),
        ("goals", {"goals": BEFORE, "themes": BEFORE}, {"goals"}, None),
        ("goals", {"goals": DAY}, {"goals"}, None),
        ("goals", {}, set(), "goals"),
        ("goals", {"goals": AFTER}, set(), "goals"),
        ("goals", {"themes": BEFORE}, set(), "goals"),
        ("goals", {"listed_for_credential": BEFORE}, set(), "goals"),
        ("themes", {"goals": BEFORE, "themes": BEFORE}, {"goals", "themes"}, None),
        ("themes", {"themes": BEFORE}, {"themes"}, None),
        ("themes", {"goals": BEFORE}, {"goals"}, "themes"),
        ("themes", {}, set(), "themes"),
    ],
)
def test_consent_to_one_is_none_to_the_other_and_what_was_not_agreed_needs_none(
    hears: SponsorHears | None, consents: dict[str, date], scopes: set[Scope], missing: Scope | None
) -> None:
    agreed = engagement(sponsor_hears=hears, consents=consents)

    assert sponsor_scopes(agreed, DAY) == scopes
    assert missing_consent(agreed, DAY) == missing
