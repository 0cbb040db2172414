"""What credentials ask for, a file each, and the rules of what counts: the coach's own before the shipped ones."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from coachcli.command_line import command
from coachcli.domain.engagement.flaws import Flaw
from coachcli.domain.hours.credential import Credential, Rules, credential_flaws, rules_flaws
from coachcli.domain.problems import Problem
from coachcli.domain.record_data import NotQuickError, quick
from coachcli.errors import CoachError, UnreadableError
from coachcli.store.engagement.record_text import CheckedText, Form, check
from coachcli.store.framework.files import CREDENTIALS, shipped_folder, yaml_files
from coachcli.store.framework.text import file_bytes
from coachcli.store.paths import Practice
from coachcli.store.yaml_io import strict_reader
from coachcli.store.yaml_io.strict_reader import OddError

Asked = TypeVar("Asked", Credential, Rules)
_RULES = "rules"
_HARMLESS = {
    "id": "x",
    "title": "?",
    "hours": "99999",
    "months": "1",
    "count": "1",
    "where": "?",
    "read": "2026-01",
    "sources": [{"where": "?", "read": "2026-01"}],
    "log": [{"heading": "?", "holds": "paid"}],
    "heading": "?",
    "holds": "empty",
}
_CREDENTIAL = Form(
    Credential,
    "hours: 100",
    credential_flaws,
    {**_HARMLESS, "-": {"where": "?", "read": "2026-01"}},
)
_RULES_FORM = Form(Rules, "mentoring: [mentoring]", rules_flaws, {**_HARMLESS, "-": {"heading": "?", "holds": "empty"}})


class Credentials(NamedTuple):
    """What each asks for, in the order of their ids, the rules, and errors for files that cannot be used."""

    found: tuple[Credential, ...]
    rules: Rules
    passed_over: tuple[CoachError, ...] = ()


def load(practice: Practice) -> Credentials:
    """All there are. A file of the coach's own that is broken is passed over, and the shipped one is not put for it."""
    found: list[Credential] = []
    passed_over: list[CoachError] = []
    rules = _shipped_rules()
    for name, path in _sources(practice.frameworks).items():
        try:
            if name == _RULES:
                rules = _read(path, _RULES_FORM, rules_flaws)
            else:
                found.append(_read(path, _CREDENTIAL, credential_flaws))
        except CoachError as error:
            passed_over.append(error)
    in_order = sorted(found, key=lambda one: (one.id.partition("-")[0], one.hours, one.id))
    return Credentials(tuple(in_order), rules, tuple(passed_over))


def check_file(path: Path) -> CheckedText[Credential] | CheckedText[Rules]:
    """A file of this folder checked as what its name says; its id is its name."""
    data = file_bytes(path)
    if path.stem.casefold() == _RULES:
        return _named(check(data, path.stem, _RULES_FORM), path.stem)
    return _named(check(data, path.stem, _CREDENTIAL), path.stem)


def _sources(own: Path) -> dict[str, Path]:
    mine = {name.casefold(): path for name, path in yaml_files(own / CREDENTIALS).items() if not _is_draft(name)}
    return {**yaml_files(shipped_folder() / CREDENTIALS), **mine}


def _is_draft(name: str) -> bool:
    return name.endswith(".draft")


def _shipped_rules() -> Rules:
    return _read(shipped_folder() / CREDENTIALS / f"{_RULES}.yaml", _RULES_FORM, rules_flaws)


def _read(path: Path, form: Form[Asked], flaws: Callable[[Asked], Iterable[Flaw]]) -> Asked:
    """What a file asks for; raises UnreadableError with the first problem."""
    data = file_bytes(path)
    try:
        record = quick(form.record, strict_reader.read_plain(data, strict_reader.FRAMEWORK))
    except (OddError, NotQuickError):
        pass
    else:
        if record.id == path.stem.casefold() and not any(flaws(record)):
            return record
    outcome = _named(check(data, path.stem, form), path.stem)
    if outcome.record is not None:
        return outcome.record
    first = next(problem for problem in outcome.problems if problem.level == "error")
    again = command("framework", "check", str(path))
    raise UnreadableError(f"{path}:{first.line}:{first.column}: {first.text}.", f"Mend the file, then: {again}")


def _named(outcome: CheckedText[Asked], stem: str) -> CheckedText[Asked]:
    """The outcome, with an error where the id is not the name of the file."""
    if outcome.record is None or outcome.record.id == stem.casefold():
        return outcome
    line = next((n for n, text in enumerate(outcome.lines, 1) if text.startswith("id:")), 1)
    wrong = f"the id is '{outcome.record.id}', but the file is called '{stem}'"
    problem = Problem("E303", line, 1, wrong, hint=f"name the file {outcome.record.id}.yaml")
    return outcome._replace(record=None, problems=(*outcome.problems, problem))
