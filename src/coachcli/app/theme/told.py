"""The themes that an audience may be told, for whatever leaves the house."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.app.theme.interviews import known_interviews
from coachcli.domain.terms import Audience
from coachcli.domain.theme.lines import ToldTheme, themes_for
from coachcli.errors import CoachError


class ToldThemes(NamedTuple):
    """The lines that may be read, in the order in which they were written, and what was passed over."""

    lines: tuple[ToldTheme, ...]
    passed_over: tuple[CoachError, ...]

    def words(self, is_told: Callable[[date], bool]) -> tuple[str, ...]:
        """The words of the lines of some days."""
        return tuple(one.words for one in self.lines if is_told(one.on))


def told_themes(context: Context, client_id: str, audience: Audience, engagement: str | None = None) -> ToldThemes:
    """The lines about a client that an audience may read; for the sponsor, of that engagement alone."""
    known = known_interviews(context, client_id)
    return ToldThemes(themes_for(audience, known.themes, known.floor, engagement), known.passed_over)
