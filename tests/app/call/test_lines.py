"""What words do to a call, and that none of them is ever lost."""

import re
from dataclasses import dataclass, field
from itertools import chain

import pytest
from app.scripted_call import FakeClock, Kept, Script, Sitting, Step, play, services_of
from builders import FRAMEWORK, FREE, GOAL, OPTIONS, SINCE, TOPIC, framework_of, walked, words_in
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coachcli.app.call import loop
from coachcli.app.call.call import Call
from coachcli.domain.framework.model import Framework, Stage
from coachcli.domain.framework.model import Step as Part
from coachcli.domain.framework.questions import LineQuestion, NoteQuestion, ScaleQuestion, YesNoQuestion
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.moves import Jumped
from coachcli.domain.session.position import open_field
from coachcli.domain.session.walk import Walk
from coachcli.domain.session.wording import in_words
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Outcome, Pressed, Recalled, Signalled, Stopped, View


def held(*steps: Step, framework: Framework = FRAMEWORK) -> Sitting:
    return play(framework, walked(framework=framework), steps)


def at(question: str, *steps: Step) -> Sitting:
    return play(FRAMEWORK, walked(Jumped(question)), steps)


def given_back(sitting: Sitting) -> Line:
    """What stands on the line at the last prompt."""
    return sitting.script.lines[-1]


def kinds(sitting: Sitting) -> list[tuple[str, str]]:
    return [(note.kind, note.text) for _, note in sitting.session.notes]


# Answers


def test_a_number_answers_a_scale_and_its_words_stay_with_it() -> None:
    (note,) = [note for _, note in at("importance", "7 more than last month").session.notes]

    assert note.scale is not None
    assert (note.scale.score, note.text) == (7, "more than last month")


def test_what_answers_nothing_is_a_note_and_the_question_stays() -> None:
    sitting = at("importance", "she laughs")

    assert kinds(sitting) == [("note", "she laughs")]
    assert sitting.questions[-1] == sitting.questions[0]
    assert "Kept as a note; a number from 1 to 10 would answer." in sitting.remarks


def test_a_number_out_of_range_is_given_back() -> None:
    sitting = at("importance", "11")

    assert given_back(sitting) == Line.ending("11")
    assert "11 is not a number from 1 to 10." in sitting.remarks
    assert kinds(sitting) == []


def test_what_was_understood_is_shown_to_whoever_sees_no_card() -> None:
    assert at("actions", "call Tom by friday 8/10").script.said == [
        "* action: call Tom · by Friday 27 November 2026 · 8/10  → client"
    ]


def test_a_pasted_block_is_one_note_whatever_it_begins_with() -> None:
    assert kinds(held("/end\n!one\n- two")) == [("note", "/end\n!one\n- two")]


# Looking back

BROUGHT = (Carried("action", "call Tom", "jane-doe/1", share_with="client"), Carried("action", "rest", "jane-doe/1"))


def looking_back(*steps: Step, carried: tuple[Carried, ...] = BROUGHT) -> Sitting:
    framework = framework_of(SINCE, TOPIC)
    return play(framework, walked(framework=framework, carried=carried), steps, carried=carried)


def outcomes(sitting: Sitting) -> list[tuple[str, str, str, str]]:
    notes = [note for _, note in sitting.session.notes]
    return [(n.reviewed.what, n.reviewed.outcome, n.text, n.share_with) for n in notes if n.reviewed]


def test_each_thing_is_answered_in_its_turn() -> None:
    sitting = looking_back("1 easier than feared", "", "partly: twice", "")

    assert outcomes(sitting) == [
        ("call Tom", "done", "easier than feared", "client"),
        ("rest", "partly", "twice", "nobody"),
    ]
    assert sitting.questions[-1] == "What shall we work on?"


def test_of_what_came_of_it_the_card_says_that_the_words_stay_with_the_coach() -> None:
    said = [looking_back(line).script.said[-1] for line in ("1 easier than feared", "done")]

    assert said == [
        "· call Tom: done · easier than feared  → client, without your remark",
        "· call Tom: done  → client",
    ]


@pytest.mark.parametrize("line", ["*~not for her", "/action ~not for her"])
def test_where_an_action_is_noted_a_line_for_the_coach_alone_stays_one(line: str) -> None:
    (note,) = [note for _, note in play(FRAMEWORK, walked(), [line]).session.notes]

    assert (note.kind, note.text, note.share_with) == ("observation", "not for her", "nobody")


def test_so_it_does_when_it_was_asked_for_by_a_key() -> None:
    sitting = play(FRAMEWORK, walked(), [Pressed("action", Line.ending("half a")), "~not for her"])

    assert kinds(sitting) == [("observation", "not for her")]
    assert given_back(sitting) == Line.ending("half a")


@pytest.mark.parametrize("words", ["**Hunch**: afraid of Sam", "*maybe* later", "!she is afraid", "call Tom\n~afraid"])
@pytest.mark.parametrize("asked", ["/action", "F2"])
def test_no_sign_makes_what_is_not_meant_so_the_clients_action(words: str, asked: str) -> None:
    first = Pressed("action", Line()) if asked == "F2" else "/action"
    (note,) = [note for _, note in held(first, words).session.notes]

    assert (note.kind == "action", note.share_with) == (False, "nobody")


HELD = "Kept as a note, for you alone. /share shares it; with \\ before it, it answers."


def test_what_looks_like_a_sign_is_for_the_coach_alone_and_that_is_said() -> None:
    sitting = at("topic", "**Hunch**: afraid of Sam", "/go going on", "\\**trust**")

    assert [(note.kind, note.text, note.share_with) for _, note in sitting.session.notes] == [
        ("note", "**Hunch**: afraid of Sam", "nobody"),
        ("note", "**trust**", "nobody"),
    ]
    assert sitting.remarks[0] == HELD


def test_a_block_with_a_line_for_the_coach_is_never_shared() -> None:
    sitting = at("topic", "How to lead\n~I want this more than she does", "/share", "/share sponsor")

    assert [(note.kind, note.share_with) for _, note in sitting.session.notes] == [("observation", "nobody")]
    refused = "That one is for you alone: a line with ~ is never shared."
    assert sitting.remarks == ["Kept for you alone: what has ~ before a line is never shared.", refused, refused]


def test_at_the_map_it_is_no_name_and_is_told() -> None:
    sitting = play(FREE, walked(framework=FREE), ["**Opening**"])

    assert [(note.text, note.share_with) for _, note in sitting.session.notes] == [("**Opening**", "nobody")]
    assert sitting.remarks == ["Kept with: What is going on?\nKept as a note, for you alone. /share shares it."]


@pytest.mark.parametrize("line", ["**Hunch**: afraid of Sam", "!Sam\nand more", "trust\n~afraid of Sam"])
def test_where_others_see_the_screen_that_is_said_without_the_words(line: str) -> None:
    sitting = play(FRAMEWORK, walked(Jumped("topic")), [line, "/share"], discreet=True)

    assert "for you alone" in sitting.remarks[0]
    assert "Sam" not in "\n".join([*sitting.remarks, *sitting.script.said])


@pytest.mark.parametrize("line", ["**Hunch**: afraid", "!trust\nand more", "trust\n~afraid"])
def test_a_shared_answer_that_is_rewritten_so_is_for_the_coach_alone(line: str) -> None:
    sitting = at("topic", "trust", "/go work on", Recalled(), line)
    (note,) = [note for _, note in sitting.session.notes]

    assert (note.kind in {"note", "observation"}, note.text, note.share_with) == (True, line, "nobody")
    assert "for you alone" in sitting.remarks[-1]


@pytest.mark.parametrize("line", ["**Hunch**: afraid", "!trust\nand more", "trust\n~afraid", "trust\n\\~afraid"])
def test_put_back_and_taken_again_it_is_what_it_was(line: str) -> None:
    put_back = at("topic", line, "/go work on", Recalled(), lambda _view, given, _hooks: Entered(given))

    assert [*put_back.session.notes] == [*at("topic", line).session.notes]


def test_what_says_nothing_of_it_is_a_note_and_the_question_stays() -> None:
    sitting = looking_back("it was a long week")

    assert kinds(sitting) == [("note", "it was a long week")]
    assert sitting.questions[-1] == sitting.questions[0]
    assert sitting.remarks == ["Kept as a note; done, partly, not yet, dropped would answer."]


def test_what_came_of_it_can_be_rewritten() -> None:
    sitting = looking_back("partly: twice", "/back", Recalled(), "done after all")

    assert given_back(looking_back("partly: twice", "/back", Recalled())) == Line.ending("partly: twice")
    assert outcomes(sitting) == [("call Tom", "done", "after all", "client")]


def test_it_can_be_rewritten_where_the_thing_is_not_carried_any_more() -> None:
    begun = looking_back("partly: twice").session
    sitting = play(framework_of(SINCE, TOPIC), begun, ["/back", "/edit done after all"])

    assert outcomes(sitting) == [("call Tom", "done", "after all", "client")]


def test_with_nothing_brought_along_words_are_a_note() -> None:
    assert kinds(looking_back("/go what came of", "done", carried=())) == [("note", "done")]


def test_up_brings_back_what_was_noted_about_the_thing_at_hand_alone() -> None:
    assert looking_back("done", "", Recalled()).remarks == ["There is no note here yet."]


def test_a_name_at_the_map_goes_to_what_is_asked_now() -> None:
    hidden = LineQuestion(id="hidden", type="line", ask="Hidden?", when="topic answered")
    first = Stage(id="first", title="First", ask=(hidden, TOPIC))
    framework = Framework(id="hiding", title="Hiding", stages=(first,))
    sitting = play(framework, walked(framework=framework), ["/map", "first", "trust", "", "/go first"])

    assert sitting.questions[-2:] == ["Where to?", "Hidden?"]
    assert sitting.questions[2] == "What shall we work on?"


# Behind an answer


def shared_with(sitting: Sitting) -> list[tuple[str, str, str]]:
    return [(note.kind, note.text, note.share_with) for _, note in sitting.session.notes]


def test_a_second_thought_on_the_topic_is_the_coachs_alone() -> None:
    sitting = at("topic", "trust", "he means his brother", "and his wife")

    assert shared_with(sitting) == [
        ("topic", "trust", "client"),
        ("note", "he means his brother", "nobody"),
        ("note", "and his wife", "nobody"),
    ]
    assert set(sitting.questions) == {"What shall we work on?"}


@pytest.mark.parametrize(
    "between",
    [
        ("/share nobody",),
        ("/share sponsor",),
        ("!aha", "/undo"),
        ("hm", "/undo"),
        ("/map", ""),
        ("hm", "/kind insight"),
        ("hm", "/edit never mind"),
        (Recalled(), "trust in him"),
        ("hm", Recalled(), "her trust"),
        ("hm", Recalled(), ""),
        ("/topic trust",),
        (Pressed("action", Line()), "call Tom"),
        ("/recap", "I see"),
    ],
)
def test_so_it_is_whatever_happened_since(between: tuple[Step, ...]) -> None:
    sitting = at("topic", "trust", *between, "he means his brother")

    assert shared_with(sitting)[-1] == ("note", "he means his brother", "nobody")
    assert [note[0] for note in shared_with(sitting)].count("topic") == 1 + (between == ("/topic trust",))


def test_so_it_is_after_a_break() -> None:
    before = at("topic", "trust", "/pause")
    sitting = play(FRAMEWORK, before.session, ["he means his brother"])

    assert shared_with(sitting)[-1] == ("note", "he means his brother", "nobody")


def test_what_was_taken_back_is_answered_again() -> None:
    sitting = at("topic", "trsut", "/undo", "trust")

    assert shared_with(sitting) == [("topic", "trust", "client")]


def test_a_thought_that_is_rewritten_does_not_become_a_second_answer() -> None:
    sitting = at("importance", "7", "hm", Recalled(), "8")

    assert [(note.kind, note.text) for _, note in sitting.session.notes] == [("scale", ""), ("note", "8")]


AGAIN = [
    ("importance", "7", "8", "Answered: 7."),
    ("mood", "calm", "2", "Answered: Calm."),
    ("still", "yes", "no", "Answered: yes."),
]


@pytest.mark.parametrize(("question", "first", "second", "told"), AGAIN)
def test_a_second_answer_comes_back_marked(question: str, first: str, second: str, told: str) -> None:
    sitting = at(question, first, second)

    assert len(sitting.words) == 1
    assert (given_back(sitting).text, given_back(sitting).stale) == (second, True)
    assert sitting.remarks == [f"{told} Enter goes on, Up corrects."]


def left_alone(kind: type[Entered] | type[Recalled]) -> Step:
    """The key is pressed over the line as it was given back."""
    return lambda _view, line, _hooks: kind(line)


def test_enter_over_it_goes_on_and_up_corrects_the_answer() -> None:
    on = at("importance", "7", "8", left_alone(Entered))
    corrected = at("importance", "7", "8", left_alone(Recalled), "9")

    assert on.questions[-1] == "How is your energy?"
    assert on.words == [""]
    assert [note.scale and note.scale.score for _, note in corrected.session.notes] == [9]


def test_a_key_for_something_else_does_not_take_it_along() -> None:
    sitting = at("importance", "7", "8", lambda _view, line, _hooks: Pressed("back", line))

    assert given_back(sitting) == Line()


def test_typed_anew_it_comes_back_again() -> None:
    sitting = at("importance", "7", "8", "8")

    assert len(sitting.words) == 1
    assert given_back(sitting) == Line.ending("8")


def over_a_pipe(question: str, *steps: Step, discreet: bool = False) -> Sitting:
    return play(FRAMEWORK, walked(Jumped(question)), steps, interactive=False, discreet=discreet)


@pytest.mark.parametrize(("question", "first", "second", "told"), AGAIN)
def test_over_a_pipe_it_is_a_note_and_that_is_told(question: str, first: str, second: str, told: str) -> None:
    sitting = over_a_pipe(question, first, second)

    assert shared_with(sitting)[1:] == [("note", second, "nobody")]
    assert sitting.remarks == [f"{told} Kept as a note for you alone."]
    assert given_back(sitting) == Line()


def test_where_others_can_see_it_the_answer_is_not_told() -> None:
    typed = play(FRAMEWORK, walked(Jumped("importance")), ["7", "8"], discreet=True)

    assert typed.remarks == ["Answered. Enter goes on."]
    assert over_a_pipe("importance", "7", "8", discreet=True).remarks == ["Answered. Kept as a note for you alone."]


def test_of_what_is_looked_back_on_the_outcome_is_told_and_not_its_words() -> None:
    assert looking_back("done, at last", "partly").remarks == ["Answered: done. Enter goes on, Up corrects."]


# An empty line


def test_enter_alone_goes_on() -> None:
    assert held("").questions == ["What is going on?", "What shall we work on?"]


def with_default() -> Framework:
    story = NoteQuestion(id="story", type="note", ask="What is up?", default="nothing new")
    return framework_of(story, LineQuestion(id="topic", type="line", ask="What for?", default="the same"))


def test_enter_alone_takes_what_is_usual_and_goes_on() -> None:
    sitting = held("", "", framework=with_default())

    assert sitting.words == ["nothing new", "the same"]
    assert sitting.questions[-1] == "Where to?"


def test_what_is_usual_is_not_taken_where_something_was_said() -> None:
    assert held("a new thing", "", framework=with_default()).words == ["a new thing"]


def test_up_where_nothing_is_noted_puts_what_is_usual_on_the_line() -> None:
    assert given_back(held(Recalled(), framework=with_default())) == Line.ending("nothing new")


def test_up_where_there_is_nothing_says_so() -> None:
    assert "There is no note here yet." in held(Recalled()).remarks


def test_at_the_end_of_everything_enter_says_what_closes_the_session() -> None:
    only = framework_of(YesNoQuestion(id="still", type="yesno", ask="Still?"))
    sitting = held("yes", "", "", framework=only)

    assert sitting.questions[-1] == "Where to?"
    assert "Everything was asked. /end closes the session." in sitting.remarks


# An action on the side

HALF = Pressed("action", Line("half a thought", 4))


def test_an_action_on_the_side_is_asked_for_and_the_line_waits() -> None:
    sitting = at("importance", HALF, "99 red balloons")

    assert sitting.questions[1] == "One line: Call Ann by friday 8/10"
    assert kinds(sitting) == [("action", "99 red balloons")]
    assert given_back(sitting) == Line("half a thought", 4)


def test_an_empty_line_leaves_it_and_brings_the_line_back() -> None:
    sitting = held(HALF, "")

    assert kinds(sitting) == []
    assert given_back(sitting) == Line("half a thought", 4)


def test_asked_for_twice_the_line_that_waits_still_waits() -> None:
    sitting = held(HALF, Pressed("action", Line("call T", 6)), "call Tom")

    assert sitting.script.lines[2] == Line("call T", 6)
    assert kinds(sitting) == [("action", "call Tom")]
    assert given_back(sitting) == Line("half a thought", 4)


@pytest.mark.parametrize("typed", ["/back", "/nxt", "/pause"])
def test_a_command_is_no_action(typed: str) -> None:
    sitting = held(HALF, typed, "")

    assert kinds(sitting) == []
    assert "Enter alone leaves it" in sitting.remarks[0]
    assert given_back(sitting) == Line("half a thought", 4)


def test_what_the_client_takes_away_waits_for_it_too_and_is_kept_meanwhile() -> None:
    sitting = held("/recap", Pressed("action", Line.ending("to let go")), "call Tom", "to let go")

    assert "to let go\n*call Tom" in sitting.keeper.drafts
    assert kinds(sitting) == [("action", "call Tom"), ("takeaway", "to let go")]


def test_up_on_its_empty_line_rewrites_nothing() -> None:
    sitting = held("one", HALF, Recalled(), "call Tom", "half a thought")

    assert kinds(sitting) == [("note", "one"), ("action", "call Tom"), ("note", "half a thought")]


def test_a_pasted_action_is_one_line() -> None:
    assert kinds(held(HALF, "call Tom\nand Ana")) == [("action", "call Tom and Ana")]


# At the map


def test_a_short_name_that_fits_nowhere_is_given_back_with_what_was_meant() -> None:
    sitting = held("/map", "midle")

    assert given_back(sitting) == Line.ending("midle")
    assert "did you mean Middle?" in sitting.remarks[-1]


def test_a_name_that_could_be_two_asks_which() -> None:
    sitting = held("/go how")

    assert "Which one?" in sitting.remarks[-1]
    assert given_back(sitting) == Line.ending("/go how")


def test_where_nothing_is_asked_yet_words_at_the_map_are_kept() -> None:
    sitting = held("it was a long week and she is tired", framework=framework_of(SINCE))

    assert sitting.questions[0] == "Where does it begin today?"
    assert sitting.words == ["it was a long week and she is tired"]
    assert sitting.remarks == ["Kept with: What came of what you chose?"]


@pytest.mark.parametrize("typed", ["!so that is it", '"I am tired', "~she hesitates", "*call Tom"])
def test_signs_mean_at_the_map_what_they_mean_elsewhere(typed: str) -> None:
    assert held("/map", typed).session.turns[0].notes


# No word is lost


@dataclass
class Disk(Kept):
    """A keeper that has only what a disk would have."""

    draft: str = ""

    def typing(self, session: Session, line: Line) -> None:
        del session
        self.draft = line.text

    def keep_line(self, session: Session, line: Line) -> None:
        self.typing(session, line)

    def line_done(self) -> None:
        self.draft = ""


@dataclass
class Typist(Script):
    """Somebody who types what is to be typed, and remembers the words with a number in them."""

    spoken: list[str] = field(default_factory=list)

    def read(self, view: View, line: Line, hooks: Hooks) -> Outcome:
        outcome = super().read(view, line, hooks)
        typed = getattr(outcome, "line", Line())
        if typed.text:
            hooks.typed(typed)
            self.spoken += re.findall(r"word\d+word", typed.text)
        return outcome


KEYS = ("back", "action", "help", "editor")
MOVING = [
    "",
    "/next",
    "/back",
    "/skip",
    "/map",
    "/map 1",
    "/notes",
    "/done well",
    "/meet friday",
    "/go middle",
    "/probe",
    "/time",
    "/share",
    "/nxt",
    "/end",
    "7",
    "yes",
    "1",
    "/go fit",
    "/probe trust",
]


@st.composite
def happenings(draw: st.DrawFn, number: int) -> list[Step]:
    """One or two things somebody does, with a word that occurs once."""
    sign = draw(st.sampled_from(["", "", "!", "*", ">", "?", "~", '"', "7 ", "by friday ", "/action "]))
    line = Line.ending(f"{sign}well word{number}word then")
    return draw(
        st.sampled_from(
            [
                [Entered(line)],
                [Entered(line)],
                [Pressed(draw(st.sampled_from(KEYS)), line)],
                [Stopped(line), draw(st.sampled_from(["", "and", "p"]))],
                [draw(st.sampled_from(MOVING))],
                [Recalled()],
                [Recalled(), Recalled(), Recalled(later=True)],
                [Recalled(), Entered(line)],
                [Recalled(), Pressed(draw(st.sampled_from(KEYS)), line)],
                ["/recap", Entered(line)],
                [Entered(Line.ending(f"/topic well word{number}word then"))],
            ]
        )
    )


def fields_in(session: Session) -> list[str]:
    """What was asked about an action or a goal: going back to such a field and saying it again replaces it."""
    due = [note.due.words for _, note in session.notes if note.due]
    return due + [words for _, note in session.notes for words in note.details.values()]


LOOPED = Framework(
    id="looped",
    title="Looped",
    stages=(
        Stage(id="back", title="Back", ask=(SINCE,)),
        Stage(
            id="middle",
            title="Middle",
            steps=(
                Part(id="listing", title="Listing", ask=(OPTIONS,)),
                Part(
                    id="each",
                    title="Each",
                    for_each="options",
                    most=1,
                    ask=(
                        ScaleQuestion(id="fit", type="scale", ask="Does {item} fit?", required=True),
                        LineQuestion(id="why", type="line", ask="Why?", when="fit below 8"),
                    ),
                ),
            ),
        ),
    ),
)
scripts = st.integers(1, 14).flatmap(lambda count: st.tuples(*(happenings(number) for number in range(count))))
ends = st.sampled_from([EndOfInput(), EndOfInput(closed=True), Stopped(Line()), Signalled(15, Line())])


def entered(words: str) -> list[Step]:
    return [Entered(Line.ending(words))]


CORRECTED: tuple[list[Step], ...] = (
    entered("well word0word then"),
    [Recalled()],
    [Pressed("back", Line.ending("well word2word then"))],
    entered("well word3word then"),
)


@settings(max_examples=60, deadline=None)
@example(CORRECTED, EndOfInput(), FRAMEWORK)
@given(scripts, ends, st.sampled_from([FRAMEWORK, FREE, LOOPED]))
def test_every_word_is_in_the_session_or_was_given_back_or_is_in_the_draft(
    script: tuple[list[Step], ...], end: Outcome, framework: Framework
) -> None:
    typist, disk = Typist([*chain.from_iterable(script), end]), Disk([])
    walk = Walk(framework, "Jane", BROUGHT)
    desk = services_of(walk, typist, disk, FakeClock())
    loop.run(Call(desk, walked(framework=framework, carried=BROUGHT)))
    seen = [line.text for line in typist.lines] + [field for saved in disk.saves for field in fields_in(saved)]
    kept = "\n".join([words_in(disk.saves[-1]), disk.draft, *seen])

    assert [word for word in typist.spoken if word not in kept] == []


# Days and scores: what is told of them, and what the questions for them take


ASIDE = "By the way, I think he drinks"
ASKED = "→ client as its day? Enter takes it."
SECRET = "Of course, that is a double-edged sword"


def at_the_day(*steps: Step, interactive: bool = True, discreet: bool = False) -> Sitting:
    """A call in which an action was just said, and its day is asked."""
    session = walked(Jumped("actions"))
    return play(FRAMEWORK, session, ["Talk to Ana", *steps], interactive=interactive, discreet=discreet)


def notes(sitting: Sitting) -> list[tuple[str, str, str]]:
    return [(note.kind, in_words(note), note.share_with) for _, note in sitting.session.notes]


def last(sitting: Sitting) -> Note:
    return [note for _, note in sitting.session.notes][-1]


def test_a_line_says_at_once_what_looked_like_a_day_and_was_none() -> None:
    sitting = play(FRAMEWORK, walked(), ["*Ask Sam by tomorow", "*Ask Sam by Friday 28 November", "*Ask Sam by 8/10"])

    assert sitting.remarks == [
        'Kept in the words: no day understood in "tomorow".',
        "Kept in the words: 28 November is a Saturday.",
        "8/10 was taken for how sure.",
    ]


def test_it_is_told_wherever_a_line_is_read_for_its_day() -> None:
    told = 'Kept in the words: no day understood in "tomorow".'
    rewritten = play(FRAMEWORK, walked(), ["*Ask Sam", "/edit *Ask Sam by tomorow"])
    turned = play(FRAMEWORK, walked(), ["Ask Sam by tomorow", "/kind action"])

    at_the_map = play(FRAMEWORK, walked(), ["/map", "*Ask Sam by tomorow"])

    assert told in rewritten.remarks
    assert any(told in remark for remark in at_the_map.remarks)
    assert any(told in remark for remark in turned.remarks)


@pytest.mark.parametrize("line", ["*Ask Sam by tomorow", "*Ask Sam by Friday 28 November", "*Ask Sam by 8/10"])
def test_where_others_see_the_screen_it_is_told_without_the_words(line: str) -> None:
    sitting = play(FRAMEWORK, walked(), [line], discreet=True)

    (told,) = sitting.remarks
    assert told in {"Kept in the words: no day was understood.", "It was taken for how sure."}


def test_a_promise_has_its_day() -> None:
    sitting = play(FRAMEWORK, walked(), [">Send the article by Monday", "Send the notes until friday", "/kind promise"])

    assert notes(sitting) == [
        ("promise", "Send the article · by Monday 23 November 2026", "nobody"),
        ("promise", "Send the notes · until Friday 27 November 2026", "nobody"),
    ]


def test_at_the_day_a_day_is_taken() -> None:
    assert notes(at_the_day("friday 14:00")) == [
        ("action", "Talk to Ana · by Friday 27 November 2026, 14:00", "client")
    ]


def test_words_that_only_begin_like_one_come_back_once_and_enter_takes_them() -> None:
    sitting = at_the_day(ASIDE, ASIDE)

    assert sitting.remarks == [ASKED]
    assert sitting.script.lines[2].text == ASIDE
    assert notes(sitting) == [("action", f"Talk to Ana · {ASIDE}", "client")]


def test_changed_meanwhile_they_come_back_again() -> None:
    sitting = at_the_day(ASIDE, f"{ASIDE} a lot", "/next")

    assert sitting.remarks == [ASKED, ASKED]
    assert notes(sitting) == [("action", "Talk to Ana", "client")]


def test_something_else_in_between_is_no_yes_to_them() -> None:
    sitting = at_the_day(ASIDE, "!he looked away", ASIDE)

    assert sitting.remarks == [ASKED, ASKED]
    assert [(kind, words) for kind, words, _ in notes(sitting)] == [
        ("action", "Talk to Ana"),
        ("insight", "he looked away"),
    ]


def test_after_a_key_that_may_lead_elsewhere_it_is_asked_again() -> None:
    line = "once she is back"
    sitting = at_the_day(line, Pressed("help", Line.ending(line)), line)

    assert sitting.remarks == [ASKED, ASKED]
    assert notes(sitting) == [("action", "Talk to Ana", "client")]


def test_over_a_pipe_nobody_can_say_so_it_is_the_coachs_own_and_told() -> None:
    sitting = at_the_day(ASIDE, "friday", interactive=False)

    assert sitting.remarks == ["No day: kept as a note, for you alone."]
    assert notes(sitting) == [
        ("action", "Talk to Ana · by Friday 27 November 2026", "client"),
        ("note", ASIDE, "nobody"),
    ]


@pytest.mark.parametrize("interactive", [True, False])
def test_anything_else_is_a_note_for_the_coach_and_the_day_is_asked_again(interactive: bool) -> None:
    sitting = at_the_day(SECRET, interactive=interactive)

    assert sitting.remarks == ["No day: kept as a note, for you alone."]
    assert open_field(sitting.session) == "by_when"
    assert notes(sitting) == [("action", "Talk to Ana", "client"), ("note", SECRET, "nobody")]


def test_the_same_goes_for_how_sure_somebody_is() -> None:
    sitting = at_the_day("friday", SECRET, "quite sure", "quite sure")

    assert sitting.remarks == ["No score: kept as a note, for you alone.", "→ client as how sure? Enter takes it."]
    assert notes(sitting) == [
        ("action", "Talk to Ana · by Friday 27 November 2026 · how sure: quite sure", "client"),
        ("note", SECRET, "nobody"),
    ]


def test_the_same_goes_for_the_day_of_a_goal() -> None:
    framework = framework_of(GOAL)
    sitting = play(framework, walked(framework=framework), ["run it", "", "", "", "", SECRET, ASIDE, ASIDE])

    assert sitting.remarks[:2] == ["No day: kept as a note, for you alone.", ASKED]
    assert notes(sitting) == [("aim", f"run it · {ASIDE}", "client"), ("note", SECRET, "nobody")]


def test_such_a_question_shows_nothing_where_others_see_the_screen() -> None:
    sitting = at_the_day(ASIDE, ASIDE, SECRET, discreet=True)

    assert sitting.remarks == [ASKED, "No score: kept as a note, for you alone."]
    assert not any(ASIDE in said or SECRET in said for said in (*sitting.script.said, *sitting.remarks))
    assert last(sitting).text == SECRET
