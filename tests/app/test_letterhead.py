"""The letterhead that coach.yaml makes."""

from PIL import Image

from coachcli.app.context import Context, SystemClock
from coachcli.app.letterhead import letterhead
from coachcli.domain.page.letterhead import PLAIN, Letterhead
from coachcli.store.paths import Practice


def test_it_has_the_name_and_the_address_of_the_coach(practice: Practice) -> None:
    practice.root.mkdir(parents=True, exist_ok=True)
    (practice.root / "coach.yaml").write_text("me: {name: Alex Example, mail: alex@example.com}\n")

    assert letterhead(Context(practice, SystemClock())) == Letterhead("Alex Example", "alex@example.com")


def test_it_has_their_logo_and_their_colour(practice: Practice) -> None:
    practice.root.mkdir(parents=True, exist_ok=True)
    (practice.root / "coach.yaml").write_text("me: {logo: logo.png, colour: 1F4E79}\n")
    Image.new("RGB", (4, 2), "red").save(practice.root / "logo.png")
    made = letterhead(Context(practice, SystemClock()))

    assert made.colour == "#1f4e79"
    assert (made.logo or b"").startswith(b"\x89PNG")


def test_where_nothing_is_set_it_is_empty(practice: Practice) -> None:
    assert letterhead(Context(practice, SystemClock())) == PLAIN
