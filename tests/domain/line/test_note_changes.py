"""Another kind for a note: as if it had been typed so, with nothing lost and nothing shared by surprise."""

import pytest
from builders import FRIDAY, note, read_date
from domain.strategies import KINDS, SOMETIMES, notes
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.line.note_changes import OF_WORDS, kinds_meant, mended, turned
from coachcli.domain.record_data import checked, without_nothing
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

    # What is to be passed on comes from its question alone.
    assert set(OF_WORDS) == set(KINDS) - typed - {"message"}


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

    assert checked(Note, without_nothing(new)) == new
    assert new.details == old.details
    assert new.text == old.text or new.due or new.confidence is not None


def mend(old: Note, new: Note, *, signed: bool = False) -> Note:
    return mended(old, new, read_date, signed=signed)


@pytest.mark.parametrize("kind", ["observation", "quote", "insight", "parked", "promise", "note", "takeaway"])
def test_words_without_a_sign_leave_it_what_it_is_and_whose_it_is(kind: Kind) -> None:
    old, new = note("a hypocrit", kind), note("a hypocrite", "insight" if kind != "insight" else "note", "client")

    assert mend(old, new) == note("a hypocrite", kind)


def test_a_sign_says_what_it_is_from_now_on() -> None:
    assert mend(note("she sees it", "note"), note("she sees it", "insight"), signed=True).kind == "insight"


@pytest.mark.parametrize("line", ["**Hunch**: afraid", "!first\nsecond"])
def test_what_is_for_the_coach_alone_only_now_is_shared_with_nobody(line: str) -> None:
    held = note(line)

    assert mend(note("the lead role", "topic", "client"), held, signed=True) == held
    assert mend(note("the lead role", "note", "client"), held, signed=True) == held
    assert mend(note("**Hunch**", "note", "client"), held, signed=True) == note(line, "note", "client")


def test_a_goal_stays_one_and_its_day_is_read_anew() -> None:
    old = Note(kind="goal", text="the lead role", share_with="client", details={"support": "Ana"})
    new = note("know if I want the lead role by friday")

    assert mend(old, new) == Note(
        kind="goal",
        text="know if I want the lead role",
        due=When(words="friday", on=FRIDAY),
        share_with="client",
        details={"support": "Ana"},
    )


def test_what_was_read_as_a_day_comes_back_as_words() -> None:
    new = Note(kind="action", text="call Ana", due=When(words="friday", on=FRIDAY), confidence=8, share_with="client")

    assert mend(note("call Ana", "option"), new) == note("call Ana by friday 8/10", "option")


def test_an_answer_takes_the_place_of_what_was_written_instead_of_it() -> None:
    yes = Note(kind="yesno", said_yes=True)

    assert mend(note("perhaps"), yes).said_yes
