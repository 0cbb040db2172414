"""The pages of a session: for each reader, in each form."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Any, Literal

from coachcli.app.client import history
from coachcli.app.client.mail_address import mail_address
from coachcli.app.context import Context
from coachcli.app.engagement.departure import heard_of, mode_agreed, note_departure, refuse_others
from coachcli.app.letterhead import letterhead
from coachcli.app.page_forms import ENDINGS as PAGE_ENDINGS
from coachcli.app.page_forms import LAID_OUT, ToldForm, page_bytes
from coachcli.domain.client.model import given_name
from coachcli.domain.engagement.model import Left
from coachcli.domain.export.agenda import Agenda, coach_agenda, shared_agenda
from coachcli.domain.export.audience import Shared, heard, may_hear_of, shared
from coachcli.domain.export.session_page import coach_page
from coachcli.domain.export.summary import client_summary, sponsor_summary
from coachcli.domain.export.void import LEFT_AS_IT_IS, void_words
from coachcli.domain.history.still_open import still_open
from coachcli.domain.page.model import Page
from coachcli.domain.session.model import Session
from coachcli.domain.session.wording import full_date, full_time
from coachcli.domain.terms import Audience
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, NotFoundError, PassedOverError, UsageError
from coachcli.live.choice.chooser import Chooser
from coachcli.live.choice.shortlist import Option
from coachcli.render.page import markdown
from coachcli.render.session import data
from coachcli.store import settings
from coachcli.store.client import clients
from coachcli.store.index.heads import heads
from coachcli.store.paths import markdown_file
from coachcli.store.session import lookup, sessions
from coachcli.store.session.folder import SecondVersionError
from coachcli.store.session.latest import Latest
from coachcli.store.session.place import client_folder_of, client_of, session_when

Form = Literal[ToldForm, "eml", "ics"]
ENDINGS: Mapping[str, str] = {**PAGE_ENDINGS, "eml": "eml", "ics": "ics"}

_NOBODY = "Nobody yet"


class Opened(Value, frozen=True):
    """A session, its client's name, its file, and how many marks in that are void."""

    session: Session
    name: str
    path: Path
    void_marks: int = 0


def open_session(context: Context, wanted: str | None) -> Opened:
    """The session that the coach means."""
    return _opened(context, lookup.find(context.practice, wanted))


def _opened(context: Context, path: Path) -> Opened:
    stored = sessions.load(path)
    return Opened(stored.session, name_of(context, path), path, stored.void_marks)


def show(context: Context, wanted: str | None) -> tuple[Opened, CoachError | None]:
    """The session to look at. One that belongs to nobody can be shown by its path; the error then says so."""
    try:
        return open_session(context, wanted), None
    except PassedOverError as error:
        path = lookup.by_path(context.practice, wanted)
        if path is None:
            raise
        return Opened(sessions.read(path).session, _NOBODY, path), error


def handed_on(context: Context, wanted: str | None, ask: Callable[[], Chooser | None]) -> Opened:
    """The session to hand on. Where two may be the last one, the coach is asked; raises where nobody can be asked."""
    session = lookup.meant(context.practice, wanted)
    if isinstance(session, Path):
        return open_session(context, wanted)
    return _opened(context, session.counted.path if session.is_plain else _chosen(session, ask()))


def _chosen(latest: Latest, chooser: Chooser | None) -> Path:
    here, newest = latest.counted, latest.by_instant
    if chooser is None:
        text = f"Which session? {here.id} was held here last; {newest.id} is later by its clock."
        raise UsageError(text, "Name one of the two, and leave the rest of the command as it was.")
    options = [
        Option(str(here.path), f"held here last, {_short(here.started)}", here.id),
        Option(str(newest.path), f"later by its clock, {_short(newest.started)}", newest.id),
    ]
    return Path(chooser.pick("Which session is to be handed on?", options))


def _short(moment: datetime) -> str:
    return f"{moment:%d %b %H:%M}"


def whose(opened: Opened) -> str:
    """The client, the time and the framework of a session, in one line."""
    session = opened.session
    return f"{opened.name}, {full_time(session.started)}, {session.framework.title}"


def warnings_of(context: Context, opened: Opened) -> list[CoachError]:
    """What is to be said before a session is read or handed on: other versions of it, and marks that are void."""
    void = void_words(opened.session, opened.void_marks)
    return [*versions_beside(context, opened.path), *([PassedOverError(void, LEFT_AS_IT_IS)] if void else [])]


def versions_beside(context: Context, path: Path) -> list[CoachError]:
    """A warning for each other version that lies beside a session, to be said before it is read or handed on."""
    passed_over = heads(context.practice, client_of(path)).passed_over
    return [error for error in passed_over if isinstance(error, SecondVersionError) and error.original == path]


def name_of(context: Context, path: Path) -> str:
    """The name of the client to whom a session file belongs."""
    return clients.of_folder(context.practice, client_of(path)).name


def seen_by(context: Context, opened: Opened, audience: Audience) -> Shared:
    """What a reader other than the coach may see of a session: the one allow-list decides it, and what was agreed."""
    marked = shared(opened.session, opened.name, audience)
    if opened.path == Path():  # a rehearsal
        return marked
    client_id = client_of(opened.path)
    marked = changed(marked, mode=mode_agreed(context, client_id, opened.session))
    return heard(marked, heard_of(context, client_id, opened.session)) if audience == "sponsor" else marked


def told_to(context: Context, opened: Opened, audience: Audience) -> Shared:
    """What a reader other than the coach is sent. A client also sees what is still open from earlier sessions."""
    own = seen_by(context, opened, audience)
    if audience != "client":
        return own
    brought = history.brought(context, client_of(opened.path))
    if _doubts(brought, opened):
        return own
    before = brought.before(opened.session)
    return changed(own, still_open=still_open(opened.session, before.extracts, before.entries, audience))


def without_what_is_open(context: Context, opened: Opened) -> list[str]:
    """Why the client is not told what is still open from before, where they are not."""
    doubts = _doubts(history.brought(context, client_of(opened.path)), opened)
    return ["Without what is still open from before:", *(error.message for error in doubts)] if doubts else []


def _doubts(brought: history.ClientHistory, opened: Opened) -> list[CoachError]:
    """What could not be read of other sessions, which may say that something is done."""
    return [
        error
        for error in brought.passed_over
        if not (isinstance(error, SecondVersionError) and error.original == opened.path)
    ]


def page_for(context: Context, opened: Opened, audience: Audience) -> Page:
    """The page for an audience."""
    if audience == "me":
        return coach_page(opened.session, opened.name)
    refuse_others(opened.session, audience)
    page, sender = told_to(context, opened, audience), settings.load(context.practice).me
    if audience == "sponsor":
        return sponsor_summary(page, sender.closing)
    return client_summary(page, sender.greeting(_greeted(context, opened)), sender.closing)


def _greeted(context: Context, opened: Opened) -> str:
    """What a summary calls its reader; a rehearsal has nobody's file."""
    client = clients.of_folder(context.practice, client_of(opened.path))
    return client.called if client.name == opened.name else given_name(opened.name)


def agenda_for(context: Context, opened: Opened, audience: Audience) -> Agenda:
    """What a reader has agreed to do, and when the next session is."""
    refuse_others(opened.session, audience)
    if audience == "me":
        return coach_agenda(opened.session)
    agenda = shared_agenda(seen_by(context, opened, audience), audience)
    if audience == "client":
        return agenda
    # The marks of a calendar's entries are made of this name, and whoever tries all hours would find the one in it.
    return changed(agenda, session=f"{client_of(opened.path)} on {_day_of(context, opened)}")


def usual_audience(form: Form) -> Audience:
    """For whom a form is where nobody is named: mails and calendars are for the client, all others for the coach."""
    return "client" if form in {"eml", "ics"} else "me"


def exported(context: Context, opened: Opened, audience: Audience, form: Form) -> bytes:
    """The page in one form, for one reader; raises UsageError where it is nobody's but the coach's, or not agreed."""
    match form:
        case "json":
            return data.as_json(_data(context, opened, audience)).encode()
        case "eml":
            return _mail(context, opened, audience).encode()
        case "ics":
            return _calendar(agenda_for(context, opened, audience), context.clock.now()).encode()
        case _:
            return page_bytes(page_for(context, opened, audience), form, lambda: letterhead(context))


def export_text(context: Context, opened: Opened, audience: Audience, form: Form) -> str:
    """The same as text, for a screen; not of a form that is none."""
    return exported(context, opened, audience, form).decode()


def note_that_it_leaves(context: Context, opened: Opened, audience: Audience, form: Form, content: bytes) -> None:
    """Have the engagement's file say that a page goes out, before it does; of a rehearsal nothing is said."""
    if opened.path != Path():
        what = f"session of {opened.session.started.date()} as {form}"
        told = page_bytes(page_for(context, opened, audience), "text") if form in LAID_OUT else content
        left = Left(on=context.clock.now().date(), audience=audience, what=what, lines=told.count(b"\n"))
        note_departure(context, client_of(opened.path), opened.session, left)


def export_name(context: Context, opened: Opened, audience: Audience, form: Form) -> str:
    """The name of an exported file where only its folder was given; it tells no more than its reader may know."""
    named = opened.path.stem if audience == "me" else session_when(opened.path)
    if audience == "sponsor":
        named = _day_of(context, opened)
    return f"{client_of(opened.path)}-{named}-for-{audience}.{ENDINGS[form]}"


def _day_of(context: Context, opened: Opened) -> str:
    """The day of a session, with a number where it is not the first of that day that a sponsor may hear of."""
    path, session = opened.path, opened.session
    day, known = path.stem[: len("2026-11-20")], history.brought(context, client_of(path))
    told = (one for one in known.extracts if one.engagement == session.engagement and may_hear_of(one.framework))
    on_it = [known.files[one.id] for one in told if known.files[one.id].stem.startswith(day)]
    number = on_it.index(path) + 1 if path in on_it else 1
    return day if number == 1 else f"{day}-{number}"


def markdown_of(session: Session, name: str, path: Path) -> str:
    """The page that stands beside a session file."""
    return markdown.markdown(coach_page(session, name), made_from=path.name)


def refresh_page(context: Context, path: Path) -> Path:
    """Make the derived page anew."""
    stored = sessions.load(path)
    sessions.write_markdown(stored, markdown_of(stored.session, name_of(context, path), path))
    return markdown_file(path)


def without_address(opened: Opened) -> str:
    """Why a mail draft for the client is addressed to nobody; empty where it has an address."""
    address, why = mail_address(client_folder_of(opened.path))
    return "" if address else f"Without an address: {why}"


def _mail(context: Context, opened: Opened, audience: Audience) -> str:
    from coachcli.render.session import mail_draft  # noqa: PLC0415 only for a mail

    if audience == "me":
        raise UsageError("A mail draft is for somebody else.", "Say for whom: --for client, or --for sponsor.")
    page, started = page_for(context, opened, audience), opened.session.started
    sender = settings.load(context.practice).me.mail
    if audience == "client":
        return mail_draft.mail_draft(page, page.title, started, mail_address(client_folder_of(opened.path))[0], sender)
    # The hour is nothing that a sponsor hears.
    noon = datetime.combine(started.date(), time(12), started.tzinfo)
    return mail_draft.mail_draft(page, f"{page.title} on {full_date(started.date())}", noon, sender=sender)


def _calendar(agenda: Agenda, now: datetime) -> str:
    from coachcli.render.session import calendar  # noqa: PLC0415 only for a calendar

    if agenda.is_empty:
        raise NotFoundError("There is nothing for a calendar.", "It takes an action for this reader, or a next date.")
    return calendar.calendar(agenda, now)


def _data(context: Context, opened: Opened, audience: Audience) -> Any:
    if audience == "me":
        return {**data.session_data(opened.session), "client_name": opened.name}
    refuse_others(opened.session, audience)
    told = told_to(context, opened, audience)
    return data.sponsor_data(told) if audience == "sponsor" else data.shared_data(told)
