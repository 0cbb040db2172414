import pytest

from coachcli.domain.practice.passphrase import weakness


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("", "it is empty"),
        ("   ", "it is empty"),
        ("secret", "it is shorter than 12 characters"),
        ("aaaaaaaaaaaaaaaa", "it is the same few characters again and again"),
        ("AaBbAaBbAaBbCc", "it is the same few characters again and again"),
        ("1985 0423 0199", "it is nothing but a number"),
    ],
)
def test_what_keeps_nobody_out_is_told(passphrase: str, why: str) -> None:
    assert weakness(passphrase) == why


@pytest.mark.parametrize(
    "passphrase", ["correct horse battery", "zwölf Boxkämpfer", "42951 08736 15208 99174", "x7#Kp!m2Qz@9"]
)
def test_what_may_do_is_taken(passphrase: str) -> None:
    assert weakness(passphrase) == ""
