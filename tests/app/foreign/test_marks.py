"""A line as a note: with its sign where signs are meant, and never for anybody but the coach."""

from datetime import date

import pytest

from coachcli.app.foreign.marks import ALL_SIGNS, markdown_told, noted
from coachcli.domain.day.reader import DateReader
from coachcli.domain.foreign.blocks import blocks_of

BY = DateReader(date(2024, 3, 12), "DMY")


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ('"I am always the one', "quote", "I am always the one"),
        ("!trust comes first", "insight", "trust comes first"),
        ("*write to Sam by friday 8/10", "action", "write to Sam"),
        (">send the article", "promise", "send the article"),
        ("?the board", "parked", "the board"),
        ("~looks tired", "observation", "looks tired"),
        ("- !trust comes first", "insight", "trust comes first"),
        ("*", "note", "*"),
        ("*maybe* later", "note", "*maybe* later"),
        ("**Hunch**: tired", "note", "**Hunch**: tired"),
        ("~~struck out~~", "observation", "struck out~~"),
        ("![[board.png]]", "note", "![[board.png]]"),
        ("> quoted", "note", "> quoted"),
        ("/end", "note", "/end"),
        ("\\*so", "note", "\\*so"),
        ("#tag", "note", "#tag"),
        ("- *one\n  - and more", "note", "*one\n- and more"),
    ],
)
def test_a_sign_says_the_kind_only_where_signs_are_meant(line: str, kind: str, text: str) -> None:
    (signed,) = blocks_of(line, ALL_SIGNS)
    (bare,) = blocks_of(line)

    assert (noted(signed, BY).kind, noted(signed, BY).text) == (kind, text)
    assert (noted(bare, None).kind, noted(bare, None).text) == ("note", bare.text)
    assert {noted(signed, BY).share_with, noted(bare, None).share_with} == {"nobody"}


def test_a_day_is_one_after_the_session() -> None:
    (block,) = blocks_of("*write to Sam by friday 8/10", ALL_SIGNS)
    note = noted(block, BY)

    assert (note.due.on if note.due else None, note.confidence) == (date(2024, 3, 15), 8)


def test_what_begins_a_list_or_a_quotation_is_told_not_to_be_a_sign() -> None:
    assert [*markdown_told("so\n* Ask Sam\n> send her\n* again")] == [
        "A line that begins with  *  and a blank is an item of a list; an action is written  *Ask Sam.",
        "A line that begins with  >  and a blank is a quotation; a promise is written  >send the article.",
    ]
    assert [*markdown_told("*Ask Sam\n>send her\n**so** > and\n- so")] == []
