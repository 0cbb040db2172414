"""Pages of notes: all that was noted so far, the notes that hold a word, and the card of last time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from coachcli.app.call.call import Call
from coachcli.app.call.presence import HIDDEN
from coachcli.app.call.screen import noted
from coachcli.app.call.stage_map import stage_named, stage_titles
from coachcli.domain.history.search import around, notes_with
from coachcli.domain.room import has_person
from coachcli.domain.session.circle import Marked
from coachcli.domain.session.framework_change import stage_title
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.session.wording import asked_about
from coachcli.domain.value import Value
from coachcli.live.rows import wrapped
from coachcli.live.source import Line

_HEADING = " Noted so far"
# A page has so many rows that are not for notes: the heading, and one for a hint of the clock.
_AROUND = 2
_FEWEST = 3
# So many notes, each with where it was taken, fill about a screen.
_MOST_FOUND = 8


class _Block(Value, frozen=True):
    """Rows that stay on one page where they can; with the stage they belong to, and whether they are its title."""

    rows: tuple[str, ...]
    stage: str
    is_title: bool = False


def notes(call: Call, argument: str, line: Line) -> None:
    """Show all notes page by page, or those of one stage; where others see the screen, only how many there are."""
    stage = stage_named(call, argument) if argument else None
    if argument and stage is None:
        call.refuse(f"The stages are: {stage_titles(call)}.", line)
        return
    turns = [turn for turn in call.session.turns if turn.notes and (stage is None or turn.stage == stage.id)]
    if not turns:
        call.tell(f"Nothing is noted in {stage.title} yet." if stage else "Nothing is noted yet.")
    elif call.discreet:
        call.show((_HEADING, *_counted(call.session, turns)))
    else:
        columns, height = call.services.source.page_size()
        pages = _paged(_blocks(call.session, turns, columns), max(_FEWEST, height - _AROUND))
        call.show(*_titled(pages))


def _counted(session: Session, turns: Sequence[Turn]) -> Iterator[str]:
    for stage in _stages(turns):
        count = sum(len(turn.notes) for turn in turns if turn.stage == stage)
        yield f"   {stage_title(session, stage)}  {count} note{'' if count == 1 else 's'}"


def _stages(turns: Iterable[Turn]) -> list[str]:
    """The notes of each stage, the stages in the order in which the call first came to them."""
    return list(dict.fromkeys(turn.stage for turn in turns))


def _blocks(session: Session, turns: Sequence[Turn], columns: int) -> Iterator[_Block]:
    for stage in _stages(turns):
        title = stage_title(session, stage)
        yield _Block((f" {title}",), title, is_title=True)
        here = [turn for turn in turns if turn.stage == stage]
        for asked in dict.fromkeys(asked_about(turn) for turn in here):
            yield _Block(tuple(wrapped(asked, columns, "   ")), title)
            for text in (noted(note) for turn in here if asked_about(turn) == asked for note in turn.notes):
                yield _Block(tuple(wrapped(text, columns, "     ")), title)


def _paged(blocks: Iterable[_Block], height: int) -> list[list[str]]:
    """The blocks as pages of so many rows. No page ends with the title of a stage, and each begins with one."""
    pages: list[list[str]] = [[]]
    for block in blocks:
        needed = _FEWEST if block.is_title else min(len(block.rows), height - 1)
        if pages[-1] and height - len(pages[-1]) < needed:
            pages.append([] if block.is_title else [f" {block.stage}, continued"])
        for row in block.rows:
            if len(pages[-1]) == height:
                pages.append([f" {block.stage}, continued"])
            pages[-1].append(row)
    return pages


def _titled(pages: list[list[str]]) -> list[tuple[str, ...]]:
    if len(pages) == 1:
        return [(_HEADING, *pages[0])]
    return [(f"{_HEADING} · page {number} of {len(pages)}", *page) for number, page in enumerate(pages, 1)]


def find(call: Call, argument: str, line: Line) -> None:
    """Show the notes of this session that hold a word, each with its question, the newest last."""
    if call.discreet:
        call.tell(HIDDEN)
        return
    if not argument:
        call.refuse("Find what? For example: /find budget", line)
        return
    notes_found = notes_with(call.session, argument)
    if not notes_found:
        call.tell(f"Nothing here says {argument}.")
        return
    earlier = len(notes_found) - _MOST_FOUND
    more = [f"   … and {earlier} before these; a longer word finds fewer."] if earlier > 0 else []
    call.show((*more, *_rows_of_found(call.session, notes_found[-_MOST_FOUND:], argument)))


def _rows_of_found(session: Session, notes_found: list[tuple[Turn, Note]], word: str) -> list[str]:
    where = groupby(notes_found, key=lambda one: f" {stage_title(session, one[0].stage)} · {asked_about(one[0])}")
    return [row for place, ones in where for row in (place, *(_row_of_found(noted(note), word) for _, note in ones))]


def _row_of_found(shown: Marked, word: str) -> str:
    """The part of a note around a word; the mark of who sees the note is never cut."""
    return Marked(f"   {around(shown.words, word)}", shown.mark)


def last(call: Call, _argument: str, _line: Line) -> None:
    """Show last time's card in the place of the question, until the next line; not where somebody else is there."""
    if call.discreet:
        call.tell(HIDDEN)
        return
    if _others_are_there(call.session):
        call.tell("The card stays hidden while others than the client are there.")
        return
    card = call.services.last_card(*call.services.source.page_size())
    if card:
        call.show(tuple(card))
    else:
        call.tell("There is no card of last time here.")


def _others_are_there(session: Session) -> bool:
    """Whether somebody else than the client is in the room now; after the call they have gone."""
    turn = session.turns[-1] if session.turns else None
    return turn is not None and turn.phase != "after_call" and (turn.room == "three" or has_person(turn.room))
