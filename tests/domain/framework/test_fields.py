"""What the records of a framework say of their settings."""

from coachcli.domain.framework.checks import EnoughNoted
from coachcli.domain.framework.fields import file_names, lists, names_of, settings_of, source_of, written_in
from coachcli.domain.framework.model import Pack, Stage
from coachcli.domain.framework.questions import ScaleQuestion
from coachcli.domain.framework.settings import PARTS, SETTINGS


def test_a_setting_goes_by_the_name_it_is_written_by() -> None:
    assert names_of(ScaleQuestion)["start"] == "from"
    assert settings_of(ScaleQuestion)["start"] == SETTINGS["Question"]["from"]


def test_each_type_of_question_has_its_own_settings() -> None:
    assert "many" in written_in("Question", "line")
    assert "many" not in written_in("Question", "scale")
    assert written_in("Question") >= written_in("Question", "line") | written_in("Question", "scale")
    assert written_in("Check", "at_least") == {*names_of(EnoughNoted).values()}


def test_the_records_and_the_settings_of_files_that_extend_say_what_is_a_list() -> None:
    assert lists() == {*PARTS, "also", "probes", "choices", "fields", "packs", "has", "remove"}


def test_a_file_is_told_by_the_names_at_its_top() -> None:
    assert file_names() >= {"stages", "extends", "translates", *names_of(Pack).values()}


class Still(Stage, frozen=True):
    """A stage is what its record is made from, whatever that is called."""


def test_a_record_made_from_another_has_its_settings() -> None:
    assert settings_of(Still) == settings_of(Stage)


def test_a_part_is_written_down_by_the_names_of_its_settings_and_without_what_says_nothing() -> None:
    scale = ScaleQuestion(id="sure", type="scale", ask="How sure?", start=0, low="not")

    written = source_of(scale)

    assert (written["from"], written["low"]) == (0, "not")
    assert "high" not in written
