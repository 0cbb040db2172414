"""A report of the work with a client, and its way out of the house."""

from coachcli.app.context import Context
from coachcli.app.engagement.choice import Ask, theirs
from coachcli.app.engagement.departure import note_left
from coachcli.app.letterhead import letterhead
from coachcli.app.page_forms import ENDINGS, LAID_OUT, ToldForm, told_bytes
from coachcli.app.report.client_draft import client_draft, own_draft
from coachcli.app.report.confirmation import Tell
from coachcli.app.report.draft import Draft
from coachcli.app.report.request import ReportRequest
from coachcli.app.report.sponsor_draft import sponsor_draft
from coachcli.domain.engagement.model import Left
from coachcli.domain.value import changed
from coachcli.errors import InUseError, harmless


def drafted(context: Context, request: ReportRequest, ask: Ask, tell: Tell) -> Draft:
    """The report that the coach asks for; raises CoachError where it may not be made."""
    who = theirs(context, request.client)
    match request.audience:
        case "me":
            return own_draft(context, request, who, ask)
        case "client":
            return client_draft(context, request, who, ask)
        case "sponsor":
            return sponsor_draft(context, request, who, ask, tell)


def content_of(context: Context, draft: Draft, form: ToldForm) -> bytes:
    """The report in one form."""
    return told_bytes(form, draft.page, lambda: draft.data, lambda: letterhead(context))


def seen_of(context: Context, draft: Draft, form: ToldForm) -> str:
    """All that leaves in one form, to be read before it does: of what is laid out, the words that are in it."""
    if form not in LAID_OUT:
        return content_of(context, draft, form).decode()
    above = letterhead(context)
    rows = [above.name, above.mail, "(your logo)" if above.logo else ""]
    return "".join(f"{row}\n" for row in rows if row) + content_of(context, draft, "text").decode()


def refuse_changed(context: Context, request: ReportRequest, draft: Draft, form: ToldForm, content: bytes) -> None:
    """Raise where it would be another by now: a consent or a mark may have been taken back while it was looked at."""
    named = changed(request, engagement=draft.engagement.id) if draft.engagement else request
    now = drafted(context, named, lambda: None, lambda _words: None)
    if content_of(context, now, form) != content:
        raise InUseError(
            harmless("Something that it tells of changed while you looked, so nothing left."),
            harmless("Ask for it once more, and look again."),
        )


def file_name(draft: Draft, form: ToldForm) -> str:
    """The name of its file where only a folder was named."""
    return f"{draft.name}.{ENDINGS[form]}"


def note_that_it_leaves(context: Context, draft: Draft) -> None:
    """Have the engagement's file say that a report goes out, before it does."""
    if draft.engagement is None or draft.audience == "me":
        return
    what = f"report {draft.period.since} to {draft.period.until}"
    left = Left(on=context.clock.now().date(), audience=draft.audience, what=what, lines=draft.lines)
    note_left(context, draft.client.id, draft.engagement, left)
