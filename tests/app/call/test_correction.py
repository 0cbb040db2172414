"""What is changed about a note that was taken: its words, its kind, who may see it."""

import pytest
from app.scripted_call import Sitting, Step, play
from builders import ACTIONS, FRAMEWORK, IMPORTANCE, STORY, TOPIC, framework_of, walked

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.questions import LineQuestion
from coachcli.domain.room import ROOMS
from coachcli.domain.session.moves import Jumped
from coachcli.domain.terms import Room
from coachcli.domain.value import changed
from coachcli.live.source import Entered, Line, Pressed, Recalled


def held(*steps: Step, framework: Framework = FRAMEWORK) -> Sitting:
    return play(framework, walked(framework=framework), steps)


def at(question: str, *steps: Step) -> Sitting:
    return play(FRAMEWORK, walked(Jumped(question)), steps)


def given_back(sitting: Sitting) -> Line:
    """What stands on the line at the last prompt."""
    return sitting.script.lines[-1]


def kinds(sitting: Sitting) -> list[tuple[str, str]]:
    return [(note.kind, note.text) for _, note in sitting.session.notes]


# Rewriting


def test_a_rewritten_note_stays_where_it_was_and_with_whom_it_was_shared() -> None:
    sitting = held("!it is the commute", "/share sponsor", Recalled(), "!it is the bus")
    (note,) = [note for _, note in sitting.session.notes]

    assert (note.kind, note.text, note.share_with) == ("insight", "it is the bus", "sponsor")


@pytest.mark.parametrize("typed", ['"it is loud', "!so it is", "~hm", "//slash", "\\!not a sign"])
def test_a_note_comes_back_as_it_was_typed(typed: str) -> None:
    assert given_back(held(typed, Recalled())) == Line.ending(typed)


def test_while_rewriting_the_prompt_says_so() -> None:
    view = held("one", Recalled()).script.views[-1]

    assert view.prompt == "rewriting "
    assert view.cue == "Enter saves. Empty deletes."
    assert view.escapes


ASK = "*Ask Sam by friday 8/10"
LEFT = Pressed("leave", Line.ending("half a thought"))


@pytest.mark.parametrize(
    ("line", "echo"),
    [
        ("*Ask Sam by monday 8/10", "* action: Ask Sam · by Monday 23 November 2026 · 8/10  → client"),
        ("*Ask Sam by friday 5/10", "* action: Ask Sam · by Friday 27 November 2026 · 5/10  → client"),
        (f"{ASK} · support: Ann", "* action: Ask Sam · by Friday 27 November 2026 · 8/10 · support: Ann  → client"),
    ],
    ids=["day", "score", "support"],
)
def test_the_day_the_score_and_the_details_of_an_action_are_rewritten_too(line: str, echo: str) -> None:
    sitting = held(ASK, Recalled(), line)

    assert given_back(held(ASK, Recalled())) == Line.ending(ASK)
    assert sitting.script.said[-1] == f"corrected: {echo}"
    assert len(sitting.session.turns[0].notes) == 1


def test_details_come_back_on_the_line_and_are_taken_away_there() -> None:
    told = f"{ASK} · support: Ann"

    assert given_back(held(ASK, Recalled(), told, Recalled())) == Line.ending(told)
    (note,) = [note for _, note in held(ASK, Recalled(), told, Recalled(), ASK).session.notes]
    assert note.details == {}


def test_who_does_it_is_told_at_the_end_of_the_line_too() -> None:
    for first in (ASK, "I may ask Sam"):
        (note,) = [note for _, note in held(first, Recalled(), "*Ask Sam by friday, who: me").session.notes]

        assert (note.text, note.details) == ("Ask Sam", {"who": "coach"})


def test_edit_with_words_leaves_what_it_does_not_show_as_it_was() -> None:
    (note,) = [note for _, note in held(ASK, Recalled(), f"{ASK} · support: Ann", "/edit Ask Tom").session.notes]

    assert (note.text, note.details) == ("Ask Tom", {"support": "Ann"})


def test_a_note_that_is_put_back_and_not_changed_is_the_same_to_the_letter() -> None:
    sitting = held(ASK, Recalled(), ASK)

    assert sitting.script.said == held(ASK).script.said
    assert sitting.session.turns[0].notes == held(ASK).session.turns[0].notes


def test_a_rewriting_that_is_left_changes_nothing_and_leaves_an_empty_line() -> None:
    sitting = held("one", Recalled(), LEFT, "two")

    assert sitting.words == ["one", "two"]
    assert sitting.script.lines[3] == Line()


def test_nothing_of_a_rewriting_that_was_left_is_offered_later() -> None:
    log = held("one", Recalled(), LEFT).script.log

    assert log[log.index("prompt", log.index("keep one")) :].count("done") == 1


def test_a_note_that_stands_on_the_screen_is_printed_again_as_corrected() -> None:
    sitting = held("one", "/go how do you feel", "/go going on", Recalled(), "one, and so on", Recalled(), "")

    assert [line for line in sitting.script.recorded if "one" in line] == [
        "   · one",
        "   corrected: · one, and so on",
        "   taken away: · one, and so on",
    ]


def test_one_that_is_only_on_the_card_is_not() -> None:
    assert held("one", Recalled(), "two").script.recorded == []


def test_where_others_see_the_screen_no_words_of_a_corrected_note_are_told() -> None:
    sitting = held("one", "/go how do you feel", "/go going on", "/discreet", "/edit her secret")
    told = [*sitting.script.recorded, *sitting.script.said, *sitting.remarks]

    assert sitting.words == ["her secret"]
    assert "   corrected: · note" in told
    assert not [line for line in told if "secret" in line]


def test_a_command_while_rewriting_leaves_the_note_alone() -> None:
    assert held("one", Recalled(), "/next").words == ["one"]


def test_a_slip_while_rewriting_goes_on_rewriting() -> None:
    sitting = held("one", Recalled(), "/nxt", "two")

    assert sitting.words == ["two"]


UNSAVED = "A note is being rewritten: Enter saves it, Esc leaves it as it was; then go."


def test_a_correction_is_not_lost_to_a_key_that_goes_back() -> None:
    sitting = held("/next", "trust", Recalled(), Pressed("back", Line.ending("trust, and time")))

    assert given_back(sitting).text == "trust, and time"
    assert (sitting.questions[-1], sitting.remarks[-1]) == ("What shall we work on?", UNSAVED)


def test_once_it_is_saved_or_left_the_key_goes_back() -> None:
    started = ("/next", "trust", Recalled())
    changed = Pressed("back", Line.ending("trust, and time"))
    saved = held(*started, changed, "trust, and time", Pressed("back", Line()))
    left = held(*started, changed, Pressed("leave", Line.ending("trust, and time")), Pressed("back", Line()))

    assert saved.questions[-1] == left.questions[-1] == "What is going on?"
    assert (saved.words, left.words) == (["trust, and time"], ["trust"])


def test_neither_is_one_that_waits_while_an_action_is_noted() -> None:
    waiting = Pressed("action", Line.ending("trust, and time"))
    sitting = held("/next", "trust", Recalled(), waiting, Pressed("back", Line.ending("call Tom")), "call Tom", "now")

    assert kinds(sitting) == [("topic", "now"), ("action", "call Tom")]
    assert sitting.script.lines[-3:] == [Line.ending("call Tom"), Line.ending("trust, and time"), Line()]


def test_a_correction_that_was_given_back_is_not_lost_to_an_arrow() -> None:
    words = Line.ending("11")
    sitting = at(
        "importance", "she laughs", "7", Recalled(), Entered(words), Recalled(words), Recalled(words, later=True)
    )

    assert [line.text for line in sitting.script.lines[-3:]] == [words.text] * 3


def test_a_correction_that_may_be_meant_otherwise_is_asked_about_and_taken_the_second_time() -> None:
    sitting = at("when", "friday", Recalled(), "friday or so", "friday or so")
    (note,) = [note for _, note in sitting.session.notes]

    assert sitting.script.lines[-2].text == "friday or so"
    assert sitting.script.views[-2].prompt == "rewriting "
    assert note.day is not None
    assert (note.day.words, note.day.on) == ("friday or so", None)


@pytest.mark.parametrize("sure", [[], ["friday or so"]], ids=["once", "twice"])
def test_so_it_is_where_it_was_typed_at_once(sure: list[str]) -> None:
    sitting = at("when", "friday", "/edit friday or so", *sure)
    (note,) = [note for _, note in sitting.session.notes]

    assert "friday or so" in [line.text for line in sitting.script.lines]
    assert note.day is not None
    assert note.day.words == ("friday or so" if sure else "friday")


def test_over_a_pipe_such_a_correction_is_for_the_coach_alone() -> None:
    sitting = play(FRAMEWORK, walked(Jumped("when")), ["friday", "/edit friday or so"], interactive=False)

    assert [(note.kind, note.text, note.share_with) for _, note in sitting.session.notes] == [
        ("note", "friday or so", "nobody")
    ]


def test_after_an_earlier_note_was_taken_away_the_last_one_is_still_known() -> None:
    sitting = held("one", "two", Recalled(), "two and a half", Recalled(), Recalled(), "", "/share")

    assert [(note.text, note.share_with) for _, note in sitting.session.notes] == [("two and a half", "client")]


def test_edit_with_a_command_for_words_is_given_back() -> None:
    sitting = held("one", "/edit /next")

    assert given_back(sitting) == Line.ending("/edit /next")
    assert sitting.words == ["one"]


# Up and Down


def leafing(*steps: Step) -> list[str]:
    """What stands on the line at each prompt after three notes."""
    return [line.text for line in held("one", "!two", '"three', *steps).script.lines[3:]]


UP, DOWN = Recalled(), Recalled(later=True)


def test_up_goes_back_through_the_notes_here_and_stays_at_the_first() -> None:
    assert leafing(UP, UP, UP, UP) == ["", '"three', "!two", "one", "one"]


def test_down_goes_forward_again_and_behind_the_last_to_an_empty_line() -> None:
    assert leafing(UP, UP, DOWN, DOWN) == ["", '"three', "!two", '"three', ""]


def test_enter_puts_the_note_that_was_reached_in_its_place() -> None:
    sitting = held("one", "!two", '"three', UP, UP, "!two and a half")

    assert kinds(sitting) == [("note", "one"), ("insight", "two and a half"), ("quote", "three")]


def test_back_on_the_empty_line_a_note_is_a_new_one() -> None:
    assert held("one", UP, DOWN, "two").words == ["one", "two"]


def test_notes_of_other_questions_are_not_gone_through() -> None:
    assert [line.text for line in held("one", "/next", UP).script.lines][-1] == ""


def test_a_line_that_was_given_back_is_not_lost_to_an_arrow() -> None:
    assert held("one", "/nxt", Recalled(Line.ending("/nxt"))).script.lines[-1] == Line.ending("/nxt")


def test_while_their_own_summary_is_asked_for_no_note_takes_its_place() -> None:
    sitting = held("one", "/recap", UP, "to let go")

    assert sitting.script.lines[-2] == Line()
    assert kinds(sitting) == [("note", "one"), ("takeaway", "to let go")]


def test_where_a_note_cannot_be_put_back_an_enter_takes_no_other_one_away() -> None:
    steps: list[Step] = ["one", "/switch small", "trust", "/map", UP, UP, ""]
    sitting = play(FRAMEWORK, walked(), steps, models=(framework_of(TOPIC),))

    assert [line.text for line in sitting.script.lines[-3:]] == ["trust", "", ""]
    assert "That was noted where nothing is asked now;" in sitting.remarks[-1]
    assert sitting.words == ["one", "trust"]


# Another kind

SMALL = framework_of(STORY, IMPORTANCE, ACTIONS)


def in_small(*steps: Step, at: str = "story", discreet: bool = False) -> Sitting:
    return play(SMALL, walked(Jumped(at), framework=SMALL), steps, discreet=discreet)


def test_the_last_note_is_another_kind_and_said_as_what_it_is_now() -> None:
    sitting = in_small("she sits up", "/kind insight")

    assert sitting.remarks == ["Now ! insight: she sits up"]
    assert [note.kind for _, note in sitting.session.notes] == ["insight"]


def test_an_action_reads_its_day() -> None:
    assert in_small("call Tom by friday 8/10", "/kind *").remarks == [
        "Now * action: call Tom · by Friday 27 November 2026 · 8/10  → client"
    ]


def test_it_reaches_a_note_taken_elsewhere_and_undo_takes_it_back() -> None:
    sitting = in_small("she sits up", "/go how much", "/kind quote", "/undo")

    assert sitting.remarks[0].startswith('Now "')
    assert [note.kind for _, note in sitting.session.notes] == ["note"]


def test_an_answer_stays_what_it_is() -> None:
    sitting = in_small("7", "/kind insight", at="importance")

    assert sitting.remarks == ["The last note is an answer of its own sort, and stays that. /edit corrects it."]
    assert [note.kind for _, note in sitting.session.notes] == ["scale"]


def test_what_is_asked_of_an_action_is_not_asked_of_what_it_has_become() -> None:
    sitting = in_small("call Tom", "/kind insight", at="actions")

    assert sitting.questions == ["What will you do?", "By when?", "What will you do?"]


def test_alone_it_lists_what_there_is() -> None:
    (remark,) = in_small("she sits up", "/kind").remarks

    assert remark.startswith("The last note is: note. /kind NAME turns it into: note, topic, aim, goal, insight,")


@pytest.mark.parametrize(
    ("name", "said"),
    [("o", "That could be: option, obstacle, observation. Which one?"), ("mood", "A note can be: note, topic,")],
)
def test_what_is_not_clear_is_given_back(name: str, said: str) -> None:
    sitting = in_small("she sits up", f"/kind {name}")

    assert sitting.remarks[0].startswith(said)
    assert sitting.script.lines[-1] == Line.ending(f"/kind {name}")


def test_without_a_note_there_is_nothing_to_turn() -> None:
    assert in_small("/kind insight").remarks == ["There is no note yet."]


def test_on_a_shared_screen_the_words_are_not_shown() -> None:
    assert "sits up" not in in_small("she sits up", "/kind insight", discreet=True).remarks[-1]


# Who may see it


class TestSharing:
    @pytest.mark.parametrize("who", ["client", "sponsor", "nobody"])
    def test_the_last_note_is_shared_with_whom_the_coach_says(self, who: str) -> None:
        (note,) = [note for _, note in held("!so that is it", f"/share {who}").session.notes]

        assert note.share_with == who

    @pytest.mark.parametrize(
        ("steps", "said"),
        [
            (["/share sponsor"], "The client and the sponsor see it.\n! insight: so  → client and sponsor"),
            (["/share sponsor", "/share"], "The client sees it, the sponsor no longer.\n! insight: so  → client"),
            (["/share", "/share nobody"], "Shared with nobody."),
        ],
    )
    def test_it_is_said_whom_share_adds_and_takes_away(self, steps: list[str], said: str) -> None:
        assert held("!so", *steps).remarks[-1] == said

    def test_on_a_shared_screen_it_says_so_without_the_words(self) -> None:
        sitting = play(FRAMEWORK, walked(), ["!so", "/share sponsor"], discreet=True)

        assert sitting.remarks == ["The client and the sponsor see it.\n! insight"]

    def test_share_alone_is_with_the_client(self) -> None:
        (note,) = [note for _, note in held('"I am tired', "/share").session.notes]

        assert note.share_with == "client"

    def test_a_theme_is_handed_on_by_no_mark(self) -> None:
        theme = LineQuestion(id="seen", type="line", ask="What do several see?", keep_as="theme")
        sitting = play(framework_of(theme), walked(framework=framework_of(theme)), ["she listens", "/share client"])

        assert sitting.remarks[-1].startswith("A theme is for you alone here.")
        assert [one.share_with for _, one in sitting.session.notes] == ["nobody"]

    def test_an_observation_is_never_shared(self) -> None:
        sitting = held("~she hesitates", "/share client")

        assert "never shared" in sitting.remarks[-1]
        assert next(note for _, note in sitting.session.notes).share_with == "nobody"

    def test_with_anybody_else_is_refused(self) -> None:
        assert "client, sponsor or nobody" in held("x", "/share everybody").remarks[-1]

    def test_before_there_is_a_note_it_says_so(self) -> None:
        assert "There is no note yet." in held("/share").remarks


@pytest.mark.parametrize("room", ["sponsor", "stakeholder", "alone"])
def test_what_was_said_without_the_client_is_shared_by_no_mark(room: Room) -> None:
    framework = changed(FRAMEWORK, room=room)
    sitting = play(framework, walked(framework=framework), ["She is tired", "/share client", "/share sponsor"])

    assert [note.share_with for _, note in sitting.session.notes] == ["nobody"]
    assert sitting.remarks == [f"Nothing of this is ever for anybody else: it is from {ROOMS[room].held}."] * 2
