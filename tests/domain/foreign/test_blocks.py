"""A text is cut into headings, paragraphs and list items, and no word of it is lost or changed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.foreign.blocks import begins_with, blocks_of

SIGNS = '"!*>?~'
# What means something in Markdown, and words.
PIECES = st.sampled_from([
    "# Goal", "## Now ##", "Title", "===", "---", "- one", "  - two", "\t- three", "1. first", "10) tenth", "* star",
    "> quoted", "> [!note] so", ">promise", "```", "~~~~", "    deep", "| a | b |", "|---|---|", "![[x.png]]",
    "[[link]] #tag", "!mark", '"said', "*do it by friday", "", " ", "~ hm", "***", "- ", "-", "#", "- [ ] box", "%%c%%",
])  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])))).map(
    "\n".join
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def blocks(text: str, signs: str = "") -> list[str]:
    return [f"{'#' * block.level}{block.text}" for block in blocks_of(text, signs)]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),
        ("- one\n- two", ["one", "two"]),
        ("- one\n  - deeper\n    - and deeper\n- two", ["one\n- deeper\n  - and deeper", "two"]),
        ("* one\n\t+ deeper\n* two", ["one\n  + deeper", "two"]),
        ("- one\ngoes on\n\nand this is new", ["one\ngoes on", "and this is new"]),
        ("- one\n\n  goes on\n- two", ["one\n\ngoes on", "two"]),
        ("1. one\n2. two", ["1. one", "2. two"]),
        ("- [ ] to do\n- [x] done", ["[ ] to do", "[x] done"]),
        ("# One\ntext\n## Two ##\nC# and F#\n#tag", ["#One", "text", "##Two", "C# and F#\n#tag"]),
        ("One\n===\ntext\n\nTwo\n---", ["#One", "text", "##Two"]),
        ("one\n\n---\n\ntwo\n***", ["one", "two"]),
        ("> [!note] so\n> and\n>\n> so\n\ntext", ["> [!note] so\n> and\n>\n> so", "text"]),
        ("a\n```py\n# no heading\n\n- no item\n```\nb", ["a", "```py\n# no heading\n\n- no item\n```", "b"]),
        ("- one\n  ```\n  - no item\n# none\n  ```\n- two", ["one\n```\n- no item\n# none\n```", "two"]),
        ("```\nnever closed\n# none", ["```\nnever closed\n# none"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["| a | b |\n|---|---|\n| 1 | 2 |"]),
    ],
)  # fmt: skip
def test_what_belongs_together_stays_together(text: str, there: list[str]) -> None:
    assert blocks(text) == there


def test_a_line_with_a_sign_is_a_block_where_signs_are_meant() -> None:
    text = 'a thought\n"said\n!seen\nanother\n>mine\n> quoted\nand so on'

    assert blocks(text) == [text.partition("\n>")[0], ">mine\n> quoted\nand so on"]
    assert blocks(text, SIGNS) == ["a thought", '"said', "!seen", "another", ">mine", "> quoted\nand so on"]


@pytest.mark.parametrize("line", ["![[x.png]]", "![so](x.png)", "> quoted", ">", ">[!note]", "~~~", "text", ""])
def test_what_markdown_has_there_is_no_sign(line: str) -> None:
    assert not begins_with(SIGNS, line)


@given(TEXTS, st.sampled_from(["", SIGNS]))
def test_no_word_is_lost_and_none_comes_out_of_its_place(text: str, signs: str) -> None:
    assert words(" ".join(block.text for block in blocks_of(text, signs))) == words(text)


def test_a_line_of_a_megabyte_is_read_at_once() -> None:
    for line in ("# " + " " * 1_000_000 + "x", "-" * 1_000_000 + "x", "#" * 1_000_000, "- " * 500_000, "* " * 500_000):
        assert words(" ".join(blocks(line))) == words(line)
