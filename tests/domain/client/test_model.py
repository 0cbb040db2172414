"""A client: what a question calls them, and to which address a mail may go."""

import pytest

from coachcli.domain.client.model import Client, ClientRecord, DamagedClientError, given_name, is_address


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Jane Doe", "Jane"),
        ("Jane", "Jane"),
        ("  Jane  Doe", "Jane"),
        ("Dr. Jane Doe", "Dr. Jane Doe"),
        ("J Doe", "J Doe"),
        ("", ""),
    ],
)
def test_a_first_word_that_is_no_name_is_not_used_as_one(name: str, called: str) -> None:
    assert given_name(name) == called


@pytest.mark.parametrize(
    "address", ["jane@example.com", "jane.doe+coach@mail.example.com", "o'neill@example.com", "j@x"]
)
def test_a_plain_address_is_one(address: str) -> None:
    assert is_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "Jane Doe",
        "jane@example.com\nBcc: all@example.com",
        "jane@example.com, all@example.com",
        "<jane@example.com>",
        "jané@example.com",
        "jane@",
        "jane@example..com",
        f"jane@{'x' * 250}.com",
    ],
)
def test_what_could_mean_something_else_to_a_mail_program_is_none(address: str) -> None:
    assert not is_address(address)


def test_a_damaged_file_says_whose_it_is_and_what_could_be_read_of_it() -> None:
    known = ClientRecord(name="Jane Example", email="jane")
    error = DamagedClientError("jane-example", "It is not as it should be.", "Mend it.", known)

    assert (error.client, error.known.name, error.exit_code) == ("jane-example", "Jane Example", 4)
    assert DamagedClientError("jane-example", "", "").known == ClientRecord()


@pytest.mark.parametrize(
    ("words", "is_away"), [("", False), ("no", False), ("perhaps", False), ("yes", True), ("2026-11-20", True)]
)
def test_nobody_is_out_of_the_lists_by_words_that_do_not_say_so(words: str, is_away: bool) -> None:
    assert Client("jane-doe", "Jane Doe", archived=words).is_archived is is_away
