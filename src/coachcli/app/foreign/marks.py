"""A line of foreign notes as one of ours: with the sign it begins with, where the coach says that signs are meant."""

import re
from collections.abc import Iterator

from coachcli.domain.day.reader import DateReader
from coachcli.domain.foreign.blocks import Block, begins_with
from coachcli.domain.line.grammar import Expecting, Understood, read_line
from coachcli.domain.line.signs import SIGNS
from coachcli.domain.session.model import Note
from coachcli.domain.session.moves import Noted
from coachcli.domain.text import clean
from coachcli.domain.value import changed
from coachcli.patterns import pattern

ALL_SIGNS = "".join(SIGNS)


_MARKDOWN = pattern(r"^ {0,3}([*>])[ \t]+\S", re.MULTILINE)


def markdown_told(text: str) -> Iterator[str]:
    """What is to be said where signs are meant, and some are what Markdown begins a list or a quotation with."""
    found = {match[1] for match in _MARKDOWN.finditer(text)}
    if "*" in found:
        yield "A line that begins with  *  and a blank is an item of a list; an action is written  *Ask Sam."
    if ">" in found:
        yield "A line that begins with  >  and a blank is a quotation; a promise is written  >send the article."


def noted(block: Block, dates: DateReader | None) -> Note:
    """The note of a block, for the coach alone. Signs are read where there are `dates` to read actions by."""
    text = clean(block.text).strip("\n")
    if dates is not None and block.plain and begins_with(ALL_SIGNS, text):
        match read_line(text, Expecting(None, dates)):
            case Understood(move=Noted(note=note)):
                return changed(note, share_with="nobody")
    return Note(kind="note", text=text)
