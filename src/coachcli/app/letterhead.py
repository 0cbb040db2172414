"""The letterhead of a practice, from what its coach has set about themselves."""

from coachcli.app.context import Context
from coachcli.domain.page.letterhead import Letterhead
from coachcli.domain.text import one_line
from coachcli.store import logo, settings


def letterhead(context: Context) -> Letterhead:
    """What stands above a page that is laid out."""
    me = settings.load(context.practice).me
    picture = logo.read(context.practice, me.logo) if me.logo else None
    return Letterhead(one_line(me.name), me.mail, picture, me.colour)
