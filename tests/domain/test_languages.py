"""Languages by name."""

import pytest

from coachcli.domain.languages import language_name, widened


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("fr", "French"),
        ("DE", "German"),
        ("pt-br", "Portuguese (BR)"),
        ("de-DU", "German (du)"),
        ("tlh", "tlh"),
        ("", ""),
    ],
)
def test_a_language_goes_by_its_name(code: str, name: str) -> None:
    assert language_name(code) == name


def test_a_language_is_widened_step_by_step() -> None:
    assert widened("de-DU") == ["de-du", "de"]
    assert widened("fr") == ["fr"]
