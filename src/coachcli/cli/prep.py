"""`coach prep`: what to know before a call, and the form the client fills in before it."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.handout import SCREEN, ForceOption, OutputOption, ToldForm, hand_out, refuse_binary
from coachcli.cli.terminal.output import JsonOption, context_for, err, finish_list, out
from coachcli.cli.usage.completion import clients
from coachcli.command_line import command
from coachcli.errors import UsageError

if TYPE_CHECKING:
    from coachcli.app.context import Context
    from coachcli.domain.client.model import Client

EXAMPLES = (
    "Examples:\n\n  coach prep jane\n\n  coach prep jane --as markdown -o .\n\n"
    "  coach prep jane --form --as text -o form.txt\n\n  coach prep jane --read form.txt"
)


def prep(
    ctx: typer.Context,
    client: Annotated[
        str | None, typer.Argument(help="Their name, or a part of it.", show_default=False, autocompletion=clients)
    ] = None,
    form: Annotated[
        ToldForm | None,
        typer.Option("--as", help="In which form.", show_default=False),
    ] = None,
    as_json: JsonOption = False,
    for_client: Annotated[bool, typer.Option("--form", help="The form to send to your client.")] = False,
    read: Annotated[
        Path | None, typer.Option("--read", metavar="FILE", help="Take in the form they sent back.")
    ] = None,
    output: OutputOption = SCREEN,
    force: ForceOption = False,
) -> None:
    """See what to know before a call, on one screen."""
    from coachcli.app.client import prep

    if read is not None and (for_client or form or as_json or output != SCREEN):
        raise UsageError(
            "--read takes a form in; it writes none.", f"For example: {command('prep', 'jane', '--read', 'form.md')}"
        )
    if for_client and (as_json or form not in {None, "markdown", "text"}):
        raise UsageError("The form is written as Markdown or as text.", "Say --as markdown, or --as text.")
    context = context_for(ctx)
    person = prep.whom(context, client, somebody_to_ask)
    if read is not None:
        _take_in(context, person, read)
    elif for_client:
        _form(context, person, output, force, as_text=form == "text")
    else:
        _card(context, person, "json" if as_json else form or "text", output, force)


def _form(context: "Context", person: "Client", output: str, force: bool, *, as_text: bool) -> None:
    from coachcli.app.client.prep_form import form_page

    page = form_page(context, person, as_text=as_text)
    hand_out(context, page.encode(), f"{person.id}-preparation.{'txt' if as_text else 'md'}", output, force=force)


def _card(context: "Context", person: "Client", form: ToldForm, output: str, force: bool) -> None:
    from coachcli.app.client import prep
    from coachcli.app.page_forms import ENDINGS
    from coachcli.render.client.prep_card import card_rows

    prepared = prep.prepare(context, person)
    if form == "text" and output == SCREEN and sys.stdout.isatty():
        columns, rows = shutil.get_terminal_size()
        # The last row is for the shell's prompt.
        out("\n".join(card_rows(prepared.preparation, columns, rows - 1)) + "\n")
    else:
        name = f"{person.id}-session-{prepared.preparation.number}.{ENDINGS[form]}"
        refuse_binary(name, output)
        hand_out(context, prep.page(context, prepared.preparation, form), name, output, force=force)
    finish_list(prepared.passed_over)


def _take_in(context: "Context", person: "Client", path: Path) -> None:
    from coachcli.app.client.prep_form import take_in
    from coachcli.domain.session.wording import full_date
    from coachcli.store.paths import named_path

    taken = take_in(context, person, named_path(path))
    if taken.known_since is not None:
        err(f"This form was taken in already, on {full_date(taken.known_since)}; nothing was added.\n")
        return
    count = len(taken.answered)
    err(f"Taken in from {person.name}: {count} answer{'' if count == 1 else 's'}.\n")
    err(f"On the card now: {command('prep', person.id)}\n")
