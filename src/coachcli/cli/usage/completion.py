"""The names that Tab completes, and the arguments and options that take one. No error is shown here."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from coachcli.store.paths import Practice

NOTHING = "\t"
"""Stands behind what is typed where no name fits, so that the shell offers no file instead."""


def clients(ctx: typer.Context, incomplete: str) -> list[str]:
    """Clients."""
    from coachcli.app.client import tab_names

    return _names(ctx, incomplete, tab_names.clients)


def people(ctx: typer.Context, incomplete: str) -> list[str]:
    """Those who were asked about the client that was named."""
    from coachcli.app.client import tab_names

    named = ctx.params.get("client")
    return _names(ctx, incomplete, lambda practice, typed: tab_names.codes(practice, typed, named))


def groups(ctx: typer.Context, incomplete: str) -> list[str]:
    """How somebody can stand to a client."""
    from coachcli.app.client import tab_names

    return _names(ctx, incomplete, lambda _practice, typed: tab_names.groups(typed))


def sessions(ctx: typer.Context, incomplete: str) -> list[str]:
    """Sessions."""
    from coachcli.app.client import tab_names

    return _names(ctx, incomplete, tab_names.sessions)


def deleted_sessions(ctx: typer.Context, incomplete: str) -> list[str]:
    """Sessions in the trash."""
    from coachcli.app.client import tab_names

    return _names(ctx, incomplete, tab_names.deleted)


def frameworks(ctx: typer.Context, incomplete: str) -> list[str]:
    """Frameworks."""
    from coachcli.app.client import tab_names

    return _names(ctx, incomplete, tab_names.frameworks)


def frameworks_or_files(ctx: typer.Context, incomplete: str) -> list[str]:
    """Frameworks; files, where no framework begins like that."""
    return [word for word in frameworks(ctx, incomplete) if not word.endswith(NOTHING)]


def languages(ctx: typer.Context, incomplete: str) -> list[str]:
    """Languages of the framework that was named; of all, where none was."""
    from coachcli.app.client import tab_names

    named = ctx.params.get("framework")
    return _names(ctx, incomplete, lambda practice, typed: tab_names.languages(practice, typed, named))


def _names(ctx: typer.Context, typed: str, find: "Callable[[Practice, str], list[str]]") -> list[str]:
    from coachcli.store.paths import find_practice

    chosen = ctx.find_root().params.get("practice")
    try:
        found = find(find_practice(Path(os.path.expandvars(chosen)) if chosen else None), typed)
    except Exception:  # noqa: BLE001 what is wrong is said when the command runs
        found = []
    return found or [f"{typed}{NOTHING}"]


ClientArgument = Annotated[
    str, typer.Argument(metavar="CLIENT", help="Their name, or a part of it.", autocompletion=clients)
]
SessionArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[SESSION]",
        help="last (the default), a client, CLIENT/DATE, or an id.",
        show_default=False,
        autocompletion=sessions,
    ),
]
FrameworkArgument = Annotated[
    str, typer.Argument(metavar="ID", help="Its id, as coach framework list shows it.", autocompletion=frameworks)
]
FrameworkOption = Annotated[
    str | None,
    typer.Option("-f", "--framework", help="The framework: grow, egan, ...", autocompletion=frameworks),
]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="Ask in this language: de, fr, ...", autocompletion=languages),
]
PersonOption = Annotated[
    str | None,
    typer.Option(
        "--with",
        metavar="CODE",
        help="Who is asked about the client: P3. Left out: made.",
        autocompletion=people,
    ),
]
GroupOption = Annotated[
    str | None,
    typer.Option(
        "--group", metavar="GROUP", help="Who they are: boss, peer, former-report, ...", autocompletion=groups
    ),
]
