"""Where a client's mail goes, if anybody wrote it down."""

from pathlib import Path

import pytest

from coachcli.store.client.addresses import address_of


def test_it_is_what_stands_in_the_clients_file(tmp_path: Path) -> None:
    (tmp_path / "client.yaml").write_text("name: Jane Doe\nemail:  jane@example.com \n", encoding="utf-8")

    assert address_of(tmp_path) == "jane@example.com"


@pytest.mark.parametrize(
    "text", [None, "name: Jane Doe\n", "email: [a, b]\n", "- a list\n", "email: 'not closed\n", "email: *alias\n", ""]
)
def test_where_nobody_did_or_it_cannot_be_read_there_is_none(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "client.yaml").write_text(text, encoding="utf-8")

    assert address_of(tmp_path) == ""
