"""What is looked for: words in plain letters, all in one note, and what else a note has to be."""

from datetime import date

import pytest
from builders import note

from coachcli.domain.find.query import Query, sought_in, split_line, texts_of
from coachcli.domain.session.model import Note, Reviewed, When


@pytest.mark.parametrize(
    ("said", "sought"),
    [
        (("Budget", "Café"), ("budget", "cafe")),
        (("next year", "board"), ("next year", "board")),
        (('"next year" board',), ("next year", "board")),
        (("“next year” board",), ("next year", "board")),
        (('5"',), ('5"',)),
        (("budget", "BUDGET"), ("budget",)),
        (("\u0301", "  "), ()),
    ],
)
def test_words_are_one_thing_each_and_what_is_quoted_is_one(said: tuple[str, ...], sought: tuple[str, ...]) -> None:
    assert sought_in(said) == sought


def test_a_line_has_words_and_quotes() -> None:
    assert split_line('budget "next year"') == ["budget", "next year"]


def test_all_words_are_in_one_note_as_parts_or_whole() -> None:
    query = Query(("bud", "gross"))

    assert query.fits(note("Große Budgets"), "client")
    assert not query.fits(note("Budgets"), "client")


def test_words_in_order_stand_in_one_text_also_over_the_end_of_a_line() -> None:
    assert Query(("next year",)).fits(note("by next\n  Year"), "client")
    assert not Query(("next year",)).fits(Note(kind="action", text="next", details={"who": "year"}), "client")


def test_kind_tag_and_room_narrow_it() -> None:
    one = note("a #Budget talk", "insight")

    assert Query(kind="insight").fits(one, "client")
    assert not Query(kind="quote").fits(one, "client")
    assert Query(tag="#budget").fits(one, "client")
    assert not Query(tag="#bud").fits(one, "client")
    assert not Query(("talk",), room="sponsor").fits(one, "client")


def test_every_word_that_somebody_wrote_is_looked_at() -> None:
    due, day = When(words="next friday", on=date(2026, 1, 2)), When(words="easter")
    reviewed = Reviewed(kind="action", what="call Ana", session="", outcome="done")
    whole = Note(
        kind="action", text="ask", chosen=("tense",), details={"support": "Sam"}, due=due, day=day, reviewed=reviewed
    )

    assert {*texts_of(whole)} == {"ask", "tense", "Sam", "next friday", "easter", "call Ana"}


def test_what_must_stand_in_the_file_has_no_blank_and_no_apostrophe() -> None:
    assert Query(("don't mind",), "insight", "#Größe").pieces == {b"don", b"t", b"mind", b"insight", b"#grosse"}


def test_of_a_kind_that_files_of_before_call_otherwise_nothing_must_stand_there() -> None:
    assert Query(kind="aim").pieces == frozenset()
