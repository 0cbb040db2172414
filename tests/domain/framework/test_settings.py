"""Every setting is described once, and whoever has to know of it knows it from there."""

from collections.abc import Iterator

import pytest
from builders import FRAMEWORK

from coachcli.domain.framework import fields
from coachcli.domain.framework.diff import differences
from coachcli.domain.framework.fields import file_names, lists, names_of, records_of, settings_of, written_in
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.parts import Part, Words
from coachcli.domain.framework.questions import LineQuestion
from coachcli.domain.framework.settings import SETTINGS, Setting, extending_in
from coachcli.domain.framework.translation_keys import texts
from coachcli.domain.problems import Problem
from coachcli.render.framework import schema
from coachcli.store.framework.check import check

EVERY = [(part, record) for part in SETTINGS for record in records_of(part).values()]


MOOD = Setting("How it feels.", "the mood", is_words=True)


class Moody(Framework, frozen=True):
    """A framework with a setting more, as somebody may add one."""

    mood: Words | None = None


@pytest.mark.parametrize(("part", "record"), EVERY)
def test_every_setting_of_every_record_is_described(part: str, record: type[Part]) -> None:
    assert all(setting.help for setting in settings_of(record).values())
    assert set(names_of(record).values()) <= set(SETTINGS[part])


@pytest.mark.parametrize("part", SETTINGS)
def test_nothing_is_described_that_no_file_can_have(part: str) -> None:
    assert set(SETTINGS[part]) == written_in(part) | extending_in(part)


@pytest.mark.parametrize("part", SETTINGS)
def test_what_excludes_another_setting_is_excluded_by_that(part: str) -> None:
    rows = SETTINGS[part]

    assert all(rows[row.excludes].excludes == name for name, row in rows.items() if row.excludes)


def test_only_a_file_that_extends_another_may_say_where_a_part_stands() -> None:
    assert extending_in("Stage") == {"before", "after"}
    assert extending_in("Check") == frozenset()
    assert not extending_in("Question") & {*names_of(LineQuestion).values()}


@pytest.fixture
def _with_a_setting_more(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A field of the record, and nothing else."""
    monkeypatch.setitem(fields.WHOLES, "Framework", Moody)
    monkeypatch.setattr(schema, "Framework", Moody)
    forget()
    yield
    forget()


@pytest.fixture
def _described(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SETTINGS["Framework"], "mood", MOOD)
    forget()


def forget() -> None:
    """Have everything that is remembered of the settings looked up anew."""
    written_in.cache_clear()
    extending_in.cache_clear()
    lists.cache_clear()
    file_names.cache_clear()


def moody(mood: str | None) -> Moody:
    return Moody(**{name: getattr(FRAMEWORK, name) for name in names_of(Framework)}, mood=mood)


def said_of(text: str) -> list[Problem]:
    return list(check(f"{text}\nstages:\n- title: One\n  ask: [What]\n".encode(), "mine").errors)


@pytest.mark.usefixtures("_with_a_setting_more")
class TestASettingThatNobodyDescribed:
    """It is a field of the record, and has no row."""

    def test_is_told_of(self) -> None:
        with pytest.raises(KeyError, match="mood"):
            settings_of(Moody)

    def test_gives_no_schema(self) -> None:
        with pytest.raises(KeyError, match="mood"):
            schema.framework_schema(derived=False)

    def test_is_not_passed_over_where_versions_are_compared(self) -> None:
        with pytest.raises(KeyError, match="mood"):
            differences(moody("calm"), moody("tense"))


@pytest.mark.usefixtures("_with_a_setting_more", "_described")
class TestASettingThatWasDescribed:
    """One field and one row, and everybody knows it."""

    def test_has_its_help_in_an_editor(self) -> None:
        assert schema.framework_schema(derived=True)["properties"]["mood"]["description"] == "How it feels."

    def test_is_what_a_slip_of_it_meant(self) -> None:
        assert "did you mean 'mood'?" in {problem.hint for problem in said_of("moood: calm")}

    def test_is_named_among_the_settings_there_are(self) -> None:
        (other,) = said_of("quite_another: calm")

        assert "mood," in other.hint

    def test_is_told_of_where_it_changed(self) -> None:
        (change,) = differences(moody("calm"), moody("tense"))

        assert (change.text, change.before, change.after) == ("The framework, the mood", "calm", "tense")

    def test_is_put_into_another_language(self) -> None:
        assert texts({"title": "Mine", "mood": "calm", "stages": []})["mood"] == ("mood",)
