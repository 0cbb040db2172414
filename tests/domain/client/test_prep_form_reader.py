"""A preparation form that came back, by whatever way."""

import re
import time
from collections.abc import Callable

import pytest

from coachcli.domain.client.prep_form import Form
from coachcli.domain.client.prep_form_reader import read_form
from coachcli.render.client.prep_form import form_markdown, form_text

FORM = Form("Jane", ("call *Tom* at 9 · by Friday 27 November 2026", "rest"), "I can ask. Really.")
OURS = {*FORM.actions, FORM.took_away}
ANSWERS = {
    "chose?\n": "I called Tom, and\nhe was kind.",
    "not do?\n": "Rest",
    "this time?\n": "- The rota",
}
READ = {"done": "I called Tom, and\nhe was kind.", "not_done": "Rest", "focus": "The rota"}


def filled(page: str) -> str:
    for after, words in ANSWERS.items():
        page = page.replace(after, f"{after}\n{words}\n", 1)
    return page


def read(text: str) -> dict[str, str] | None:
    answers = read_form(text, FORM.greeting, OURS)
    return None if answers is None else {answer.question: answer.words for answer in answers}


MARKDOWN, TEXT = filled(form_markdown(FORM)), filled(form_text(FORM))


@pytest.mark.parametrize("page", [MARKDOWN, TEXT], ids=["markdown", "text"])
def test_what_was_written_is_found_under_its_question(page: str) -> None:
    assert read(page) == READ


@pytest.mark.parametrize("page", [form_markdown(FORM), form_text(FORM)], ids=["markdown", "text"])
def test_nothing_written_is_nothing_read(page: str) -> None:
    assert read(page) == {}
    assert read(page.replace("\n\n\n", "\n_______\n...\n")) == {}


@pytest.mark.parametrize(
    "text",
    ["", "Dear coach, all is well.", "x" * 200_000, "# Minutes\n\n1. What did you say?\n", "\0\1\2"],
    ids=["empty", "letter", "one long word", "other questions", "control characters"],
)
def test_what_is_no_form_is_none(text: str) -> None:
    assert read(text) is None


MAILED: dict[str, Callable[[str], str]] = {
    "quoted": lambda page: "".join(f"> {row}\n" for row in page.split("\n")),
    "quoted twice": lambda page: "".join(f">> {row}\n" for row in page.split("\n")),
    "line ends of Windows": lambda page: page.replace("\n", "\r\n"),
    "line ends of old": lambda page: page.replace("\n", "\r"),
    "byte order mark": lambda page: f"\ufeff{page}",
    "headings wrapped": lambda page: page.replace("of what you", "of\n> what you").replace("look at", "look\nat"),
    "capitals": lambda page: page.replace("What ", "WHAT "),
    "other numbers": lambda page: page.replace("1. ", "1) ").replace("2. ", "2 - ").replace("4. ", ""),
    "no marks": lambda page: page.replace("?", ""),
    "bold": lambda page: page.replace("What did you not do?", "**What did you not do?**"),
    "underlined": lambda page: page.replace("What did you not do?", "__What did you not do?__"),
    "bullets": lambda page: page.replace("## ", "* "),
    "hard blanks": lambda page: page.replace("did you", "did\N{NO-BREAK SPACE}you"),
    "a title less": lambda page: page.partition("\n")[2],
    "no blank lines": lambda page: page.replace("\n\n", "\n"),
    "attribution": lambda page: f"On Fri, 20 Nov 2026 at 14:00, Coach <c@example.org> wrote:\n\n{page}",
}


@pytest.mark.parametrize("mailed", MAILED)
@pytest.mark.parametrize("page", [MARKDOWN, TEXT], ids=["markdown", "text"])
def test_whatever_a_mail_program_does_to_it(page: str, mailed: str) -> None:
    assert read(MAILED[mailed](page)) == READ


def test_an_answer_may_stand_beside_its_question() -> None:
    assert read("1. What did you do of what you chose? All of it\n2) What did you not do - nothing") == {
        "done": "All of it",
        "not_done": "nothing",
    }


def test_the_order_is_theirs_and_parts_may_be_missing() -> None:
    answers = "What do you want to look at this time?\nThe rota\n\nWhat got in the way?\nMe"

    assert read(answers) == {"in_the_way": "Me", "focus": "The rota"}


def test_a_question_that_is_there_twice_keeps_both_answers() -> None:
    twice = "What got in the way?\nMe\n\nWhat got in the way?\n\nWhat got in the way?\nHim"

    assert read(twice) == {"in_the_way": "Me\n\nHim"}


def test_what_stands_above_the_questions_is_kept_and_what_we_wrote_there_is_not() -> None:
    hello = MARKDOWN.replace("Hello Jane,", "Hello!\nLate on Friday, sorry.\n\nHello Jane,")

    assert read(hello) == {**READ, "also": "Hello! Late on Friday, sorry."}


def test_a_word_beside_an_action_is_kept_with_it() -> None:
    assert read(TEXT.replace("- rest\n", "- rest: done twice!\n")) == {**READ, "also": "rest: done twice!"}


def test_a_sign_is_an_answer() -> None:
    assert read("👍\n\nWhat got in the way?\n🤷") == {"in_the_way": "🤷", "also": "👍"}


def test_an_answer_that_begins_like_a_question_is_an_answer() -> None:
    assert read("What got in the way?\nWhat did you not do for me is the question") == {
        "in_the_way": "What did you not do for me is the question"
    }


def test_control_characters_do_not_come_in() -> None:
    assert read("What got in the way?\nMe\x1b]52;c;eA==\x07\n") == {"in_the_way": "Me]52;c;eA=="}


SIGNED = "\n-- \nJane Example\nExample Ltd · +44 20 7946 0000\n"
ON_A_PHONE = "\nSent from my iPhone\n"
GMAIL = "On Fri, 20 Nov 2026 at 14:00, Coach Example <\ncoach@example.org> wrote:\n\n"
OUTLOOK = (
    "Get Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\n"
    "From: Coach Example <coach@example.org>\nSent: Friday, 20 November 2026 14:00\n"
    "To: Jane Example <jane@example.org>\nSubject: Before our next session\n\n"
)
APPLE = "Von meinem iPhone gesendet\n\n> Am 20.11.2026 um 14:00 schrieb Coach Example <coach@example.org>:\n> \n"


def quoted(page: str) -> str:
    return MAILED["quoted"](page)


def answered_between(page: str, *, with_marks: bool = True) -> str:
    """What we wrote behind `>`, and the answers as they were typed between."""
    written = {row for words in ANSWERS.values() for row in words.split("\n")}
    return "\n".join(row if row in written else f"{'> ' if with_marks else ''}{row}" for row in page.split("\n"))


REPLIES: dict[str, str] = {
    "signed at the end": f"{TEXT}{SIGNED}",
    "dashes without their blank": f"{TEXT}{SIGNED.replace('-- ', '--')}",
    "from a phone": f"{TEXT}{ON_A_PHONE}",
    "signed on a phone": f"{TEXT}{SIGNED}{ON_A_PHONE}",
    "signed, and all of it quoted once more": quoted(f"{TEXT}{SIGNED}{ON_A_PHONE}"),
    "Gmail, answered between, signed above": f"{SIGNED}\n{GMAIL}{answered_between(TEXT)}",
    "Gmail, answered between, signed below": f"{GMAIL}{answered_between(TEXT)}{SIGNED}",
    "Outlook, answered between": f"{OUTLOOK}{answered_between(TEXT, with_marks=False)}",
    "Apple Mail, answered between": f"{APPLE}{answered_between(TEXT)}",
    "filled in above what was sent": f"{TEXT}{SIGNED}{ON_A_PHONE}\n{GMAIL}{quoted(form_text(FORM))}",
    "signed after each answer": TEXT.replace("\n2. ", f"{SIGNED}\n2. ").replace("\n4. ", f"{ON_A_PHONE}\n4. "),
    "dashes between the answers": "\n--\n".join(re.split(r"\n(?=\d\. )", TEXT)),
}


@pytest.mark.parametrize("reply", REPLIES)
def test_a_signature_is_no_answer(reply: str) -> None:
    assert read(REPLIES[reply]) == READ


def test_a_greeting_above_a_signature_is_kept_without_it() -> None:
    assert read(f"See below!{SIGNED}{ON_A_PHONE}{GMAIL}{answered_between(TEXT)}") == {**READ, "also": "See below!"}


def test_a_line_of_dashes_in_an_answer_takes_no_word_with_it() -> None:
    parted = TEXT.replace("he was kind.", "he was kind.\n--\nAna was not.")

    assert read(parted) == {**READ, "done": "I called Tom, and\nhe was kind.\n--\nAna was not."}


def test_what_was_written_beside_an_action_below_a_signature_is_kept() -> None:
    below = TEXT.replace("- rest\n", "- rest: done twice!\n")

    assert read(f"{SIGNED}{GMAIL}{below}") == {**READ, "also": "rest: done twice!"}


@pytest.mark.parametrize(
    "row",
    [
        "-- \n",
        "--\n\n",
        "--\nx\n",
        "Sent from my ",
        "From: x\nTo: x\n",
        "On 2026 @\n",
        "> " * 50,
        ">" * 1000,
        "What\n",
        "What" + "-" * 70,
        "1 ",
        "_" * 500,
        "- a\n",
        "\\*" * 50,
        "On " + "x" * 190,
    ],
    ids=lambda row: row[:6],
)
def test_a_hostile_one_is_answered_quickly(row: str) -> None:
    text = (row * (100_000 // len(row)))[:100_000]
    began = time.process_time()
    read(f"{text}\nWhat got in the way?\n{text}")

    assert time.process_time() - began < 10
