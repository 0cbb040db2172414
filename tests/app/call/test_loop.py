from app.desk import FakeClock, Kept, Script, Sitting, desk_of, play
from builders import FRAMEWORK, FREE, walked
from hypothesis import given, settings
from hypothesis import strategies as st

from coachcli.app.call import loop
from coachcli.app.call.call import Call
from coachcli.domain.framework.model import Framework
from coachcli.domain.session.model import Session
from coachcli.domain.session.walk import Walk
from coachcli.live.source import EndOfInput, Hooks, Line, Outcome, Pressed, Recalled, Signalled, Stopped, View


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
        loop.run(Call(desk_of(Walk(FRAMEWORK, "Jane"), script, keeper, clock), walked()))

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

        written_up = walked().model_copy(update={"written_up": clock.wall})

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
        again = Session.model_validate(sitting.session.model_dump(mode="python", by_alias=True))
        assert again == sitting.session

    @settings(max_examples=30, deadline=None)
    @given(words=st.lists(st.from_regex(r"[a-z]{3,9} [a-z]{3,9}", fullmatch=True), max_size=12))
    def test_every_plain_line_at_a_running_question_is_a_note(self, words: list[str]) -> None:
        assert held(*words).words == words
