"""`coach practice ...`: the whole of a practice, checked, kept elsewhere, and what of it is kept too long."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coachcli.cli.terminal.output import JsonOption, context_for, err, finish_list, out, terminal_width
from coachcli.cli.terminal.process import forbid_memory_images
from coachcli.cli.terminal.progress_bar import progress_shown
from coachcli.command_line import command, on_practice
from coachcli.errors import UsageError

if TYPE_CHECKING:
    from coachcli.domain.practice.examination import Examination

app = typer.Typer(
    help="Your practice as a whole: check it, back it up, restore it.",
    epilog="Examples:\n\n  coach practice check\n\n  coach practice backup /media/stick",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_CHECK = """Examples:

  coach practice check

  coach practice check --json

It ends with 1 where something is wrong.
"""


@app.command(epilog=_CHECK)
def check(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """Read every file, and say all that is wrong anywhere.

    Nothing is changed by it.
    """
    from coachcli.app.practice.check import check as examined
    from coachcli.app.practice.check import number_of_files
    from coachcli.render.practice.findings import findings_data

    context = context_for(ctx)
    with progress_shown(context, lambda: number_of_files(context.practice)):
        found = examined(context)
    if as_json:
        from coachcli.render.session.data import as_json as json_text

        out(json_text(findings_data(found)))
    else:
        _print(found)
    if found.errors:
        raise typer.Exit(1)


_RETENTION = """Examples:

  coach practice retention

  coach practice retention --on "1 January 2030"

Nothing is erased by it. The usual term is a line in coach.yaml:  keep: 3 years
"""


@app.command(epilog=_RETENTION)
def retention(
    ctx: typer.Context,
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="As it is on that day.")] = None,
    as_json: JsonOption = False,
) -> None:
    """List what is kept past its day, and what soon will be.

    Archived clients are among them. It only proposes.
    """
    from coachcli.app.practice.retention import told
    from coachcli.render.practice.retention import retention_data, retention_text

    found = told(context_for(ctx), on)
    if as_json:
        from coachcli.render.session.data import as_json as json_text

        out(json_text(retention_data(found.retention)))
    else:
        from coachcli.render.folded_lines import folded_lines

        out(folded_lines(retention_text(found.retention, found.term), terminal_width()))
    finish_list(found.passed_over)


PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file", metavar="FILE", help="Its first line is the passphrase; - is a pipe.", show_default=False
    ),
]
_BACKUP = """Examples:

  coach practice backup /media/stick

  coach practice backup --new-key recovery-key.txt

  coach practice backup /media/stick --recipient age1...

Without a key it asks for a passphrase, twice. A key is made once: print it, and keep it where your practice is not.
A backup is one file, encrypted by age. To look into it without coachcli:  age -d FILE | tar -xz
"""


@app.command(epilog=_BACKUP)
def backup(
    ctx: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A new file, or a folder to put it in.", show_default=False)
    ] = None,
    recipient: Annotated[
        str | None, typer.Option("--recipient", metavar="KEY", help="Lock it to this key.", show_default=False)
    ] = None,
    passphrase_file: PassphraseFile = None,
    new_key: Annotated[
        Path | None, typer.Option("--new-key", metavar="FILE", help="Make a recovery key.", show_default=False)
    ] = None,
) -> None:
    """Write everything into one encrypted file, and read it back.

    It is locked by a passphrase, or to a recovery key. Nothing opens it without that.
    """
    if (file is None) == (new_key is None):
        hint = "A backup may go into a folder, on a memory stick say; a new key into a file of its own."
        raise UsageError("Name the file of the backup, or of a new key with --new-key.", hint)
    if recipient is not None and passphrase_file is not None:
        raise UsageError("It is locked to a key or by a passphrase.", "Leave out one of the two.")
    if new_key is not None:
        _make_key(ctx, new_key)
    elif file is not None:
        _back_up(ctx, file, recipient, passphrase_file)


def _make_key(ctx: typer.Context, file: Path) -> None:
    from coachcli.app.practice.recovery_key import make_key

    forbid_memory_images()
    path, public = make_key(context_for(ctx), file)
    out(f"{public}\n")
    err(f"The recovery key is in {path}. Print it, keep it where your practice is not, and remove the file.\n")
    err("Whoever has it can read your backups; without it nobody can. To lock one to it, no secret is needed:\n")
    err(f"  {command('practice', 'backup', 'FILE', '--recipient', public)}\n")


def _back_up(ctx: typer.Context, file: Path, recipient: str | None, passphrase_file: Path | None) -> None:
    from coachcli.app.practice.backup import back_up, lock_of, number_of_steps, place_of
    from coachcli.store.disk.reader import size_in_words

    forbid_memory_images()
    context = context_for(ctx)
    place = place_of(context, file)
    lock = lock_of(recipient, passphrase_file)
    with progress_shown(context, lambda: number_of_steps(context.practice)):
        written = back_up(context, place, lock)
    out(f"{written.path}\n")
    files = f"{written.files:,} file{'' if written.files == 1 else 's'}"
    err(f"Backed up and read back: {files}, {size_in_words(written.size)}.\n")
    finish_list(written.left_out)


_RESTORE = """Examples:

  coach practice restore practice-2026-11-29-1200.age

  coach practice restore practice-2026-11-29-1200.age --identity recovery-key.txt --into ~/again

Nothing is restored over anything: the folder has to be empty, or not there yet.
"""


@app.command(epilog=_RESTORE)
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup.", show_default=False)],
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="FOLDER", help="The folder; your practice, if not said.", show_default=False),
    ] = None,
    identity: Annotated[
        Path | None, typer.Option("--identity", metavar="FILE", help="Your recovery key.", show_default=False)
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Bring a practice back from a backup, into an empty folder.

    All of it is looked through before anything is written, and checked afterwards.
    """
    from coachcli.app.practice import restore as use
    from coachcli.store.backup.backup_file import asks_for_passphrase
    from coachcli.store.paths import named_path

    forbid_memory_images()
    context, backup = context_for(ctx), named_path(file).resolve()
    by_passphrase = asks_for_passphrase(backup)
    target = use.folder_for(context, into)
    opener = use.opener_of(by_passphrase=by_passphrase, identity=identity, passphrase_file=passphrase_file)
    with progress_shown(context, lambda: 0):
        restored = use.restore(context, backup, target, opener)
    out(f"{restored.practice.root}\n")
    files = f"{restored.files:,} file{'' if restored.files == 1 else 's'}"
    err(f"Restored: {files}. What a check of them says:\n")
    _print(restored.found)
    if restored.practice != context.practice:
        on_practice(str(restored.practice.root))
        err(f"To use it there: {command('session', 'list')}\n")
    if restored.found.errors:
        raise typer.Exit(1)


def _print(found: "Examination") -> None:
    from coachcli.render.folded_lines import folded_lines
    from coachcli.render.practice.findings import findings_text

    out(folded_lines(findings_text(found), terminal_width()))
