"""What there is to read of a session: for whom, in which form."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from coachcli.app.context import Context
from coachcli.domain.audience import shared
from coachcli.domain.report import Report, client_report, coach_report, sponsor_report
from coachcli.domain.session import Session, file_stem
from coachcli.domain.words import Audience
from coachcli.errors import InUseError, UsageError
from coachcli.render import data, markdown, text
from coachcli.store import clients, files, session_files, sessions
from coachcli.store.paths import markdown_file

Form = Literal["markdown", "text", "json"]
ENDINGS: dict[Form, str] = {"markdown": "md", "text": "txt", "json": "json"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A session, its client's name, its file."""

    session: Session
    name: str
    path: Path


def open_session(context: Context, wanted: str | None) -> Opened:
    """The session a coach means."""
    path = session_files.find(context.practice, wanted)
    return Opened(sessions.load(path).session, name_of(context, path), path)


def name_of(context: Context, path: Path) -> str:
    """The client a session file belongs to."""
    client_id = path.parent.parent.name
    return next((c.name for c in clients.clients(context.practice) if c.id == client_id), client_id)


def report_for(opened: Opened, audience: Audience) -> Report:
    """The page for an audience; what others than the coach may see comes through the one allow-list."""
    if audience == "me":
        return coach_report(opened.session, opened.name)
    allowed = shared(opened.session, opened.name, audience)
    return client_report(allowed) if audience == "client" else sponsor_report(allowed)


def export_text(opened: Opened, audience: Audience, form: Form) -> str:
    """The page as it is handed on."""
    if form == "json":
        return data.as_json(_data(opened, audience))
    page = report_for(opened, audience)
    return markdown.markdown(page) if form == "markdown" else text.text(page)


def export_name(opened: Opened, audience: Audience, form: Form) -> str:
    """What an exported file is called when only its folder is given."""
    return f"{opened.session.client}-{file_stem(opened.session)}-for-{audience}.{ENDINGS[form]}"


def write_export(content: str, target: Path, *, force: bool) -> Path:
    """Write an export; something that is there already is overwritten only if the coach insists."""
    seen: str | None = None
    if target.exists():
        if not force:
            raise InUseError(f"{target} is there already.", "Nothing was overwritten; --force overwrites it.")
        if not target.is_file():
            raise UsageError(f"{target} is not a file.", "Name a file, or a folder that is there.")
        seen = files.digest(target.read_bytes())
    if not target.parent.is_dir():
        raise UsageError(f"There is no folder {target.parent}.", "Make it first, or name another.")
    files.replace(target, content.encode(), expected=seen)
    return target


def markdown_of(session: Session, name: str, path: Path) -> str:
    """The page that stands beside a session file."""
    return markdown.markdown(coach_report(session, name), made_from=path.name)


def refresh_page(context: Context, path: Path) -> Path:
    """Make the derived page anew."""
    stored = sessions.load(path)
    sessions.write_markdown(stored, markdown_of(stored.session, name_of(context, path), path))
    return markdown_file(path)


def _data(opened: Opened, audience: Audience) -> Any:
    if audience == "me":
        return {**data.session_data(opened.session), "client_name": opened.name}
    return data.shared_data(shared(opened.session, opened.name, audience))
