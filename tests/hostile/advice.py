"""Every message that prints a command, and how it is brought about in a practice that is named each time."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import pytest
from app.play import Play, at_a_terminal
from cli.conftest import BROKEN, Answer, Coach
from hostile.world import ENDED, JANE, PAUSED, SESSION

from coachcli import command_line
from coachcli.app import editor_copy
from coachcli.app.between import last_action
from coachcli.app.client import home
from coachcli.app.client.prep import prepare
from coachcli.app.context import Context, SystemClock
from coachcli.app.session import choice, offers
from coachcli.app.session.request import StartRequest
from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Note
from coachcli.domain.value import changed
from coachcli.errors import CoachError
from coachcli.live import clipboard
from coachcli.render.client.overview import overview_text
from coachcli.render.client.prep_card import card_rows
from coachcli.store import edited_copies, settings
from coachcli.store.backup import age
from coachcli.store.client import client_file, clients
from coachcli.store.disk import files, primitives
from coachcli.store.framework import snapshots
from coachcli.store.paths import Practice
from coachcli.store.session import between, sessions

HELD, LEFT = f"jane-example/{ENDED}", f"jane-example/{PAUSED}"


@dataclass
class Here:
    """A practice with a blank in its name, which every command line has to name, and all that is said in it."""

    coach: Coach
    root: Path
    patch: pytest.MonkeyPatch
    said: str = ""
    discreet: bool = False
    """Whether others see the screen."""
    printed: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Where a command was made, and of which words."""

    @property
    def context(self) -> Context:
        return Context(Practice(self.root), SystemClock())

    def run(self, *words: str, typed: str = "") -> Answer:
        answer = self.coach("--practice", str(self.root), *words, typed=typed)
        self.said += f"{answer.out}\n{answer.err}\n"
        self.discreet = "--discreet" in words
        return answer

    def tell(self, text: str) -> None:
        self.said += f"{text}\n"

    def directly(self, use: Callable[[Context], object]) -> None:
        """Within the program, where a pipe does not lead."""
        command_line.on_practice(str(self.root))
        try:
            use(self.context)
        except CoachError as error:
            self.tell(f"{error.message}\n{error.hint}")

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")

    def reword(self, name: str, before: str, after: str) -> None:
        text = (self.root / name).read_text(encoding="utf-8")
        assert before in text
        self.write(name, text.replace(before, after, 1))

    def edit_with(self, script: str) -> None:
        """An editor that has the terminal: it never comes back at once."""
        program = self.root.parent / "nano"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o700)
        self.patch.setenv("EDITOR", str(program))

    def emptied(self) -> None:
        shutil.rmtree(self.root)
        self.root.mkdir()

    def note_made(self, frame: FrameType) -> None:
        words, caller = frame.f_locals["words"], frame.f_back
        assert caller is not None
        where = caller.f_globals["__name__"].removeprefix("coachcli.")
        if words:
            self.printed.append((f"{where}.{_outer(caller.f_code.co_qualname)}", words))


def _outer(qualname: str) -> str:
    return qualname.partition(".<locals>")[0]


Case = Callable[[Here], object]


def calling(*words: str, typed: str = "") -> Case:
    return lambda here: here.run(*words, typed=typed)


def empty_and(*words: str) -> Case:
    def case(here: Here) -> None:
        here.emptied()
        here.run(*words)

    return case


def with_file(name: str, text: str, *words: str, typed: str = "") -> Case:
    def case(here: Here) -> None:
        here.write(name, text)
        here.run(*words, typed=typed)

    return case


def ended_and(*words: str) -> Case:
    def case(here: Here) -> None:
        here.run("session", "resume", LEFT, typed="/end\n/end\n")
        here.run(*words)

    return case


def with_no_engagement(here: Here) -> None:
    here.run("client", "add", "Zoe Example")
    here.run("engagement", "show", "zoe")


def with_two_engagements(here: Here) -> None:
    here.run("engagement", "start", "jane", "--title", "Rest")
    here.run("engagement", "show", "jane")


def reported_with_two(here: Here) -> None:
    here.run("engagement", "start", "jane", "--title", "Rest")
    here.run("report", "jane", "--for", "sponsor", "--as", "text")
    here.run("report", "jane", "--for", "sponsor", "--yes")


def reported_without_consent(here: Here) -> None:
    here.write("clients/jane-example/engagements/lead.yaml", "start: 2026-01-01\nsponsor_hears: goals\n")
    here.run("report", "jane", "--for", "sponsor", "--engagement", "lead", "--yes")


def ended_twice(here: Here) -> None:
    here.run("engagement", "end", "jane", "--why", "as agreed")
    here.run("engagement", "end", "jane")


def an_engagement_edited_wrongly(here: Here) -> None:
    here.edit_with('for file; do :; done; echo "mode: couching" >> "$file"')
    here.run("engagement", "edit", "jane")


def an_editor_that_came_back_at_once(here: Here) -> None:
    here.patch.setattr(SystemClock, "monotonic", lambda _: 0.0)
    here.run("framework", "edit", "mine")


def a_broken_one_unchanged(here: Here) -> None:
    here.edit_with("true")
    with_file("frameworks/My GROW.yaml", BROKEN, "framework", "edit", "My GROW")(here)


def a_model_that_cannot_be_picked(here: Here) -> None:
    here.write("frameworks/My GROW.yaml", BROKEN)
    play = at_a_terminal("My GROW")
    here.directly(
        lambda context: choice.framework(
            context, StartRequest(), clients.clients(context.practice)[0], play.conversation, settings.Settings()
        )
    )
    here.tell(str(play.chooser and play.chooser.offered))


def said_again_since(here: Here) -> None:
    here.patch.setattr(last_action, "is_changed_since", lambda *_: True)
    here.run("action", "undo", "jane")


def said_by_nobody(here: Here) -> None:
    for path in here.root.glob("clients/*/between.yaml"):
        path.unlink()
    here.run("action", "undo")


def too_much_for_a_passphrase(here: Here) -> None:
    here.patch.setattr(age, "_MOST_BY_PASSPHRASE", 1000)
    here.run("practice", "backup", "b.age", "--passphrase-file", "-", typed="correct horse battery\n")


PAST = "start: 2020-01-01\nkeep_until: 2026-10-01\n"


def without_an_engagement(here: Here) -> None:
    shutil.rmtree(here.root / JANE / "engagements")
    here.write("coach.yaml", "keep: 1 month\n")
    here.run("practice", "retention")


def brought_back_elsewhere(here: Here) -> None:
    """The commands that it prints are for what was brought back, in a folder with a blank in its name as well."""
    public = here.run("practice", "backup", "--new-key", "key.txt").out.strip()
    here.run("practice", "backup", "b.age", "--recipient", public)
    into = here.root.with_name("my own")
    here.run("practice", "restore", "b.age", "--identity", "key.txt", "--into", str(into))
    here.root = into


def without_a_practice(here: Here) -> None:
    """In a rehearsal a line can be taken into an editor."""
    shutil.rmtree(here.root)
    here.directly(lambda context: editor_copy.lay_out(context.practice, b"", Path("line.md")))


def a_text_left_of_an_editor(here: Here) -> None:
    path = here.root / SESSION
    with subprocess.Popen([sys.executable, "-c", ""]) as over:
        over.wait()
    (here.root / ".editing").mkdir(exist_ok=True)
    copy = edited_copies.path_for_session(Practice(here.root), path, files.digest(path.read_bytes()))
    copy.with_name(copy.name.replace(f".{os.getpid()}.", f".{over.pid}.")).write_bytes(path.read_bytes() + b"# more\n")
    here.run()


def nothing_unfinished(here: Here) -> None:
    for path in here.root.glob(f"clients/*/sessions/{PAUSED}*"):
        path.unlink()
    here.run("session", "resume")


def two_versions(here: Here) -> None:
    shutil.copy(here.root / SESSION, (here.root / SESSION).with_suffix(".sync-conflict-20261120-101010-ABCDEFG.yaml"))
    here.reword(SESSION, "janecanary ended", "janecanary ended well")


def compared(here: Here) -> None:
    two_versions(here)
    here.run("session", "compare", HELD)


def listed_with_two_versions(here: Here) -> None:
    two_versions(here)
    here.run("session", "list")


def nothing_noted(here: Here) -> None:
    here.run("session", "start", "robin", "-f", "grow", typed="heard\n/end\n/end\n")
    path = max(here.root.glob("clients/robin-example/sessions/*.yaml"))
    when = path.stem.removesuffix("-grow")
    here.edit_with("true")
    _take_all_notes_away(path)
    here.run("session", "edit", f"robin-example/{when}")


def _take_all_notes_away(path: Path) -> None:
    stored = sessions.load(path)
    turns = tuple(changed(turn, notes=()) for turn in stored.session.turns)
    sessions.save(stored, changed(stored.session, turns=turns))


def a_reflection_handed_on(here: Here) -> None:
    here.run("session", "start", "jane", "-f", "reflection", typed="heard\n/end\n/end\n")
    path = max(here.root.glob("clients/jane-example/sessions/*-reflection.yaml"))
    here.run("session", "after", f"jane-example/{path.stem.removesuffix('-reflection')}")


def after_the_call(*types: str) -> Case:
    def case(here: Here) -> None:
        play: Play = at_a_terminal(types=types)
        # Whether there is one is asked of this process's own streams, which another test may have left closed.
        here.patch.setattr(clipboard, "has_clipboard", lambda: False)
        here.directly(lambda context: offers.offer_again(context, HELD, play.conversation))
        here.tell("\n".join([play.said, *(view.remark for view in play.script.views)]))

    return case


def a_disk_that_is_full(here: Here) -> None:
    real = primitives.write

    def full(fd: int, data: bytes) -> None:
        if "practice/clients" in str(Path(f"/proc/self/fd/{fd}").readlink()):
            raise OSError(28, "No space left on device")
        real(fd, data)

    with here.patch.context() as patch:
        patch.setattr(primitives, "write", full)
        here.run("session", "resume", LEFT, typed="one more\n")


def many_of_one_client(here: Here) -> None:
    for hour in range(5):
        shutil.copy(here.root / SESSION, here.root / f"clients/jane-example/sessions/2026-04-01-1{hour}00-grow.yaml")
    here.run("session", "delete", "jane")


def something_of_her_own_waits(here: Here) -> None:
    here.run("session", "start", "jane", "-f", "reflection", typed="heard\n")
    here.run("session", "start", "jane", "-f", "woop")


def no_more_open(here: Here) -> None:
    for path in [*here.root.glob("clients/*/between.yaml"), *here.root.glob("clients/*/sessions/*")]:
        path.unlink()
    here.run("action", "list")


def found_everywhere(here: Here) -> None:
    here.run("session", "delete", LEFT)
    here.run("find", "e", "--client", "jane", "--trash")
    here.run("session", "show", HELD, "--at", "1")


def a_log_taken_in(here: Here) -> None:
    Path("log.csv").write_text("Client,Paid hours\nAna Sample,3\n", encoding="utf-8")
    here.run("hours", "import", "log.csv")
    here.run("hours", "import", "log.csv", "--write")


def notes_taken_in(here: Here) -> None:
    Path("notes.md").write_text("client: none\n", encoding="utf-8")
    here.run("session", "import", "notes.md", "--client", "jane", "--on", "1 March 2024", "--write")


def notes_of_a_sponsor(here: Here) -> None:
    Path("notes.md").write_text("a thought\n", encoding="utf-8")
    here.run("session", "import", "notes.md", "--client", "jane", "-f", "sponsor-checkin")


def a_log_of_other_headings(here: Here) -> None:
    Path("log.csv").write_text("Who,Std\nAna Sample,3\n", encoding="utf-8")
    here.run("hours", "import", "log.csv")


def a_log_half_known(here: Here) -> None:
    Path("log.csv").write_text("Who,Paid hours\nAna Sample,3\n", encoding="utf-8")
    here.run("hours", "import", "log.csv")


def hours_of_what_nobody_measured(here: Here) -> None:
    Path("notes.md").write_text("a thought\n", encoding="utf-8")
    here.run("session", "import", "notes.md", "--client", "jane", "--on", "1 March 2024", "--write")
    here.run("hours")


def a_form_taken_in(here: Here) -> None:
    here.run("prep", "jane", "--form", "-o", "form.md")
    form = Path("form.md")
    text = form.read_text(encoding="utf-8")
    first = next(line for line in text.split("\n") if line.startswith("## ") or line.endswith("?"))
    form.write_text(text.replace(first, f"{first}\n\nThe board\n", 1), encoding="utf-8")
    here.run("prep", "jane", "--read", "form.md")


def edited_by(script: str) -> Case:
    def case(here: Here) -> None:
        here.edit_with(script)
        here.run("session", "edit", HELD)

    return case


def done_twice(here: Here) -> None:
    here.run("action", "done", "jane", "1")
    here.run("action", "done", "jane", "Ring")


def work_of_ones_own_for_the_client(here: Here) -> None:
    here.run("session", "start", "-f", "reflection", typed="a word\n/end\n/end\n")
    here.run("session", "export", "own", "--for", "client")


def with_a_goal(*words: str) -> Case:
    def case(here: Here) -> None:
        here.run("goal", "add", "jane", "Lead")
        here.run("goal", *words)

    return case


def with_an_interview(words: str, *then: str) -> Case:
    def case(here: Here) -> None:
        asked = ("-f", "stakeholder-interview", "--with", "P1", "--engagement", "none")
        here.run("session", "start", "jane", *asked, typed=f"{words}\n/end\n/end\n/end\n")
        here.run(*then)

    return case


def reached_twice(here: Here) -> None:
    here.run("goal", "add", "jane", "Lead")
    here.run("goal", "close", "jane", "lead", "--done")
    here.run("goal", "close", "jane", "lead", "--done")


def nothing_with_somebody_yet(here: Here) -> None:
    here.run("client", "add", "Zoe Example")
    here.run("progress", "zoe")


def a_goal_that_may_not_last(here: Here) -> None:
    here.write("frameworks/grow.yaml", "id: grow\ntitle: Mine\nversion: 1\nstages:\n- ask:\n  - What is it?\n")
    here.reword(SESSION, "kind: action", "kind: goal")
    here.run("goal", "list")


def a_small_window(here: Here) -> None:
    for name in ("Ann Example", "Ben Example", "Cy Example"):
        here.run("session", "start", name, "--new", "-f", "grow", typed="heard\n")
        for words in ("Sleep by friday", "Rest by friday", "Walk by friday"):
            here.run("action", "add", name, words)
            here.run("action", "add", name, "--promise", words)
    screen, _ = home.overview(here.context)
    command_line.on_practice(str(here.root))
    here.tell(overview_text(screen, 200, 24))
    here.tell(overview_text(screen, 200, 60))


def a_new_practice(here: Here) -> None:
    here.emptied()
    here.run()


def a_card_in_a_small_window(here: Here) -> None:
    for words in ("Sleep", "Rest", "Walk", "Read", "Sing", "Swim", "Run"):
        here.run("action", "add", "jane", words)

    def show(context: Context) -> None:
        person = clients.existing("jane", clients.clients(context.practice))
        here.tell("\n".join(card_rows(prepare(context, person).preparation, 200, 9)))

    here.directly(show)


def a_client_without_a_name(here: Here) -> None:
    here.directly(lambda context: client_file.add(context.practice, " "))


def nobody_knows_whose(here: Here) -> None:
    here.write("clients/ann-example/client.yaml", "name: [\n")
    here.run("session", "start", "Ann Example", "--new", "-f", "grow")


def a_broken_pack(here: Here) -> None:
    here.write("frameworks/packs/board.yaml", "id: [\n")
    here.run("session", "resume", LEFT, typed="/probe board\n")


def taken_back_elsewhere(here: Here) -> None:
    gone = Entry(at=SystemClock().now(), notes=(Note(kind="action", text="gone"),))
    here.directly(lambda context: between.take_back(context.practice, "jane-example", gone))


def a_session_of_nobody(here: Here) -> None:
    here.reword(SESSION, "client: jane-example", "client: robin-example")
    here.run("session", "list")


def sessions_of_nobody(here: Here) -> None:
    (here.root / "clients/jane-example").rename(here.root / "clients/jane other")
    here.run("session", "list")
    here.run("action", "list")


def erasing_with_a_disk_that_fails(here: Here) -> None:
    def failing(_path: Path, *, folder: bool = False) -> None:
        raise OSError(errno.EIO, f"no {folder}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(primitives, "take_away", failing)
        here.run("client", "erase", "jane", "--yes", "Jane Example")


def begun_to_erase(here: Here) -> None:
    (here.root / ".erasing/jane-example").mkdir(parents=True)
    (here.root / "clients/jane-example").rename(here.root / ".erasing/jane-example/client")
    here.run()


def begun_to_erase_and_checked(here: Here) -> None:
    begun_to_erase(here)
    here.run("practice", "check")


def named_by_others(here: Here) -> None:
    for name in ("clients/robin-example/client.yaml", "frameworks/mine.yaml"):
        here.write(name, f"{(here.root / name).read_text()}# Jane said so.\n")
    (agreed,) = (here.root / "clients/robin-example/engagements").iterdir()
    agreed.write_text(f"{agreed.read_text()}# As with Jane.\n")
    here.run("session", "start", "robin", "-f", "woop", typed="Jane\n/end\n")
    here.run("client", "erase", "jane")


def no_trash(here: Here) -> None:
    shutil.rmtree(here.root / "trash", ignore_errors=True)
    shutil.rmtree(Practice(here.root).trash, ignore_errors=True)
    here.run("session", "restore")


def a_broken_parent(here: Here) -> None:
    here.write("frameworks/My GROW.yaml", BROKEN)
    here.write("frameworks/theirs.yaml", "id: theirs\ntitle: Theirs\nextends: My GROW\nversion: 1\n")
    here.run("framework", "check", "theirs")


EXTENDING = "id: other\ntitle: Other\nextends: {}\nversion: 1\n"
TAKING_AWAY = """sed -i '/^1[.] /,/^$/d' "$1" """
NUMBERING = """sed -i 's/^1[.] /9. /' "$1" """
OURS = "frameworks/My GROW.yaml"


def an_archived_client_comes_back(here: Here) -> None:
    here.run("client", "archive", "robin")
    here.run("client", "list")
    here.run("session", "start", "robin", "-f", "grow", typed="/end\n/end\n")


CASES: list[tuple[Case, tuple[str, ...]]] = [
    (an_editor_that_came_back_at_once, ("app.framework.edit.Edited.again: framework edit *",)),
    (calling("action", "add", "jane"), ("app.between.actions._say_what: action add Jane Doe*",)),
    (calling("action", "move", "jane", "ring", "friday"), ("app.between.actions._say_move: action move * * to*",)),
    (ended_and("action", "add", "jane", "~Sleep"), ("app.between.entries.words_of: session amend *",)),
    (calling("goal", "add", "jane"), ("app.between.goals._say_what: goal add Jane Doe Lead the division by 1 march",)),
    (with_a_goal("rate", "jane", "lead"), ("app.between.goals.rate: goal rate * * 6",)),
    (with_a_goal("close", "jane", "lead"), ("app.between.goals._asked_ending: goal close * * --dropped",)),
    (calling("themes", "jane"), ("cli.themes._first_step: session start * -f stakeholder-interview",)),
    (with_an_interview("Hears #listens", "themes", "list", "jane"), ("cli.themes.list_: themes add *",)),
    (calling("themes", "remove", "jane", "7"), ("app.theme.lines.remove: themes list *",)),
    (
        calling("themes", "add", "jane", "Listens"),
        ("app.theme.lines._no_tag_yet: session start * -f stakeholder-interview",),
    ),
    (
        with_an_interview("Hears me out", "themes", "add", "jane", "Listens"),
        ("app.theme.lines._no_tag_yet: session edit *",),
    ),
    (
        with_an_interview("Hears me out #listens", "themes", "add", "jane", "Listens", "--tag", "lsten"),
        ("app.theme.lines._refuse_unset: themes show *",),
    ),
    (
        with_an_interview("Hears me out #listens", "themes", "add", "jane", "#listens"),
        ("app.theme.lines._say_it: themes add * She hears people out --tag listens",),
    ),
    (
        with_an_interview("Hears #listens", "themes", "add", "jane", "Listens", "--tag", "listens", "--for", "client"),
        ("app.theme.lines._refuse_below_the_floor: themes show *",),
    ),
    (calling("engagement", "start", "jane"), ("app.engagement.start.next_steps: engagement edit * *",)),
    (with_no_engagement, ("app.engagement.choice._none: engagement start *",)),
    (with_two_engagements, ("app.engagement.choice._shown: engagement show * *",)),
    (reported_with_two, ("app.report.request.ReportRequest.unasked: report * --for ****",)),
    (reported_without_consent, ("app.engagement.departure.heard_by_sponsor: engagement edit * *",)),
    (ended_twice, ("app.engagement.end._over_already: engagement edit * *",)),
    (an_engagement_edited_wrongly, ("app.engagement.edit.edit_engagement: engagement edit * *",)),
    (
        with_file("frameworks/roads/mine.yaml", "title: Mine\n", "engagement", "start", "jane", "--road", "mine"),
        ("store.engagement.roads.load: framework check *",),
    ),
    (
        with_file("clients/jane-example/engagements/a.yaml", "start: soon\n", "engagement", "show", "jane"),
        ("store.client.engagements.read: framework check *",),
    ),
    (
        erasing_with_a_disk_that_fails,
        ("app.erase.erasure._read_back: client erase *",),
    ),
    (
        calling("client", "export", "jane", "--with-others"),
        ("cli.client_rights._weighed: client export * --with-others --yes",),
    ),
    (begun_to_erase, ("app.erase.unfinished.told_of: client erase *",)),
    (begun_to_erase_and_checked, ("app.practice.check._Inspection._folder: client erase *",)),
    (
        named_by_others,
        (
            "app.erase.rows._opened: session show *",
            "app.erase.rows._opened: framework edit *",
            "app.erase.rows._opened: client edit *",
            "app.erase.rows._opened: engagement edit * *",
            "cli.client_rights._typed: client erase * --yes *",
        ),
    ),
    (calling("session", "amend", LEFT), ("app.session.resumption.not_ended: session resume*",)),
    (
        calling("session", "resume", LEFT, typed="/switch reflection\n"),
        (
            "app.call.framework_switch._apart: session start -f *",
            "domain.session.closing_card._next_step: session resume *",
        ),
    ),
    (calling("session", "resume", LEFT, typed="/switch\n"), ("app.call.framework_switch._listed: framework list",)),
    (
        calling("session", "start", "robin", "-f", "woop", typed="heard\n/switch grow\n/map\n/edit\n"),
        ("app.call.correction._put_back: session edit",),
    ),
    (calling("session", "start"), ("app.session.choice._name_one: session start Jane Doe",)),
    (a_model_that_cannot_be_picked, ("app.session.choice._option_of: framework check",)),
    (said_again_since, ("app.between.last_action.take_back: action list *",)),
    (said_by_nobody, ("app.between.last_action._chosen: action list",)),
    (calling("action", "undo"), ("app.between.last_action._chosen: action undo CLIENT",)),
    (without_a_practice, ("app.editor_copy.lay_out: session start",)),
    (a_broken_one_unchanged, ("app.framework.edit._Editing._tell_unchanged: framework check *",)),
    (a_text_left_of_an_editor, ("app.session.left_copies.told: session edit* SESSION",)),
    (calling("action", "done", "jane", "nothing of hers"), ("app.between.action_choice._list: * list *",)),
    (calling("framework", "new", "My GROW"), ("app.framework.starter._checked_id: framework new *",)),
    (calling("framework", "new", "mine"), ("app.framework.starter._refuse_what_is_there: framework edit *",)),
    (calling("framework", "new", "grow"), ("app.framework.starter._refuse_what_is_there: framework new * --from *",)),
    (calling("find"), ("app.find.request.query_for: find budget",)),
    (found_everywhere, (
        "render.find.rows._opening: session show * --at *",
        "render.find.rows._opening: session restore *",
        "render.find.rows._opening: * list * --all",
        "cli.terminal.session_page._print_page: session show *",
    )),
    (empty_and("prep"), ("app.client.prep.whom: session start",)),
    (calling("progress"), ("app.client.prep.whom: * Jane Doe",)),
    (empty_and("hours"), ("cli.hours.hours: session start",)),
    (calling("hours"), ("cli.hours._show: hours --as text",)),
    (
        with_file("earlier-hours.yaml", "relationships:\n  - {client: Ana Sample}\n", "hours"),
        ("store.hours.earlier_file._checked: framework check *",),
    ),
    (
        with_file("frameworks/credentials/mine.yaml", "id: mine\n", "hours"),
        ("store.hours.credentials._read: framework check *",),
    ),
    (a_log_taken_in, (
        "cli.hours_import._take_in: hours import * --write",
        "cli.hours_import._take_in: hours",
    )),
    (notes_taken_in, ("cli.foreign.session_import._take_in: session list",)),
    (notes_of_a_sponsor, ("app.foreign.notes_import._framework: session start CLIENT -f * --at yesterday 14:00",)),
    (a_log_of_other_headings, (
        "app.hours.log_import._headings_told: hours import FILE --column *",
    )),
    (a_log_half_known, ("app.hours.log_import._half_known: hours import FILE*",)),
    (hours_of_what_nobody_measured, ("cli.hours._show: session edit --raw SESSION",)),
    (nothing_unfinished, ("app.session.resumption._unfinished: session start",)),
    (
        with_file(
            "frameworks/grow.yaml",
            "title: Mine\nwith: sponsor\nstages: [{title: One, ask: [What is it]}]\n",
            *("session", "resume", LEFT, "-f", "latest"),
        ),
        ("app.session.resumption._refuse_another_room: session resume*",),
    ),
    (
        calling("session", "resume", HELD),
        ("app.session.resumption.resume_file: session amend*", "app.session.resumption.resume_file: session edit*"),
    ),
    (compared, ("app.session.compare._how_to_take: session compare *",)),
    (nothing_noted, ("app.session.edit._form: session edit --raw *",)),
    (calling("session", "move", "jane-example/sessions", "jane"), ("app.session.move.settle: session list",)),
    (a_reflection_handed_on, ("app.engagement.departure.refuse_others: session show *",)),
    (
        after_the_call("a thought", ""),
        (
            "app.session.offers._Offering._command: session **",
        ),
    ),
    (a_disk_that_is_full, ("app.session.sitting._pages: session resume",)),
    (
        calling("session", "delete"),
        ("app.session.trash.delete_session: session delete ID", "app.session.trash.delete_session: session list"),
    ),
    (many_of_one_client, ("app.session.trash._refuse: session list *", "app.session.trash._refuse: session delete")),
    (
        something_of_her_own_waits,
        ("app.session.unfinished._remarks: session resume *", "app.session.unfinished._remarks: session resume *"),
    ),
    (nothing_with_somebody_yet, ("cli.progress._first_step: session start * -f intake",)),
    (calling("goal", "list"), ("cli.goal.list_: goal add * TEXT",)),
    (reached_twice, ("render.client.goal_list.taken_text: goal add CLIENT TEXT",)),
    (a_goal_that_may_not_last, ("render.client.goal_list.doubtful_text: goal close * * --as-aim",)),
    (no_more_open, ("cli.action.list_: action add * TEXT",)),
    (
        empty_and("framework", "list", "--own"),
        ("cli.framework.list_: framework new my-framework --from grow",),
    ),
    (
        calling("framework", "new", "my-own"),
        ("cli.framework.new: framework edit *", "cli.framework.new: framework try *"),
    ),
    (calling("prep", "jane", "--read", "x.md", "-o", "y.md"), ("cli.prep.prep: prep jane --read form.md",)),
    (a_form_taken_in, ("cli.prep._take_in: prep *",)),
    (calling("session", "list", "jane", "--since", "yesterday"), ("cli.session.list_: session list",)),
    (empty_and("session", "list"), ("cli.session.list_: session start",)),
    (calling("session", "delete", HELD), ("cli.session_files.delete: session restore *",)),
    (
        calling("session", "start", "robin", "-f", "grow", typed="/end\n/end\n"),
        ("domain.session.closing_card._next_step: session show *",),
    ),
    (
        calling("session", "resume", "robin", "--discreet", typed="/end\n/end\n"),
        ("domain.session.closing_card.discreet_card: session after",),
    ),
    (
        calling("session", "start", "robin", "-f", "grow", typed="x\n/share client\n/end\n/end\n"),
        ("domain.session.closing_card._next_step: session export * --for client",),
    ),
    (edited_by(TAKING_AWAY), ("domain.line.edit_form.Form.whole_file: session edit --raw *",)),
    (edited_by(NUMBERING), ("domain.line.edit_form_reader._Outline._adding: session * *",)),
    (a_new_practice, ("render.client.overview.overview_text: session start", "render.client.overview._hints: *")),
    (done_twice, ("render.client.action_list.taken_text: action add CLIENT TEXT",)),
    (with_file(OURS, BROKEN, "framework", "list"), ("render.framework.catalogue._entry: framework check *",)),
    (
        a_small_window,
        (
            "render.client.overview._sections: session list",
            "render.client.overview._sections: action list",
            "render.client.overview._sections: action list",
            "render.client.overview._unfinished: session resume *",
        ),
    ),
    (a_card_in_a_small_window, ("render.client.prep_card.card_rows: prep * --as markdown",)),
    (a_client_without_a_name, ("store.client.client_file.full_name: session start Jane Doe",)),
    (
        an_archived_client_comes_back,
        (
            "cli.client.archive: client show *",
            "cli.client.list_: client list --all",
            "app.client.archive.asked_about: client archive * --undo",
        ),
    ),
    (calling("client", "rename", "jane", "Zoe Sample"), ("cli.client.rename: client rename * * --move",)),
    (empty_and("client", "list"), ("cli.client.list_: client add Jane Example",)),
    (calling("client", "add", "Jane Exampel"), ("app.client.admission._is_somebody_new: client add NAME --new",)),
    (calling("client", "add", "Ana Sample"), ("cli.client.add: session start *",)),
    (
        with_file(f"{JANE}/client.yaml", "{name: Jane Example}\n", "client", "edit", "jane", "--role", "Head"),
        ("store.client.client_change.change: client edit *",),
    ),
    (nobody_knows_whose, ("store.client.client_file._refuse_where_nobody_knows_whose: session start *",)),
    (calling("session", "list", "nobody at all"), ("store.client.clients.existing: client list",)),
    (with_file("frameworks/notes.yaml", "# My notes\n\n## The board\n\nWe met.\n", "framework", "check", "notes"),
     ("store.framework.foreign_files._copied: framework new my-framework",)),
    (with_file("frameworks/My GROW.yaml", BROKEN, "framework", "show", "My GROW"),
     ("store.framework.catalogue.BrokenFrameworkError.__init__: framework check *",)),
    (calling("framework", "show", "nothing-like-it"), ("store.framework.catalogue.find: framework list",)),
    (a_broken_pack, ("store.framework.packs.load: framework check *",)),
    (with_file("frameworks/other.yaml", f"{EXTENDING.format('grow')}remove: [zzzz]\n", "framework", "check", "other"),
     ("store.framework.merge_rules._unknown: framework show *",)),
    (
        calling("practice", "backup", "--new-key", "key.txt"),
        ("cli.practice._make_key: practice backup FILE --recipient *",),
    ),
    (
        calling("practice", "backup", "b.age", "--recipient", "nobody"),
        ("store.backup.age._no_recipient: practice backup --new-key recovery-key.txt",),
    ),
    (
        with_file(f"{JANE}/engagements/2026-lead-janecanary.yaml", PAST, "practice", "retention"),
        (
            "render.practice.retention._look: engagement show * *",
            "render.practice.retention._rows: client erase *",
        ),
    ),
    (without_an_engagement, ("render.practice.retention._look: client show *",)),
    (too_much_for_a_passphrase, ("store.backup.age._gathered: practice backup --new-key recovery-key.txt",)),
    (brought_back_elsewhere, ("cli.practice.restore: session list",)),
    (taken_back_elsewhere, ("store.session.between.take_back: action list",)),
    (listed_with_two_versions, ("store.session.folder.second_version: session compare *",)),
    (a_session_of_nobody, ("store.session.folder.belongs_to_nobody: session move * *",)),
    (sessions_of_nobody, ("store.session.folder.belongs_to_nobody: session move * *",)),
    (empty_and("session", "show"), ("store.session.latest._refuse: session start",)),
    (no_trash, ("store.session.trash._meant: session list",)),
    (with_file("frameworks/other.yaml", EXTENDING.format("zzzzzzz"), "framework", "check", "other"),
     ("store.framework.resolver.Shelf._source: framework list",)),
    (a_broken_parent, ("store.framework.resolver._usable: framework check *",)),
    (lambda here: here.directly(lambda context: snapshots.load(context.practice, "0" * 64)),
     ("store.framework.snapshots.load: session show",)),
]  # fmt: skip
