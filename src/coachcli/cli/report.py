"""`coach report`: what came of the work with a client, for the coach, the client or the sponsor."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.handout import SCREEN, ForceOption, OutputOption, ToldForm, hand_out, refuse_place, show
from coachcli.cli.terminal.output import context_for, err, err_as_is, error_width
from coachcli.cli.usage.completion import ClientArgument
from coachcli.errors import CancelledError, UsageError, harmless

if TYPE_CHECKING:
    from coachcli.app.report.draft import Draft
    from coachcli.app.report.request import ReportRequest
    from coachcli.live.choice.chooser import Chooser

EXAMPLES = """Examples:

  coach report jane

  coach report jane --for client --until midpoint -o .

  coach report jane --for sponsor --since 2026-09-01 -o report.md

A report for somebody else is shown first, all of it, and you are asked. Through a pipe say --yes once you have seen it.
"""
_READERS = {"client": "the client", "sponsor": "the sponsor"}


def report(
    ctx: typer.Context,
    client: ClientArgument,
    audience: Annotated[Literal["me", "client", "sponsor"], typer.Option("--for", help="Who will read it.")] = "me",
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="WHEN", help="From this day on, or from a stop.", show_default=False),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="WHEN", help="Until this day, or midpoint, or closing.", show_default=False),
    ] = None,
    engagement: Annotated[
        str | None,
        typer.Option("--engagement", metavar="NAME", help="Of which engagement, or none.", show_default=False),
    ] = None,
    form: Annotated[ToldForm | None, typer.Option("--as", help="In which form.", show_default=False)] = None,
    output: OutputOption = SCREEN,
    yes: Annotated[bool, typer.Option("--yes", help="In a pipe: it was seen, and may leave.")] = False,
    force: ForceOption = False,
) -> None:
    """Report on the work with a client, for each reader."""
    from coachcli.app.report import report
    from coachcli.app.report.request import ReportRequest

    context = context_for(ctx)
    request = ReportRequest(client, audience, since, until, engagement, _handed(form, output, force=force))
    if audience != "me":
        _refuse_unseen(request, yes=yes)
    made = form or "markdown"
    try:
        draft = report.drafted(context, request, _somebody_to_ask, err)
        name = report.file_name(draft, made)
        refuse_place(name, output, force=force)
        content, seen = report.content_of(context, draft, made), report.seen_of(context, draft, made)
        _tell(draft)
        is_shown = audience != "me" and _is_somebody_there()
        may_leave = not is_shown or _agreed(draft, seen)
    except (CancelledError, KeyboardInterrupt):
        raise typer.Exit(130) from None
    if not may_leave:
        err("Nothing left, and nothing was written down.\n")
        return
    if is_shown:
        report.refuse_changed(context, request, draft, made, content)
    if audience == "me" and form is None and output == SCREEN and sys.stdout.isatty():
        show(draft.page)
    elif audience != "me" and output == SCREEN and content == seen.encode() and _is_on_screen():
        report.note_that_it_leaves(context, draft)
        err("It stands above, to be copied.\n")
    else:
        leaves = partial(report.note_that_it_leaves, context, draft)
        hand_out(context, content, name, output, force=force, before=leaves)
    if draft.passed_over:
        raise typer.Exit(max(error.exit_code for error in draft.passed_over))


def _handed(form: ToldForm | None, output: str, *, force: bool) -> tuple[str, ...]:
    """What the coach said of the form and the place of a report, as options."""
    named = ("--as", form) if form is not None else ()
    place = ("-o", output) if output != SCREEN else ()
    return (*named, *place, *(("--force",) if force else ()))


def _refuse_unseen(request: "ReportRequest", *, yes: bool) -> None:
    """Raise where nobody could look at what leaves; and where somebody could, and would rather not."""
    if _is_somebody_there():
        if yes:
            raise UsageError(
                harmless("--yes is for pipes: here you are shown what leaves, and asked."), harmless("Leave it out.")
            )
    elif not yes:
        raise UsageError(
            harmless("Nobody can be asked here, so nothing left."),
            f"See it in a terminal first. Once you know what leaves: {request.unasked}",
        )


def _tell(draft: "Draft") -> None:
    """Tell the coach what they have to know of a report, beside it."""
    err("".join(f"{remark}\n" for remark in draft.remarks))
    err("".join(f"{line}\n" for line in dict.fromkeys(f"{one.message}\n{one.hint}" for one in draft.passed_over)))


def _agreed(draft: "Draft", seen: str) -> bool:
    """Show all that leaves, and for whom, and ask whether it may."""
    from coachcli.render.folded_lines import folded_lines

    whose = f", {draft.engagement.name}" if draft.engagement else ""
    many = "1 line" if draft.lines == 1 else f"{draft.lines} lines"
    err(f"For {_READERS[draft.audience]}: {draft.client.name}{whose}. This is all that leaves, {many}:\n\n")
    err_as_is(f"{folded_lines(seen, error_width())}\n")
    chooser = _somebody_to_ask()
    return chooser is not None and chooser.agree(f"May it leave for {_READERS[draft.audience]}?", on_enter=False)


def _is_somebody_there() -> bool:
    """Whether somebody can see a question and answer it: it goes to standard error, the result may go into a file."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _is_on_screen() -> bool:
    """Whether what was shown before it leaves stands where it would be printed."""
    return _is_somebody_there() and sys.stdout.isatty()


def _somebody_to_ask() -> "Chooser | None":
    return somebody_to_ask() if _is_somebody_there() else None
