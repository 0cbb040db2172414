"""`coach hours`: what was held, what of it was paid, and how far that goes for a credential."""

from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from coachcli.cli.terminal.handout import SCREEN, ForceOption, OutputOption, ToldForm, hand_out, refuse_binary, show
from coachcli.cli.terminal.output import JsonOption, context_for, err, finish_list
from coachcli.cli.terminal.progress_bar import progress_shown
from coachcli.command_line import command
from coachcli.errors import UsageError

if TYPE_CHECKING:
    from coachcli.app.context import Context
    from coachcli.app.hours.account import Told
    from coachcli.domain.hours.account import Account
    from coachcli.domain.hours.log import Log

By = Literal["client", "month", "type"]
HoursForm = Literal[ToldForm, "csv", "xlsx", "icf"]
EXAMPLES = (
    "Examples:\n\n  coach hours\n\n  coach hours --since 2026-01-01 --by month\n\n"
    "  coach hours --as icf -o .\n\n  coach hours --as xlsx -o hours.xlsx"
)
app = typer.Typer(
    help="Hours: what you held, what was paid, what a credential asks.",
    epilog=EXAMPLES,
    invoke_without_command=True,
    rich_markup_mode=None,
)


@app.callback()
def hours(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="WHEN", help="Only what was held from this day on.", show_default=False),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="WHEN", help="Only what was held up to this day.", show_default=False),
    ] = None,
    by: Annotated[By, typer.Option("--by", help="By what the table is.")] = "client",
    discreet: Annotated[bool, typer.Option("--discreet", help="Others see the screen: nobody is named.")] = False,
    form: Annotated[
        HoursForm | None,
        typer.Option("--as", help="In which form; icf is a log of those who agreed to be listed.", show_default=False),
    ] = None,
    as_json: JsonOption = False,
    output: OutputOption = SCREEN,
    force: ForceOption = False,
) -> None:
    """See your hours: real time held, paid and pro bono, and what is missing for a credential."""
    if ctx.invoked_subcommand is not None:
        return
    from coachcli.app.call.presence import naming_nobody
    from coachcli.app.hours.account import told
    from coachcli.app.session.catalogue import since_day
    from coachcli.domain.hours.sums import Period

    wanted = _wanted("json" if as_json else form, output, discreet=discreet)
    context = context_for(ctx)
    with naming_nobody(lambda: discreet):
        period = Period(since_day(context, since), since_day(context, until, "--until"))
        if period.since is not None and period.until is not None and period.until < period.since:
            raise UsageError("--until is before --since.", "Put the earlier day behind --since.")
        with progress_shown(context):
            found = told(context, period, by)
    if found.account.is_empty and wanted != "json":
        err(f"There are no hours here. A session counts once it has ended: {command('session', 'start')}\n")
    elif wanted is None:
        _show(found.account, discreet=discreet)
    else:
        _write(context, found, wanted, output, force=force)
    errors = found.passed_over
    finish_list([error.in_public() for error in errors] if discreet else errors)


def _wanted(form: "HoursForm | None", output: str, *, discreet: bool) -> "HoursForm | None":
    """The form to hand out; None for the screen. Raises where others see the screen, and it would name clients."""
    named = form or ("text" if output != SCREEN else None)
    if discreet and named is not None:
        raise UsageError("--discreet is for a screen, and this is for a file or a program.", "Leave out --discreet.")
    return named


def _show(account: "Account", *, discreet: bool) -> None:
    from coachcli.domain.hours.page import hours_page

    show(hours_page(account, whole=False, names=not discreet))
    if any(one.unmeasured for one in account.sums.values()):
        raw = command("session", "edit", "--raw", "SESSION")
        err(f"How long a session was is written into it as  minutes: {{spent: 50}}  by: {raw}\n")
    if account.standings and not discreet:
        err(f"What else is asked for, and where the figures are from: {command('hours', '--as', 'text')}\n")


def _write(context: "Context", found: "Told", form: HoursForm, output: str, *, force: bool) -> None:
    from coachcli.app.hours.account import file_name, log_of

    name = file_name(form, found.account.today)
    refuse_binary(name, output)
    log = log_of(context, found) if form == "icf" else None
    content = _content(context, found, form, log)
    if name.endswith(".csv") and output != SCREEN:
        from coachcli.render.hours.csv_text import BOM

        content = BOM.encode() + content
    hand_out(context, content, name, output, force=force)
    if log is not None:
        from coachcli.domain.hours.log import withheld_words

        err("".join(f"{sentence}\n" for sentence in withheld_words(log.withheld)))


def _content(context: "Context", found: "Told", form: HoursForm, log: "Log | None") -> bytes:
    from coachcli.app.hours.account import log_file, page_file, table_file, workbook_file

    if log is not None:
        return log_file(log).encode()
    if form == "csv":
        return table_file(found.account).encode()
    if form == "xlsx":
        return workbook_file(context, found.account)
    return page_file(context, found.account, _as_page(form))


def _as_page(form: HoursForm) -> ToldForm:
    """The form, which is that of a page or of data."""
    return next(one for one in get_args(ToldForm) if one == form)
