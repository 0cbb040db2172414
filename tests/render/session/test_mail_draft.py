"""A draft that a mail program opens as one not sent yet, and in which no words can act as a header."""

from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from quopri import decodestring
from typing import NamedTuple

import dkim
import fast_mail_parser
import pytest
from builders import NOW
from domain.strategies import OFTEN
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coachcli.domain.client.model import is_address
from coachcli.domain.page.model import Line, Page, Section
from coachcli.render.page.text import text
from coachcli.render.session.mail_draft import mail_draft

PAGE = Page("Our session", {"For": "Jané Doe"}, (Section("What you will do", (Line("Ask Zoë", "task"),)),))


def read(draft: str) -> EmailMessage:
    """The mail as another program finds it."""
    mail = message_from_bytes(draft.encode("ascii"), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def body(mail: EmailMessage) -> str:
    """What there is to read, with the line ends of this machine's texts."""
    return str(mail.get_content()).replace("\r\n", "\n")


def test_it_is_a_draft_of_plain_text_to_look_through_and_send() -> None:
    mail = read(mail_draft(PAGE, "Our session on Friday", NOW, "jane@example.com"))

    assert mail.get_content_type() == "text/plain"
    assert body(mail) == text(PAGE)
    assert mail.keys() == [
        "Subject", "To", "Date", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"
    ]  # fmt: skip
    assert (mail["Subject"], mail["To"], mail["X-Unsent"]) == ("Our session on Friday", "jane@example.com", "1")
    assert mail["Date"].datetime == NOW


def test_it_is_from_the_coach_where_their_address_is_known() -> None:
    mail = read(mail_draft(PAGE, "x", NOW, "jane@example.com", "alex@example.com"))

    assert (mail["From"], mail["To"]) == ("alex@example.com", "jane@example.com")


def test_the_same_session_makes_the_same_draft() -> None:
    assert mail_draft(PAGE, "x", NOW) == mail_draft(PAGE, "x", NOW)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "Jane Doe",
        "jane@example.com\nBcc: all@example.com",
        "jane@example.com\r\n\r\nbody",
        "jane@example.com, all@example.com",
        "<jane@example.com>",
        "jané@example.com",
        "jane@",
        f"{'j' * 300}@example.com",
    ],
)
def test_what_is_no_plain_address_is_left_for_the_coach_to_fill_in(address: str) -> None:
    assert not is_address(address)
    assert "To" not in read(mail_draft(PAGE, "x", NOW, address))


WORDS = st.text(st.characters(exclude_categories=()), max_size=80) | st.sampled_from(
    [
        "x\nBcc: all@example.com",
        "x\r\n\r\nHello",
        "x\x0bTo: y@example.com",
        "=?utf-8?q?x=0ABcc:_y?=",
        "=??Q?=0A",
        "\u2028Bcc: y",
    ]
)


@OFTEN
@given(WORDS, WORDS, WORDS)
def test_no_words_become_a_header(title: str, name: str, said: str) -> None:
    page = Page(title, {"For": name}, (Section(said, (Line(said),)),))
    mail = read(mail_draft(page, title, NOW, "jane@example.com"))

    assert mail.keys() == read(mail_draft(PAGE, "x", NOW, "jane@example.com")).keys()
    assert mail["To"] == "jane@example.com"


NAMES = st.text("aZ09.!#$%&'*+/=?^_`{|}~-", min_size=1, max_size=64)


@OFTEN
@given(NAMES, st.sampled_from(["example.com", "a", "-.-", "xn--exmple-cua.com"]))
def test_an_address_that_is_used_stays_the_only_one(user: str, domain: str) -> None:
    mail = read(mail_draft(PAGE, "x", NOW, f"{user}@{domain}"))

    assert mail["X-Unsent"] == "1"
    assert mail["To"] == f"{user}@{domain}"


def test_long_lines_come_out_whole() -> None:
    long = Page("x", {}, (Section("s", (Line("ü wörd " * 400),)),))

    assert body(read(mail_draft(long, "x" * 300, NOW))) == text(long)


# As three libraries read it that know nothing of each other


class Letter(NamedTuple):
    """What a reader finds in a mail."""

    sender: str
    to: str
    subject: str
    body: str


LETTER = Page(
    "Our session",
    {"For": "Jané Example"},
    (Section("What you will do", (Line("Ask Zoë: the rota,\nor ½ of it", "task", details=("by Friday",)),)),),
    greeting="Hello Jané,",
    closing=("Warm regards,", "Älex"),
)


def by_python(mail: str) -> Letter:
    read = message_from_bytes(mail.encode("ascii"), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return Letter(read["From"], read["To"], read["Subject"], read.get_content())


def by_rust(mail: str) -> Letter:
    read = fast_mail_parser.parse_email(mail)
    headers = {name: values[0] for name, values in read.headers.items()}
    return Letter(headers["From"], headers["To"], read.subject, "".join(read.text_plain))


def by_a_mail_server(mail: str) -> Letter:
    """It takes a mail apart to the letter, and leaves what is encoded in it to others."""
    found, body = dkim.rfc822_parse(mail.encode("ascii"))
    headers = {name.decode().lower(): value.decode().strip() for name, value in found}
    return Letter(headers["from"], headers["to"], headers["subject"], decodestring(body).decode("utf-8"))


each_reader = pytest.mark.parametrize("read", [by_python, by_rust, by_a_mail_server])


@each_reader
def test_a_mail_says_the_same_to_everyone(read: Callable[[str], Letter]) -> None:
    draft = mail_draft(LETTER, "Our session on Friday", NOW, "jane@example.com", "alex@example.com")
    found = read(draft)

    assert found[:3] == ("alex@example.com", "jane@example.com", "Our session on Friday")
    assert found.body.replace("\r\n", "\n") == text(LETTER)


words = st.text(st.characters(codec="utf-8"), max_size=60)


@settings(OFTEN, max_examples=40)
@given(words, words)
@example("x", "\ufeff")
@example("\ufeff", "\ufeff\ufeffx\ufeff")
def test_whatever_is_said_in_it(said: str, title: str) -> None:
    page = Page(title, {}, (Section("s", (Line(said),)),))
    draft = mail_draft(page, "Our session", NOW, "jane@example.com", "alex@example.com")
    found = {read(draft)._replace(body="") for read in (by_python, by_rust, by_a_mail_server)}

    assert found == {Letter("alex@example.com", "jane@example.com", "Our session", "")}
    assert {read(draft).body.replace("\r\n", "\n") for read in (by_python, by_rust)} == {text(page)}
