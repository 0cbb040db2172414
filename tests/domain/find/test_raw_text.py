"""Files that are passed over unread: whatever is in a note, none that holds what is looked for is among them."""

from pathlib import Path

import pytest
from builders import session_of, turn_with
from domain.strategies import OFTEN, notes
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.find import raw_text
from coachcli.domain.find.query import Query, texts_of
from coachcli.domain.find.raw_text import may_hold
from coachcli.domain.plain_letters import plain_letters
from coachcli.domain.session.model import Note
from coachcli.domain.terms import Kind
from coachcli.store.session import records
from coachcli.store.session.sessions import text_of

# Long enough for blocks, and with all that YAML quotes, escapes or folds.
LONG = st.text(
    st.sampled_from("abcdeuAEBßéÜu\u0308ﬁ’'\"`\\:#-{}[],&*!|>%@ \n\t\u00a0\u0085\u2028\ufeff😀…Ως"), max_size=120
)
ANY = st.one_of(notes(), st.builds(Note, kind=st.just("note"), text=LONG | st.text(max_size=90)))


def _written(*taken: Note) -> bytes:
    return text_of(session_of(turn_with(*taken)))


@OFTEN
@given(st.data(), st.lists(ANY, min_size=1, max_size=3))
def test_no_part_of_what_was_written_is_lost(data: st.DataObject, taken: list[Note]) -> None:
    raw = _written(*taken)
    read = records.parsed(Path("x.yaml"), raw)
    assert read.data
    words = [plain_letters(text) for note in taken for text in texts_of(note)]
    text = data.draw(st.sampled_from(words))
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))].strip()

    assert may_hold(raw, Query((part,) if part else ()).pieces)


@pytest.mark.parametrize("kind", ["insight", "aim", "scale"])
def test_no_kind_is_lost(kind: Kind) -> None:
    assert may_hold(_written(Note(kind=kind, text="x")), Query(kind=kind).pieces)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (rb'text: "b\u00fcdget"', "budget"),
        (b'text: "bud\\\n  get"', "budget"),
        (b"text: 'don''t'", "don't"),
        ("text: BÜDGET".encode(), "budget"),
        ("text: bu\u0308dget".encode(), "budget"),
        ("text: Strasse, Straße".encode(), "straße"),
        ("text: eﬃcient".encode(), "efficient"),
        (b"text: >\n  next\n  year", "next year"),
        (b"text: caf\xe9 budget", "nothing like it"),
    ],
)
def test_however_a_file_spells_it(raw: bytes, word: str) -> None:
    assert may_hold(raw, Query((plain_letters(word),)).pieces)


@pytest.mark.parametrize("raw", [b"text: bud get", "text: b\u00f8dget ö".encode(), b""])
def test_a_file_without_it_is_passed_over(raw: bytes) -> None:
    assert not may_hold(raw, Query(("budget",)).pieces)


def test_a_reading_that_knows_no_escapes_would_lose_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_text, "plain_letter", lambda sign: sign)

    assert not may_hold("text: Büdget".encode(), [b"budget"])
