import pytest
from app.scripted_call import FakeClock, Kept, Script, Sitting, Step, play, services_of
from builders import FRAMEWORK, FREE, STORY, framework_of, walked
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.app.call import loop
from coachcli.app.call.call import Call
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.question_types import answer_kind, has_value
from coachcli.domain.framework.questions import Question, takes_many
from coachcli.domain.record_data import checked, without_nothing
from coachcli.domain.session.answers import is_answer
from coachcli.domain.session.model import Session
from coachcli.domain.session.walk import Walk
from coachcli.domain.text import clean
from coachcli.domain.value import changed
from coachcli.live.source import EndOfInput, Entered, Hooks, Line, Outcome, Pressed, Recalled, Signalled, Stopped, View


def held(*steps: object, framework: Framework = FRAMEWORK, clock: FakeClock | None = None) -> Sitting:
    return play(framework, walked(framework=framework), list(steps), clock=clock)  # type: ignore[arg-type]


class TestSaving:
    def test_every_line_is_on_disk_before_it_is_read_and_saved_before_the_next_prompt(self) -> None:
        log = held("it is loud", "!a thought").script.log

        assert log == [
            "save",
            *["prompt", "keep it is loud", "save", "done"],
            *["prompt", "keep !a thought", "save", "done"],
            *["prompt", "save", "settle"],
        ]

    def test_what_is_saved_is_what_was_said(self) -> None:
        saves = held("it is loud", "very").keeper.saves

        assert [[note.text for _, note in saved.notes] for saved in saves] == [
            [],
            ["it is loud"],
            ["it is loud", "very"],
            ["it is loud", "very"],
        ]

    def test_a_line_a_full_session_has_no_room_for_is_given_back(self, clock: FakeClock) -> None:
        script, keeper = Script(["it is loud", "/pause"]), Kept([], is_full=True)
        loop.run(Call(services_of(Walk(FRAMEWORK, "Jane"), script, keeper, clock), walked()))

        assert [note.text for saved in keeper.saves for _, note in saved.notes] == []
        assert script.lines[1].text == "it is loud"
        assert script.views[1].remark.startswith("Not kept: this session is full.")
        assert keeper.saves[-1].status == "paused"

    def test_a_line_that_is_given_back_stays_in_the_draft(self) -> None:
        sitting = held("/nxt")

        assert "done" not in sitting.script.log
        assert sitting.script.lines[-1].text == "/nxt"
        assert "did you mean /next?" in sitting.remarks[-1]
        assert sitting.words == []

    def test_the_line_being_typed_goes_to_the_draft(self) -> None:
        def typing(_view: View, _line: Line, hooks: Hooks) -> Outcome:
            for text in ("h", "he", "her"):
                hooks.typed(Line.ending(text))
            return EndOfInput()

        assert held(typing).keeper.drafts == ["h", "he", "her"]

    def test_the_keeper_is_closed_however_the_call_is_left(self) -> None:
        assert held("/pause").keeper.closed
        assert held("/end", "/end", "/end").keeper.closed


class TestLeaving:
    def test_the_end_of_a_pipe_pauses_the_session(self) -> None:
        sitting = held("it is loud")

        assert sitting.left.how == "paused"
        assert sitting.session.status == "paused"

    def test_the_end_of_a_pipe_after_the_call_was_closed_ends_it(self) -> None:
        sitting = held("it is loud", "/end")

        assert sitting.left.how == "ended"
        assert sitting.session.status == "ended"

    def test_ctrl_d_after_the_call_was_closed_still_pauses(self) -> None:
        assert held("/end", EndOfInput()).session.status == "paused"

    def test_ctrl_c_once_asks_and_enter_goes_on_with_the_line(self) -> None:
        sitting = held(Stopped(Line("half a th", 4)), "")

        assert "Paused. Enter goes on, p saves and leaves." in sitting.questions
        assert sitting.script.lines[-1] == Line("half a th", 4)

    def test_ctrl_c_and_p_leaves(self) -> None:
        sitting = held(Stopped(Line("half a th", 4)), "p")

        assert sitting.left.how == "paused"
        assert "keep half a th" in sitting.script.log

    def test_ctrl_c_twice_leaves_at_once(self) -> None:
        assert held(Stopped(Line()), Stopped(Line())).left.how == "interrupted"

    def test_words_typed_while_paused_are_put_on_the_line(self) -> None:
        assert held(Stopped(Line("half ", 5)), "a thought").script.lines[-1].text == "half a thought"

    def test_they_go_to_the_draft_while_they_are_typed(self) -> None:
        def typing(_view: View, _line: Line, hooks: Hooks) -> Outcome:
            for text in ("a", "a th"):
                hooks.typed(Line.ending(text))
            return EndOfInput()

        assert held(Stopped(Line("half ", 5)), typing).keeper.drafts == ["half ", "half a", "half a th"]

    @pytest.mark.parametrize("end", [Stopped(Line.ending("a th")), Signalled(15, Line.ending("a th"))], ids=repr)
    def test_they_are_kept_where_the_call_is_left_meanwhile(self, end: Outcome) -> None:
        assert held(Stopped(Line("half ", 5)), end).keeper.drafts[-1] == "half a th"

    def test_the_letter_that_leaves_is_no_word(self) -> None:
        def typing(_view: View, _line: Line, hooks: Hooks) -> Outcome:
            hooks.typed(Line.ending("a"))
            hooks.typed(Line.ending("p"))
            return Entered(Line.ending("p"))

        assert held(Stopped(Line("half ", 5)), typing).keeper.drafts[-1] == "half "

    def test_a_signal_keeps_the_line_and_says_which_it_was(self) -> None:
        left = held(Signalled(15, Line.ending("half"))).left

        assert (left.how, left.signal, left.session.status) == ("signalled", 15, "paused")

    def test_a_session_that_has_ended_asks_nothing_more(self) -> None:
        asked = len(held("/end", "/end", "/end", "/end").questions)

        assert asked <= 4


class TestNotesThatAreNowhereElse:
    def test_leaving_is_refused_once_and_says_why(self) -> None:
        sitting = play(FRAMEWORK, walked(), ["it is loud", "/pause", "/pause"], at_risk=True)

        assert "nowhere but here" in sitting.remarks[-1]
        assert sitting.left.how == "paused"
        assert len(sitting.questions) == 3

    def test_a_line_that_ctrl_c_came_into_is_still_there_and_time_goes_on(self, clock: FakeClock) -> None:
        def after_a_minute(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
            clock.pass_(60)
            return EndOfInput()

        half = Line.ending("half a thought")
        sitting = play(FRAMEWORK, walked(), [Stopped(half), "p", after_a_minute], clock, at_risk=True)

        assert sitting.script.lines[-1] == half
        assert sitting.session.seconds == 60

    def test_ending_is_refused_once_as_well(self) -> None:
        sitting = play(FRAMEWORK, walked(), ["/end", "/end", "/end", "/end", ""], at_risk=True)

        assert "nowhere but here" in sitting.remarks[-1]
        assert sitting.left.how == "ended"

    def test_a_signal_is_not_refused(self) -> None:
        assert play(FRAMEWORK, walked(), [Signalled(15, Line())], at_risk=True).left.how == "signalled"


class TestTheClock:
    def test_time_is_spent_at_the_question_it_was_spent_on(self) -> None:
        clock = FakeClock()

        def wait(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
            clock.pass_(90)
            return EndOfInput()

        assert held(wait, clock=clock).session.turns[0].seconds == 90

    def test_it_stands_still_while_paused(self) -> None:
        clock = FakeClock()

        def wait(_view: View, line: Line, _hooks: Hooks) -> Outcome:
            clock.pass_(600)
            return Stopped(line)

        def stop(_view: View, line: Line, _hooks: Hooks) -> Outcome:
            clock.pass_(60)
            return Stopped(line)

        assert held(stop, wait, clock=clock).session.seconds == 60

    def test_a_wall_clock_that_jumps_changes_no_length(self) -> None:
        clock = FakeClock()

        def jump(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
            clock.pass_(30)
            clock.wall = clock.wall.replace(year=2020)
            return EndOfInput()

        assert held(jump, clock=clock).session.seconds == 30

    def test_while_nothing_is_typed_it_goes_to_disk_now_and_then(self) -> None:
        clock = FakeClock()

        def listen(_view: View, _line: Line, hooks: Hooks) -> Outcome:
            for _ in range(4):
                clock.pass_(10)
                hooks.tick()
            return EndOfInput()

        saved = [session.seconds for session in held(listen, clock=clock).keeper.saves]

        assert saved == [0, 20, 40, 40]

    def test_a_call_written_up_later_is_not_timed(self) -> None:
        clock = FakeClock()

        def wait(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
            clock.pass_(600)
            return EndOfInput()

        written_up = changed(walked(), written_up=clock.wall)

        assert play(FRAMEWORK, written_up, [wait], clock=clock).session.seconds == 0


class TestKeys:
    def test_shift_tab_goes_back_with_the_line(self) -> None:
        sitting = held("/next", Pressed("back", Line("half", 2)))

        assert sitting.questions[-1] == "What is going on?"
        assert sitting.script.lines[-1] == Line("half", 2)

    def test_f2_notes_an_action_and_the_line_is_back(self) -> None:
        sitting = held(Pressed("action", Line("half a th", 4)), "write to Ana by friday 8/10")

        assert sitting.script.lines[-1] == Line("half a th", 4)
        (note,) = [note for _, note in sitting.session.notes]
        assert (note.kind, note.text, note.confidence) == ("action", "write to Ana", 8)

    def test_while_an_action_is_noted_the_line_that_waits_is_not_lost(self) -> None:
        def typing(_view: View, _line: Line, hooks: Hooks) -> Outcome:
            hooks.typed(Line.ending("wri"))
            return EndOfInput()

        assert held(Pressed("action", Line.ending("half")), typing).keeper.drafts[-1] == "half\n*wri"

    def test_up_brings_the_last_note_back_and_enter_puts_it_in_place(self) -> None:
        sitting = held("she leaves in sprng", Recalled(), "she leaves in spring")

        assert sitting.script.lines[2].text == "she leaves in sprng"
        assert sitting.words == ["she leaves in spring"]

    def test_an_emptied_note_is_taken_away_and_undo_brings_it_back(self) -> None:
        sitting = held("a slip", Recalled(), "", "/undo")

        assert "Taken away. /undo brings it back." in sitting.remarks
        assert sitting.words == ["a slip"]


LINES = st.one_of(
    st.sampled_from(["", "7", "2", '"I am tired', "!so that is it", "*call Tom by friday 8/10", "~hm", "?later"]),
    st.sampled_from(
        [
            "/next",
            "/back",
            "/map",
            "/go middle",
            "/map 2",
            "/notes",
            "/done a",
            "/meet friday",
            "/undo",
            "/edit x",
            "/end",
            "/probe",
            "/skip",
            "/share",
        ]
    ),
    st.text(max_size=12),
)
KEYS = st.sampled_from([Recalled(), *(Pressed(key, Line.ending("x")) for key in ("back", "action", "help"))])


class TestAnyScript:
    @settings(max_examples=75, deadline=None)
    @given(steps=st.lists(LINES | KEYS, max_size=25), framework=st.sampled_from([FRAMEWORK, FREE]))
    def test_a_call_always_ends_well_and_its_session_can_be_read_again(
        self, steps: list[str | Outcome], framework: Framework
    ) -> None:
        sitting = held(*steps, framework=framework)

        assert sitting.session.status in {"paused", "ended"}
        again = checked(Session, without_nothing(sitting.session))
        assert again == sitting.session

    @settings(max_examples=30, deadline=None)
    @given(words=st.lists(st.from_regex(r"[a-z]{3,9} [a-z]{3,9}", fullmatch=True), max_size=12))
    def test_every_plain_line_at_a_running_question_is_a_note(self, words: list[str]) -> None:
        assert held(*words).words == words


# What comes from the coach, and what it does first of all


@pytest.mark.parametrize("command", ["back", "help", "editor"])
def test_a_key_leaves_the_line_as_it_is(command: str) -> None:
    line = held("/next", Pressed(command, Line("half a thought", 4))).script.lines[-1]

    assert line.text == "half a thought"
    assert line.cursor == (4 if command != "editor" else 14)


@pytest.mark.parametrize("typed", ["/nxt", "/Pasue now", "/"])
def test_a_mistyped_command_is_never_taken_for_a_note(typed: str) -> None:
    sitting = held(typed)

    assert sitting.words == []
    assert sitting.script.lines[-1] == Line.ending(typed)
    assert f"There is no {typed.split(maxsplit=1)[0]};" in sitting.remarks[-1]


@pytest.mark.parametrize("typed", ["/NEXT", "/next", "  /next  "])
def test_a_command_is_one_however_it_is_written(typed: str) -> None:
    assert held(typed).questions[-1] == "What shall we work on?"


@pytest.mark.parametrize(("typed", "text"), [("//etc is full", "/etc is full"), ("\\!so what", "!so what")])
def test_a_text_may_begin_with_any_sign(typed: str, text: str) -> None:
    assert held(typed).words == [text]


def test_going_back_by_key_forgets_that_a_note_was_being_rewritten() -> None:
    views = held("one", Recalled(), Pressed("back", Line("one", 3))).script.views

    assert [view.prompt for view in views[-2:]] == ["rewriting ", ""]


# Whatever is typed at a question that takes one answer

OF_ONE_ANSWER = [
    place.question
    for place in FRAMEWORK.places
    if place.question.type not in {"say", "review"} and not takes_many(place.question)
]
of_words = st.text(min_size=1).filter(lambda text: clean(text).strip() and not clean(text).strip().startswith("/"))
of_answers = st.sampled_from(["8", "7 because of the board", "yes", "1, 2", "calm", "friday", "trust", "two\nlines"])
of_signs = st.sampled_from(["~I want this more", '"hm', ">send it", "?Lisbon", "\\!so what"])
of_changes: st.SearchStrategy[Step] = st.sampled_from(
    ["/undo", "/kind option", "/kind quote", "/share nobody", "/edit never mind", "/edit 3", "/time"]
)
of_keys: st.SearchStrategy[Step] = st.sampled_from([Recalled(), Recalled(later=True), Pressed("help", Line())])
anything = st.one_of(of_words, of_answers, of_answers, of_signs, of_changes, of_keys)


def shared_answers(session: Session, question: Question) -> int:
    """How many notes at the question at hand others would read as its answer."""
    given = [note for note in session.turns[-1].notes if note.kind == answer_kind(question)]
    return sum(note.share_with != "nobody" and (is_answer(note) or not has_value(question)) for note in given)


@settings(max_examples=25, deadline=None)
@given(question=st.sampled_from(OF_ONE_ANSWER), sittings=st.lists(st.lists(anything, max_size=6), max_size=4))
def test_nothing_makes_a_second_answer_that_is_shared_nor_leads_on(
    question: Question, sittings: list[list[Step]]
) -> None:
    framework = framework_of(changed(question, share_with="client", phase="call"), STORY)
    session = walked(framework=framework)
    for steps in sittings:
        sitting = play(framework, session, [*steps, "/pause"])
        session = sitting.session

        assert all(shared_answers(saved, question) <= 1 for saved in sitting.keeper.saves)
        assert [turn.question for turn in session.turns] == [question.id]


# Lines that came together

BURST = Entered(Line("How to lead\n/end\n!the team", 0, burst=True))
TOLD = "Several lines came at once: one note, for you alone; /share shares it."


@pytest.mark.parametrize("question", ["going on", "work on", "matter", "could you", "what will you"])
def test_lines_that_came_together_are_one_note_for_the_coach_alone_whatever_is_asked(question: str) -> None:
    sitting = held(f"/go {question}", BURST)
    (note,) = [note for _, note in sitting.session.notes]

    assert (note.kind, note.text, note.share_with) == ("note", "How to lead\n/end\n!the team", "nobody")
    assert sitting.questions[-1] == sitting.questions[-2]
    assert sitting.remarks[-1] == TOLD


def test_the_coach_may_share_them() -> None:
    assert [note.share_with for _, note in held("/go work on", BURST, "/share").session.notes] == ["client"]


@pytest.mark.parametrize("private", [" ~I want this", "!~I want this", "\u200b~I want this"])
def test_with_a_private_line_among_them_they_stay_with_the_coach(private: str) -> None:
    sitting = held("/go work on", Entered(Line(f"How to lead\n{private}", 0, burst=True)), "/share")
    (note,) = [note for _, note in sitting.session.notes]

    assert (note.kind, note.share_with) == ("observation", "nobody")
    assert "Several lines came at once: one note, for you alone." in sitting.remarks


def test_where_others_see_the_screen_none_of_their_words_is_shown() -> None:
    sitting = play(FRAMEWORK, walked(), ["/go work on", BURST], discreet=True)

    assert sitting.remarks[-1] == TOLD
    assert "How to lead" not in str([*sitting.script.views, *sitting.script.said])


@pytest.mark.parametrize("text", ["How to lead", "\n\nHow to lead\n"], ids=["alone", "between empty lines"])
def test_a_single_line_is_read_as_ever(text: str) -> None:
    sitting = held("/go work on", Entered(Line(text, 0, burst=True)))

    assert [note.kind for _, note in sitting.session.notes] == ["topic"]


def test_a_marked_paste_is_read_as_ever() -> None:
    sitting = held("/go work on", Entered(Line("How to lead\nthe team", 0)))

    assert [note.kind for _, note in sitting.session.notes] == ["topic"]


def test_where_an_action_is_asked_for_they_are_none_and_the_line_that_waited_is_back() -> None:
    sitting = held(Pressed("action", Line.ending("half a thought")), BURST)

    assert [(note.kind, note.share_with) for _, note in sitting.session.notes] == [("note", "nobody")]
    assert sitting.script.lines[-1] == Line.ending("half a thought")


def test_where_the_clients_own_words_are_asked_for_they_are_not_those() -> None:
    sitting = held("/recap", BURST)

    assert [(note.kind, note.share_with) for _, note in sitting.session.notes] == [("note", "nobody")]
    assert sitting.questions[-1] == sitting.questions[-2]


def test_they_take_no_other_notes_place() -> None:
    sitting = held("/go work on", "How to lead", "/go work on", Recalled(), BURST)

    assert [(note.kind, note.share_with) for _, note in sitting.session.notes] == [
        ("topic", "client"),
        ("note", "nobody"),
    ]


def test_at_the_map_they_are_no_name_of_a_question() -> None:
    sitting = held("/go work on", "/map", Entered(Line("topic\noptions", 0, burst=True)))

    assert [(note.kind, note.text) for _, note in sitting.session.notes] == [("note", "topic\noptions")]
    assert TOLD in sitting.remarks[-1]


def test_they_are_known_as_such_through_a_pause() -> None:
    sitting = held("/go work on", Stopped(Line("How to lead", 0)), Entered(Line("one\ntwo", 0, burst=True)))

    assert sitting.script.lines[-1].burst


def test_a_sign_typed_at_the_pause_is_not_lost_behind_the_line_that_waited() -> None:
    sitting = held("/go work on", Stopped(Line("he", 2)), "~she fears him", Entered(Line("he\n~she fears him", 0)))
    (note,) = [note for _, note in sitting.session.notes]

    assert sitting.script.lines[-2].text == "he\n~she fears him"
    assert (note.kind, note.share_with) == ("observation", "nobody")


def test_a_line_that_was_not_taken_is_carried_to_no_other_question() -> None:
    sitting = held("/go work on", "How to lead", Pressed("back", Line("/prbe", 5, stale=True)))

    assert sitting.questions[-1] == "What shall we work on?"
    assert sitting.remarks[-1] == "This line was not taken yet: change it or clear it, then go."
    assert sitting.script.lines[-1].text == "/prbe"


def test_a_note_on_the_line_is_carried_to_no_other_question() -> None:
    sitting = held("a word", "/go work on", "How to lead", Recalled(), Pressed("back", Line.ending("How to lead")))

    assert sitting.script.lines[-1] == Line()
