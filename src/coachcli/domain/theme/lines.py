"""Themes: lines that the coach wrote about what several people said, and who else may read them.

This is the one place that decides it. Whoever may read a line reads its words and nothing besides: no tag, no group,
and no count, as the next count would tell what the one person in between has said.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note
from coachcli.domain.tags import tags_in, without_tags
from coachcli.domain.terms import Audience
from coachcli.domain.text import one_line
from coachcli.domain.theme.floor import LEAST_FLOOR
from coachcli.domain.theme.interviews import Interview, in_engagement, people_with
from coachcli.domain.value import Value


class Theme(Value, frozen=True):
    """A line with its number in the list. `people` is how many it rests on, `in_engagement` how many of these there."""

    number: int
    entry: Entry
    note: Note
    people: int
    in_engagement: int = 0

    @property
    def words(self) -> str:
        """The line without its tag."""
        return one_line(without_tags(self.note.text))

    @property
    def tags(self) -> tuple[str, ...]:
        """What backs it; a line has one tag, unless somebody wrote more into the file."""
        return tuple(tags_in(self.note.text))


class ToldTheme(Value, frozen=True):
    """A line as others may read it, and the day on which the coach wrote it, by which it belongs to a report."""

    words: str
    on: date


def themes(entries: Iterable[Entry], held: Sequence[Interview]) -> tuple[Theme, ...]:
    """Every line in the order in which they were written, with what it rests on today."""
    written = ((entry, note) for entry in entries for note in entry.notes if note.kind == "theme")
    return tuple(_theme(number, entry, note, held) for number, (entry, note) in enumerate(written, 1))


def themes_for(
    audience: Audience, written: Iterable[Theme], floor: int, engagement: str | None = None
) -> tuple[ToldTheme, ...]:
    """What an audience may read: the lines marked for it that rest on enough people.

    A sponsor is told of one engagement: a line has to belong to it, and to rest on enough people asked in it. What a
    client reads of one engagement has no line of another.
    """
    told = (one for one in written if one.words and may_read(audience, one, floor, engagement))
    return tuple(ToldTheme(one.words, one.entry.at.date()) for one in told)


def may_read(audience: Audience, theme: Theme, floor: int, engagement: str | None = None) -> bool:
    """Whether an audience may read a line."""
    if audience == "me":
        return True
    share, least = theme.note.share_with, max(floor, LEAST_FLOOR)
    is_of_it = engagement is not None and theme.entry.engagement == engagement
    if audience == "client":
        is_of_another = None not in {engagement, theme.entry.engagement} and not is_of_it
        return share in {"client", "sponsor"} and theme.people >= least and not is_of_another
    return share == "sponsor" and is_of_it and min(theme.people, theme.in_engagement) >= least


def rests_on(text: str, held: Sequence[Interview], engagement: str | None = None) -> int:
    """On how many people a line rests: those with its tag, in all interviews or in those of one engagement."""
    among = held if engagement is None else in_engagement(held, engagement)
    return min((people_with(tag, among) for tag in tags_in(text)), default=0)


def _theme(number: int, entry: Entry, note: Note, held: Sequence[Interview]) -> Theme:
    within = rests_on(note.text, held, entry.engagement) if entry.engagement else 0
    return Theme(number, entry, note, rests_on(note.text, held), within)
