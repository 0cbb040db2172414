"""Keys of a translation's texts, and conditions that follow the choices they name."""

import pytest
from builders import FRAMEWORK

from coachcli.domain.framework.translation_keys import following, texts
from coachcli.domain.record_data import without_nothing
from coachcli.domain.value import plain

CHOICES = {"mood": {"calm": "Ruhig", "tense": 'An"ge"spannt'}, "values": {"play": "Spiel"}}


def test_every_text_has_a_key_by_its_id() -> None:
    keys = texts(plain(without_nothing(FRAMEWORK)))

    stage, place = FRAMEWORK.stages[0], FRAMEWORK.places[0]
    assert {"title", f"stages.{stage.id}.title", f"{place.question.id}.ask"} <= set(keys)
    assert keys[f"stages.{stage.id}.title"] == ("stages", 0, "title")
    assert not [key for key in keys if key.endswith((".id", ".type", ".share_with", ".when"))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("mood is Calm", 'mood is "Ruhig"'),
        ('mood is not "TENSE"', "mood is not 'An\"ge\"spannt'"),
        ('values has "Play" or mood answered', 'values has "Spiel" or mood answered'),
        ('mood is "calm" and sure at  least 7', 'mood is "Ruhig" and sure at least "7"'),
        ('mood is "Sad"', 'mood is "Sad"'),
        ("sure below  8", "sure below  8"),
        ("no condition at all", "no condition at all"),
    ],
)
def test_a_condition_names_choices_in_their_new_words(sentence: str, expected: str) -> None:
    assert following(sentence, CHOICES) == expected
