"""Each system call fails in turn: nothing that was saved is lost or torn, and what was refused can be said again."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from cli.conftest import Answer
from hostile.conftest import Trial, Tried, sample
from hostile.facts import Facts, facts_of, torn, troubles
from hostile.faults import asked, every_fault
from hostile.world import ENDED, PAUSED, World

pytestmark = pytest.mark.timeout(3000)
EVERY = 41
"""How many calls are passed over for each that fails, in the short form."""
SAID = ("first line said", "second line said")
_TYPED = "".join(f"{line}\n" for line in SAID) + "/end\n"
_EDITOR = r"sed -i s/janecanary\ ended/janecanary-corrected\ ended/"


def _nothing(_trial: Trial) -> None:
    """Everything is as it is begun."""


def _no_index(trial: Trial) -> None:
    shutil.rmtree(trial.world.root / ".index")


def _form(trial: Trial) -> None:
    """The form lies filled in where the coach saved it."""
    page = trial.coach("prep", "jane", "--form").out
    asked_for = "What would you like to look at"
    line = next((row for row in page.split("\n") if asked_for in row), page.rstrip().split("\n")[-1])
    (trial.world.outside / "form.md").write_text(page.replace(line, f"{line}\n\nThe rota"), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a coach does. `speaks`: what is typed is in the session, or is said to be where else it is."""

    words: tuple[str, ...]
    speaks: bool = False
    prepare: Callable[[Trial], None] = _nothing


DEEDS = {
    "action add": Deed(("action", "add", "jane", "Sleep")),
    "action done": Deed(("action", "done", "jane", "Write to")),
    "session start": Deed(("session", "start", "jane"), speaks=True),
    "session start with somebody new": Deed(("session", "start", "Kim Example"), speaks=True),
    "session resume": Deed(("session", "resume", f"jane-example/{PAUSED}"), speaks=True),
    "session amend": Deed(("session", "amend", f"jane-example/{ENDED}"), speaks=True),
    "session edit": Deed(("session", "edit", f"jane-example/{ENDED}")),
    "session delete": Deed(("session", "delete", f"jane-example/{ENDED}")),
    "session restore": Deed(("session", "restore", "jane-example/2026-02-01-1000")),
    "session move": Deed(("session", "move", f"jane-example/{PAUSED}", "robin")),
    "session export": Deed(("session", "export", f"jane-example/{ENDED}", "-o", "EXPORTS")),
    "prep --read": Deed(("prep", "jane", "--read", "FORM"), prepare=_form),
    "client add": Deed(("client", "add", "Kim Example", "--role", "Head")),
    "client edit": Deed(("client", "edit", "jane", "--role", "Head")),
    "framework new": Deed(("framework", "new", "another", "--from", "mine")),
    "coach, with no index": Deed((), prepare=_no_index),
}


@pytest.mark.parametrize("name", DEEDS)
def test_no_call_that_fails_costs_anything(
    name: str, trial: Trial, tried: Tried, monkeypatch: pytest.MonkeyPatch
) -> None:
    deed = DEEDS[name]
    monkeypatch.setenv("EDITOR", _EDITOR)
    counts, before, after, clean = _first(trial, deed)
    assert counts["open"] > 0
    faults = sample(every_fault(counts), EVERY, len(name))
    wrong: list[str] = []
    for fault in faults:
        _begin(trial, deed)
        with asked(trial.world.root, fault):
            answer = _done(trial, deed)
        wrong += [f"{fault}: {what}" for what in _wrong(trial, deed, answer, (before, after, clean))]
    tried("system calls that fail", len(faults))
    assert not wrong, "\n".join(wrong)


def _begin(trial: Trial, deed: Deed) -> None:
    trial.begin()
    deed.prepare(trial)


def _done(trial: Trial, deed: Deed) -> Answer:
    form = str(trial.world.outside / "form.md")
    return trial.call(tuple(form if word == "FORM" else word for word in deed.words), _TYPED)


def _first(trial: Trial, deed: Deed) -> tuple[Counter[str], Facts, Facts, int]:
    """What is asked, and what comes of it, where nothing fails."""
    _begin(trial, deed)
    before = facts_of(trial.world, trial.coach)
    with asked(trial.world.root) as watch:
        answer = _done(trial, deed)
    assert answer.code == 0, answer.err
    return watch.counts, before, facts_of(trial.world, trial.coach), answer.code


def _wrong(trial: Trial, deed: Deed, answer: Answer, known: tuple[Facts, Facts, int]) -> Iterator[str]:
    """What is not right after a call that failed, and after the same once more."""
    before, after, clean = known
    yield from troubles(answer)
    yield from torn(trial.world)
    now = facts_of(trial.world, trial.coach)
    yield from _lost(before, now, deed)
    if answer.code == 0:
        yield from _not_done(trial.world, deed, now, after, "told as done")
        return
    again = _again(trial, deed)
    yield from troubles(again)
    yield from torn(trial.world)
    if again.code != clean and now != after:
        yield f"said again it ends with {again.code}: {again.err[-300:]}"
    yield from _not_done(trial.world, deed, facts_of(trial.world, trial.coach), after, "said again")


def _again(trial: Trial, deed: Deed) -> Answer:
    """The same, by another process."""
    from coachcli.store.disk import files

    files._unconfirmed.clear()
    return _done(trial, deed)


def _lost(before: Facts, now: Facts, deed: Deed) -> Iterator[str]:
    """A word that was saved before and is nowhere now."""
    words = {text for _, _, notes in now.sessions for text in notes}
    for _, _, notes in before.sessions:
        gone = [text for text in notes if not {text, text.replace("canary ", "canary-corrected ")} & words]
        if gone and not now.deleted - before.deleted:
            yield f"lost: {gone} by {deed.words}"


def _not_done(world: World, deed: Deed, now: Facts, after: Facts, when: str) -> Iterator[str]:
    """What differs from how it is where nothing fails."""
    if deed.speaks:
        yield from _unsaid(world, now, when)
        return
    for field in Facts._fields:
        if getattr(now, field) != getattr(after, field):
            yield f"{when}, {field}: {getattr(now, field)} and not {getattr(after, field)}"


def _unsaid(world: World, now: Facts, when: str) -> Iterator[str]:
    """Lines that are in no session; what was rescued outside the practice counts as well."""
    texts = [text for _, _, notes in now.sessions for text in notes]
    rescued = [path.read_text(encoding="utf-8") for path in world.root.parent.glob("state/**/*") if path.is_file()]
    for line in SAID:
        if not any(line in text for text in (*texts, *rescued)):
            yield f"{when}: {line!r} is nowhere"
