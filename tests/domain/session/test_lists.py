"""A list that is brought again: kept by Enter, added to by words, and without a line that is dropped."""

from builders import NOW, STORY, framework_of, note, unbegun

from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion
from coachcli.domain.session.lists import Lists, at_hand, brings_again, waiting
from coachcli.domain.session.model import Session
from coachcli.domain.session.moves import (
    Answered,
    Backed,
    Dropped,
    Jumped,
    KeptList,
    Move,
    Nexted,
    Noted,
    Passed,
    Skipped,
    Undone,
)
from coachcli.domain.session.undo import History
from coachcli.domain.session.walk import Walk

AREAS = LineQuestion(id="areas", type="line", ask="What should move?", many=5, again="areas", share_with="client")
EACH = NoteQuestion(id="each", type="note", ask="How is {item}?")
FRAMEWORK = Framework(
    id="small",
    title="Small",
    stages=(
        Stage(id="areas", title="Areas", ask=(AREAS,)),
        Stage(id="each", title="Each", steps=(Step(id="one", title="One", for_each="areas", ask=(EACH,)),)),
    ),
)
LISTS: Lists = {"areas": (note("Delegating", share_with="client"), note("Sleep", share_with="client"))}


def after(*moves: Move | Undone, framework: Framework = FRAMEWORK, lists: Lists = LISTS) -> Session:
    walk = Walk(framework, "Jane", lists=lists)
    history = History(walk.begin(unbegun(framework), NOW))
    for move in moves:
        history = history.after(walk, move, NOW)
    return history.present


def lines(session: Session) -> list[str]:
    return [one.text for one in at_hand(LISTS, FRAMEWORK, session)]


def noted(session: Session) -> list[str]:
    return [one.text for _, one in session.notes]


def items(session: Session) -> list[str | None]:
    """What the questions after the list are about."""
    return [stop.item for stop in Walk(FRAMEWORK, "Jane").route.stops(session) if stop.place.question == EACH]


def test_a_list_waits_at_its_question_and_is_not_in_the_session_yet() -> None:
    assert lines(after()) == ["Delegating", "Sleep"]
    assert noted(after()) == []


def test_kept_it_is_written_down_and_the_questions_after_it_run_over_it() -> None:
    session = after(KeptList(), Passed())

    assert noted(session) == ["Delegating", "Sleep"]
    assert items(session) == ["Delegating", "Sleep"]
    assert session.turns[-1].item == "Delegating"
    assert session.turns[0].again == "areas"


def test_words_add_a_line_to_what_is_kept() -> None:
    assert noted(after(Answered(note("Rest")))) == ["Delegating", "Sleep", "Rest"]


def test_a_line_is_dropped_and_the_rest_is_kept() -> None:
    assert noted(after(Dropped(1))) == ["Sleep"]
    assert noted(after(Answered(note("Rest")), Dropped(2))) == ["Delegating", "Rest"]
    assert noted(after(KeptList(), Dropped(3))) == ["Delegating", "Sleep"]


def test_what_is_noted_beside_it_keeps_nothing_and_drops_nothing() -> None:
    session = after(Noted(note("She smiled", kind="observation")))

    assert noted(session) == ["She smiled"]
    assert lines(session) == ["Delegating", "Sleep"]


def test_whoever_leaves_the_question_has_given_no_list_and_finds_it_again_on_coming_back() -> None:
    for move in (Skipped(), Nexted()):
        assert noted(after(move)) == []
        assert lines(after(move, Jumped("areas"))) == ["Delegating", "Sleep"]


def test_back_at_the_question_the_list_is_as_it_was_left() -> None:
    session = after(Dropped(1), Answered(note("Rest")), Passed(), Backed())

    assert lines(session) == ["Sleep", "Rest"]
    assert noted(session) == ["Sleep", "Rest"]


def test_a_line_is_dropped_on_a_later_visit_too() -> None:
    assert noted(after(KeptList(), Passed(), Backed(), Dropped(2))) == ["Delegating"]


def test_one_undo_takes_back_what_was_typed_and_all_that_was_kept_with_it() -> None:
    for move in (KeptList(), Answered(note("Rest")), Dropped(1)):
        session = after(move, Undone())
        assert noted(session) == []
        assert lines(session) == ["Delegating", "Sleep"]


def test_added_to_an_ended_session_its_lines_say_so() -> None:
    walk = Walk(FRAMEWORK, "Jane", lists=LISTS)
    session = walk.apply(unbegun(FRAMEWORK, amending=NOW), Jumped("areas"), NOW)

    assert [one.added for _, one in walk.apply(session, KeptList(), NOW).notes] == [NOW, NOW]


def test_a_question_that_brings_nothing_again_has_no_list() -> None:
    framework = framework_of(STORY)
    session = after(framework=framework)

    assert not brings_again(STORY)
    assert waiting(LISTS, framework, session) == at_hand(LISTS, framework, session) == ()
    assert noted(after(KeptList(), framework=framework)) == []


def test_without_an_earlier_list_the_lines_typed_are_the_list() -> None:
    session = after(Answered(note("Rest")), Answered(note("Order")), Dropped(1), lists={})

    assert noted(session) == ["Order"]
