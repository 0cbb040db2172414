"""Editing a framework, with an editor that does what a test says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.play import Chooser
from app.scripted_call import FakeClock

from coachcli.app.context import Context
from coachcli.app.framework.edit import Edited, accept, edit_framework
from coachcli.app.framework.prompter import Prompter
from coachcli.domain.client.model import Client
from coachcli.domain.framework.model import Framework
from coachcli.errors import CancelledError, CoachError, InUseError, NotFoundError, UsageError
from coachcli.store.disk import files, locks
from coachcli.store.framework import catalogue
from coachcli.store.practice import set_up

MINE = """\
# my own
title: Mine
minutes: 20
stages:
  - title: Start
    ask:
      - What brings you here?   # slowly
      - What would make this worth your time?
  - title: End
    ask:
      - {type: goal, id: goal, ask: What do you want}
      - {type: action, id: actions, ask: What will you do}
"""
Editor = Callable[..., None]


@dataclass
class Person:
    """Whoever sits there: their answers, what they were asked, and all they were told."""

    chooser: Chooser | None
    told: list[str] = field(default_factory=list)

    @property
    def desk(self) -> Prompter:
        return Prompter(self.chooser, self.told.append)

    @property
    def heard(self) -> str:
        return "".join(self.told)


def somebody(*answers: str) -> Person:
    return Person(Chooser(list(answers)))


def nobody() -> Person:
    return Person(None)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> Editor:
    """Makes an editor that runs a line of shell on the file, another one each time it is opened; the last one stays."""

    def make(*scripts: str) -> None:
        cases = "".join(f"{number}) {script} ;;\n" for number, script in enumerate(scripts[:-1], 1))
        counted = f"echo x >> {tmp_path}/opened\nn=$(wc -l < {tmp_path}/opened)"
        opened = f'for file; do :; done\ncp "$file" {tmp_path}/seen'
        program = tmp_path / "editor"
        program.write_text(
            f"#!/bin/sh\n{counted}\n{opened}\ncase $n in\n{cases}*) {scripts[-1]} ;;\nesac\n", encoding="utf-8"
        )
        program.chmod(0o700)
        monkeypatch.setenv("EDITOR", str(program))
        monkeypatch.delenv("VISUAL", raising=False)
        # Every look at the clock is some seconds later: nobody comes back at once.
        monkeypatch.setattr(clock, "monotonic", _later(clock))

    return make


def _later(clock: FakeClock) -> Callable[[], float]:
    def now() -> float:
        clock.pass_(10)
        return clock.seconds

    return now


def sed(*commands: str) -> str:
    return f"sed -i '{'; '.join(commands)}' \"$file\""


BREAK = sed("s/minutes: 20/minutes: an hour/", "s/type: goal/type: gaol/")
MEND = sed("s/minutes: an hour/minutes: 60/", "s/type: gaol/type: goal/")


@pytest.fixture
def mine(context: Context) -> Path:
    """A framework of the coach's own."""
    set_up(context.practice)
    path = context.practice.frameworks / "mine.yaml"
    path.write_text(MINE, encoding="utf-8")
    return path


@pytest.fixture
def used(mine: Path, jane: Client, made: MakeSession) -> Path:
    """The same, with a session held along it."""
    made(jane, framework="mine")
    return mine


def beside(path: Path) -> list[str]:
    """What lies there but the schemas."""
    return sorted(file.name for file in path.parent.iterdir() if not file.name.endswith(".json"))


def refused(context: Context, wanted: str, person: Person) -> CoachError:
    with pytest.raises(CoachError) as told:
        edit_framework(context, wanted, person.desk)
    return told.value


# What is right


def test_a_change_takes_its_place_and_is_told_in_words(context: Context, mine: Path, editor: Editor) -> None:
    editor(sed("s/minutes: 20/minutes: 25/", "s/worth your time/worth it/"))
    person = nobody()
    edit_framework(context, "mine", person.desk)

    assert mine.read_text(encoding="utf-8") == MINE.replace("20", "25").replace("worth your time", "worth it")
    assert "~ The framework, minutes: 20, now 25\n" in person.heard
    assert "    was  What would make this worth your time?\n    now  What would make this worth it?\n" in person.heard
    assert f"Saved: {mine}\nThe version before: {mine.with_name('.mine.yaml.bak')}\n" in person.heard
    assert beside(mine) == [".mine.yaml.bak", "mine.yaml"]
    assert mine.with_name(".mine.yaml.bak").read_text(encoding="utf-8") == MINE
    assert mine.stat().st_mode & 0o777 == 0o600


def test_what_is_opened_is_a_copy_beside_it(context: Context, mine: Path, editor: Editor, tmp_path: Path) -> None:
    editor(f'echo "$file" > {tmp_path}/where; stat -c %a "$file" > {tmp_path}/mode')
    edit_framework(context, "mine", nobody().desk)

    assert (tmp_path / "where").read_text(encoding="utf-8").strip() == str(mine.with_name(".mine.edit.yaml"))
    assert (tmp_path / "mode").read_text(encoding="utf-8") == "600\n"
    assert (tmp_path / "seen").read_text(encoding="utf-8") == MINE


def test_nothing_changed_is_nothing_written(context: Context, mine: Path, editor: Editor) -> None:
    before = mine.stat()
    editor("true")
    person = nobody()
    edit_framework(context, "mine", person.desk)

    assert person.heard == "Nothing was changed.\n"
    assert (mine.stat().st_mtime_ns, beside(mine)) == (before.st_mtime_ns, ["mine.yaml"])


def test_a_comment_alone_is_kept_and_said_to_be_no_more(context: Context, mine: Path, editor: Editor) -> None:
    editor(sed("s/# my own/# my very own/"))
    person = nobody()
    edit_framework(context, "mine", person.desk)

    assert "What is asked is as it was" in person.heard
    assert mine.read_text(encoding="utf-8").startswith("# my very own\n")


def test_warnings_are_told_and_hold_nothing_up(context: Context, mine: Path, editor: Editor) -> None:
    editor(sed("s/What brings you here?/What is your #1 goal?/"))
    person = nobody()
    edit_framework(context, "mine", person.desk)

    assert "mine.yaml:7:22: warning[W112]" in person.heard
    assert "#1 goal" in mine.read_text(encoding="utf-8")


def test_an_editor_that_comes_back_at_once_is_waited_for(
    context: Context, mine: Path, editor: Editor, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("true")
    monkeypatch.setattr(clock, "monotonic", lambda: 0.0)

    class Slow(Chooser):
        """Saves in the window of the editor before Enter."""

        def write(self, question: str) -> str:
            copy = mine.with_name(".mine.edit.yaml")
            copy.write_text(MINE.replace("20", "30"), encoding="utf-8")
            return super().write(question)

    person = Person(Slow([""]))
    edit_framework(context, "mine", person.desk)

    assert person.chooser is not None
    assert person.chooser.asked == ["The editor came back at once. When you have saved and closed it, press Enter"]
    assert "minutes: 30" in mine.read_text(encoding="utf-8")


def test_where_nobody_can_be_asked_what_is_saved_later_is_gone_on_with_the_next_time(
    context: Context, mine: Path, editor: Editor, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("true")
    later = clock.monotonic
    monkeypatch.setattr(clock, "monotonic", lambda: 0.0)
    person, copy = nobody(), mine.with_name(".mine.edit.yaml")
    edit_framework(context, "mine", person.desk)
    assert f"The editor came back at once. What you save there is in {copy}\n" in person.heard
    assert "To go on with it: coach framework edit mine\n" in person.heard

    copy.write_text(MINE.replace("20", "30"), encoding="utf-8")
    monkeypatch.setattr(clock, "monotonic", later)
    edit_framework(context, "mine", nobody().desk)

    assert "minutes: 30" in mine.read_text(encoding="utf-8")


# What comes with coachcli


def test_a_shipped_one_is_extended_and_never_touched(context: Context, editor: Editor, tmp_path: Path) -> None:
    shipped = catalogue.find(context.practice, "grow").path
    before = shipped.read_bytes()
    editor('echo "minutes: 40" >> "$file"')
    person = nobody()
    edit_framework(context, "GROW", person.desk)

    assert "extends: grow\n" in (tmp_path / "seen").read_text(encoding="utf-8")
    own = catalogue.find(context.practice, "grow")
    assert (own.shipped, own.replaces_shipped, catalogue.load(own).minutes) == (False, True, 40)
    assert "~ The framework, minutes: 50, now 40\n" in person.heard
    assert "From now on it is used instead of the grow that comes with coachcli." in person.heard
    assert shipped.read_bytes() == before
    assert own.path.stat().st_mode & 0o777 == 0o600


def test_a_shipped_one_that_was_only_looked_at_stays_in_use(context: Context, editor: Editor) -> None:
    editor("true")
    edit_framework(context, "grow", nobody().desk)

    assert catalogue.find(context.practice, "grow").shipped
    assert beside(context.practice.frameworks / "grow.yaml") == []


def test_a_schema_lies_beside_it_for_the_editor(context: Context, editor: Editor) -> None:
    editor("true")
    edit_framework(context, "grow", nobody().desk)

    assert (context.practice.frameworks / "coach-framework-derived.schema.json").is_file()


# What is wrong


def test_all_that_is_wrong_is_told_and_can_be_mended(context: Context, mine: Path, editor: Editor) -> None:
    editor(BREAK, MEND)
    person = somebody("")
    edit_framework(context, "mine", person.desk)

    assert "mine.yaml:3:10: error[E205]: minutes must be a whole number, not 'an hour'\n" in person.heard
    assert "mine.yaml:11:16: error[E203]: there is no question type 'gaol'\n" in person.heard
    assert "mine.yaml: 2 errors, 0 warnings\n" in person.heard
    assert "[e]dit again at line 3  [k]eep as draft  [d]iscard\n" in person.heard
    assert "~ The framework, minutes: 20, now 60\n" in person.heard
    assert "minutes: 60" in mine.read_text(encoding="utf-8")
    assert beside(mine) == [".mine.yaml.bak", "mine.yaml"]


def test_the_editor_opens_again_where_it_is_wrong(
    context: Context, mine: Path, editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del mine
    editor(BREAK, f'echo "$1" > {tmp_path}/place; {MEND}')
    nano = tmp_path / "nano"
    (tmp_path / "editor").rename(nano)
    monkeypatch.setenv("EDITOR", str(nano))
    edit_framework(context, "mine", somebody("e").desk)

    assert (tmp_path / "place").read_text(encoding="utf-8") == "+3,10\n"


@pytest.mark.parametrize("answers", [("k",), ("keep",), ("what?", "k")])
def test_or_it_is_kept_as_a_draft_that_is_not_in_use(
    context: Context, mine: Path, editor: Editor, answers: tuple[str, ...]
) -> None:
    editor(BREAK)
    person = somebody(*answers)
    edit_framework(context, "mine", person.desk)
    draft = mine.with_name("mine.draft.yaml")

    assert f"What you wrote is kept: {draft}\nTo go on with it: coach framework edit mine\n" in person.heard
    assert "minutes: an hour" in draft.read_text(encoding="utf-8")
    assert draft.stat().st_mode & 0o777 == 0o600
    assert mine.read_text(encoding="utf-8") == MINE
    assert [source.id for source in catalogue.sources(context.practice) if not source.shipped] == ["mine"]


def test_the_next_time_the_draft_is_offered(context: Context, mine: Path, editor: Editor, tmp_path: Path) -> None:
    editor(BREAK, MEND)
    edit_framework(context, "mine", somebody("k").desk)
    person = somebody("")
    edit_framework(context, "mine", person.desk)

    assert "There is a draft from before: " in person.heard
    assert "minutes: an hour" in (tmp_path / "seen").read_text(encoding="utf-8")
    assert "minutes: 60" in mine.read_text(encoding="utf-8")
    assert beside(mine) == [".mine.yaml.bak", "mine.yaml"]


def test_or_it_is_begun_again_without_it(context: Context, mine: Path, editor: Editor, tmp_path: Path) -> None:
    editor(BREAK, "true")
    edit_framework(context, "mine", somebody("k").desk)
    edit_framework(context, "mine", somebody("b").desk)

    assert (tmp_path / "seen").read_text(encoding="utf-8") == MINE
    assert beside(mine) == ["mine.yaml"]


def test_a_draft_that_is_only_looked_at_stays_one(context: Context, mine: Path, editor: Editor) -> None:
    editor(BREAK, "true")
    edit_framework(context, "mine", somebody("k").desk)
    edit_framework(context, "mine", somebody("g", "k").desk)

    assert beside(mine) == ["mine.draft.yaml", "mine.yaml"]


def test_or_it_is_thrown_away(context: Context, mine: Path, editor: Editor) -> None:
    editor(BREAK)
    person = somebody("d")
    edit_framework(context, "mine", person.desk)

    assert person.told[-1] == "Thrown away. mine is as it was.\n"
    assert (mine.read_text(encoding="utf-8"), beside(mine)) == (MINE, ["mine.yaml"])


@pytest.mark.parametrize("typed", ["don't lose it", "discarding is wrong", "dk", "edit or keep"])
def test_a_sentence_that_begins_with_one_of_the_letters_throws_nothing_away(
    context: Context, mine: Path, editor: Editor, typed: str
) -> None:
    editor(BREAK)
    person = somebody(typed, "keep as draft")
    edit_framework(context, "mine", person.desk)

    assert "That is none of these.\n" in person.told
    assert beside(mine) == ["mine.draft.yaml", "mine.yaml"]


def test_where_nobody_can_be_asked_it_is_kept(context: Context, mine: Path, editor: Editor) -> None:
    editor(BREAK)
    person = nobody()
    told = refused(context, "mine", person)

    assert (told.exit_code, told.message) == (1, "mine is as it was: what you wrote cannot be used yet.")
    assert str(mine.with_name("mine.draft.yaml")) in told.hint
    assert "coach framework edit mine" in told.hint
    assert person.heard.count("error[") == 2


@pytest.mark.parametrize("answers", [(), ("e",)], ids=["at the first question", "later"])
def test_ctrl_c_loses_nothing(context: Context, mine: Path, editor: Editor, answers: tuple[str, ...]) -> None:
    editor(BREAK)
    person = somebody(*answers)
    with pytest.raises(CancelledError):
        edit_framework(context, "mine", person.desk)

    assert "minutes: an hour" in mine.with_name("mine.draft.yaml").read_text(encoding="utf-8")
    assert "What you wrote is kept: " in person.heard


def test_a_broken_framework_can_be_mended(context: Context, mine: Path, editor: Editor) -> None:
    mine.write_text(MINE.replace("20", "an hour"), encoding="utf-8")
    editor(MEND)
    edit_framework(context, "mine", nobody().desk)

    assert "minutes: 60" in mine.read_text(encoding="utf-8")


def test_a_broken_framework_that_was_only_looked_at_stays_told(context: Context, mine: Path, editor: Editor) -> None:
    mine.write_text("stages: [", encoding="utf-8")
    editor("true")
    person = nobody()
    edit_framework(context, "mine", person.desk)

    assert person.heard == "Nothing was changed. It cannot be used yet: coach framework check mine\n"


def test_another_id_is_refused_like_any_mistake(context: Context, mine: Path, editor: Editor) -> None:
    editor(sed("s/^title: Mine/id: yours/"))
    person = nobody()
    refused(context, "mine", person)

    assert "the id is 'yours', but the file is called 'mine'" in person.heard
    assert mine.read_text(encoding="utf-8") == MINE


# What happens beside it


def test_a_framework_changed_underneath_is_left_and_the_text_kept(context: Context, mine: Path, editor: Editor) -> None:
    editor(f'{sed("s/minutes: 20/minutes: 25/")}; echo "# from elsewhere" >> "{mine}"')
    told = refused(context, "mine", nobody())
    draft = mine.with_name("mine.draft.yaml")

    assert isinstance(told, InUseError)
    assert f"{mine} was changed by another program meanwhile" in told.message
    assert str(draft) in told.hint
    assert mine.read_text(encoding="utf-8") == f"{MINE}# from elsewhere\n"
    assert "minutes: 25" in draft.read_text(encoding="utf-8")


def test_an_editor_that_fails_keeps_what_was_written(context: Context, mine: Path, editor: Editor) -> None:
    editor(f"{sed('s/minutes: 20/minutes: 25/')}; exit 3")
    told = refused(context, "mine", nobody())

    assert told.message == "The editor ended with an error (3)."
    assert told.hint == (
        f"What you wrote is kept: {mine.with_name('mine.draft.yaml')} To go on with it: coach framework edit mine"
    )


def test_an_editor_that_fails_without_a_change_leaves_nothing_behind(
    context: Context, mine: Path, editor: Editor
) -> None:
    editor("exit 3")

    assert refused(context, "mine", nobody()).hint == "Nothing was changed."
    assert beside(mine) == ["mine.yaml"]


def test_without_an_editor_nothing_is_laid_out(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-editor-of-that-name")
    monkeypatch.delenv("VISUAL", raising=False)

    assert isinstance(refused(context, "grow", nobody()), UsageError)
    assert not context.practice.root.exists()


def test_what_a_killed_process_left_is_offered_like_a_draft(
    context: Context, mine: Path, editor: Editor, tmp_path: Path
) -> None:
    mine.with_name(".mine.edit.yaml").write_text(MINE.replace("20", "45"), encoding="utf-8")
    editor("true")
    edit_framework(context, "mine", nobody().desk)

    assert "minutes: 45" in (tmp_path / "seen").read_text(encoding="utf-8")
    assert "minutes: 45" in mine.read_text(encoding="utf-8")


def test_only_one_terminal_at_a_time(context: Context, mine: Path, editor: Editor, tmp_path: Path) -> None:
    editor("true")
    files.make_folder(context.practice.locks, inside=context.practice.root)
    with locks.held(context.practice.locks / "framework--mine"):
        told = refused(context, "mine", nobody())

    assert told.message == "The framework mine is being edited in another terminal."
    assert not (tmp_path / "opened").exists()
    assert beside(mine) == ["mine.yaml"]


def test_one_that_is_not_there_is_told(context: Context, editor: Editor) -> None:
    editor("true")

    assert isinstance(refused(context, "grwo", nobody()), NotFoundError)


# Histories


REWORD = sed("s/What brings you here?/What brought you here?/")


def test_a_reworded_question_keeps_its_history_by_the_id_it_had(context: Context, used: Path, editor: Editor) -> None:
    editor(REWORD)
    person = somebody("yes")
    edit_framework(context, "mine", person.desk)

    assert used.read_text(encoding="utf-8") == MINE.replace(
        "      - What brings you here?   # slowly\n",
        "      - id: what_brings_you_here\n        ask: What brought you here?   # slowly\n",
    )
    assert "this goes into the file:  id: what_brings_you_here\n" in person.heard
    assert "~ Reworded in Start:\n    was  What brings you here?\n    now  What brought you here?\n" in person.heard
    assert "renamed" not in person.heard


def test_a_question_that_is_another_one_gets_a_history_of_its_own(context: Context, used: Path, editor: Editor) -> None:
    editor(REWORD)
    person = somebody("no")
    edit_framework(context, "mine", person.desk)

    assert used.read_text(encoding="utf-8") == MINE.replace("brings", "brought")


def test_where_nobody_can_be_asked_the_id_is_written(context: Context, used: Path, editor: Editor) -> None:
    editor(REWORD)
    person = nobody()
    edit_framework(context, "mine", person.desk)

    assert "- id: what_brings_you_here\n        ask: What brought you here?" in used.read_text(encoding="utf-8")
    assert "goes into the file" in person.heard


def test_another_id_is_put_into_what_is_renamed(context: Context, used: Path, editor: Editor) -> None:
    editor(sed("s/id: goal, ask: What do you want/id: aim, ask: What do you really want/"))
    edit_framework(context, "mine", somebody("yes").desk)

    assert "renamed: {goal: aim}\nstages:\n" in used.read_text(encoding="utf-8")
    assert catalogue.load(catalogue.find(context.practice, "mine")).renamed == {"goal": "aim"}


def test_an_id_that_something_refers_to_is_renamed_instead(context: Context, used: Path, editor: Editor) -> None:
    editor(f"{REWORD}; {sed('s/ask: What do you want/when: what_brought_you_here answered, &/')}")
    edit_framework(context, "mine", somebody("yes").desk)

    assert "renamed: {what_brings_you_here: what_brought_you_here}\n" in used.read_text(encoding="utf-8")


def test_where_neither_can_be_written_the_coach_is_told_what_to_write(
    context: Context, used: Path, editor: Editor
) -> None:
    editor(
        sed(
            "s/id: goal, ask: What do you want/id: aim, ask: What do you really want/",
            "s/^title: Mine/renamed: {}\\n&/",
            "s/^renamed: {}/renamed:/",
        )
    )
    person = somebody("yes")
    edit_framework(context, "mine", person.desk)

    assert "To keep its earlier answers with it, write into the file:  renamed: {goal: aim}\n" in person.heard
    assert "aim" in used.read_text(encoding="utf-8")


def test_without_a_session_there_is_no_history_to_keep(context: Context, mine: Path, editor: Editor) -> None:
    editor(REWORD)
    edit_framework(context, "mine", nobody().desk)

    assert mine.read_text(encoding="utf-8") == MINE.replace("brings", "brought")


# A new text takes the place of the one before, unless another program was quicker


TEXT = b"title: Mine\nminutes: 20\nstages:\n- title: One\n  ask:\n  - What is on your mind?\n"
LONGER = TEXT.replace(b"20", b"25")


@pytest.fixture
def edited(context: Context) -> Edited:
    """A framework of the coach's own, in use."""
    set_up(context.practice)
    (context.practice.frameworks / "mine.yaml").write_bytes(TEXT)
    source = catalogue.find(context.practice, "mine")
    return Edited(source, TEXT, catalogue.load(source))


def taken(context: Context, edited: Edited, text: bytes) -> str:
    """What is told of a text that is taken."""
    told: list[str] = []
    accept(context, Prompter(None, told.append), edited, text, framework(edited, text))
    return "".join(told)


def framework(edited: Edited, text: bytes) -> Framework:
    found = edited.check(text).framework
    assert found is not None
    return found


def test_what_changed_is_told_and_the_version_before_is_kept(context: Context, edited: Edited) -> None:
    told = taken(context, edited, LONGER)
    path = edited.source.path

    assert path.read_bytes() == LONGER
    assert path.with_name(".mine.yaml.bak").read_bytes() == TEXT
    assert "~ The framework, minutes: 20, now 25\n" in told
    assert told.endswith(f"Saved: {path}\nThe version before: {path.with_name('.mine.yaml.bak')}\n")


def test_a_text_that_asks_the_same_is_said_to(context: Context, edited: Edited) -> None:
    assert "What is asked is as it was" in taken(context, edited, TEXT + b"# a word to myself\n")


def test_the_first_one_that_replaces_a_shipped_one_says_so(context: Context, edited: Edited) -> None:
    edited.source.path.unlink()

    assert taken(context, Edited(edited.source, None, None), LONGER).endswith(
        "From now on it is used instead of the mine that comes with coachcli.\n"
    )


def test_what_another_program_wrote_meanwhile_stays(context: Context, edited: Edited) -> None:
    path = edited.source.path
    path.write_bytes(TEXT.replace(b"20", b"90"))

    with pytest.raises(InUseError, match="was changed by another program meanwhile"):
        taken(context, edited, LONGER)

    assert b"90" in path.read_bytes()
    assert path.with_name(".mine.edit.yaml").read_bytes() == LONGER
