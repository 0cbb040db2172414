"""Languages by name."""

import pytest

from coachcli.domain.languages import language_name


@pytest.mark.parametrize(
    ("code", "name"), [("fr", "French"), ("DE", "German"), ("pt-br", "Portuguese (BR)"), ("tlh", "tlh"), ("", "")]
)
def test_a_language_goes_by_its_name(code: str, name: str) -> None:
    assert language_name(code) == name
