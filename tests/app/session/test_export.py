"""What there is to read of a session: for whom, in which form."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from email import message_from_string, policy
from pathlib import Path

import pytest
from app.conftest import MakeSession
from app.scripted_call import FakeClock
from builders import NOW, note, session_of, turn_with
from domain.export.test_audience import Twins, twins
from domain.strategies import KINDS
from hypothesis import Phase, find, given, settings

from coachcli.app.context import Context
from coachcli.app.session import export
from coachcli.app.session.export import Opened
from coachcli.domain.client.model import Client
from coachcli.domain.export.agenda import Agenda, coach_agenda
from coachcli.domain.export.audience import may_see
from coachcli.domain.export.session_page import coach_page
from coachcli.domain.history.between import Entry
from coachcli.domain.session.model import Appointment, Booked, FrameworkRef, Note, Reviewed, Session, StageLine, When
from coachcli.domain.terms import Audience, ShareWith
from coachcli.domain.value import changed
from coachcli.errors import NotFoundError, UnreadableError, UsageError
from coachcli.render.session.calendar import calendar
from coachcli.render.session.mail_draft import mail_draft
from coachcli.store.paths import Practice, markdown_file
from coachcli.store.session import between

NOWHERE = Path("clients/jane-doe/sessions/none.yaml")
EMPTY = Context(Practice(Path("nowhere")), FakeClock())
SECRET, FOR_CLIENT, FOR_SPONSOR = "her secret fear", "call Tom", "lead the team"


@pytest.fixture
def path(jane: Client, made: MakeSession) -> Path:
    """A session with something for each reader."""
    notes = (note(SECRET), note(FOR_CLIENT, "action", "client"), note(FOR_SPONSOR, "goal", "sponsor"))
    return made(jane, turns=(turn_with(*notes, question="arriving"),), status="ended").path


@pytest.fixture
def opened(context: Context, path: Path) -> Opened:
    del path
    return export.open_session(context, None)


@pytest.mark.parametrize("wanted", [None, "last", "Jane Doe", "jane-doe/2026-11-19", "jane-doe/2026-11-19-1000"])
def test_a_session_is_opened_with_its_clients_name(context: Context, path: Path, wanted: str | None) -> None:
    opened = export.open_session(context, wanted)

    assert (opened.path, opened.name, opened.session.id) == (path, "Jane Doe", "jane-doe/2026-11-19-1000")


@pytest.mark.parametrize("wanted", [None, "last", "Jane Doe", "jane-doe/last"])
def test_the_last_one_is_the_last_with_the_client_and_no_reflection(
    context: Context, path: Path, jane: Client, made: MakeSession, wanted: str | None
) -> None:
    reflected = made(jane, "2026-11-19-1100", framework="reflection", status="ended")

    assert export.open_session(context, wanted).path == path
    assert export.open_session(context, "jane-doe/2026-11-19-1100").path == reflected.path


def test_where_there_is_nothing_but_a_reflection_that_is_the_last(
    context: Context, jane: Client, made: MakeSession
) -> None:
    reflected = made(jane, framework="reflection", status="ended")

    assert export.open_session(context, None).path == reflected.path


def test_before_there_is_one_the_way_to_begin_is_named(context: Context) -> None:
    with pytest.raises(NotFoundError, match="There is no session yet") as told:
        export.open_session(context, None)

    assert told.value.hint == "coach session start begins one."


def test_a_client_whose_file_is_gone_goes_by_the_folder(context: Context, path: Path) -> None:
    (path.parents[1] / "client.yaml").unlink()

    assert export.open_session(context, None).name == "jane-doe"


@pytest.mark.parametrize("form", ["markdown", "text", "json"])
@pytest.mark.parametrize(
    ("audience", "sees"),
    [
        ("me", {SECRET, FOR_CLIENT, FOR_SPONSOR}),
        ("client", {FOR_CLIENT, FOR_SPONSOR}),
        ("sponsor", {FOR_SPONSOR}),
    ],
)
def test_each_reader_sees_what_is_marked_for_them(
    context: Context, opened: Opened, audience: Audience, form: export.Form, sees: set[str]
) -> None:
    page = export.export_text(context, opened, audience, form)

    assert {words for words in (SECRET, FOR_CLIENT, FOR_SPONSOR) if words in page} == sees


@pytest.mark.parametrize("audience", ["me", "client", "sponsor"])
def test_what_a_program_gets_can_be_read(context: Context, opened: Opened, audience: Audience) -> None:
    data = json.loads(export.export_text(context, opened, audience, "json"))

    assert data.get("client_name", data["client"]) == "Jane Doe"


@pytest.mark.parametrize(
    ("audience", "form", "name"),
    [
        ("client", "markdown", "jane-doe-2026-11-19-1000-for-client.md"),
        ("me", "text", "jane-doe-2026-11-19-1000-grow-for-me.txt"),
        ("sponsor", "json", "jane-doe-2026-11-19-for-sponsor.json"),
        ("client", "eml", "jane-doe-2026-11-19-1000-for-client.eml"),
        ("client", "ics", "jane-doe-2026-11-19-1000-for-client.ics"),
    ],
)
def test_an_exported_file_says_whose_it_is_and_who_may_read_it(
    context: Context, opened: Opened, audience: Audience, form: export.Form, name: str
) -> None:
    assert export.export_name(context, opened, audience, form) == name


# Mails and calendars


@pytest.mark.parametrize(("form", "reader"), [("eml", "client"), ("ics", "client"), ("markdown", "me"), ("json", "me")])
def test_a_mail_and_a_calendar_are_for_the_client_unless_somebody_is_named(form: export.Form, reader: str) -> None:
    assert export.usual_audience(form) == reader


def test_a_mail_to_oneself_is_refused(context: Context, opened: Opened) -> None:
    with pytest.raises(UsageError, match="for somebody else") as told:
        export.export_text(context, opened, "me", "eml")

    assert told.value.hint == "Say for whom: --for client, or --for sponsor."


@pytest.mark.parametrize(
    ("audience", "subject", "to"),
    [
        ("client", "Our session on Thursday 19 November 2026", "jane@example.com"),
        ("sponsor", "Coaching session on Thursday 19 November 2026", None),
    ],
)
def test_a_mail_says_which_session_and_goes_to_nobody_but_the_client(
    context: Context, opened: Opened, audience: Audience, subject: str, to: str | None
) -> None:
    (opened.path.parents[1] / "client.yaml").write_text("name: J\nemail: jane@example.com\n", encoding="utf-8")
    mail = message_from_string(export.export_text(context, opened, audience, "eml"))

    assert (mail["Subject"], mail["To"]) == (subject, to)


def test_what_else_is_wrong_with_the_clients_file_does_not_cost_the_address(context: Context, opened: Opened) -> None:
    client = opened.path.parents[1] / "client.yaml"
    client.write_text("name: J\nemail: jane@example.com\ncadence: now and then\n", encoding="utf-8")

    assert message_from_string(export.export_text(context, opened, "client", "eml"))["To"] == "jane@example.com"
    assert export.without_address(opened) == ""

    client.unlink()
    assert message_from_string(export.export_text(context, opened, "client", "eml"))["To"] is None
    assert export.without_address(opened) == f"Without an address: There is no file {client}."


def test_a_calendar_of_ones_own_has_every_action(context: Context, opened: Opened) -> None:
    calendar = export.export_text(context, opened, "me", "ics")

    assert f"SUMMARY:{FOR_CLIENT}" in calendar
    assert SECRET not in calendar


def test_a_calendar_with_nothing_in_it_is_not_made(context: Context, opened: Opened) -> None:
    with pytest.raises(NotFoundError, match="nothing for a calendar"):
        export.export_text(context, opened, "sponsor", "ics")


# From the coach, and from before


ME = "me: {name: Alex Example, mail: alex@example.com, sign_off: 'Warm regards,'}\n"


def settings_say(context: Context, text: str) -> None:
    (context.practice.root / "coach.yaml").write_text(text, encoding="utf-8")


def test_a_summary_is_a_letter_of_the_coachs(context: Context, opened: Opened) -> None:
    settings_say(context, ME)
    page = export.export_text(context, opened, "client", "text")
    mail = message_from_string(export.export_text(context, opened, "client", "eml"), policy=policy.default)

    assert page.startswith("Hello Jane,\n\nOur session on ")
    assert page.endswith("\n\nWarm regards,\nAlex Example\n")
    assert (mail["From"], mail.get_content().replace("\r\n", "\n")) == ("alex@example.com", page)


def test_a_sponsor_gets_it_from_the_coach_and_is_not_called_by_the_clients_name(
    context: Context, opened: Opened
) -> None:
    settings_say(context, ME)
    mail = message_from_string(export.export_text(context, opened, "sponsor", "eml"), policy=policy.default)

    assert mail["From"] == "alex@example.com"
    assert "Hello" not in mail.get_content()
    assert mail.get_content().endswith("Warm regards,\r\nAlex Example\r\n")


@pytest.mark.parametrize("form", ["markdown", "text", "json"])
def test_what_the_coach_reads_has_neither_greeting_nor_address(
    context: Context, opened: Opened, form: export.Form
) -> None:
    settings_say(context, ME)

    assert "Alex" not in export.export_text(context, opened, "me", form)
    assert "alex@" not in export.export_text(context, opened, "me", form)


def test_settings_that_are_not_understood_are_told_before_anything_is_sent(context: Context, opened: Opened) -> None:
    settings_say(context, "me:\n  mail: Alex\n")
    with pytest.raises(UnreadableError, match="'Alex' is no mail address"):
        export.export_text(context, opened, "client", "eml")


@pytest.fixture
def before(jane: Client, made: MakeSession) -> Path:
    """The session before: a thing for Jane to do, one that her sponsor knows of too, and one of the coach's."""
    chosen = (note("ask Sam", "action", "client"), note("rest", "action", "sponsor"), note(SECRET, "action"))
    return made(jane, "2026-11-12-1000", turns=(turn_with(*chosen, question="arriving"),), status="ended").path


@pytest.mark.usefixtures("before")
@pytest.mark.parametrize("form", ["markdown", "text", "eml", "json"])
def test_a_client_reads_what_is_still_open_from_before(context: Context, opened: Opened, form: export.Form) -> None:
    page = export.export_text(context, opened, "client", form)

    assert "ask Sam" in page
    assert SECRET not in page
    assert export.without_what_is_open(context, opened) == []


@pytest.mark.usefixtures("before")
@pytest.mark.parametrize("form", ["markdown", "text", "eml", "json"])
def test_a_sponsor_does_not(context: Context, opened: Opened, form: export.Form) -> None:
    page = export.export_text(context, opened, "sponsor", form)

    assert "ask Sam" not in page
    assert "rest" not in page


@pytest.mark.parametrize("form", ["markdown", "text", "eml", "json", "ics"])
def test_not_one_byte_tells_what_else_was_said_before(
    context: Context, opened: Opened, before: Path, form: export.Form
) -> None:
    page = export.export_text(context, opened, "client", form)
    before.write_text(before.read_text(encoding="utf-8").replace(SECRET, "call Tom"), encoding="utf-8")
    lines = Entry(
        at=opened.session.started - timedelta(days=1), notes=(note("ask Sam", "action"), note(SECRET, "goal"))
    )
    between.add(context.practice, "jane-doe", lines)

    assert export.export_text(context, opened, "client", form) == page


@pytest.mark.usefixtures("before")
def test_an_older_session_is_told_as_it_was_then(
    context: Context, opened: Opened, jane: Client, made: MakeSession
) -> None:
    page = export.export_text(context, opened, "client", "text")
    seen = Reviewed(kind="action", what="ask Sam", session="jane-doe/2026-11-12-1000", outcome="done")
    later = (note("rest", "action", "client"), Note(kind="review", reviewed=seen, share_with="client"))
    made(jane, "2026-11-20-1000", turns=(turn_with(*later, question="arriving"),), status="ended")

    assert export.export_text(context, opened, "client", "text") == page


def test_where_a_session_cannot_be_read_nothing_is_called_open_and_the_coach_is_told(
    context: Context, opened: Opened, before: Path, jane: Client, made: MakeSession
) -> None:
    made(jane, "2026-11-13-1000", status="ended").path.write_text("torn: [", encoding="utf-8")
    why = export.without_what_is_open(context, opened)

    assert before.is_file()
    assert "ask Sam" not in export.export_text(context, opened, "client", "text")
    assert why[0] == "Without what is still open from before:"
    assert "2026-11-13-1000" in why[1]


def test_another_version_of_the_session_itself_is_no_reason(context: Context, opened: Opened, before: Path) -> None:
    opened.path.with_name(f"{opened.path.stem} (conflicted copy).yaml").write_bytes(opened.path.read_bytes())

    assert before.is_file()
    assert export.versions_beside(context, opened.path)
    assert export.without_what_is_open(context, opened) == []


Export = Callable[[Opened, Audience, export.Form], str]


def exported(opened: Opened, audience: Audience, form: export.Form) -> str:
    try:
        return export.export_text(EMPTY, opened, audience, form)
    except NotFoundError as empty:
        return empty.message


def tells_apart(export: Export, pair: Twins, *forms: export.Form) -> bool:
    """Whether one byte of an export would tell that something else was said that is not marked for its reader."""
    one, other = (Opened(session, "Jane Doe", NOWHERE) for session in (pair.one, pair.other))
    return any(export(one, pair.audience, form) != export(other, pair.audience, form) for form in forms)


@settings(max_examples=40, deadline=None)
@given(twins())
def test_not_one_byte_tells_what_is_not_marked(pair: Twins) -> None:
    assert not tells_apart(exported, pair, "markdown", "text", "html", "json", "eml", "ics")


def session_full_of(word: str, audience: Audience) -> Session:
    """Something for this reader, and beside it one hidden note of every kind, with this word wherever words can be."""
    due = When(words=word)
    hidden: tuple[ShareWith, ...] = ("nobody",) if audience == "client" else ("nobody", "client")
    notes = [
        Note(kind=kind, text=word, due=due, chosen=(word,), details={"support": word}, share_with=share)
        for share in hidden
        for kind in KINDS
        if kind != "observation" or share == "nobody"
    ]
    told = note(FOR_SPONSOR, "action", "sponsor")
    turn = changed(turn_with(*notes, told, *notes, asked=word), item=word, step=word)
    framework = FrameworkRef(room="client", id=word, title=word, version=1, sha256=word)
    return session_of(
        turn,
        framework=framework,
        switched_from=(framework,),
        stages=(StageLine(id="opening", title=word, steps={word: word}),),
        next=Appointment(words="friday" if audience == "client" else word),
        minutes=Booked(planned=len(word), spent=49),
        ended=NOW.replace(minute=len(word)),
    )


@pytest.mark.parametrize("audience", ["client", "sponsor"])
@pytest.mark.parametrize("form", ["markdown", "text", "json", "eml", "ics"])
def test_no_hidden_word_of_any_kind_makes_a_difference(audience: Audience, form: export.Form) -> None:
    one, other = (
        exported(Opened(session_full_of(word, audience), "Jane Doe", NOWHERE), audience, form)
        for word in ("xylophone", "sorrow")
    )

    assert one == other
    assert FOR_SPONSOR in one
    assert "xylophone" not in one


@pytest.mark.parametrize("audience", ["client", "sponsor"])
def test_no_hidden_word_changes_a_byte_of_a_pdf(audience: Audience) -> None:
    one, other = (
        export.exported(EMPTY, Opened(session_full_of(word, audience), "Jane Doe", NOWHERE), audience, "pdf")
        for word in ("xylophone", "sorrow")
    )

    assert one == other
    assert one != export.exported(EMPTY, Opened(session_of(), "Jane Doe", NOWHERE), audience, "pdf")


def with_every_action(opened: Opened, audience: Audience, _form: export.Form) -> str:
    tasks = coach_agenda(opened.session).tasks
    return calendar(Agenda(audience, opened.session.id, opened.session.started.date(), tasks), NOW)


def numbered_among_all(opened: Opened, audience: Audience, _form: export.Form) -> str:
    places = [n for n, (turn, note) in enumerate(opened.session.notes) if may_see(note, audience, turn.room)]
    return f"UID:{hashlib.sha256(str(places).encode()).hexdigest()}"


def stamped_at_its_end(opened: Opened, _audience: Audience, _form: export.Form) -> str:
    return f"DTSTAMP:{opened.session.status}"


def with_the_coachs_page(opened: Opened, _audience: Audience, _form: export.Form) -> str:
    return mail_draft(coach_page(opened.session, opened.name), "x", opened.session.started)


def with_a_boundary_of_everything(opened: Opened, audience: Audience, form: export.Form) -> str:
    return exported(opened, audience, form) + hashlib.sha256(repr(opened.session).encode()).hexdigest()


@pytest.mark.parametrize(
    "leak",
    [with_every_action, numbered_among_all, stamped_at_its_end, with_the_coachs_page, with_a_boundary_of_everything],
)
def test_a_leak_would_be_seen(leak: Export) -> None:
    quick = settings(max_examples=500, deadline=None, database=None, phases=[Phase.generate])

    find(twins(), lambda pair: tells_apart(leak, pair, "ics"), settings=quick)


# The page beside the session


def test_the_page_says_first_that_it_is_derived(context: Context, path: Path) -> None:
    page = export.refresh_page(context, path)
    first = page.read_text(encoding="utf-8").split("\n")[:2]

    assert page == markdown_file(path)
    assert first == ["---", f"# Made from {path.name}; changes here are lost, change that one."]


def test_the_page_can_be_made_anew_and_is_the_same(context: Context, path: Path) -> None:
    before = export.refresh_page(context, path).read_bytes()
    markdown_file(path).unlink()

    assert export.refresh_page(context, path).read_bytes() == before


def test_a_changed_page_is_made_anew_from_the_session(context: Context, path: Path) -> None:
    before = export.refresh_page(context, path).read_bytes()
    markdown_file(path).write_text("scribbled over", encoding="utf-8")

    assert export.refresh_page(context, path).read_bytes() == before
