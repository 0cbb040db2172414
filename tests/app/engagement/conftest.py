"""An engagement of Jane's, as a coach would have written it, and an editor that does what a test says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coachcli.app import editor
from coachcli.app.context import Context
from coachcli.domain.client.model import Client

LEAD = """# With Sam
start: 2026-09-01
title: Leading the new division
end: 2027-02-28
sessions: 12
sponsor: Sam Boss
road:
  - {do: intake, week: 1}
  - {do: midpoint, week: 12}   # in the office
"""
Write = Callable[..., Path]


@pytest.fixture
def write(context: Context, jane: Client) -> Write:
    """Writes a file of an engagement of Jane's."""

    def written(name: str = "lead", text: str = LEAD) -> Path:
        folder = context.practice.engagements(jane.id)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def edits(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Has the editor do one thing after the other with the text; each is a function of it."""

    def with_these(*acts: Callable[[str], str]) -> None:
        left = list(acts)

        def edited(path: Path, _place: editor.Place | None = None) -> None:
            path.write_text(left.pop(0)(path.read_text(encoding="utf-8")), encoding="utf-8")

        monkeypatch.setattr(editor, "open_in_editor", edited)
        monkeypatch.setattr(editor, "command", lambda: ["nano"])

    return with_these
