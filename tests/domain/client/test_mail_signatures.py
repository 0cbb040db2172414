"""What a mail program or a phone puts below what somebody wrote."""

import pytest

from coachcli.domain.client.mail_signatures import unsigned, unsigned_for_certain

NAME = ["Jane"]

DEVICES = [
    "Sent from my iPhone",
    "Sent from my iPad.",
    "*Sent from my iPhone*",
    "Sent from my Samsung Galaxy S23 smartphone.",
    "Sent from Mail for Windows",
    "Sent from Yahoo Mail on Android",
    "Sent with Proton Mail secure email.",
    "Get Outlook for iOS",
    "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "Get Outlook for Android (https://aka.ms/ghei36)",
    "Von meinem iPhone gesendet",
    "Gesendet mit der GMX Mail App",
    "Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet.",
    "Holen Sie sich Outlook für iOS",
    "Outlook für Android herunterladen",
    "Envoyé de mon iPhone",
    "Envoyé à partir d’Outlook pour Android",
    "Enviado desde mi iPhone",
    "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone",
]
SENTENCES = [
    "Sent from my phone to Tom, at last",
    "Sent from my heart",
    "Sent the offer from my iPhone",
    "Sent mail",
    "Get a mac",
    "Install Outlook for Android",
    "Von meinem Telefon",
    "Gesendet von Tom",
    "Envoyé de mon bureau",
    "iPhone",
    "--force is not the way",
    "---",
]


@pytest.mark.parametrize("row", DEVICES)
def test_a_line_in_which_a_device_names_itself_is_nobodys_words(row: str) -> None:
    assert unsigned(f"My mother\n\n{row}\n", NAME).strip() == "My mother"
    assert unsigned_for_certain(f"My mother\n{row}\nand Tom", NAME) == "My mother\nand Tom"


@pytest.mark.parametrize("row", SENTENCES)
def test_a_sentence_of_theirs_that_looks_like_it_stays(row: str) -> None:
    assert unsigned(f"My mother\n{row}\nand Tom", NAME) == f"My mother\n{row}\nand Tom"
    assert unsigned_for_certain(f"My mother\n{row}\nand Tom", NAME) == f"My mother\n{row}\nand Tom"


@pytest.mark.parametrize("dashes", ["--", "-- ", "--\N{NO-BREAK SPACE}"])
def test_from_two_dashes_on_all_is_signature_at_the_end_of_a_mail(dashes: str) -> None:
    assert unsigned(f"My mother\n{dashes}\nDr. J. Example\nExample Ltd\n+44 20 7946 0000", NAME) == "My mother"


@pytest.mark.parametrize(
    "below", ["-- \nExample Ltd", "--\nJane Example\nExample Ltd", "--\n\nSent from my iPhone", "--\n"]
)
def test_in_the_midst_only_what_surely_is_one_goes(below: str) -> None:
    assert unsigned_for_certain(f"My mother\n{below}", NAME) == "My mother"


def test_in_the_midst_dashes_of_their_own_take_no_word_with_them() -> None:
    assert unsigned_for_certain("I called Tom\n--\nand Ana", NAME) == "I called Tom\n--\nand Ana"


def test_dashes_at_the_beginning_of_an_answer_take_no_word_with_them() -> None:
    assert unsigned("\n--\nMy mother", NAME) == "\n--\nMy mother"


def test_nothing_but_a_signature_is_nothing() -> None:
    assert unsigned("\n\n--\nJane Example", NAME).strip() == ""
    assert unsigned("\n\n-- \nExample Ltd", NAME).strip() == ""


def test_dashes_within_an_answer_are_told_from_those_above_the_name() -> None:
    assert unsigned("I called Tom\n--\nand Ana\n-- \nJane Example", NAME) == "I called Tom\n--\nand Ana"
