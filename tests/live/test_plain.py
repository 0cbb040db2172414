"""Lines through a pipe: any length, any bytes, and no escape ever written."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO

import pytest
from pipe import read_out

from coachcli.domain.session.circle import Marked
from coachcli.domain.value import changed
from coachcli.live.plain import Pipe, Plain
from coachcli.live.signals import Signals
from coachcli.live.source import (
    EndOfInput,
    Entered,
    Hooks,
    Line,
    Meter,
    Outcome,
    Signalled,
    Stopped,
    View,
)

assert sys.platform != "win32"  # it has other signals, terminals and locks

pytestmark = pytest.mark.timeout(90)

VIEW = View(
    visit=(1, "mood"),
    crumbs=("Goal 2 of 5", "Jane Doe", "GROW"),
    question="How do you feel?",
    cue="Wait.",
    choices=("Calm", "Tense"),
    meter=lambda: Meter(clock="7 min, 43 left"),
)


@dataclass
class Piped:
    """A plain source on a pipe, the other end of that, and what the source said."""

    source: Plain
    out: StringIO
    far_end: int
    signals: Signals

    def sends(self, data: bytes, *, then: Callable[[], None] = lambda: None) -> None:
        def send() -> None:
            rest = data
            while rest:
                rest = rest[os.write(self.far_end, rest) :]
            then()

        threading.Thread(target=send, daemon=True).start()

    def hangs_up(self) -> None:
        end, self.far_end = self.far_end, -1
        if end >= 0:
            os.close(end)

    def read(self, line: str = "", view: View = VIEW, hooks: Hooks | None = None) -> Outcome:
        return self.source.read(view, Line.ending(line), hooks or Hooks(lambda _: None, lambda: None))

    @property
    def said(self) -> list[str]:
        return self.out.getvalue().split("\n")[:-1]


@pytest.fixture
def piped() -> Iterator[Piped]:
    near_end, far_end = os.pipe()
    out, signals = StringIO(), Signals()
    piped = Piped(Plain(signals, Pipe(near_end, signals.wait_for), out), out, far_end, signals)
    yield piped
    os.close(near_end)
    piped.hangs_up()


def then_sends(number: int, piped: Piped) -> Callable[[], None]:
    """A signal to this process, once what was sent has been read."""

    def kill() -> None:
        read_out(piped.far_end)
        os.kill(os.getpid(), number)

    return kill


# Lines


def test_each_line_comes_as_one(piped: Piped) -> None:
    piped.sends(b"one\n!two\n\n")

    assert [piped.read() for _ in range(3)] == [Entered(Line.ending(text)) for text in ("one", "!two", "")]


def test_a_line_of_a_megabyte_is_whole(piped: Piped) -> None:
    text = "ein wächsernes Wörtchen " * 40_000
    piped.sends(text.encode() + b"\n")

    assert piped.read() == Entered(Line.ending(text))


def test_windows_ends_its_lines_otherwise(piped: Piped) -> None:
    piped.sends(b"one\r\ntwo\r\n")

    assert [piped.read(), piped.read()] == [Entered(Line.ending("one")), Entered(Line.ending("two"))]


def test_a_file_that_marks_its_beginning_begins_with_its_words(piped: Piped) -> None:
    piped.sends(b"\xef\xbb\xbf/pause\n")

    assert piped.read() == Entered(Line.ending("/pause"))


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("Grüße 漢字 🙂".encode(), "Grüße 漢字 🙂"),
        ("Grüße".encode("latin-1"), "Grüße"),
        (b"\xff\x00\xed\xa0\x80", "\\xff\x00\\xed\\xa0\\x80"),
        (b"cut off \xe6\xbc", "cut off \\xe6\\xbc"),
    ],
    ids=["utf_8", "latin_1", "no_text_at_all", "cut_off"],
)
def test_what_is_no_text_is_spelled_and_not_lost(piped: Piped, sent: bytes, text: str) -> None:
    piped.sends(sent + b"\n")

    assert piped.read() == Entered(Line.ending(text))


def test_lines_as_windows_writes_them_are_said_to_be_read_so_once(piped: Piped) -> None:
    piped.sends("Käthe\r\nso – so\r\n".encode("cp1252"), then=piped.hangs_up)

    assert [piped.read(), piped.read()] == [Entered(Line.ending("Käthe")), Entered(Line.ending("so – so"))]
    assert piped.said.count("These lines are not UTF-8; they were read as Windows-1252.") == 1


def test_where_all_is_utf_8_nothing_is_said_of_it(piped: Piped) -> None:
    piped.sends("Käthe\n".encode())
    piped.read()

    assert not any("UTF-8" in line for line in piped.said)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8"])
def test_a_beginning_that_names_the_encoding_is_heeded(piped: Piped, encoding: str) -> None:
    piped.sends("\ufeff/pause\r\nKäthe \N{SLIGHTLY SMILING FACE}\u0a0d\r\nlast".encode(encoding), then=piped.hangs_up)

    assert [piped.read() for _ in range(4)] == [
        Entered(Line.ending("/pause")),
        Entered(Line.ending("Käthe \N{SLIGHTLY SMILING FACE}\u0a0d")),
        Entered(Line.ending("last")),
        EndOfInput(closed=True),
    ]


def test_a_long_line_comes_byte_for_byte(piped: Piped) -> None:
    words = ("Grüße, 你好, and more. " * 50_000)[:1_000_000]
    piped.sends(f"{words}\n".encode())

    assert piped.read() == Entered(Line.ending(words))


def test_the_last_line_needs_no_end(piped: Piped) -> None:
    piped.sends(b"one\nlast", then=piped.hangs_up)

    assert [piped.read(), piped.read(), piped.read()] == [
        Entered(Line.ending("one")), Entered(Line.ending("last")), EndOfInput(closed=True),
    ]  # fmt: skip


def test_nothing_at_all_is_the_end(piped: Piped) -> None:
    piped.hangs_up()

    assert piped.read() == EndOfInput(closed=True)
    assert piped.read() == EndOfInput(closed=True)


def test_time_passes_with_every_line(piped: Piped) -> None:
    ticks: list[int] = []
    piped.sends(b"one\ntwo\n")
    for _ in range(2):
        piped.read(hooks=Hooks(lambda _: None, lambda: ticks.append(1)))

    assert len(ticks) == 2


# Signals


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["terminate", "hang_up"])
def test_a_signal_ends_the_wait_and_keeps_half_a_line(piped: Piped, number: int) -> None:
    piped.sends("half a wört".encode(), then=then_sends(number, piped))

    with piped.signals.listening():
        assert piped.read() == Signalled(number, Line.ending("half a wört"))


def test_a_signal_that_came_before_waits_for_no_line(piped: Piped) -> None:
    piped.signals.heard = signal.SIGTERM

    assert piped.read() == Signalled(signal.SIGTERM, Line())


def test_ctrl_c_on_a_pipe_leaves_for_nobody_can_be_asked(piped: Piped) -> None:
    piped.sends(b"half", then=then_sends(signal.SIGINT, piped))

    assert piped.read() == Signalled(signal.SIGINT, Line.ending("half"))


# What is said


def test_a_question_is_said_with_all_that_belongs_to_it(piped: Piped) -> None:
    piped.sends(b"1\n")
    piped.read()

    assert piped.said == [
        "",
        "Goal 2 of 5 · Jane Doe · GROW · 7 min, 43 left",
        "How do you feel?",
        "   (Wait.)",
        "   1. Calm",
        "   2. Tense",
    ]


def test_a_question_is_said_once_and_a_remark_each_time(piped: Piped) -> None:
    piped.sends(b"a\nb\n")
    piped.read()
    said = len(piped.said)
    piped.read(view=changed(VIEW, remark="Kept as a note.", probe="And what else?"))

    assert piped.said[said:] == ["   And what else?", "   Kept as a note."]


def test_the_same_question_visited_again_is_said_again(piped: Piped) -> None:
    piped.sends(b"a\nb\n")
    piped.read()
    piped.read(view=changed(VIEW, visit=(2, "mood")))

    assert piped.said.count("How do you feel?") == 2


def test_a_page_and_a_hint_are_said_each_time_and_what_today_is_about_with_the_question(piped: Piped) -> None:
    piped.sends(b"a\nb\n")
    hinted = changed(VIEW, topic="trust", meter=lambda: Meter(hint="5 minutes left."))
    piped.read(view=hinted)
    said = len(piped.said)
    piped.read(view=changed(hinted, page=(" /next  go on",)))

    assert piped.said[1:3] == ["Goal 2 of 5 · Jane Doe · GROW", "Today: trust"]
    assert piped.said[said - 1 :] == ["   5 minutes left.", " /next  go on", "   5 minutes left."]


def test_what_the_clock_has_to_say_is_said_before_the_line_and_not_lost_behind_it(piped: Piped) -> None:
    hints: list[str] = []
    piped.sends(b"a\n")
    hooks = Hooks(lambda _: None, lambda: hints.append("5 minutes left."))
    piped.read(view=changed(VIEW, meter=lambda: Meter(hint=" ".join(hints))), hooks=hooks)

    assert "   5 minutes left." in piped.said


def test_all_pages_are_said_at_once(piped: Piped) -> None:
    piped.sends(b"a\n")
    piped.read(view=changed(VIEW, page=(" one",), further=((" two",),)))

    assert piped.said[:2] == [" one", " two"]


def test_a_page_is_as_wide_as_the_window_and_as_long_as_it_takes(piped: Piped, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    assert piped.source.page_size()[0] == 40
    assert piped.source.page_size()[1] > 100


def test_what_is_on_paper_is_neither_hidden_nor_drawn_anew(piped: Piped) -> None:
    piped.source.conceal(on=True)
    piped.source.refresh()
    piped.source.conceal(on=False)

    assert piped.said == []


def test_a_question_that_holds_notes_is_said_with_them(piped: Piped) -> None:
    piped.sends(b"a\n")
    piped.read(view=changed(VIEW, notes=("· one", "! two")))

    assert piped.said[-2:] == ["   · one", "   ! two"]


def test_a_line_given_back_is_said_as_it_cannot_be_put_on_a_pipe(piped: Piped) -> None:
    piped.sends(b"x\n")
    piped.read("/prob")

    assert piped.said[-1] == "   so far: /prob"


def test_what_was_kept_is_said_and_a_record_is_not_said_twice(piped: Piped) -> None:
    piped.source.kept("· a note")
    piped.source.record(" What now?", "   · a note")
    piped.source.say(" New client: Jane Doe", "   more")

    assert piped.said == ["   · a note", " New client: Jane Doe", "   more"]


def test_no_escape_is_ever_written(piped: Piped) -> None:
    nasty = "\x1b[2J\x9b1m\u202e"
    piped.sends(b"x\n")
    meter = Meter(clock=nasty, hint=nasty)
    view = View((1,), (nasty,), nasty, topic=nasty, cue=nasty, choices=(nasty,), notes=(nasty,), probe=nasty)
    piped.read(nasty, changed(view, remark=nasty, prompt=nasty, page=(nasty,), meter=lambda: meter))
    piped.source.say(nasty)
    piped.source.kept(nasty)

    assert not set("\x1b\x9b\u202e") & set(piped.out.getvalue())
    assert piped.out.getvalue().count("‹U+001B›") >= 9


# A person at a terminal that can only print


class Typist:
    """Somebody who types one line, or does something else."""

    interactive = True
    unfinished = "half"
    news = ""
    is_burst = False

    def __init__(self, does: Callable[[], str | None]) -> None:
        self._does = does
        self.started_with = ""

    def read(self, start: str, typed: Callable[[str], None]) -> str | None:
        self.started_with = start
        typed("half")
        return self._does()


def test_who_sees_a_note_is_not_broken_apart_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = StringIO()
    Plain(Signals(), Typist(lambda: None), out).kept(Marked("· call Tom and ask him", "→ client and sponsor"))

    assert out.getvalue() == "   · call Tom and ask him\n   → client and sponsor\n"


def meets(does: Callable[[], str | None]) -> tuple[Outcome, Typist, str, list[Line]]:
    typist, out, typed = Typist(does), StringIO(), list[Line]()
    view = View((1,), ("GROW",), "How sure?", prompt="1-10 ")
    outcome = Plain(Signals(), typist, out).read(view, Line("given back", 3), Hooks(typed.append, lambda: None))
    return outcome, typist, out.getvalue(), typed


def test_a_person_gets_their_line_back_and_sees_what_would_answer() -> None:
    outcome, typist, said, typed = meets(lambda: "7")

    assert outcome == Entered(Line.ending("7"))
    assert typist.started_with == "given back"
    assert said.endswith(" 1-10 > ")
    assert typed == [Line.ending("half")]


@pytest.mark.parametrize(("typed", "stale"), [("8", True), ("9", False)])
def test_a_line_that_was_given_back_says_whether_it_was_left_as_it_was(typed: str, *, stale: bool) -> None:
    typist = Typist(lambda: typed)
    outcome = Plain(Signals(), typist, StringIO()).read(VIEW, Line("8", 1, stale=True), Hooks(ignored, lambda: None))

    assert isinstance(outcome, Entered)
    assert (outcome.line.text, outcome.line.stale) == (typed, stale)


def test_before_a_part_of_an_action_stands_which_action_it_is() -> None:
    out = StringIO()
    view = changed(VIEW, prompt="in the way of", about='"Ask Sam to take the rota"')
    Plain(Signals(), Typist(lambda: ""), out).read(view, Line(), Hooks(ignored, lambda: None))

    assert out.getvalue().endswith(' in the way of "Ask Sam to take the rota" > ')


def ignored(_line: Line) -> None:
    """Nobody wants to know."""


def test_a_newcomer_is_told_once_what_can_be_typed_and_a_pipe_is_not(piped: Piped) -> None:
    early, out = changed(VIEW, is_early=True), StringIO()
    plain = Plain(Signals(), Typist(lambda: "7"), out)
    for view in (early, changed(early, visit=(2,))):
        plain.read(view, Line(), Hooks(lambda _: None, lambda: None))
    piped.sends(b"7\n")
    piped.read(view=early)

    assert out.getvalue().count("(/help says what can be typed, /end closes, /edit corrects.)") == 1
    assert "/help" not in piped.out.getvalue()


def test_the_step_is_told_before_the_client_and_what_is_asked_before_a_call_is_nowhere(piped: Piped) -> None:
    piped.sends(b"\n\n")
    piped.read(view=changed(VIEW, crumbs=("Reality 3 of 5", "Jane Doe"), step="Story"))
    piped.read(view=View(("Who?",), (), "Who?"))

    assert "Reality 3 of 5 · Story · Jane Doe" in piped.said[1]
    assert piped.said[-2:] == ["", "Who?"]


def test_a_note_that_is_rewritten_can_be_left_by_a_command(piped: Piped) -> None:
    piped.sends(b"\n\n")
    piped.read()
    before = len(piped.said)
    piped.read(view=changed(VIEW, cue="Enter saves. Empty deletes.", escapes=True))

    assert piped.said[before:] == ["   (Enter saves. Empty deletes. A command leaves it.)"]


def test_a_person_who_ends_the_input_may_come_back() -> None:
    assert meets(lambda: None)[0] == EndOfInput(closed=False)


@pytest.mark.parametrize(
    ("number", "outcome"),
    [(signal.SIGTERM, Signalled(signal.SIGTERM, Line.ending("half"))), (signal.SIGINT, Stopped(Line.ending("half")))],
    ids=["terminate", "ctrl_c"],
)
def test_a_signal_in_the_middle_of_what_a_key_sets_off_breaks_nothing_off_and_is_heard(
    number: int, outcome: Outcome
) -> None:
    done: list[str] = []

    def typed(_line: Line) -> None:
        with suppress(BaseException):
            os.kill(os.getpid(), number)
            done.append("all of it")

    typist = Typist(lambda: "never read")
    with Signals().listening() as signals:
        heard = Plain(signals, typist, StringIO()).read(VIEW, Line(), Hooks(typed, lambda: None))

    assert heard == outcome
    assert done == ["all of it"]


def test_a_ctrl_c_that_came_as_the_line_before_was_taken_is_heard() -> None:
    signals = Signals()
    signals.interrupted = True
    source = Plain(signals, Typist(lambda: "x"), StringIO())

    assert isinstance(source.read(VIEW, Line(), Hooks(lambda _: None, lambda: None)), Stopped)
    assert isinstance(source.read(VIEW, Line(), Hooks(lambda _: None, lambda: None)), Entered)


def test_a_person_who_presses_ctrl_c_is_asked() -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    assert meets(interrupt)[0] == Stopped(Line.ending("half"))


def test_a_terminal_that_is_gone_is_a_hang_up() -> None:
    def gone() -> str:
        raise OSError

    assert meets(gone)[0] == Signalled(signal.SIGHUP, Line.ending("half"))


def test_a_long_question_is_folded_for_a_person_and_left_alone_in_a_pipe(
    piped: Piped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    question = "What would you like to have by the end of this call?"
    piped.sends(b"x\n")
    piped.read(view=View((1,), ("GROW",), question))
    out = StringIO()
    Plain(Signals(), Typist(lambda: "x"), out).say(question)

    assert question in piped.said
    assert out.getvalue() == "What would you like to have\nby the end of this call?\n"
