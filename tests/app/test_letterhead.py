"""The letterhead that coach.yaml makes."""

from coachcli.app.context import Context, SystemClock
from coachcli.app.letterhead import letterhead
from coachcli.domain.page.letterhead import PLAIN, Letterhead
from coachcli.store.paths import Practice


def test_it_has_the_name_and_the_address_of_the_coach(practice: Practice) -> None:
    practice.root.mkdir(parents=True, exist_ok=True)
    (practice.root / "coach.yaml").write_text("me: {name: Alex Example, mail: alex@example.com}\n")

    assert letterhead(Context(practice, SystemClock())) == Letterhead("Alex Example", "alex@example.com")


def test_where_nothing_is_set_it_is_empty(practice: Practice) -> None:
    assert letterhead(Context(practice, SystemClock())) == PLAIN
