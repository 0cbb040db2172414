"""Who has an open thing after the end of the work."""

import pytest

from coachcli.domain.engagement.settlement import Heir, heir
from coachcli.domain.session.carried import Carried
from coachcli.domain.terms import Commitments, Room, Whose


@pytest.mark.parametrize(
    ("kind", "room", "whose", "who_has_it"),
    [
        ("action", "client", "client", "client"),
        ("goal", "three", "client", "client"),
        ("parked", "client", "client", "client"),
        ("promise", "client", "coach", "coach"),
        ("action", "sponsor", "coach", "coach"),
        ("action", "alone", "coach", "coach"),
        ("message", "sponsor", "coach", "nobody"),
        ("action", "three", "sponsor", "nobody"),
        ("action", "sponsor", "client", "nobody"),
        ("action", "client", "other", "nobody"),
    ],
)
def test_only_what_was_with_the_client_and_is_theirs_goes_to_them(
    kind: Commitments, room: Room, whose: Whose, who_has_it: Heir
) -> None:
    assert heir(Carried(kind, "Something", "", room=room, whose=whose)) == who_has_it
