"""What can go wrong is said twice: for the coach alone, and for a screen that others see."""

import pytest

from coachcli import errors
from coachcli.errors import CoachError, NearNameError, NotFoundError, Saying, UsageError, harmless, in_public, joined

NAME = "Jane Example"


def kinds(of: type[CoachError] = CoachError) -> list[type[CoachError]]:
    """Every kind of error that is defined there."""
    below = [kind for each in of.__subclasses__() for kind in kinds(each)]
    return [of, *(kind for kind in below if kind.__module__ == errors.__name__)]


def test_a_text_that_nobody_thought_of_has_nothing_for_others() -> None:
    assert NotFoundError(f"There is no {NAME}.", f"Did you mean {NAME}?").in_public().message == (
        "What was named cannot be found."
    )
    assert CoachError(f"{harmless('x')} {NAME}").in_public().message == "This could not be done."
    assert CoachError(Saying(NAME, discreet="Somebody.")).in_public().message == "Somebody."


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind is not NearNameError])
def test_for_others_every_error_keeps_its_exit_code_and_says_something(kind: type[CoachError]) -> None:
    said = kind(f"{NAME} went wrong.", f"Ask {NAME}.").in_public()

    assert said.exit_code == kind.exit_code
    assert said.message
    assert NAME not in said.message + said.hint


def test_a_hint_that_anybody_may_read_stays() -> None:
    assert UsageError("x", harmless("Say -m 50.")).in_public().hint == "Say -m 50."


def test_joined_texts_say_to_others_what_each_may() -> None:
    text = joined(Saying(f"With {NAME}.", discreet="With somebody."), f"Call {NAME}.", harmless("Saved."))

    assert text == f"With {NAME}. Call {NAME}. Saved."
    assert in_public(text) == "With somebody. Saved."


def test_a_text_that_was_put_together_has_nothing_for_others() -> None:
    assert in_public(Saying("a", discreet="b") + "c") == ""


def test_of_a_name_that_is_nearly_somebodys_both_are_known() -> None:
    near = NearNameError("There is no client jaen.", "", typed="jaen", meant=NAME)

    assert (near.typed, near.meant, near.exit_code) == ("jaen", NAME, NotFoundError.exit_code)
