"""/last, during a call."""

from app.desk import FakeClock, Kept, Script, desk_of
from builders import FRAMEWORK, walked

from coachcli.app.call import loop
from coachcli.app.call.call import Call
from coachcli.domain.session.walk import Walk


def shown(card: list[str], *, discreet: bool = False) -> Script:
    """What there was to see when /last was typed and then a note."""
    script = Script(["/last", "a note"])

    def last_card(columns: int, rows: int) -> list[str]:
        assert (columns, rows) == script.page_size()
        return card

    desk = desk_of(Walk(FRAMEWORK, "Jane"), script, Kept(script.log), FakeClock(), last_card=last_card)
    loop.run(Call(desk, walked(), discreet=discreet))
    return script


def test_the_card_stands_there_until_the_next_line() -> None:
    assert [view.page for view in shown([" Session 2", " Actions"]).views] == [(), (" Session 2", " Actions"), ()]


def test_where_there_is_none_it_says_so() -> None:
    assert shown([]).views[1].remark == "There is no card of last time here."


def test_where_others_can_see_the_screen_it_stays_hidden() -> None:
    script = shown([" Session 2"], discreet=True)

    assert [view.page for view in script.views] == [(), (), ()]
    assert script.views[1].remark == "Notes are hidden now; /discreet shows them."
