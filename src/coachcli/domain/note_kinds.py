"""The kinds of note, one row for each: its sign, its name, its place in a summary, and what becomes of it."""

from typing import Literal

from coachcli.domain.terms import Kind, Outcome
from coachcli.domain.value import Value

Style = Literal["text", "quote", "task"]


class Sign(Value, frozen=True):
    """The sign with which a line of a kind begins. `help` and `short` are the words behind it on the help card."""

    typed: str
    help: str
    short: str
    also: str = ""


class Heading(Value, frozen=True):
    """A heading above notes in a summary, with other words for the sponsor where it has them."""

    title: str
    sponsor_title: str = ""


class OpenWords(Value, frozen=True):
    """The words of the lists for what stays open, and those by which the client is told what came of it.

    `heading` stands above things of the client's, `beside` before each of the coach's own.
    """

    heading: str
    beside: str
    outcomes: dict[Outcome, str]


class NoteKind(Value, frozen=True, kw_only=True):
    """All there is to know of one kind of note.

    `name` stands before the words, unless they speak for themselves. `one` and `many` are its names in a count; kinds
    of the same names are counted together. Without a `heading` a note is the coach's alone, whatever is asked for.
    `label` says what it is under a heading that several kinds share. With `has_terms` a day and a score are read from
    its words, with `has_fields` more is asked about it, one thing after another. `open_words` are there where it stays
    open until somebody says what came of it. With `in_own_voice` a page calls it the client's own words or thoughts;
    `by_coach` it is what the coach says, whoever sits there.
    """

    name: str
    one: str
    many: str
    heading: Heading | None
    sign: Sign | None = None
    label: str = ""
    style: Style = "text"
    speaks_for_itself: bool = False
    is_usually_shared: bool = False
    has_terms: bool = False
    has_fields: bool = False
    in_own_voice: bool = False
    by_coach: bool = False
    open_words: OpenWords | None = None


CAME_OF_IT = Heading("What came of it")
TOPIC = Heading("What we worked on", "Topic")
AIM = Heading("What you wanted from the session", "Aim of the session")
GOAL = Heading("Your goal", "Goal")
BECAME_CLEAR = Heading("What became clear")
THEIR_WORDS = Heading("In your own words", "In the client's words")
CHOICES = Heading("Options")
ACTIONS = Heading("What you will do", "Agreed actions")
STILL_OPEN = Heading("Still open from before")
PROMISES = Heading("What I will do", "What the coach will do")
TAKEAWAYS = Heading("What you take away", "Takeaways")
PARKED = Heading("Parked for later")
NEXT = Heading("Dates we agreed", "Agreed dates")
HEADINGS = (
    CAME_OF_IT, TOPIC, AIM, GOAL, BECAME_CLEAR, THEIR_WORDS, CHOICES, ACTIONS, STILL_OPEN, PROMISES, TAKEAWAYS, NEXT,
    PARKED,
)  # fmt: skip
"""The headings of a summary, in their order."""
BY_QUESTION = Heading("Also noted")
"""What stands under its question, and here where nobody may read that; without the question it says nothing."""


def _under_question(name: str) -> NoteKind:
    return NoteKind(
        name=name, one="note or answer", many="notes and answers", heading=BY_QUESTION, speaks_for_itself=True
    )


NOTE_KINDS: dict[Kind, NoteKind] = {
    "note": _under_question("note"),
    "scale": _under_question("answer"),
    "choice": _under_question("answer"),
    "choices": _under_question("answer"),
    "yesno": _under_question("answer"),
    "date": _under_question("answer"),
    "number": _under_question("answer"),
    "topic": NoteKind(name="topic", one="note or answer", many="notes and answers", heading=TOPIC),
    "review": NoteKind(
        name="what came of it",
        one="looked back on",
        many="looked back on",
        heading=CAME_OF_IT,
        speaks_for_itself=True,
    ),
    "aim": NoteKind(
        name="aim", one="aim", many="aims", heading=AIM, is_usually_shared=True, has_terms=True, has_fields=True
    ),
    "goal": NoteKind(
        name="goal",
        one="goal",
        many="goals",
        heading=GOAL,
        is_usually_shared=True,
        has_terms=True,
        has_fields=True,
        open_words=OpenWords(
            "Goals",
            "goal",
            {
                "done": "You got there",
                "partly": "You came closer",
                "not yet": "Still ahead of you",
                "dropped": "You let it go",
            },
        ),
    ),
    "insight": NoteKind(
        name="insight",
        one="insight",
        many="insights",
        in_own_voice=True,
        heading=BECAME_CLEAR,
        sign=Sign("!", "insight", "insight"),
    ),
    "option": NoteKind(name="option", one="option", many="options", heading=CHOICES),
    "action": NoteKind(
        name="action",
        one="action",
        many="actions",
        heading=ACTIONS,
        sign=Sign("*", "action by friday 8/10", "action"),
        style="task",
        is_usually_shared=True,
        has_terms=True,
        has_fields=True,
        open_words=OpenWords(
            "Actions",
            "",
            {
                "done": "You did it",
                "partly": "You made a start",
                "not yet": "Still to come",
                "dropped": "You let it go",
            },
        ),
    ),
    "takeaway": NoteKind(
        name="takeaway", one="takeaway", many="takeaways", in_own_voice=True, heading=TAKEAWAYS, is_usually_shared=True
    ),
    "next": NoteKind(name="agreed date", one="agreed date", many="agreed dates", heading=NEXT, speaks_for_itself=True),
    "quote": NoteKind(
        name="their words",
        one="in their own words",
        many="in their own words",
        in_own_voice=True,
        heading=THEIR_WORDS,
        sign=Sign('"', "their words", "words", also="“„«"),
        style="quote",
    ),
    "promise": NoteKind(
        name="I promised",
        one="promise of mine",
        many="promises of mine",
        heading=PROMISES,
        sign=Sign(">", "I promise", "promise"),
        by_coach=True,
        has_terms=True,
        open_words=OpenWords(
            "You promised",
            "promised",
            {
                "done": "I did it",
                "partly": "I made a start",
                "not yet": "I still owe you this",
                "dropped": "I let it go",
            },
        ),
    ),
    "parked": NoteKind(
        name="parked",
        one="parked",
        many="parked",
        heading=PARKED,
        sign=Sign("?", "parked", "parked"),
        open_words=OpenWords(
            "Parked",
            "parked",
            {
                "done": "We came back to it",
                "partly": "We began with it",
                "not yet": "It can wait a little longer",
                "dropped": "No longer needed",
            },
        ),
    ),
    "message": NoteKind(
        name="to pass on",
        one="to pass on",
        many="to pass on",
        heading=None,
        by_coach=True,
        open_words=OpenWords(
            "To pass on",
            "to pass on",
            {
                "done": "Passed on",
                "partly": "Passed on in part",
                "not yet": "Still to be passed on",
                "dropped": "Not passed on",
            },
        ),
    ),
    # By no mark does it leave: what others may read of it domain/theme decides, which knows how many said it.
    "theme": NoteKind(name="theme", one="theme", many="themes", heading=None, by_coach=True),
    "observation": NoteKind(
        name="for me alone",
        one="for me alone",
        many="for me alone",
        heading=None,
        sign=Sign("~", "for me alone", "for me"),
        by_coach=True,
    ),
    "obstacle": NoteKind(name="obstacle", one="obstacle", many="obstacles", heading=BECAME_CLEAR, label="In the way:"),
    "resource": NoteKind(name="resource", one="resource", many="resources", heading=BECAME_CLEAR, label="What helps:"),
    "value": NoteKind(
        name="value", one="value", many="values", in_own_voice=True, heading=BECAME_CLEAR, label="What matters:"
    ),
    "measure": NoteKind(
        name="measure", one="measure", many="measures", heading=BECAME_CLEAR, label="You will know by:"
    ),
}
"""Every kind, in the order in which the closing card counts them."""


def signed() -> dict[Kind, Sign]:
    """The kinds that have a sign, the client's own words first."""
    quotes_first = sorted(NOTE_KINDS.items(), key=lambda row: row[1].style != "quote")
    return {kind: row.sign for kind, row in quotes_first if row.sign is not None}


def is_open(kind: Kind) -> bool:
    """Whether a note of this kind stays open until somebody says what came of it."""
    return NOTE_KINDS[kind].open_words is not None


def wants(kind: Kind) -> tuple[Kind, ...]:
    """The kinds that count where a goal is asked for: what is wanted from the hour is one as well."""
    return ("aim", "goal") if kind == "goal" else (kind,)


def in_own_voice(kind: Kind) -> bool:
    """Whether a page calls a note of this kind the client's own words or thoughts."""
    return NOTE_KINDS[kind].in_own_voice


def is_coachs_alone(kind: Kind) -> bool:
    """Whether a note of this kind is for the coach alone, whatever it is marked."""
    return NOTE_KINDS[kind].heading is None
