"""Going on in another model during the call, said and done."""

import pytest
from app.play import over_a_pipe
from app.scripted_call import FakeClock, Sitting, Step, play
from builders import FRAMEWORK, STORY, TOPIC, framework_of, walked

from coachcli.app.context import Context
from coachcli.app.session import resumption, start
from coachcli.app.session.export import markdown_of
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.domain.value import changed
from coachcli.live.source import Entered, Hooks, Line, Outcome, View
from coachcli.store.framework import snapshots
from coachcli.store.session import sessions

OTHER = changed(framework_of(TOPIC, STORY), id="other", title="Other")
ALONE = changed(framework_of(STORY), id="alone", title="Alone", kind="reflection", room="alone")


def held(*steps: Step) -> Sitting:
    return play(FRAMEWORK, walked(), steps, models=(OTHER, ALONE))


def test_it_says_that_all_is_kept_and_how_to_go_back() -> None:
    sitting = held("busy", "/switch other")

    assert sitting.questions[-1] == "What shall we work on?"
    assert "Other" in sitting.script.views[-1].crumbs
    assert sitting.remarks == [
        "On with Other; all that was noted is kept. /switch short goes back; /undo does not reach that far."
    ]


def test_what_is_noted_goes_on_in_order_and_back_where_it_was() -> None:
    sitting = held("busy", "", "lead", "/switch other", "trust", "/switch short", "", "rest")

    assert sitting.words == ["busy", "lead", "trust", "rest"]
    assert sitting.questions[-1] == "What could you do?"
    assert [ref.id for ref in sitting.session.switched_from] == ["other"]


def test_what_was_noted_at_the_question_that_is_left_stays_on_the_screen() -> None:
    assert "   · busy" in held("busy", "/switch other").script.recorded


def test_at_the_map_of_a_model_without_an_order_enter_begins_with_its_first_question() -> None:
    free = changed(OTHER, order="free")
    sitting = play(FRAMEWORK, walked(), ["busy", "/switch other", ""], models=(free,))

    assert sitting.questions[-2:] == ["Where to?", "What shall we work on?"]


def test_undo_does_not_reach_over_it() -> None:
    sitting = held("busy", "/switch other", "/undo")

    assert sitting.words == ["busy"]
    assert "Nothing was written" in sitting.remarks[-1]


def test_the_beginning_of_a_name_will_do() -> None:
    assert held("/switch oth").session.framework.id == "other"


def test_alone_it_says_where_it_is_and_what_there_is() -> None:
    assert held("/switch").remarks == ["This is Short. /switch NAME goes on in another framework: other."]


def test_the_model_at_hand_needs_no_switching() -> None:
    assert held("/switch short").remarks == ["This is Short already."]


def test_what_there_is_none_of_is_given_back() -> None:
    sitting = held("/switch nothere")

    assert sitting.remarks[0].startswith("There is no framework nothere.")
    assert sitting.script.lines[-1] == Line.ending("/switch nothere")
    assert sitting.session.framework.id == "short"


def test_what_is_the_coachs_alone_never_stands_in_one_session_with_a_client() -> None:
    (remark,) = held("/switch alone").remarks
    (other,) = play(ALONE, walked(framework=ALONE), ["/switch short"], models=(FRAMEWORK,)).remarks

    assert remark == (
        "This is a session with the client, and Alone is your own work.\n"
        "Hold it on its own, after this one: coach session start -f alone"
    )
    assert other.startswith("This is your own work, and Short is a session with the client.")


def test_a_session_that_is_added_to_stays_with_its_model() -> None:
    added = changed(walked(), amending=walked().started)

    assert play(FRAMEWORK, added, ["/switch other"], models=(OTHER,)).session.framework.id == "short"


def test_the_time_before_counts_for_the_model_that_was_left() -> None:
    clock = FakeClock()

    def late(_view: View, _line: Line, _hooks: Hooks) -> Outcome:
        clock.pass_(600)
        return Entered(Line.ending("/switch other"))

    session = play(FRAMEWORK, walked(), [late], clock, models=(OTHER,)).session

    assert (session.seconds_in("short.opening"), session.seconds_in("only")) == (600, 0)
    assert session.seconds == 600


class TestInAPractice:
    def test_the_card_at_the_end_is_of_the_model_at_hand(self, context: Context) -> None:
        request = StartRequest(client="Jane Doe", framework="grow")
        held = start.start(context, request, over_a_pipe("calm", "/switch egan", *["/end"] * 4).conversation)

        assert held.card.heading.startswith("Skilled Helper with Jane Doe ended")
        assert "What is happening now?" not in held.card.never_asked

    def start(self, context: Context, *steps: Step, rehearse: bool = False) -> str:
        request = StartRequest(client="Jane Doe", framework="grow", rehearse=rehearse)
        play = over_a_pipe(*steps)
        start.start(context, request, play.conversation)
        return "\n".join(view.remark for view in play.script.views)

    def test_the_session_on_disk_can_be_read_and_gone_on_with(self, context: Context, jane: Client) -> None:
        self.start(context, "calm", "/switch egan", "/1", "tired", "!she sees it")
        (path,) = context.practice.sessions(jane.id).glob("*.yaml")
        left = sessions.load(path).session
        page = markdown_of(left, jane.name, path)

        assert [ref.id for ref in (*left.switched_from, left.framework)] == ["grow", "egan"]
        assert snapshots.load(context.practice, left.framework.sha256).title in page
        assert "## GROW: Opening" in page
        assert "GROW, then " in page

        resumption.resume(context, None, over_a_pipe("more", "/switch grow", "/end", "/end", "/end").conversation)
        ended = sessions.load(path).session

        assert ended.status == "ended"
        assert [note.text for _, note in ended.notes][:1] == ["calm"]
        assert "more" in [note.text for _, note in ended.notes]

    def test_it_is_brought_over_to_the_model_as_it_is_today_with_all_of_both(
        self, context: Context, jane: Client
    ) -> None:
        self.start(context, "calm", "/switch egan", "/go 1", "tired")
        resumption.resume(context, None, over_a_pipe().conversation, on_latest=True)
        (path,) = context.practice.sessions(jane.id).glob("*.yaml")
        session = sessions.load(path).session

        assert [note.text for _, note in session.notes] == ["calm", "tired"]
        assert "grow.opening" in {line.id for line in session.stages}
        assert session.turns[0].stage == "grow.opening"

    @pytest.mark.parametrize(
        "way", [("grow",), ("grow", "egan"), ("grow", "egan", "grow"), ("grow", "egan", "fuel"), ("fuel", "clear")]
    )
    def test_a_model_that_was_left_before_anything_was_asked_still_names_the_file(
        self, context: Context, jane: Client, way: tuple[str, ...]
    ) -> None:
        request = StartRequest(client="Jane Doe", framework="egan")
        steps = [step for name in way for step in (f"/switch {name}", "/1", f"calm in {name}")]
        start.start(context, request, over_a_pipe(*steps, *["/end"] * 4).conversation)
        (path,) = context.practice.sessions(jane.id).glob("*.yaml")

        assert path.stem.endswith("-egan")
        assert [note.text for _, note in sessions.load(path).session.notes][:1] == [f"calm in {way[0]}"]

    def test_what_was_left_at_once_stands_in_no_heading(self, context: Context, jane: Client) -> None:
        request = StartRequest(client="Jane Doe", framework="egan")
        start.start(context, request, over_a_pipe("/switch grow", "calm", *["/end"] * 4).conversation)
        (path,) = context.practice.sessions(jane.id).glob("*.yaml")
        page = markdown_of(sessions.load(path).session, jane.name, path)

        assert "## Opening" in page
        assert "Skilled Helper" not in page

    def test_it_is_found_by_its_other_names(self, context: Context, jane: Client) -> None:
        request = StartRequest(client="Jane Doe", framework="eight parts")
        play = over_a_pipe(
            "calm", "/switch skilled helper", "/1", "tired", "/switch int", "/switch supervision", *["/end"] * 4
        )
        start.start(context, request, play.conversation)
        (path,) = context.practice.sessions(jane.id).glob("*.yaml")
        held = sessions.load(path).session

        assert [ref.id for ref in (*held.switched_from, held.framework)] == ["careerminds", "egan", "intake"]
        remarks = [view.remark for view in play.script.views]
        assert "That could be: supervision-clear, supervision-seven-eyed. Which one?" in remarks

    def test_a_broken_model_costs_nothing(self, context: Context, jane: Client) -> None:
        mine = context.practice.frameworks / "mine.yaml"
        mine.write_text("id: mine\ntitle: Mine\nstages: []\n")
        told = self.start(context, "calm", "/switch mine", "and well")

        assert "mine.yaml:3" in told
        assert "coach framework check mine" in told
        (path,) = context.practice.sessions(jane.id).glob("*.yaml")
        assert [note.text for _, note in sessions.load(path).session.notes] == ["calm", "and well"]

    def test_a_rehearsal_keeps_nothing(self, context: Context) -> None:
        assert "On with GROW" in self.start(context, "/switch egan", "/switch grow", rehearse=True)
        assert not context.practice.snapshots.exists()

    @pytest.mark.usefixtures("jane")
    def test_what_came_of_earlier_actions_is_asked_in_the_new_model_too(self, context: Context) -> None:
        request = StartRequest(client="Jane Doe", framework="grow", at="19 November 10:00")
        start.start(context, request, over_a_pipe("*call Tom", "/end", "/end", "/end", "/end").conversation)
        request = changed(request, framework="values", at=None)
        play = over_a_pipe("/switch grow", "calm", "", "")
        start.start(context, request, play.conversation)

        assert any("→ call Tom" in view.question for view in play.script.views)
