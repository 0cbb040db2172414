"""A translation: the framework in its words, and what is told of texts that are missing, unknown or do not fit."""

from textwrap import dedent

import pytest
from domain.strategies import frameworks
from hypothesis import given, settings
from hypothesis import strategies as st
from store.extending import read

from coachcli.domain.framework.fields import source_of
from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.questions import ChoiceQuestion, ScaleQuestion
from coachcli.domain.framework.translation_keys import texts
from coachcli.store.framework import translations
from coachcli.store.framework.check import Checked, check
from coachcli.store.framework.files import Translates
from coachcli.store.framework.parent import ParentError
from coachcli.store.yaml_io import writer

ORIGINAL = """\
    title: Short
    about: For whom.
    checks:
    - {answered: mood, say: Nothing of the mood.}
    stages:
    - id: start
      title: Start
      cue: Slowly.
      checks:
      - {at_least: 1, of: note, say: Nothing yet.}
      ask:
      - {id: mood, type: choice, ask: How is it?, choices: [Calm, Tense], probes: [And?, Since when?]}
      - {id: tense, ask: What is hard?, when: mood is "Tense"}
      - {id: sure, type: scale, ask: How sure?, low: not at all, high: wholly}
    - id: work
      title: Work
      steps:
      - {id: look, title: Look, cue: Wait., ask: [{id: seen, type: line, default: nothing, ask: "And {mood}?"}]}
"""
COMPLETE = """\
    translates: short
    language: de
    texts:
      title: Kurz
      about: Für wen.
      checks: [Nichts zur Stimmung.]
      stages.start.title: Anfang
      stages.start.cue: Langsam.
      stages.start.checks: [Noch nichts.]
      mood.ask: Wie ist es?
      mood.choices: [Ruhig, "Ange\\"spannt"]
      mood.probes: [Und?, Seit wann?]
      tense.ask: Was ist schwer?
      sure.ask: Wie sicher?
      sure.low: gar nicht
      sure.high: ganz
      stages.work.title: Arbeit
      steps.look.title: Schauen
      steps.look.cue: Warte.
      seen.ask: "Und {mood}?"
      seen.default: nichts
"""
HEAD = "translates: short\nlanguage: de\ntexts:\n"


def original() -> Framework:
    return read(dedent(ORIGINAL), "short")


def translated(text: str, framework: Framework | None = None) -> Checked:
    data = dedent(text).encode()
    return translations.check(data, Translates("short", "de"), lambda _: framework or original())


def in_german(text: str) -> Framework:
    framework = translated(text).framework
    assert framework is not None
    return framework


class TestWhatIsTranslated:
    def test_a_complete_one_puts_every_text_in_its_words(self) -> None:
        checked = translated(COMPLETE)

        assert checked.problems == ()
        framework = in_german(COMPLETE)
        words = str(source_of(framework))
        assert (framework.id, framework.language, framework.title) == ("short", "de", "Kurz")
        assert [
            text for text in ("Start", "Calm", "Slowly", "And?", "wholly", "Wait", "Nothing") if text in words
        ] == []
        assert framework.checks[0].say == "Nichts zur Stimmung."

    def test_nothing_else_changes(self) -> None:
        before, after = original(), in_german(COMPLETE)

        assert list(before.by_id) == list(after.by_id)
        assert [place.question.type for place in before.places] == [place.question.type for place in after.places]
        assert texts(source_of(before)) == texts(source_of(after))

    def test_a_condition_follows_the_choice_it_names(self) -> None:
        framework = in_german(COMPLETE)

        question = framework.by_id["mood"].question
        assert isinstance(question, ChoiceQuestion)
        assert question.choices == ("Ruhig", 'Ange"spannt')
        assert framework.by_id["tense"].question.when == "mood is 'Ange\"spannt'"

    def test_what_is_missing_stays_as_it_was(self) -> None:
        framework = in_german(f"{HEAD}  sure.ask: Wie sicher?\n")

        question = framework.by_id["sure"].question
        assert isinstance(question, ScaleQuestion)
        assert (question.ask, question.low, framework.title) == ("Wie sicher?", "not at all", "Short")
        assert framework.by_id["tense"].question.when == 'mood is "Tense"'

    def test_its_canonical_form_comes_back(self) -> None:
        framework = in_german(COMPLETE)

        assert check(writer.write(source_of(framework)).encode(), "short").framework == framework


def told(text: str) -> list[tuple[str, int, str, str]]:
    """Everything but what is missing."""
    found = translated(text).problems
    return [(p.code, p.line, p.text, p.hint) for p in found if p.code != "W501"]


class TestWhatIsTold:
    def test_texts_that_are_missing_are_listed_a_whole_question_by_its_name(self) -> None:
        text = COMPLETE.replace("      sure.low: gar nicht\n", "").replace("      tense.ask: Was ist schwer?\n", "")
        text = text.replace("      about: Für wen.\n", "      about:\n")

        (problem,) = translated(text).problems

        assert (problem.code, problem.level, problem.line, problem.column, problem.width) == (
            "W501",
            "warning",
            3,
            1,
            5,
        )
        assert problem.text == "3 texts are not translated: about, tense, sure.low"
        assert problem.hint == "until then they are shown in English, as in short"

    def test_one_that_is_missing_is_told_as_one(self) -> None:
        (problem,) = translated(COMPLETE.replace("      sure.low: gar nicht\n", "")).problems

        assert problem.text == "one text is not translated: sure.low"

    @pytest.mark.parametrize(
        ("line", "code", "said", "hint"),
        [
            ("sure.aks: Wie?", "W502", "there is no text 'sure.aks' in short", "did you mean 'sure.ask'?"),
            ("shure.low: Wie?", "W502", "there is no text 'shure.low' in short", "did you mean 'sure.low'?"),
            ("sure.cue: Hm", "W502", "there is no text 'sure.cue' in short",
             "there are: sure.ask, sure.low, sure.high"),
            ("xyzzy: Wie?", "W502", "there is no text 'xyzzy' in short", "leave it out"),
            ("mood.probes: [Und?]", "W503", "mood.probes has 2 texts in short, and not 1, so none is used",
             "one text for each, in the same order"),
            ("checks: []", "W503", "checks has 1 texts in short, and not 0, so none is used",
             "one text for each, in the same order"),
            ("mood.ask: [a]", "E207", "mood.ask should be a text, but it is a list", ""),
            ("mood.probes: a", "E207", "mood.probes should be a list of texts ('- ' items)", ""),
            ("checks: [{say: a}]", "E207", "checks should be a list of texts ('- ' items)", ""),
            (
                "sure.ask: Wie, {xyzzy}?",
                "E311",
                "no earlier question has the id 'xyzzy'",
                "{client} is their first name; all else is the id of an earlier question",
            ),
            ("sure.ask: ''", "E202", "ask is empty", "write something there, or leave the setting out"),
        ],
    )  # fmt: skip
    def test_a_text_that_does_not_fit_is_told_at_its_place(self, line: str, code: str, said: str, hint: str) -> None:
        assert told(f"{HEAD}  {line}\n") == [(code, 4, said, hint)]

    @pytest.mark.parametrize(
        ("text", "code", "line", "said", "hint"),
        [
            ("- a\n", "E207", 1, "a translation is a list of settings:  translates: grow,  language: de,  texts:", ""),
            ("language: de\ntexts: {}\n", "E202", 1, "'translates' is missing here", "add  translates: short"),
            ("translates: short\ntexts: {}\n", "E202", 1, "'language' is missing here", "add  language: de"),
            ("translates: short\nlanguage: de\n", "E202", 1, "there are no texts here",
             "write  texts:  and below it, for example,  title: ..."),
            ("translates: short\nlanguage: de\ntexts: [a]\n", "E202", 3, "there are no texts here",
             "write  texts:  and below it, for example,  title: ..."),
            ("translates: grow\nlanguage: de\ntexts: {}\n", "E303", 1,
             "this says 'grow', but the name of the file says 'short'", "write  translates: short  or rename the file"),
            ("translates: short\nlanguage: fr\ntexts: {}\n", "E303", 2,
             "this says 'fr', but the name of the file says 'de'", "write  language: de  or rename the file"),
            ("translates: short\nlangauge: de\ntexts: {}\n", "E201", 2, "'langauge' is not a setting here",
             "did you mean 'language'?"),
            ("translates: short\nlanguage: de\ntexts: {}\nstages: []\n", "E201", 4, "'stages' is not a setting here",
             "settings here: translates, language, texts"),
            ("", "E107", 1, "the file is empty", ""),
        ],
    )  # fmt: skip
    def test_what_is_wrong_with_the_file_itself_is_told(
        self, text: str, code: str, line: int, said: str, hint: str
    ) -> None:
        assert told(text) == [(code, line, said, hint)]

    def test_a_colon_in_a_list_is_read_back_as_it_is_in_a_framework(self) -> None:
        checked = translated(f"{HEAD}  mood.probes:\n    - Und: was?\n    - Seit wann?\n")

        assert checked.framework is not None
        assert checked.framework.by_id["mood"].question.probes == ("Und: was?", "Seit wann?")
        assert "W115" in [problem.code for problem in checked.problems]

    def test_a_framework_that_cannot_be_used_is_told_at_its_name(self) -> None:
        def find(_: str) -> Framework:
            raise ParentError("E324", "'short' cannot be used", "mend it first")

        checked = translations.check(dedent(COMPLETE).encode(), Translates("short", "de"), find)

        (problem,) = checked.problems
        assert (problem.code, problem.line, problem.column, problem.text) == ("E324", 1, 13, "'short' cannot be used")


def words_of(framework: Framework, change: st.SearchStrategy[str], data: st.DataObject) -> dict[str, object]:
    """A text for every key of a framework."""
    source = source_of(framework)
    found: dict[str, object] = {}
    for key, where in texts(source).items():
        value: object = source
        for step in where:
            value = value[step]  # type: ignore[index]
        count = len(value) if isinstance(value, list) else 0
        found[key] = [data.draw(change) for _ in range(count)] if count else data.draw(change)
    return found


@settings(max_examples=50, deadline=None)
@given(frameworks(), st.data())
def test_whatever_the_words_a_complete_translation_is_taken_whole(framework: Framework, data: st.DataObject) -> None:
    # A choice with quotes of both kinds is one that no condition can name.
    letters = st.text('abcäß é"', min_size=1, max_size=8).map(lambda text: f"x{text}x")
    words = words_of(framework, letters, data)
    text = writer.write({"translates": framework.id, "language": "de", "texts": words})

    checked = translations.check(text.encode(), Translates(framework.id, "de"), lambda _: framework)

    assert [problem for problem in checked.problems if problem.code != "W503"] == []
    assert checked.framework is not None
    assert list(checked.framework.by_id) == list(framework.by_id)
    assert {key: texts(source_of(checked.framework))[key] for key in words} == texts(source_of(framework))
