"""Notes that were found, as rows to read: by session, each under its question, with the words that were looked for."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from coachcli.cells import cut, wrap
from coachcli.command_line import command
from coachcli.domain.find.excerpt import Piece, excerpt
from coachcli.domain.find.occasion import Finding, Occasion
from coachcli.domain.note_kinds import NOTE_KINDS
from coachcli.domain.session.wording import full_date, in_words
from coachcli.domain.text import one_line, visible

MARK = "**"
"""Stands around a word that was looked for, where it cannot be set in bold."""
_NARROWEST = 20
_MOST_OF_A_QUESTION = 75
# The names of these say that the coach did.
_SAY_WHO = frozenset({"promise", "observation"})


class FoundRow(NamedTuple):
    """A row: how far it is set in, its pieces, and whether it is a command, which is never broken."""

    indent: int
    pieces: tuple[Piece, ...]
    is_command: bool = False
    is_title: bool = False


def rows(occasions: Iterable[Occasion], words: Sequence[str]) -> Iterator[FoundRow]:
    """All that was found, the newest first, with an empty row between two sessions."""
    for number, one in enumerate(occasions):
        if number:
            yield FoundRow(0, ())
        yield FoundRow(0, ((_title(one), False),), is_title=True)
        for asked, findings in groupby(one.findings, key=lambda finding: finding.asked):
            if asked:
                yield FoundRow(2, ((cut(one_line(asked), _MOST_OF_A_QUESTION), False),))
            yield from (FoundRow(4, _pieces(finding, words)) for finding in findings)
        yield FoundRow(2, ((_opening(one), False),), is_command=True)


def plain_text(found: Iterable[FoundRow], width: int | None) -> str:
    """The rows with plain marks, folded to a width."""
    return "".join(f"{row}\n" for one in found for row in _folded(one, width))


def counted(occasions: Sequence[Occasion]) -> str:
    """How much was found, for a screen that others see."""
    notes, sessions = sum(len(one.findings) for one in occasions), sum(1 for one in occasions if one.session)
    between = sum(len(one.findings) for one in occasions if not one.session)
    where = [f"{sessions} session{'' if sessions == 1 else 's'}"] if sessions else []
    where += [f"the time between sessions ({between})" if sessions else "the time between sessions"] if between else []
    return f"{notes} note{'' if notes == 1 else 's'}, in {' and in '.join(where)}.\n"


def _folded(row: FoundRow, width: int | None) -> list[str]:
    text = visible("".join(f"{MARK}{part}{MARK}" if is_sought else part for part, is_sought in row.pieces))
    indent = " " * row.indent
    if width is None or row.is_command or not text:
        return [f"{indent}{text}"]
    return wrap(text, max(_NARROWEST, width - 1), indent, f"{indent}  ")


def _title(one: Occasion) -> str:
    what = one.title if one.session else "between sessions"
    there = [one.there] if one.there else []
    return " · ".join([full_date(one.at.date()), one.name, what, *there, *(["in the trash"] if one.in_trash else [])])


def _pieces(finding: Finding, words: Sequence[str]) -> tuple[Piece, ...]:
    note = finding.note
    number = f"{finding.number}  " if finding.number else ""
    label = ", ".join(_labels(finding))
    first, last = ("“", "”") if NOTE_KINDS[note.kind].style == "quote" else ("", "")
    before = f"{number}{label}{': ' if label else ''}{first}"
    return tuple(piece for piece in ((before, False), *excerpt(in_words(note), words), (last, False)) if piece[0])


def _labels(finding: Finding) -> Iterator[str]:
    """Who said it, and what it is, where that does not speak for itself."""
    kind = NOTE_KINDS[finding.note.kind]
    if finding.said_by and finding.note.kind not in _SAY_WHO:
        yield finding.said_by
    if not kind.speaks_for_itself and kind.style != "quote":
        yield kind.name


def _opening(one: Occasion) -> str:
    """The command that shows it where it was said."""
    if one.in_trash:
        return command("session", "restore", one.session)
    if one.session:
        return command("session", "show", one.session, "--at", str(one.findings[0].number))
    noun = "goal" if all(finding.note.kind == "goal" for finding in one.findings) else "action"
    return command(noun, "list", one.client, "--all")
