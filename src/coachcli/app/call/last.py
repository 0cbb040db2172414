"""/last: what was on the card before this call, shown during it."""

from coachcli.app.call.call import Call
from coachcli.app.call.presence import HIDDEN
from coachcli.live.source import Line


def last(call: Call, _argument: str, _line: Line) -> None:
    """Show last time's card until the next line."""
    if call.discreet:
        call.remark = HIDDEN
        return
    card = call.desk.last_card(*call.desk.source.page_size())
    if card:
        call.page = tuple(card)
    else:
        call.remark = "There is no card of last time here."
