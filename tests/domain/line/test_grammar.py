"""What a typed line means at every kind of question."""

from collections.abc import Sequence

import pytest
from builders import (
    ACTIONS,
    DRAWN_TO,
    ENERGY,
    FRAMEWORK,
    GOAL,
    HOURS,
    IMPORTANCE,
    MOOD,
    OPTIONS,
    SINCE,
    STILL,
    STORY,
    THANKS,
    TOPIC,
    VALUES,
    WHEN,
    read_date,
)
from domain.strategies import OFTEN
from hypothesis import assume, example, given, reject
from hypothesis import strategies as st

from coachcli.domain.framework.questions import ActionQuestion, GoalQuestion, LineQuestion, NoteQuestion, Question
from coachcli.domain.line.commands import COMMANDS
from coachcli.domain.line.grammar import (
    Blank,
    Command,
    Doubted,
    Expecting,
    Reading,
    Refused,
    Understood,
    read_action,
    read_line,
)
from coachcli.domain.line.signs import SIGNS, escaped, line_of, unescaped
from coachcli.domain.record_data import checked
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Note, Reviewed, Score, When
from coachcli.domain.session.moves import Answered, Detailed, Dropped, Noted
from coachcli.domain.session.wording import as_typed, extras, headline, in_words
from coachcli.domain.terms import Field, Kind, Outcome, ShareWith
from coachcli.domain.text import clean
from coachcli.domain.value import changed

# One of each type, and at the map none.
EVERY_QUESTION: list[Question | None] = [*{p.question.type: p.question for p in FRAMEWORK.places}.values(), SINCE, None]
ANA = Note(kind="action", text="talk to Ana")
# What answers each of these questions where nothing else is typed.
ANSWERED_BY: list[tuple[Question, tuple[str, ...]]] = [
    (IMPORTANCE, ("7", "2/10", "1", "7 /10")),
    (ENERGY, ("2", "2,5", "1", "3.")),
    (MOOD, ("2", "Tense", "calm", "3.")),
    (DRAWN_TO, ("2", "wait", "ask Ana", "yes", "2 days off")),
    (VALUES, ("1", "2, 3", "Play", "Order", "Rest, and sleep", "rest")),
    (STILL, ("yes", "nein", "y")),
    (WHEN, ("friday", "27/11")),
    (HOURS, ("7", "2,5", "-1", "2 days off")),
]


def at_each(questions: Sequence[Question | None]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "question", questions, ids=[question.id if question else "the_map" for question in questions]
    )


every_question = at_each(EVERY_QUESTION)
running_questions = at_each([STORY, TOPIC, OPTIONS])


def expect(
    question: Question | None,
    *,
    marked: ShareWith | None = None,
    choices: tuple[str, ...] | None = None,
    field: Field | None = None,
    note: Note | None = None,
) -> Expecting:
    written = getattr(question, "choices", None) or ()
    return Expecting(question, read_date, written if choices is None else choices, marked, field, note)


def answer(line: str, expecting: Expecting) -> Note:
    """The note of a line that answers."""
    reading = read_line(line, expecting)
    assert isinstance(reading, Understood), reading
    assert isinstance(reading.move, Answered), reading
    assert reading.remark == ""
    return reading.move.note


def note_of(line: str) -> Note:
    """The action in a line, whatever is told of its day."""
    reading = read_line(line, expect(ACTIONS))
    assert isinstance(reading, Understood), reading
    assert isinstance(reading.move, Answered), reading
    return reading.move.note


def aside(line: str, expecting: Expecting) -> tuple[Note, str]:
    """The note of a line that is written down beside the question, and what is said about it."""
    reading = read_line(line, expecting)
    assert isinstance(reading, Understood), reading
    assert isinstance(reading.move, Noted), reading
    return reading.move.note, reading.remark


def detail(line: str, field: Field, note: Note = ANA) -> Note:
    """The goal or action once a line has been given for a field of it."""
    reading = read_line(line, expect(ACTIONS, field=field, note=note))
    assert isinstance(reading, Understood), reading
    assert isinstance(reading.move, Detailed), reading
    return reading.move.note


def refusal(reading: Reading) -> str:
    assert isinstance(reading, Refused), reading
    return reading.message


class TestPlainWords:
    @running_questions
    def test_text_is_a_note_on_the_question(self, question: NoteQuestion | LineQuestion) -> None:
        note = answer("  she wants to leave by spring 8/10 ", expect(question))

        assert note == Note(
            kind=question.keep_as or "note",
            text="she wants to leave by spring 8/10",
            share_with="nobody",
        )

    @at_each([THANKS, None])
    def test_text_where_nothing_is_asked_is_a_note_all_the_same(self, question: Question | None) -> None:
        note, remark = aside("that went well", expect(question, marked="client"))

        assert note == Note(kind="note", text="that went well")
        assert remark == ""

    @pytest.mark.parametrize("line", ["", " ", "\t", "\n", "\r\n", "\n\n \n", "\x00", "\x1b"])
    @every_question
    def test_an_empty_line_is_blank(self, question: Question | None, line: str) -> None:
        assert read_line(line, expect(question)) == Blank()

    def test_control_characters_are_dropped(self) -> None:
        assert answer("not\x07 my\x1b[2J team\x00", expect(STORY)).text == "not my[2J team"

    def test_bytes_that_are_no_text_are_spelled(self) -> None:
        assert answer("caf\udce9", expect(STORY)).text == "caf\\xe9"

    def test_a_framework_says_who_sees_an_answer(self) -> None:
        assert answer("the team", expect(TOPIC, marked="sponsor")).share_with == "sponsor"
        assert answer("lead", expect(GOAL)).share_with == "client"
        assert answer("lead", expect(GOAL, marked="nobody")).share_with == "nobody"
        assert answer("7", expect(IMPORTANCE)).share_with == "nobody"
        assert answer("7", expect(IMPORTANCE, marked="client")).share_with == "client"


SIGNED: list[tuple[str, Kind, str]] = [
    ('"I am always the one they call', "quote", "I am always the one they call"),
    ('"I am always the one they call"', "quote", "I am always the one they call"),
    ('" why me? "', "quote", "why me?"),
    ("“why me?”", "quote", "why me?"),
    ("„warum ich?“", "quote", "warum ich?"),
    ("« pourquoi moi ? »", "quote", "pourquoi moi ?"),
    ("!she never asked for help", "insight", "she never asked for help"),
    ("! she never asked for help", "insight", "she never asked for help"),
    ("*talk to Ana", "action", "talk to Ana"),
    (">send the article", "promise", "send the article"),
    ("?the move to Lisbon", "parked", "the move to Lisbon"),
    ("~I was bored here", "observation", "I was bored here"),
    ("! \\!", "insight", "!"),
    ('"\\"so called', "quote", '"so called'),
    (r"*\*starred", "action", "*starred"),
    (r"*\maybe* later", "action", "maybe* later"),
    ("*Call Ann about *the* rota", "action", "Call Ann about *the* rota"),
    ("* Call Ann, 2*3 times, *", "action", "Call Ann, 2*3 times, *"),
    ("~~they lie", "observation", "they lie"),
    ("!7", "insight", "7"),
    ("?yes", "parked", "yes"),
    ("!/next", "insight", "/next"),
    (r"!\>", "insight", r"\>"),
]


class TestSigns:
    @pytest.mark.parametrize(("line", "kind", "text"), SIGNED, ids=[line for line, *_ in SIGNED])
    @every_question
    def test_a_sign_says_what_a_line_is_wherever_it_is_typed(
        self, question: Question | None, line: str, kind: Kind, text: str
    ) -> None:
        note, remark = aside(line, expect(question))

        assert (note.kind, note.text, remark) == (kind, text, "")

    @pytest.mark.parametrize("field", ["by_when", "confidence", "support"])
    def test_a_sign_means_the_same_while_a_field_is_asked(self, field: Field) -> None:
        note, _ = aside("!it was fear", expect(ACTIONS, field=field, note=ANA))

        assert (note.kind, note.text) == ("insight", "it was fear")

    @pytest.mark.parametrize("sign", SIGNS)
    def test_a_sign_alone_is_given_back(self, sign: str) -> None:
        assert (
            refusal(read_line(sign, expect(STORY))) == "There is nothing after the sign; /help shows what can be typed."
        )

    def test_an_action_is_understood_with_its_day_and_how_sure_they_are(self) -> None:
        note, _ = aside("*Talk to Ana about the handover by friday 8/10", expect(STORY))

        assert in_words(note) == "Talk to Ana about the handover · by Friday 27 November 2026 · 8/10"

    @pytest.mark.parametrize("behind", [" who: coach", ", who: me", " - who: Coach", ". who: me", " · who: me"])
    def test_who_does_it_stands_behind_an_action_and_the_day_before_it(self, behind: str) -> None:
        note, _ = aside(f"*Talk to Ana by friday{behind}", expect(STORY))

        assert in_words(note) == "Talk to Ana · by Friday 27 November 2026 · who: coach"

    @pytest.mark.parametrize("words", ["Find out who: Ana or Tom", "who: me", 'Ask "by friday who: me"'])
    def test_other_words_are_not_taken_for_who_does_it(self, words: str) -> None:
        assert aside(f"*{words}", expect(STORY))[0] == Note(kind="action", text=words, share_with="client")

    def test_an_action_is_the_clients_to_see_and_other_captures_are_not(self) -> None:
        for marked in (None, "client", "sponsor"):
            captured = [aside(f"{sign}x", expect(TOPIC, marked=marked))[0] for sign in SIGNS]
            shares = {note.kind: note.share_with for note in captured}

            assert shares.pop("action") == "client"
            assert set(shares.values()) == {"nobody"}

    def test_where_nothing_is_shared_no_action_is_either(self) -> None:
        assert aside("*talk to Ana", expect(TOPIC, marked="nobody"))[0].share_with == "nobody"


class TestEscapes:
    @pytest.mark.parametrize(
        ("line", "text"),
        [
            ("//next week", "/next week"),
            ("///", "//"),
            ("// ", "/"),
            (r"\!important", "!important"),
            (r"\"quoted", '"quoted'),
            (r"\*starred", "*starred"),
            (r"\>arrow", ">arrow"),
            (r"\?why", "?why"),
            (r"\~about", "~about"),
            (r"\„so", "„so"),
            (r"\/path", "/path"),
            (r"\\server", r"\server"),
            (r"\latex", r"\latex"),
            ("\\", "\\"),
        ],
    )
    def test_a_text_may_begin_with_a_slash_or_a_sign(self, line: str, text: str) -> None:
        assert answer(line, expect(STORY)).text == text
        assert answer(line, expect(GOAL)).text == text
        assert aside(line, expect(None))[0].text == text
        assert detail(line, "support").details == {"support": text}

    @OFTEN
    @given(st.text(st.sampled_from('/\\!"*>?~„«“ a7')) | st.text(st.characters(exclude_characters="\r\n")))
    def test_an_escaped_text_is_read_as_just_that_text(self, raw: str) -> None:
        text = clean(raw).strip()
        assume(text)

        assert unescaped(escaped(text)) == text
        assert answer(escaped(text), expect(STORY)).text == text

    @OFTEN
    @given(st.text(st.sampled_from("/\\!~> a\n"), min_size=1))
    def test_an_escaped_block_is_read_as_just_that_block(self, raw: str) -> None:
        text = raw.strip()
        assume("\n" in text)

        assert answer(escaped(text), expect(STORY)).text == text


class TestCommands:
    @pytest.mark.parametrize("name", COMMANDS)
    @every_question
    def test_every_command_is_understood_everywhere(self, question: Question | None, name: str) -> None:
        assert read_line(f"/{name}", expect(question)) == Command(name)
        assert read_line(f" /{name.upper()} ", expect(question)) == Command(name)

    def test_what_follows_a_command_is_its_argument(self) -> None:
        assert read_line("/go  big reality ", expect(STORY)) == Command("go", "big reality")
        assert read_line("/time 30", expect(IMPORTANCE)) == Command("time", "30")
        assert read_line("/edit she said no", expect(GOAL)) == Command("edit", "she said no")

    def test_a_command_is_understood_while_a_field_is_asked(self) -> None:
        assert read_line("/skip", expect(ACTIONS, field="by_when", note=ANA)) == Command("skip")

    @pytest.mark.parametrize(
        ("line", "meant"),
        [
            ("/nxt", "next"),
            ("/n", "next"),
            ("/NXET", "next"),
            ("/bakc", "back"),
            ("/undoo", "undo"),
            ("/paus", "pause"),
            ("/ende", "end"),
            ("/sikp now", "skip"),
            ("/next?", "next"),
        ],
    )
    @every_question
    def test_a_mistyped_command_is_never_a_note_and_the_right_one_is_suggested(
        self, question: Question | None, line: str, meant: str
    ) -> None:
        message = refusal(read_line(line, expect(question)))

        assert f"did you mean /{meant}?" in message
        assert "//" in message

    @pytest.mark.parametrize("line", ["/", "/ ", "/ next", "/xyzzy", "/7", "/home/jane/notes", "/" + "é" * 500])
    def test_a_slash_with_nothing_known_behind_it_is_given_back(self, line: str) -> None:
        message = refusal(read_line(line, expect(STORY)))

        assert message.startswith("There is no /")
        assert len(message) < 120


class TestHeldBack:
    """What looks like a sign and is none, and what a block says by how its lines begin."""

    @pytest.mark.parametrize(
        "line",
        [
            "**Hunch**: he is afraid of Sam",
            "*maybe* later",
            "*maybe!* later",
            "*all of it*",
            "* perhaps* so",
            "***",
            "!!She",
            "! ! She",
            ">> x",
            "> > x",
            "?? really",
            '""',
            '""so called"" help',
        ],
    )
    @every_question
    def test_a_doubled_sign_or_a_closed_pair_is_a_note_for_the_coach_alone(
        self, question: Question | None, line: str
    ) -> None:
        note, remark = aside(f" {line} ", expect(question, marked="client"))

        assert note == Note(kind="note", text=line)
        assert remark.startswith("Kept as a note, for you alone. /share shares it")

    @pytest.mark.parametrize("line", ["**~Hunch**", "!!~", "*!~she lies", "> > ~ so"])
    def test_with_the_sign_for_the_coach_behind_it_it_is_never_shared(self, line: str) -> None:
        assert aside(line, expect(TOPIC, marked="client")) == (
            Note(kind="observation", text=line),
            "Kept for you alone: what has ~ before a line is never shared.",
        )

    @pytest.mark.parametrize("field", ["by_when", "confidence", "support"])
    def test_it_is_no_field_either(self, field: Field) -> None:
        note, _ = aside("**8/10**", expect(ACTIONS, field=field, note=ANA))

        assert note == Note(kind="note", text="**8/10**")

    def test_it_is_said_how_it_answers_where_it_could(self) -> None:
        says = r"Kept as a note, for you alone. /share shares it; with \ before it, it answers."

        assert aside("**trust**", expect(TOPIC))[1] == says
        assert aside("**trust**", expect(ACTIONS, field="support", note=ANA))[1] == says
        assert aside("**7**", expect(IMPORTANCE))[1] == "Kept as a note, for you alone. /share shares it."
        assert answer(r"\**trust**", expect(TOPIC)).text == "**trust**"

    @every_question
    @pytest.mark.parametrize("sign", [sign for sign in SIGNS if sign != "~"])
    @pytest.mark.parametrize("before", ["", " ", "\n \n"])
    def test_a_block_that_begins_with_a_sign_is_no_answer(
        self, question: Question | None, sign: str, before: str
    ) -> None:
        note, remark = aside(f"{before}{sign}How to lead\nand the team", expect(question, marked="client"))

        assert (note.kind, note.share_with) == ("note", "nobody")
        assert note.text.strip() == f"{sign}How to lead\nand the team"
        assert remark.startswith("Kept as one note, for you alone. /share shares it")

    @every_question
    @pytest.mark.parametrize(
        "block",
        [
            "How to lead\n~I want this more than she does",
            "~a\nb",
            "a\n  ~ b\nc",
            "a\n\t~b",
            "!a\n~b",
            "a\n*~b",
            "/end\n~b",
        ],
    )
    def test_a_block_with_a_line_for_the_coach_alone_is_an_observation(
        self, question: Question | None, block: str
    ) -> None:
        assert aside(block, expect(question, marked="client")) == (
            Note(kind="observation", text=block),
            "Kept for you alone: what has ~ before a line is never shared.",
        )

    @pytest.mark.parametrize(
        ("block", "text"),
        [
            ("\\!a\nb", "!a\nb"),
            ("\\~a\nb", "~a\nb"),
            ("a\n \\~b", "a\n ~b"),
            ("a\n\\*~b", "a\n*~b"),
            ("\\\\!a\nb", "\\!a\nb"),
            ("a ~ b\nc ~d", "a ~ b\nc ~d"),
            ("a\n\\!b", "a\n\\!b"),
        ],
    )
    def test_a_backslash_makes_it_words(self, block: str, text: str) -> None:
        assert answer(block, expect(TOPIC)).text == text

    @OFTEN
    @given(
        st.sampled_from(EVERY_QUESTION),
        st.sampled_from([sign for sign in SIGNS if sign != "~"]),
        st.sampled_from(["", " ", "\t"]),
        st.text(st.characters(exclude_characters="\\")),
    )
    def test_no_line_that_begins_with_a_doubled_sign_is_an_answer_or_shared(
        self, question: Question | None, sign: str, blank: str, words: str
    ) -> None:
        line = f"{blank}{sign}{blank}{sign}{words}"
        note, _ = aside(line, expect(question, marked="client"))

        assert note.share_with == "nobody"
        assert note.text.split() == clean(line).split()

    @OFTEN
    @given(
        st.sampled_from(EVERY_QUESTION),
        st.lists(st.text(st.characters(exclude_characters="\r\n")), min_size=1, max_size=4),
        st.text(" \t*!>"),
        st.text(st.characters(exclude_characters="\r\n")),
        st.integers(0, 4),
    )
    def test_no_block_with_a_line_for_the_coach_is_ever_shared(
        self, question: Question | None, rows: list[str], before: str, words: str, place: int
    ) -> None:
        block = "\n".join([*rows[:place], f"{before}~{words}", *rows[place:]])
        assume("\n" in clean(block).strip("\n"))

        note, _ = aside(block, expect(question, marked="client"))
        assert note == Note(kind="observation", text=clean(block).strip("\n"))


class TestAskedForAnAction:
    @pytest.mark.parametrize("line", ["call Tom by friday", "*call Tom by friday", "* call Tom by friday"])
    def test_it_is_one_with_and_without_its_sign(self, line: str) -> None:
        reading = read_action(line, expect(TOPIC))

        assert isinstance(reading, Understood)
        assert isinstance(reading.move, Noted)
        assert in_words(reading.move.note) == "call Tom · by Friday 27 November 2026"
        assert reading.move.note.share_with == "client"

    @pytest.mark.parametrize("line", ['"call Tom" she says', r"\!call Tom", "Book the 5* hotel", "call *Tom*", "a\nb"])
    def test_other_words_are_its_words(self, line: str) -> None:
        reading = read_action(line, expect(TOPIC))

        assert isinstance(reading, Understood)
        assert isinstance(reading.move, Noted)
        assert (reading.move.note.kind, reading.move.note.text) == ("action", line.lstrip("\\").replace("\n", " "))

    @pytest.mark.parametrize(
        "line", ["**x", "*maybe* later", "~x", "*~x", '"~x', "!x", ">x", "?x", "call Tom\n~secret", "!a\nb", '"a\nb']
    )
    def test_what_a_sign_makes_something_else_goes_to_nobody(self, line: str) -> None:
        reading = read_action(line, expect(TOPIC, marked="client"))

        assert reading == read_line(line, expect(TOPIC, marked="client"))
        assert isinstance(reading, Understood)
        assert isinstance(reading.move, Noted)
        assert reading.move.note.kind != "action"
        assert reading.move.note.share_with == "nobody"


class TestBlocks:
    BLOCK = "first\n/end\n  7\n!last"

    @running_questions
    @pytest.mark.parametrize("block", [BLOCK, "//a\nb", "- a\n* b", "a\r\nb"])
    def test_several_lines_at_once_are_one_note(self, question: NoteQuestion | LineQuestion, block: str) -> None:
        note = answer(block, expect(question, marked="client"))

        assert note == Note(kind=question.keep_as or "note", text=block.replace("\r", ""), share_with="client")

    @running_questions
    @pytest.mark.parametrize("block", ["/end\n/next", "/topic he drinks\nand lies"])
    def test_one_that_begins_like_a_command_answers_nothing(
        self, question: NoteQuestion | LineQuestion, block: str
    ) -> None:
        note, remark = aside(block, expect(question, marked="client"))

        assert note == Note(kind="note", text=block)
        assert remark.startswith("Kept as one note, for you alone.")

    @running_questions
    @pytest.mark.parametrize("before", ["\u200b", "\ufeff", "\u00ad", "\u2060 ", "a\u2028", "a\u0085", "a\n\u200b"])
    def test_what_nobody_sees_before_the_sign_for_the_coach_alone_hides_it_from_nobody(
        self, question: NoteQuestion | LineQuestion, before: str
    ) -> None:
        note, _ = aside(f"{before}~he drinks", expect(question, marked="client"))

        assert (note.kind, note.share_with) == ("observation", "nobody")

    @at_each([question for question in EVERY_QUESTION if not isinstance(question, NoteQuestion | LineQuestion)])
    def test_where_one_line_would_answer_they_are_kept_as_a_note(self, question: Question | None) -> None:
        note, remark = aside(self.BLOCK, expect(question, marked="client"))

        assert note == Note(kind="note", text=self.BLOCK)
        assert remark == "Kept as one note."

    def test_where_a_field_is_asked_they_are_kept_as_a_note_too(self) -> None:
        assert aside(self.BLOCK, expect(ACTIONS, field="support", note=ANA))[0].text == self.BLOCK

    def test_line_ends_around_a_single_line_make_no_block(self) -> None:
        assert answer("\n\n7\n", expect(IMPORTANCE)).scale is not None
        assert read_line("/next\n", expect(STORY)) == Command("next")

    def test_blank_lines_inside_a_block_stay(self) -> None:
        assert answer("\na\n\n  b\n", expect(STORY)).text == "a\n\n  b"


IDEAS = ("ask Ana", "wait", "2 days off")
_ANSWERS: list[tuple[Question, tuple[str, ...] | None, dict[str, str]]] = [
    (
        IMPORTANCE,
        None,
        {
            "7": "7 of 10",
            "1": "1 of 10",
            "10": "10 of 10",
            "+7": "7 of 10",
            "7.0": "7 of 10",
            "7/10": "7 of 10",
            "7 / 10": "7 of 10",
            "7.": "7 of 10",
            "7 better than last month": "7 of 10 · better than last month",
            "7, better than last month": "7 of 10 · better than last month",
            "7: better": "7 of 10 · better",
            "7 - better": "7 of 10 · better",
            "7) better": "7 of 10 · better",
            "7/10 better": "7 of 10 · better",
            "7 (it was 5)": "7 of 10 · (it was 5)",
            "7?": "7 of 10 · ?",
            "seven": "7 of 10",
            "Seven.": "7 of 10",
            "seven out of ten": "7 of 10",
        },
    ),
    (
        ENERGY,
        None,
        {
            "0": "0 of 5",
            "2,5": "2.5 of 5",
            "2.5": "2.5 of 5",
            "2,5/5": "2.5 of 5",
            "4,5 after the walk": "4.5 of 5 · after the walk",
        },
    ),
    (
        MOOD,
        None,
        {
            "2": "Tense",
            "2.": "Tense",
            "2 because of tomorrow": "Tense · because of tomorrow",
            "2, because of tomorrow": "Tense · because of tomorrow",
            "tense": "Tense",
            "TENSE": "Tense",
            "ten": "Tense",
            "tired": "Tired but well",
            "tired  but   well": "Tired but well",
            "tense, because of tomorrow": "Tense · because of tomorrow",
            "Tense: because of tomorrow": "Tense · because of tomorrow",
            "tense - because of tomorrow": "Tense · because of tomorrow",
        },
    ),
    (
        DRAWN_TO,
        IDEAS,
        {
            "1": "ask Ana",
            "wait": "wait",
            "wai": "wait",
            "2 days off": "2 days off",
            "2 for now": "wait · for now",
            "something else entirely": "something else entirely",
            "4 weeks off": "4 weeks off",
            "wait, until may": "wait · until may",
        },
    ),
    (DRAWN_TO, (), {"1": "1", "ask Ana": "ask Ana"}),
    (
        VALUES,
        None,
        {
            "1": "Play",
            "1, 3": "Play, Order",
            "1,3": "Play, Order",
            "1 3": "Play, Order",
            "1; 3": "Play, Order",
            "3 and 1": "Order, Play",
            "1 und 3": "Play, Order",
            "1 et 3": "Play, Order",
            "1 and 3.": "Play, Order",
            "1 1 1": "Play",
            "1, 3 above all": "Play, Order · above all",
            "1, 3: above all": "Play, Order · above all",
            "1 above all 3": "Play · above all 3",
            "play": "Play",
            "pl; ORDER": "Play, Order",
            "play, order": "Play, Order",
            "Rest, and sleep": "Rest, and sleep",
            "play, rest, and sleep": "Play, Rest, and sleep",
            "rest, and sleep, play": "Rest, and sleep, Play",
            "rest, play": "Rest, and sleep, Play",
            "play, order: above all": "Play, Order · above all",
            "order - above all": "Order · above all",
        },
    ),
    (
        changed(VALUES, other=True),
        None,
        {
            "play, music": "Play, music",
            "music, rest, and sleep": "music, Rest, and sleep",
            "4 hours, play": "4 hours, Play",
        },
    ),
    (VALUES, (), {"music; order": "music, order", "1, 2": "1, 2"}),
    (
        STILL,
        None,
        dict.fromkeys(["yes", "y", "Yes", "YEAH", "yep", "ja", "J", "oui", "yes."], "yes")
        | dict.fromkeys(["no", "N", "nope", "nein", "Nein!", "non"], "no")
        | {
            "yes, more than ever": "yes · more than ever",
            "yes more than ever": "yes · more than ever",
            "yes - more than ever": "yes · more than ever",
            "ja, aber anders": "yes · aber anders",
            "nein, lieber nicht": "no · lieber nicht",
            "oui mais pas tout": "yes · mais pas tout",
            "non, pas encore": "no · pas encore",
        },
    ),
    (
        WHEN,
        None,
        {
            "friday": "Friday 27 November 2026",
            "Next Friday": "Friday 27 November 2026",
            "by friday": "Friday 27 November 2026",
            "the end of the month": "Monday 30 November 2026",
            "friday, if Ana is back": "Friday 27 November 2026 · if Ana is back",
            "friday - if Ana is back": "Friday 27 November 2026 · if Ana is back",
            "fri, 27 november: at noon": "Friday 27 November 2026 · at noon",
        },
    ),
    (
        HOURS,
        None,
        {
            "3": "3",
            "2,5": "2.5",
            "-4": "-4",
            "0": "0",
            "1234567": "1234567",
            "0.00005": "0.00005",
            "123456789012345": "123456789012345",
            "12.75 at most": "12.75 · at most",
            "3, perhaps 4": "3 · perhaps 4",
        },
    ),
]
ANSWERS = [(question, choices, line, seen) for question, choices, rows in _ANSWERS for line, seen in rows.items()]

_ASIDES: list[tuple[Question, str, list[str]]] = [
    (
        IMPORTANCE,
        "a number from 1 to 10",
        [
            *(
                "seven or so",
                "one of the team",
                "7 % of it",
                "almost 7",
                "not 7",
                "about 7",
                "7th",
                "7/5",
                "7-8",
                "7,5,3",
                "10:30",
                "7/10/2026",
                "70%",
            ),
            *("11 and more", "7.5 perhaps"),
        ],
    ),
    (ENERGY, "a number from 0 to 5, halves too", ["low", "2,3 or so"]),
    (MOOD, "a number from 1 to 3, or the words", ["t", "fine", "4 o'clock", "2nd", "1-2", "calm today"]),
    (VALUES, "numbers from 1 to 3, or the words", ["music", "play, music", "1, 4 maybe", ",", "1-3"]),
    (
        STILL,
        "yes or no",
        ["maybe", "yesterday", "nothing", "not yet", "jahaha", "no idea", "no one told me", "si je peux", "👍"],
    ),
    (HOURS, "a number", ["many", "3/4", "3h", "€5", "12:30", "1234567890123456", "1.2.3", "7" * 6000]),
]
ASIDES = [(question, line, expected) for question, expected, lines in _ASIDES for line in lines]

REFUSALS: list[tuple[Question, str, str]] = [
    (IMPORTANCE, "0", "0 is not a number from 1 to 10."),
    (IMPORTANCE, "11", "11 is not a number from 1 to 10."),
    (IMPORTANCE, "-1", "-1 is not a number from 1 to 10."),
    (IMPORTANCE, "7,5", "7.5 is not a number from 1 to 10."),
    (IMPORTANCE, "11/10", "11 is not a number from 1 to 10."),
    (IMPORTANCE, "1000000", "1000000 is not a number from 1 to 10."),
    (ENERGY, "2,3", "2.3 is not a number from 0 to 5, halves too."),
    (ENERGY, "5,5", "5.5 is not a number from 0 to 5, halves too."),
    (MOOD, "0", "0 is not on the list; it goes from 1 to 3."),
    (MOOD, "4", "4 is not on the list; it goes from 1 to 3."),
    (VALUES, "1, 4", "4 is not on the list; it goes from 1 to 3."),
]


class TestTypedAnswers:
    @pytest.mark.parametrize(
        ("question", "choices", "line", "seen"),
        ANSWERS,
        ids=[f"{question.id}: {line}" for question, _, line, _ in ANSWERS],
    )
    def test_it_is_understood(self, question: Question, choices: tuple[str, ...] | None, line: str, seen: str) -> None:
        note = answer(line, expect(question, choices=choices))

        assert headline(note) == seen
        assert note.kind == (question.keep_as or question.type)

    @pytest.mark.parametrize(
        ("question", "line", "expected"), ASIDES, ids=[f"{question.id}: {line[:20]}" for question, line, _ in ASIDES]
    )
    def test_words_that_do_not_answer_are_kept_as_a_note(self, question: Question, line: str, expected: str) -> None:
        note, remark = aside(line, expect(question, marked="client"))

        assert note == Note(kind="note", text=line)
        assert remark == f"Kept as a note; {expected} would answer."

    @pytest.mark.parametrize(
        ("question", "line", "message"), REFUSALS, ids=[f"{question.id}: {line}" for question, line, _ in REFUSALS]
    )
    def test_a_bare_number_that_does_not_fit_is_given_back(self, question: Question, line: str, message: str) -> None:
        assert refusal(read_line(line, expect(question))) == message

    @at_each([IMPORTANCE, MOOD, VALUES, DRAWN_TO, HOURS])
    def test_a_number_of_any_length_is_taken_somehow(self, question: Question) -> None:
        for line in ("9" * 5000, f"7/{'1' * 5000}", f"1, {'9' * 5000}", f"{'9' * 5000} x"):
            assert isinstance(read_line(line, expect(question, choices=IDEAS)), Understood | Refused)

    def test_an_answer_with_a_role_is_kept_in_that_role(self) -> None:
        note = answer("1", expect(DRAWN_TO, choices=IDEAS))

        assert (note.kind, note.chosen, note.share_with) == ("takeaway", ("ask Ana",), "client")

    @pytest.mark.parametrize("words", ["I think he drinks", "he said friday is hard for her"])
    def test_where_a_day_is_asked_for_other_words_are_the_coachs_alone(self, words: str) -> None:
        note, remark = aside(words, expect(WHEN, marked="client"))

        assert note == Note(kind="note", text=words)
        assert remark == "Kept as a note, for you alone; a day would answer."

    @pytest.mark.parametrize("words", ["some day", "when it rains, or not"])
    def test_words_that_begin_like_a_day_are_asked_about_there_too(self, words: str) -> None:
        reading = read_line(words, expect(WHEN, marked="client"))

        assert isinstance(reading, Doubted)
        assert reading.message == "→ client as its day? Enter takes it."
        assert isinstance(reading.taken.move, Answered)
        assert reading.kept.move == Noted(Note(kind="note", text=words))

    @pytest.mark.parametrize(
        "words",
        [
            "N. told me that he drinks",
            "J's husband drinks",
            "Non-starter, he lies",
            "No-one believes him",
            "No matter what she says",
            "no. 1 on my list",
            "Y is the boss he fears",
        ],
    )
    def test_a_name_or_a_part_of_a_word_is_no_yes_and_no_no(self, words: str) -> None:
        assert aside(words, expect(STILL, marked="client"))[0] == Note(kind="note", text=words)

    @pytest.mark.parametrize(
        "words", ["2 years ago he was fired", "3 people left", "3 of his people told me", "5 more calls"]
    )
    def test_a_number_of_things_is_no_point_on_a_scale(self, words: str) -> None:
        assert aside(words, expect(IMPORTANCE, marked="client"))[0] == Note(kind="note", text=words)

    def test_a_day_keeps_the_words_in_which_it_was_said(self) -> None:
        note = answer("Next Friday", expect(WHEN))

        assert note.day is not None
        assert note.day.words == "Next Friday"

    @OFTEN
    @given(
        st.sampled_from([(question, head) for question, heads in ANSWERED_BY for head in heads]),
        st.lists(
            st.sampled_from(
                ["7", "2", "2,5", "1", "/10", "-", "3.", "½", "!", "?", "/", "\\", '"', "because", "by", "yes", "nein"]
            )
            | st.sampled_from(
                ["friday", "Tense", "calm", "Play", "Order", "Rest, and sleep", "rest", "wait", "ask Ana", "2 days off"]
            ),
            max_size=3,
        ),
        st.sampled_from([" ", ", ", ": ", " - ", "; ", ""]),
    )
    def test_an_answer_typed_again_is_the_same_answer(
        self, asked: tuple[Question, str], words: list[str], between: str
    ) -> None:
        question, head = asked
        expecting = expect(question, choices=IDEAS if question is DRAWN_TO else None)
        lines = [head, between.join([head, *words])]  # not every word behind an answer leaves it one
        notes = [
            reading.move.note
            for reading in (read_line(line, expecting) for line in lines)
            if isinstance(reading, Understood) and isinstance(reading.move, Answered)
        ]

        assert notes
        for note in notes:
            again = read_line(escaped(as_typed(note)), expecting)
            assert isinstance(again, Understood)
            assert again.move == Answered(note)


class TestGoalsAndActions:
    @at_each([changed(GOAL, lasts=True), ACTIONS])
    def test_one_line_says_what_by_when_and_how_sure(self, question: GoalQuestion | ActionQuestion) -> None:
        note = answer("Talk to Ana about the handover by friday 8/10", expect(question))

        assert note.kind == question.type
        assert note.share_with == "client"
        assert (headline(note), extras(note)) == (
            "Talk to Ana about the handover",
            ["by Friday 27 November 2026", "8/10"],
        )

    def test_what_is_not_understood_stays_in_the_words(self) -> None:
        note = answer("be led by example", expect(GOAL))

        assert note == Note(kind="aim", text="be led by example", share_with="client")

    @OFTEN
    @given(
        st.lists(
            st.sampled_from(["by", "until", "before", "friday", "monday", "someday", "8/10", "10/10", "18/10", "talk"])
            | st.sampled_from([",", ".", "-", ";", "8 / 10", "By", "bye", "\t", "x"]),
            min_size=1,
            max_size=8,
        ),
        st.sampled_from([" ", "", "  "]),
    )
    @example(["by", ",", "8 / 10"], " ")
    @example(["talk", "by", "friday", "by", "8/10"], " ")
    @example(["by", "friday", "by", "8/10"], " ")
    @example(["talk", "by", "10/10", "\t", "."], " ")
    @example(["x", "before", "monday", "\t", ";"], " ")
    @example([",", "x", ".", "By", ";", "10/10"], "")
    def test_an_action_typed_again_is_the_same_action(self, words: list[str], between: str) -> None:
        line = between.join(words)
        assume(line.strip())
        note = note_of(line)

        assert note_of(escaped(as_typed(note))) == note


class TestFields:
    @pytest.mark.parametrize(
        ("line", "seen"),
        [
            ("friday", "by Friday 27 November 2026"),
            ("by friday", "by Friday 27 November 2026"),
            ("until Monday", "until Monday 23 November 2026"),
            ("before friday", "before Friday 27 November 2026"),
            ("8/10", "by Friday 8 October 2027"),
            ("31.", "by Thursday 31 December 2026"),
            ("friday 14:00", "by Friday 27 November 2026, 14:00"),
            ("friday at the latest", "by Friday 27 November 2026, at the latest"),
        ],
    )
    def test_a_day_is_taken_as_it_was_said(self, line: str, seen: str) -> None:
        note = detail(line, "by_when")

        assert extras(note) == [seen]
        assert note.due is not None
        assert note.due.words == line

    @pytest.mark.parametrize(
        ("line", "seen"),
        [
            ("8", ["8/10"]),
            ("0", ["0/10"]),
            ("10", ["10/10"]),
            ("8.", ["8/10"]),
            ("8/10", ["8/10"]),
            ("8 / 10", ["8/10"]),
            ("8 if Ana is in", ["8/10", "how sure: if Ana is in"]),
            ("8, if Ana is in", ["8/10", "how sure: if Ana is in"]),
            ("8/10 if Ana is in", ["8/10", "how sure: if Ana is in"]),
            ("8 / 10, if Ana is in", ["8/10", "how sure: if Ana is in"]),
            ("seven", ["7/10"]),
            ("Seven out of ten.", ["7/10"]),
            ("7 out of 10", ["7/10"]),
            ("7.5", ["7.5/10"]),
            ("7,5/10", ["7.5/10"]),
            ("80%", ["8/10"]),
        ],
    )
    def test_how_sure_is_a_number(self, line: str, seen: list[str]) -> None:
        assert extras(detail(line, "confidence")) == seen

    @pytest.mark.parametrize("line", ["11", "12/10", "100", "110%", "9" * 5000])
    def test_more_than_sure_is_given_back(self, line: str) -> None:
        message = refusal(read_line(line, expect(ACTIONS, field="confidence", note=ANA)))

        assert message == "How sure goes from 0 to 10."

    @pytest.mark.parametrize(
        ("field", "line", "seen"),
        [
            ("by_when", "when Ana is back", "by when Ana is back"),
            ("by_when", "by the time Ana is back", "by the time Ana is back"),
            ("by_when", "before Ana leaves", "before Ana leaves"),
            ("by_when", "By the way, I think he drinks", "By the way, I think he drinks"),
            ("by_when", "as soon as the board has met", "by as soon as the board has met"),
            ("by_when", "tomorow", "by tomorow"),
            ("by_when", "Friday 28 November", "by Friday 28 November"),
            ("confidence", "quite sure", "how sure: quite sure"),
            ("confidence", "8-9", "how sure: 8-9"),
            ("confidence", "about 8", "how sure: about 8"),
            ("confidence", "11 people saw it", "how sure: 11 people saw it"),
        ],
    )
    def test_words_that_begin_like_a_day_or_a_score_are_asked_about(self, field: Field, line: str, seen: str) -> None:
        reading = read_line(line, expect(ACTIONS, field=field, note=ANA))

        assert isinstance(reading, Doubted)
        assert isinstance(reading.taken.move, Detailed)
        assert extras(reading.taken.move.note) == [seen]
        assert reading.kept.move == Noted(Note(kind="note", text=line))

    @pytest.mark.parametrize(
        ("field", "share", "message"),
        [
            ("by_when", "nobody", "As its day? Enter takes it."),
            ("by_when", "client", "→ client as its day? Enter takes it."),
            ("by_when", "sponsor", "→ client and sponsor as its day? Enter takes it."),
            ("confidence", "client", "→ client as how sure? Enter takes it."),
        ],
    )
    def test_it_is_said_who_would_read_them(self, field: Field, share: ShareWith, message: str) -> None:
        note = changed(ANA, share_with=share)
        reading = read_line("about when she is back", expect(ACTIONS, field=field, note=note))
        by_day = read_line("when she is back", expect(ACTIONS, field=field, note=note))

        assert message in {getattr(reading, "message", ""), getattr(by_day, "message", "")}

    @pytest.mark.parametrize(
        ("field", "line"),
        [
            ("by_when", "Of course, that's a double-edged sword"),
            ("by_when", "I think he drinks"),
            ("by_when", "8"),
            ("confidence", "Of course, that's a double-edged sword"),
            ("confidence", "one of them told her"),
            ("confidence", "friday"),
        ],
    )
    def test_anything_else_is_a_note_for_the_coach_alone_and_a_line_says_so(self, field: Field, line: str) -> None:
        note = changed(ANA, share_with="client")
        reading = read_line(line, expect(ACTIONS, marked="client", field=field, note=note))

        named = "day" if field == "by_when" else "score"
        assert reading == Understood(
            Noted(Note(kind="note", text=line, share_with="nobody")), f"No {named}: kept as a note, for you alone."
        )

    @pytest.mark.parametrize("field", ["who", "obstacles", "support", "measure", "specific", "achievable", "relevant"])
    def test_other_fields_take_any_words(self, field: Field) -> None:
        note = detail("7 people by friday", field)

        assert note.details == {field: "7 people by friday"}
        assert note.text == "talk to Ana"

    def test_a_field_leaves_the_others_as_they_are(self) -> None:
        note = detail("her calendar", "support", detail("8 if she is in", "confidence", detail("friday", "by_when")))

        assert in_words(note) == (
            "talk to Ana · by Friday 27 November 2026 · 8/10 · how sure: if she is in · support: her calendar"
        )


@OFTEN
@given(
    st.sampled_from(EVERY_QUESTION),
    st.sampled_from([*SIGNS, "", "//", "\\"]),
    st.text() | st.text(st.sampled_from('/\\!*~"“ by friday8/10\n')),
)
def test_a_note_put_back_on_the_line_is_read_as_the_same_note(question: Question | None, sign: str, words: str) -> None:
    expecting = expect(question)
    match read_line(sign + words, expecting):
        case Understood(move=Answered(note=note) | Noted(note=note)):
            again = read_line(line_of(note), expecting)
            assert isinstance(again, Understood)
            assert isinstance(again.move, Answered | Noted)
            assert again.move.note == note
        case _:
            reject()


@OFTEN
@given(
    st.sampled_from(EVERY_QUESTION),
    st.text() | st.text(st.sampled_from('0123456789 /,;.:-\n!"*>?~\\bypers10')),
    st.sampled_from([None, "by_when", "confidence", "support"]),
)
def test_no_line_is_too_strange(question: Question | None, line: str, field: Field | None) -> None:
    reading = read_line(line, expect(question, field=field, note=ANA if field else None))

    assert isinstance(reading, Understood | Doubted | Blank | Command | Refused)


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if sign != "~"])
@pytest.mark.parametrize(("words", "kept"), [("~they lie", "they lie"), (" ~ they lie", "they lie")])
def test_for_the_coach_alone_counts_behind_every_other_sign(sign: str, words: str, kept: str) -> None:
    note = Note(kind="observation", text=kept, share_with="nobody")

    assert read_line(f"{sign}{words}", expect(None)) == Understood(Noted(note))


@pytest.mark.parametrize(
    "filling", [" ", "-", " -", "1", "1,", "by ", "/", "8/10 ", "a, ", ": ", '"', "\\", "*", "* ", "a* ", "~\n"]
)
def test_a_long_line_is_read_at_once(filling: str) -> None:
    line = "x" + filling * 20_000 + "x"
    for question in EVERY_QUESTION:
        read_line(line, expect(question))
        read_line(line[1:], expect(question))


class TestLookingBack:
    CALL_TOM = Carried("action", "call Tom", "jane-doe/2026-11-01-1000", share_with="client")

    def read(self, line: str, marked: ShareWith | None = None, item: Carried | None = CALL_TOM) -> Reading:
        return read_line(line, Expecting(SINCE, read_date, marked=marked, item=item))

    @pytest.mark.parametrize(
        ("line", "outcome", "text"),
        [("done", "done", ""), ("2 met him", "partly", "met him"), ("Drop it", "dropped", "")],
    )
    def test_what_came_of_it_answers(self, line: str, outcome: Outcome, text: str) -> None:
        seen = Reviewed(kind="action", what="call Tom", session="jane-doe/2026-11-01-1000", outcome=outcome)

        assert self.read(line) == Understood(Answered(Note(kind="review", text=text, reviewed=seen)))

    @pytest.mark.parametrize("line", ["it went well", "5", "not at all", "99 red balloons"])
    def test_anything_else_is_kept_as_a_note(self, line: str) -> None:
        assert self.read(line) == Understood(
            Noted(Note(kind="note", text=line)), "Kept as a note; done, partly, not yet, dropped would answer."
        )

    def test_with_nothing_to_look_back_on_it_is_a_note_and_no_more_is_said(self) -> None:
        assert self.read("done", item=None) == Understood(Noted(Note(kind="note", text="done")))

    def test_signs_and_commands_mean_what_they_mean_elsewhere(self) -> None:
        assert self.read("/skip") == Command("skip")
        assert self.read('"done') == Understood(Noted(Note(kind="quote", text="done")))
        assert self.read("?done") == Understood(Noted(Note(kind="parked", text="done")))

    def test_several_lines_are_one_note(self) -> None:
        assert self.read("done\nand dusted") == Understood(
            Noted(Note(kind="note", text="done\nand dusted")), "Kept as one note."
        )

    @pytest.mark.parametrize(
        ("marked", "shared"), [(None, "nobody"), ("nobody", "nobody"), ("client", "client"), ("sponsor", "client")]
    )
    def test_it_is_shared_as_the_framework_says_but_never_more_widely_than_what_was_chosen(
        self, marked: ShareWith | None, shared: ShareWith
    ) -> None:
        reading = self.read("done", marked)

        assert isinstance(reading, Understood)
        assert isinstance(reading.move, Answered)
        assert reading.move.note.share_with == shared


# Once the answer stands

SEVEN = Note(kind="scale", scale=checked(Score, {"score": 7, "from": 1, "to": 10}))
ANSWERED: dict[str, tuple[Question, Note]] = {
    "topic": (TOPIC, Note(kind="topic", text="trust", share_with="client")),
    "importance": (IMPORTANCE, SEVEN),
    "mood": (MOOD, Note(kind="choice", chosen=("Calm",))),
    "drawn_to": (DRAWN_TO, Note(kind="takeaway", chosen=("stay",))),
    "values": (VALUES, Note(kind="choices", chosen=("Play",))),
    "still": (STILL, Note(kind="yesno", said_yes=True)),
    "when": (WHEN, Note(kind="date", day=When(words="friday"))),
    "hours": (HOURS, Note(kind="number", number=3)),
    "goal": (GOAL, Note(kind="goal", text="lead the team", share_with="client")),
}
each_answered = pytest.mark.parametrize(("question", "answer"), ANSWERED.values(), ids=ANSWERED)


def behind(question: Question, answer: Note, line: str) -> Understood:
    choices = ("stay", "leave") if question is DRAWN_TO else getattr(question, "choices", None) or ()
    reading = read_line(line, Expecting(question, read_date, choices, "sponsor", answered=answer))
    assert isinstance(reading, Understood)
    return reading


@each_answered
@pytest.mark.parametrize("line", ["I want this more than she does", "99", "two\nlines", "8 because of the board", "hm"])
def test_words_behind_an_answer_are_a_note_for_the_coach_alone(question: Question, answer: Note, line: str) -> None:
    assert behind(question, answer, line).move == Noted(Note(kind="note", text=line))


@each_answered
@OFTEN
@given(line=st.text(min_size=1))
def test_whatever_is_typed_behind_an_answer_is_no_second_one(question: Question, answer: Note, line: str) -> None:
    reading = read_line(line, Expecting(question, read_date, marked="sponsor", answered=answer))

    assert not isinstance(reading, Understood) or isinstance(reading.move, Noted)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("importance", "8"),
        ("mood", "2"),
        ("mood", "tense"),
        ("drawn_to", "leave"),
        ("values", "1, 3"),
        ("still", "no"),
        ("when", "monday"),
        ("hours", "4"),
    ],
)
def test_what_would_be_another_answer_is_told_from_a_thought(question: str, line: str) -> None:
    asked, answer = ANSWERED[question]

    assert behind(asked, answer, line).standing == answer
    assert behind(asked, answer, f"{line}, and he means it").standing is None
    assert behind(asked, answer, "that is what he means").standing is None


def test_a_value_with_words_behind_it_is_told_as_a_note() -> None:
    asked, answer = ANSWERED["importance"]

    assert behind(asked, answer, "8 because of the board").remark == "Kept as a note for you alone; the answer stays."
    assert behind(asked, answer, "the board, I think").remark == ""


@pytest.mark.parametrize("line", ["done", "partly, by friday", "1"])
def test_so_is_what_came_of_something_said_twice(line: str) -> None:
    item = Carried("action", "call Tom", "jane-doe/1", share_with="client")
    said = Reviewed(kind="action", what="call Tom", session="jane-doe/1", outcome="done")
    answer = Note(kind="review", reviewed=said)
    reading = read_line(line, Expecting(SINCE, read_date, marked="client", item=item, answered=answer))

    assert isinstance(reading, Understood)
    assert (reading.move, reading.standing) == (Noted(Note(kind="note", text=line)), answer)


@each_answered
def test_a_sign_and_a_command_mean_there_what_they_mean_elsewhere(question: Question, answer: Note) -> None:
    assert behind(question, answer, "!so that is it").move == Noted(Note(kind="insight", text="so that is it"))
    assert read_line("/next", Expecting(question, read_date, answered=answer)) == Command("next")


class TestAListBroughtAgain:
    AREAS = LineQuestion(id="areas", type="line", ask="Which?", many=5, again="areas")

    @pytest.mark.parametrize("typed", ["-2", "- 2", "−2", "–2", "-2."])
    def test_a_minus_and_a_number_drop_that_line(self, typed: str) -> None:
        expecting = Expecting(question=self.AREAS, dates=read_date, listed=3)

        assert read_line(typed, expecting) == Understood(Dropped(2))

    @pytest.mark.parametrize("typed", ["-2 degrees", "--2", "-two", "2", "-2000"])
    def test_anything_else_is_one_line_more(self, typed: str) -> None:
        expecting = Expecting(question=self.AREAS, dates=read_date, listed=3)

        assert read_line(typed, expecting) == Understood(Answered(Note(kind="note", text=typed)))

    def test_where_no_list_is_brought_it_is_words(self) -> None:
        assert read_line("-2", Expecting(question=OPTIONS, dates=read_date)) == Understood(
            Answered(Note(kind="option", text="-2"))
        )
