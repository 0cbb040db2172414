"""What was agreed with clients: their engagements, and the titles of the frameworks on the roads of these."""

from collections.abc import Iterable

from coachcli.app.context import Context
from coachcli.app.framework.catalogue import list_frameworks
from coachcli.domain.client.outlook_words import Titles
from coachcli.domain.engagement.outlook import Outlook


def titles(context: Context, outlooks: Iterable[Outlook]) -> Titles:
    """The titles of all that these engagements speak of; no framework is looked at where they speak of none."""
    wanted = {framework for outlook in outlooks for framework in outlook.frameworks}
    if not wanted:
        return {}
    return {one.id: one.title for one in list_frameworks(context) if one.id in wanted and one.title}
