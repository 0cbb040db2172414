"""What there is to say when a call is over."""

import pytest
from builders import (
    CLIENT,
    FRAMEWORK,
    FREE,
    IMPORTANCE,
    OF_THE_CALL,
    OPTIONS,
    framework_of,
    note,
    session_of,
    strings,
    turn_with,
    typed_in,
    walked,
)
from domain.strategies import KINDS, SOMETIMES, Way, ways
from hypothesis import given

from coachcli.domain.framework.checks import WasVisited
from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import LineQuestion
from coachcli.domain.session.closing_card import ClosingCard, StageTime, closing_card, discreet_card
from coachcli.domain.session.model import Booked, Session
from coachcli.domain.session.moves import Closed, Jumped, Noted, Paused
from coachcli.domain.session.walk import Walk, spend
from coachcli.domain.terms import Kind
from coachcli.domain.value import changed

FILES = ("2026-11-20-1400-short.yaml", "2026-11-20-1400-short.md")
ENDED = walked(Closed(), Closed(), Closed())
PAUSED = walked(Paused())


def card(session: Session, files: tuple[str, ...] = FILES) -> ClosingCard:
    return closing_card(Walk(FRAMEWORK, CLIENT), session, "Jane Doe", files)


def test_it_says_what_was_left_and_how_long_it_took() -> None:
    assert card(ENDED).heading == "Short with Jane Doe ended"
    assert card(PAUSED).heading == "Short with Jane Doe paused"
    assert card(spend(PAUSED, 49 * 60)).heading == "Short with Jane Doe paused, 49 minutes"


def test_a_call_written_up_later_has_no_times() -> None:
    session = changed(spend(ENDED, 600), written_up=ENDED.started)

    assert card(session).heading == "Short with Jane Doe ended"
    assert card(session).stages == ()


def test_each_stage_that_was_visited_has_its_time() -> None:
    session = session_of(
        *spend(walked(), 90).turns,
        changed(turn_with(question="goal"), stage="will", seconds=29),
        changed(turn_with(question="reflection", phase="after_call"), stage="middle", seconds=600),
    )

    assert card(session).stages == (StageTime("Opening", 2, 10), StageTime("Will", 0, 20))


def test_what_was_captured_is_counted_in_words() -> None:
    session = typed_in(
        walked(), ["tired", "very tired", '"why me?', "!aha", "*talk to Ana", ">send it", "?Lisbon", "~bored"]
    )

    assert card(session).captured == (
        "2 notes and answers",
        "1 insight",
        "1 action",
        "1 in their own words",
        "1 promise of mine",
        "1 parked",
        "1 for me alone",
    )


def test_what_was_named_along_the_way_is_counted_by_its_name() -> None:
    named = (note(kind="obstacle"), note(kind="resource"), note(kind="resource"), note(kind="value"))

    assert card(session_of(turn_with(*named))).captured == ("1 obstacle", "2 resources", "1 value")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_note_is_counted_once(kind: Kind) -> None:
    session = session_of(turn_with(note(kind=kind)))

    assert [words.split()[0] for words in card(session).captured] == ["1"]


def test_nothing_captured_is_not_counted() -> None:
    assert card(ENDED).captured == ()


def test_what_the_client_or_the_sponsor_may_see_is_counted() -> None:
    session = session_of(turn_with(note(), note(share_with="client"), note(share_with="sponsor")))

    assert card(session).shared == 2


def test_at_the_end_it_says_what_was_never_asked() -> None:
    session = walked(*(Jumped(question) for question in OF_THE_CALL[:-2]), Closed(), Closed(), Closed())

    assert card(session).never_asked == ("What will you do?", "Say thank you.")
    assert card(walked(Paused())).never_asked == ()


CHECKED = changed(
    FRAMEWORK, checks=(WasVisited(visited="middle", say="Nothing was noted in the middle, {client}, of {topic}."),)
)
UNMET = "Nothing was noted in the middle, Jane Doe, of trust."


def hints(session: Session, told: tuple[str, ...] = ()) -> tuple[str, ...]:
    return closing_card(Walk(CHECKED, CLIENT), session, "Jane Doe", FILES, told).hints


def test_at_the_end_it_says_what_is_worth_a_look() -> None:
    ended = typed_in(walked(Jumped("topic"), framework=CHECKED), ["trust"], CHECKED)
    for _ in range(3):
        ended = Walk(CHECKED, CLIENT).apply(ended, Closed(), ended.started)

    assert hints(ended) == (UNMET,)
    assert hints(ended, ("Said nowhere yet.",)) == ("Said nowhere yet.", UNMET)


def test_with_every_check_met_there_is_nothing_to_say() -> None:
    moves = (Jumped("importance"), Noted(note()), Closed(), Closed(), Closed())

    assert hints(walked(*moves, framework=CHECKED)) == ()


def test_while_a_session_is_paused_it_is_not_looked_over() -> None:
    assert hints(walked(Paused(), framework=CHECKED), ("Said nowhere yet.",)) == ()


def test_what_is_hidden_was_not_left_out() -> None:
    low = LineQuestion(id="low", type="line", ask="What is missing?", when="importance below 5")
    framework = framework_of(IMPORTANCE, low)
    ended = {score: typed_in(walked(framework=framework), [score, ""], framework) for score in ("3", "8")}
    asked = {
        score: closing_card(walk, walk.apply(session, Closed(), session.started), "Jane Doe", FILES).never_asked
        for score, session in ended.items()
        if (walk := Walk(framework, CLIENT))
    }

    assert asked == {"3": (), "8": ()}
    skipped = walked(Jumped("importance"), Closed(), framework=framework)
    assert closing_card(Walk(framework, CLIENT), skipped, "Jane Doe", FILES).never_asked == ()


def test_what_was_not_asked_of_several_things_is_named_for_each() -> None:
    fit = LineQuestion(id="fit", type="line", ask="Does {item} fit?")
    why = LineQuestion(id="why", type="line", ask="Why?")
    steps = (
        Step(id="listing", title="Listing", ask=(OPTIONS,)),
        Step(id="each", title="Each", for_each="options", ask=(fit, why)),
    )
    framework = Framework(id="looped", title="Looped", stages=(Stage(id="only", title="Only", steps=steps),))
    session = typed_in(walked(framework=framework), ["stay", "leave"], framework)
    ended = Walk(framework, CLIENT).apply(session, Closed(), session.started)

    assert closing_card(Walk(framework, CLIENT), ended, "Jane Doe", FILES).never_asked == (
        "Does stay fit?",
        "Why?",
        "Does leave fit?",
    )


def test_in_a_free_order_only_the_stages_that_were_visited_count() -> None:
    session = walked(Jumped("story"), Closed(), Closed(), Closed(), framework=FREE)

    assert closing_card(Walk(FREE, CLIENT), session, "Jane Doe", FILES).never_asked == (
        "What shall we work on?",
        "What could you do?",
    )


def test_it_says_how_to_go_on() -> None:
    shared = changed(ENDED, turns=(turn_with(note("lead", "goal", "client")),))

    assert card(shared).next_step == "The summary to send: coach session export jane-doe/2026-11-20-1400 --for client"
    assert card(ENDED).next_step == "To read it again: coach session show jane-doe/2026-11-20-1400"
    assert card(PAUSED).next_step.endswith("coach session resume jane-doe/2026-11-20-1400")
    assert card(ENDED).files == FILES


def test_of_a_rehearsal_nothing_was_kept() -> None:
    assert card(ENDED, ()).next_step == "This was a rehearsal: nothing was kept."
    assert card(ENDED, ()).files == ()


@SOMETIMES
@given(ways())
def test_no_note_is_left_out_of_the_count(way: Way) -> None:
    session = way.sessions()[-1]
    captured = closing_card(way.walk, session, "Jane Doe", FILES).captured

    assert sum(int(words.split()[0]) for words in captured) == len(list(session.notes))


def test_no_card_repeats_what_was_noted() -> None:
    session = walked(Noted(note("chrysanthemum")), Jumped("topic"), Noted(note("chrysanthemum", "quote")))

    assert "chrysanthemum" not in "".join(strings(card(changed(session, minutes=Booked(spent=3)))))


@pytest.mark.parametrize(
    ("status", "kept", "said", "next_step"),
    [
        ("ended", True, "Ended and saved.", "On a screen of your own: coach session after"),
        ("ended", False, "Ended.", ""),
        ("paused", True, "Paused and saved.", ""),
    ],
)
def test_where_others_can_see_the_card_says_nothing_of_the_call(
    status: str, kept: bool, said: str, next_step: str
) -> None:
    news = ("Another program changed this session.",)
    card = discreet_card(session_of(turn_with(note("rest", "action")), status=status), news, kept=kept)

    assert card == ClosingCard(said, (), (), 0, (), news, (), next_step)
