"""Where a mail for a client goes."""

from pathlib import Path

import pytest

from coachcli.app.client.mail_address import mail_address


@pytest.mark.parametrize(
    ("text", "address", "why"),
    [
        ("name: Jane Example\nemail: jane@example.com\n", "jane@example.com", ""),
        ("name: Jane Example\n", "", "there is no email in client.yaml."),
        ("name: Jane Example\nemail: jane\n", "", "a mail draft cannot have this address"),
        ("name: Jane Example\nemail: jane@example.com\ncadence: [a]\n", "jane@example.com", ""),
    ],
)
def test_it_is_the_one_in_their_file_or_it_is_told_why_there_is_none(
    tmp_path: Path, text: str, address: str, why: str
) -> None:
    (tmp_path / "client.yaml").write_text(text, encoding="utf-8")

    found, reason = mail_address(tmp_path)

    assert found == address
    assert why in reason
    assert bool(found) is not bool(reason)


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert mail_address(tmp_path) == ("", f"There is no file {tmp_path / 'client.yaml'}.")
