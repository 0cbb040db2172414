"""Which thing a coach means, when it takes a question to find out."""

from app.play import Chooser
from builders import FRIDAY

from coachcli.app.between.action_choice import Followable, meant
from coachcli.domain.client.model import Client
from coachcli.domain.history.open_items import Followed
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import When
from coachcli.domain.terms import Commitments
from coachcli.domain.value import changed


def thing(number: int, what: str, kind: Commitments = "action", *, alone: bool = False) -> Followed:
    one = Carried(kind, what, "jane-doe/1", When(words="friday", on=FRIDAY))
    return Followed(number, changed(one, room="alone", whose="coach") if alone else one)


THINGS = Followable(
    Client("jane-doe", "Jane Doe"),
    (
        thing(1, "Listen", alone=True),
        thing(2, "Lead", "goal"),
        thing(3, "her manager", "parked"),
        thing(4, "Rest"),
        thing(5, "send it", "promise"),
    ),
)


def test_what_can_be_picked_stands_in_the_order_of_the_list() -> None:
    chooser = Chooser(["Lead"])
    found = meant(THINGS, "", lambda: chooser, "done")

    assert found is not None
    assert found.number == 2
    assert chooser.asked == ["Done: which one?"]
    assert [row.partition(":")[0] for row in chooser.offered[0]] == ["Rest", "send it", "her manager", "Lead", "Listen"]
    assert chooser.offered[0][0] == "Rest: by Friday 27 November 2026"


def test_nobody_is_looked_for_where_it_is_clear() -> None:
    def ask() -> Chooser:
        raise AssertionError("nobody need be asked")

    found = meant(THINGS, "manager", ask, "done")

    assert found is not None
    assert found.number == 3
