"""`coach find`: notes by their words, in all sessions and between them."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.terminal.conversation import somebody_to_ask
from coachcli.cli.terminal.output import DISCREET, JsonOption, context_for, err, finish_list, out, terminal_width
from coachcli.cli.usage.completion import clients
from coachcli.errors import UsageError

if TYPE_CHECKING:
    from coachcli.app.find.search import Found

EXAMPLES = (
    'Examples:\n\n  coach find budget\n\n  coach find "next year" board --client jane\n\n'
    '  coach find --kind insight --since "1 March"\n\n  coach find --tag delegation'
)
_USUALLY = 50


def find(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...",
            help='Words or parts of words, all in one note; "several in quotes" as they stand.',
            show_default=False,
        ),
    ] = None,
    client: Annotated[
        str | None, typer.Option("--client", metavar="CLIENT", help="Only with them.", autocompletion=clients)
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Only notes of this kind: insight, quote, action, ...")
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", metavar="TAG", help="Only notes with this tag.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="WHEN", help="Only from this day on.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="WHEN", help="Only up to this day.")] = None,
    room: Annotated[
        Literal["client", "three", "sponsor", "stakeholder", "alone"] | None,
        typer.Option("--with", help="Only what was said with them there; alone: your own work."),
    ] = None,
    archived: Annotated[bool, typer.Option("--archived", help="Also with clients you have archived.")] = False,
    trash: Annotated[bool, typer.Option("--trash", help="Also in sessions that you threw away.")] = False,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="So many notes at most.")] = _USUALLY,
    discreet: Annotated[bool, typer.Option(DISCREET, help="Others see the screen: counts alone.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Find notes by their words, in all sessions and between them.

    The newest come first.
    """
    from coachcli.app.call.presence import naming_nobody
    from coachcli.app.find.request import query_for
    from coachcli.app.find.search import Scope, search
    from coachcli.app.session.catalogue import since_day

    if discreet and as_json:
        raise UsageError("--discreet and --json are two things.", "Leave out one of them.")
    context = context_for(ctx)
    with naming_nobody(lambda: discreet):
        first, last = since_day(context, since), since_day(context, until, "--until")
        query = query_for(words or (), kind, tag, room, somebody_to_ask)
        scope = Scope(client, first, last, archived=archived, trash=trash)
        found = search(context, query, scope, None if discreet else limit)
    _show(found, query.words, discreet=discreet, as_json=as_json)
    if found.may_be_more:
        err(f"There are more, from before these; --limit {2 * limit} shows them, and more words find fewer.\n")
    finish_list([error.in_public() for error in found.passed_over] if discreet else found.passed_over)


def _show(found: "Found", words: tuple[str, ...], *, discreet: bool, as_json: bool) -> None:
    from coachcli.render.find import rows
    from coachcli.render.session import console

    if as_json:
        from coachcli.render.find.data import found_data
        from coachcli.render.session.data import as_json as json_text

        out(json_text(found_data(found.occasions)))
    elif not found.occasions:
        err("No note was found.\n" if discreet else "No note has that. A shorter part of a word finds more.\n")
    elif discreet:
        out(rows.counted(found.occasions))
    elif console.shows_colour():
        console.show_marked(rows.rows(found.occasions, words))
    else:
        out(rows.plain_text(rows.rows(found.occasions, words), terminal_width()))
