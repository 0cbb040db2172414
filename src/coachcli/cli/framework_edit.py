"""`coach framework edit`, `try` and `diff`: changing a framework, trying it out, and what changed in it."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.framework import app
from coachcli.cli.terminal.conversation import conversation_for, somebody_to_ask
from coachcli.cli.terminal.output import context_for, err, out, terminal_width
from coachcli.cli.usage import completion
from coachcli.cli.usage.completion import FrameworkArgument, LanguageOption

if TYPE_CHECKING:
    from coachcli.app.framework.comparison import Comparison

__all__ = ["app"]

_EDIT = """Examples:

  coach framework edit my-grow    one of your own

  coach framework edit grow       GROW, as you do it: what you write is laid over the one that comes with coachcli

Your editor is the one in VISUAL or EDITOR. What you write is checked when you close it: it takes the place of the
version in use only when it is right, and that one is kept beside it.
"""


@app.command(epilog=_EDIT)
def edit(ctx: typer.Context, framework: FrameworkArgument) -> None:
    """Change a framework in your editor, and hear what changed."""
    from coachcli.app.framework.edit import edit_framework
    from coachcli.app.framework.prompter import Prompter
    from coachcli.errors import CancelledError

    desk = Prompter(somebody_to_ask(), err, terminal_width())
    try:
        edit_framework(context_for(ctx), framework, desk)
    except (CancelledError, KeyboardInterrupt):
        raise typer.Exit(130) from None


_TRY = """Examples:

  coach framework try my-grow

  coach framework try grow --language de

  coach framework try ~/Downloads/somebodys-framework.yaml -m 20
"""


@app.command("try", epilog=_TRY)
def try_(
    ctx: typer.Context,
    framework: Annotated[
        str,
        typer.Argument(
            metavar="ID|FILE", help="An id, or a file of any name.", autocompletion=completion.frameworks_or_files
        ),
    ],
    minutes: Annotated[int | None, typer.Option("-m", "--minutes", help="How long the call is.")] = None,
    language: LanguageOption = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="For pipes and screen readers: line by line, no screen. Or ACCESSIBLE=1.")
    ] = False,
) -> None:
    """Walk along a framework to try it out; nothing is kept."""
    from coachcli.app.session.rehearsal import rehearse
    from coachcli.cli.session import finish_and_offer

    context = context_for(ctx)
    with conversation_for(context, plain=plain) as conversation:
        held = rehearse(context, framework, conversation, language=language, minutes=minutes)
        finish_and_offer(context, held, conversation)


_DIFF = """Examples:

  coach framework diff my-grow              since your last session with it, or from what it was made of

  coach framework diff my-grow --as json
"""


@app.command(epilog=_DIFF)
def diff(
    ctx: typer.Context,
    framework: FrameworkArgument,
    form: Annotated[Literal["text", "json"], typer.Option("--as", help="In which form.")] = "text",
) -> None:
    """Say what changed in a framework, in words."""
    from coachcli.app.framework.comparison import compare

    found = compare(context_for(ctx), framework)
    if form == "json":
        from coachcli.domain.value import plain
        from coachcli.render.session.data import as_json

        out(as_json(plain(found)))
        return
    _say(found)


def _say(found: "Comparison") -> None:
    from coachcli.render.folded_lines import folded_lines
    from coachcli.render.framework.changes import changes_text

    err(f"Compared with {found.compared_with}.\n")
    out(folded_lines(changes_text(found.changes), terminal_width()))
    if not found.changes:
        err("Nothing changed.\n")
