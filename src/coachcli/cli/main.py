"""The entry point: all commands; and the one boundary, where an error becomes words and an exit code."""

import os
import signal
import sys
from typing import Annotated

import typer

from coachcli import __version__
from coachcli.cli import (
    action,
    client_rights,
    engagement,
    find,
    framework_edit,
    goal,
    hours_import,
    practice,
    prep,
    progress,
    report,
    themes,
)
from coachcli.cli.foreign import session_transcript
from coachcli.cli.shell import ASKED, InstallOption, ShowOption, answer
from coachcli.cli.terminal.output import PracticeOption, context_for
from coachcli.cli.terminal.process import forbid_core_files
from coachcli.cli.usage.help import HelpByTask, keep_examples_whole
from coachcli.cli.usage.near_name import ShowCommand, meant
from coachcli.command_line import on_practice
from coachcli.errors import CancelledError, CoachError, NearNameError

app = typer.Typer(
    name="coach",
    help="Walk a coaching session, and never lose a word.",
    cls=HelpByTask,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)
app.add_typer(session_transcript.app, name="session")
app.add_typer(client_rights.app, name="client")
app.add_typer(action.app, name="action")
app.add_typer(goal.app, name="goal")
app.add_typer(hours_import.app, name="hours")
app.add_typer(engagement.app, name="engagement")
app.add_typer(themes.app, name="themes")
app.add_typer(framework_edit.app, name="framework")
app.add_typer(practice.app, name="practice")
app.command(cls=ShowCommand, epilog=prep.EXAMPLES)(prep.prep)
app.command(cls=ShowCommand, epilog=progress.EXAMPLES)(progress.progress)
app.command(cls=ShowCommand, epilog=find.EXAMPLES)(find.find)
app.command(epilog=report.EXAMPLES)(report.report)


def _version(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        typer.echo(f"coach {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def home(
    ctx: typer.Context,
    practice: PracticeOption = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
    install_completion: InstallOption = None,
    show_completion: ShowOption = None,
) -> None:
    """Walk a coaching session, and never lose a word."""
    del version, install_completion, show_completion
    ctx.obj = practice
    on_practice(None if practice is None else str(practice))
    if ctx.invoked_subcommand is None:
        from coachcli.app.client.home import overview
        from coachcli.app.erase.unfinished import told_of
        from coachcli.app.session import left_copies
        from coachcli.cli.terminal.output import err, finish_list, out, terminal_rows, terminal_width
        from coachcli.cli.terminal.progress_bar import progress_shown
        from coachcli.render.client.overview import overview_text

        context = context_for(ctx)
        with progress_shown(context):
            screen, passed_over = overview(context)
        out(overview_text(screen, terminal_width(), terminal_rows()))
        if left := left_copies.told(context):
            err(f"{left}\n")
        finish_list((*told_of(context), *passed_over))


@app.command(epilog="Example:\n\n  coach where")
def where(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
) -> None:
    """Show where your practice is kept, and what was rescued.

    What the disk did not take is kept elsewhere, until it is back in its place.
    """
    from coachcli.app.session.left_copies import rescued
    from coachcli.cli.terminal.output import err, out
    from coachcli.render.session.data import as_json as json_text

    practice = context_for(ctx).practice
    copies = rescued(practice)
    places = {"practice": str(practice.root), "clients": str(practice.clients), "frameworks": str(practice.frameworks)}
    data = {**places, "exists": practice.root.is_dir(), "rescued": [copy.plain() for copy in copies]}
    lines = [str(practice.root), *(["", "Rescued, because the disk did not take it:"] if copies else [])]
    out(json_text(data) if as_json else "\n".join([*lines, *(copy.as_row() for copy in copies), ""]))
    if not as_json:
        err("Exports lie there with their client, in clients/NAME/exports; a backup lies where you had it written.\n")


keep_examples_whole(app)


def main() -> None:
    """Run `coach`. Whatever happens, no traceback and no word of a note reaches the screen."""
    os.umask(0o077)
    forbid_core_files()
    # Any installed package may offer pydantic a plugin, which would see every note; looking for one takes 20 ms.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    _open_closed()
    _hush()
    try:
        _heed_ctrl_c()
        if ASKED in os.environ:
            answer(app)
            sys.exit(0)
        _run()
    except CoachError as error:
        _say(error)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, CancelledError):
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 the last boundary
        _say_bug(error)
        sys.exit(1)
    finally:
        _let_go()


def _run() -> None:
    """Run a command. Where a name in it is nearly somebody's, and the coach agrees, run it again with that name."""
    try:
        app()
    except NearNameError as near:
        arguments = meant(app, sys.argv[1:], near)
        if arguments is None:
            raise
        sys.argv[1:] = arguments
        app()


def _heed_ctrl_c() -> None:
    """Have Ctrl-C break off what runs in order, from here on; before, it ends the process on the spot."""
    if callable(signal.getsignal(signal.SIGINT)):
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _open_closed() -> None:
    """Open streams that were closed when we began (`coach >&-`): else the next file opened would take their place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 no files


def _let_go() -> None:
    """Drop output that nobody takes any more, as the window was closed: Python would end with a code of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _say(error: CoachError) -> None:
    from coachcli.cli.terminal.output import err, error_width
    from coachcli.store.framework.catalogue import BrokenFrameworkError

    if isinstance(error, BrokenFrameworkError):
        from coachcli.render.framework.problems import problem_text

        checked = error.checked
        err(problem_text(str(error.source.path), checked.lines, checked.errors[0], error_width()))
        err(f"Mend the file, then: {error.again}\n")
        return
    err(f"{error.message}\n")
    if error.hint:
        err(f"{error.hint}\n")


# Whatever else could say it may be gone as well.
_UPDATED = """coachcli was installed anew while this ran; what was marked saved is safe.
Go on with it: coach session resume
"""


def _say_bug(error: BaseException) -> None:
    """Print where an error happened, and no value: values may be somebody's words."""
    if isinstance(error, ImportError) and (error.name or "").startswith("coachcli"):
        sys.stderr.write(_UPDATED)
        return
    from coachcli.cli.terminal.output import err

    trace, places = error.__traceback__, []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{os.path.basename(code.co_filename)}:{trace.tb_lineno} {code.co_name}")  # noqa: PTH119 no files
        trace = trace.tb_next
    err(f"Something went wrong inside coachcli ({type(error).__name__}); what was marked saved is safe.\n")
    err(f"Please report this, it holds none of your notes: {' < '.join(reversed(places[-6:]))}\n")


def _hush() -> None:
    """Silence Python's own reports of errors, which would quote values."""
    sys.excepthook = lambda _kind, error, _trace: _say_bug(error) if isinstance(error, Exception) else None
    sys.unraisablehook = lambda _report: None
    import threading
    import warnings

    threading.excepthook = lambda _report: None
    warnings.simplefilter("ignore")
