"""How a letter of the coach's begins and ends."""

import pytest

from coachcli.domain.export.sender import NOBODY, Sender


def test_who_signs_greets() -> None:
    alex = Sender("Alex Example", "alex@example.com", "Warm regards,")

    assert alex.greeting("Jane") == "Hello Jane,"
    assert alex.closing == ("Warm regards,", "Alex Example")


@pytest.mark.parametrize("nobody", [NOBODY, Sender(mail="alex@example.com"), Sender(name=" ")])
def test_who_does_not_sign_does_not_greet(nobody: Sender) -> None:
    assert (nobody.greeting("Jane"), nobody.closing) == ("", ())


@pytest.mark.parametrize(
    ("sender", "closing"),
    [
        (Sender("Alex"), ("Alex",)),
        (Sender(sign_off="Yours, A."), ("Yours, A.",)),
        (Sender("Alex", "", "Until then,\n\nwarmly"), ("Until then,", "warmly", "Alex")),
    ],
)
def test_it_closes_with_what_there_is(sender: Sender, closing: tuple[str, ...]) -> None:
    assert sender.closing == closing
