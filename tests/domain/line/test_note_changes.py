"""Another kind for a note: as if it had been typed so, with nothing lost and nothing shared by surprise."""

import pytest
from builders import FRIDAY, note, read_date
from domain.strategies import KINDS, SOMETIMES, notes
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.line.note_changes import OF_WORDS, kinds_meant, turned
from coachcli.domain.session.answers import is_answer
from coachcli.domain.session.model import Note, Score, When
from coachcli.domain.session.wording import in_words
from coachcli.domain.terms import Kind, ShareWith

ACTION = Note(
    kind="action",
    text="Ask Sam",
    due=When(words="friday", on=FRIDAY),
    confidence=8,
    details={"support": "Ana"},
    share_with="client",
)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("insight", ["insight"]),
        ("Insights", ["insight"]),
        ("ins", ["insight"]),
        ("o", ["option", "obstacle", "observation"]),
        ("!", ["insight"]),
        ("*", ["action"]),
        ("~", ["observation"]),
        ("scale", []),
        ("", []),
    ],
)
def test_a_kind_goes_by_its_name_its_beginning_or_its_sign(name: str, meant: list[Kind]) -> None:
    assert kinds_meant(name) == meant


def test_every_kind_that_words_can_have_is_there_and_no_answer() -> None:
    typed = {"scale", "choice", "choices", "yesno", "date", "number", "review"}

    assert set(OF_WORDS) == set(KINDS) - typed


def test_an_action_reads_its_day_and_score_from_the_words() -> None:
    action = turned(note("Ask Sam by friday 8/10"), "action", read_date, None)

    assert in_words(action) == "Ask Sam · by Friday 27 November 2026 · 8/10"
    assert action.share_with == "client"


def test_what_an_action_was_told_stays_with_it_in_any_kind() -> None:
    insight = turned(ACTION, "insight", read_date, None)

    assert in_words(insight) == in_words(ACTION)
    assert insight.share_with == "nobody"
    assert turned(insight, "action", read_date, None) == ACTION


def test_a_block_stays_as_it_is() -> None:
    block = note("one\ntwo by friday")

    assert turned(block, "action", read_date, None).text == block.text


@pytest.mark.parametrize(
    ("old", "kind", "marked", "share"),
    [
        (note("x"), "insight", None, "nobody"),
        (note("x"), "goal", None, "client"),
        (note("x"), "goal", "nobody", "nobody"),
        (note("x", "topic", "client"), "insight", "client", "nobody"),
        (note("x", "takeaway", "client"), "observation", None, "nobody"),
        (note("x", "observation"), "action", "client", "nobody"),
        (note("x", "action", "nobody"), "takeaway", None, "nobody"),
    ],
)
def test_it_is_shared_as_if_it_had_been_typed_so_and_what_was_kept_back_stays_so(
    old: Note, kind: Kind, marked: ShareWith | None, share: ShareWith
) -> None:
    assert turned(old, kind, read_date, marked).share_with == share


def test_an_answer_is_told_from_words() -> None:
    assert is_answer(Note(kind="scale", scale=Score(score=7, low=1, high=10)))
    assert is_answer(Note(kind="takeaway", chosen=("rest",)))
    assert not is_answer(ACTION)


@SOMETIMES
@given(notes(OF_WORDS), st.sampled_from(OF_WORDS))
def test_every_word_stays(old: Note, kind: Kind) -> None:
    new = turned(old, kind, read_date, None)

    assert Note.model_validate(new.model_dump(by_alias=True)) == new
    assert new.details == old.details
    assert new.text == old.text or new.due or new.confidence is not None
