"""A draft that a mail program opens as one not sent yet, and in which no words can act as a header."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from builders import NOW
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st

from coachcli.domain.client.model import is_address
from coachcli.domain.export.report import Line, Report, Section
from coachcli.render.session.mail_draft import mail_draft
from coachcli.render.session.text import text

PAGE = Report("Our session", {"For": "Jané Doe"}, (Section("What you will do", (Line("Ask Zoë", "task"),)),))


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
    page = Report(title, {"For": name}, (Section(said, (Line(said),)),))
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
    long = Report("x", {}, (Section("s", (Line("ü wörd " * 400),)),))

    assert body(read(mail_draft(long, "x" * 300, NOW))) == text(long)
