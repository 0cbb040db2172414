"""`coach framework ...`: the frameworks to walk along."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from coachcli.cli.terminal.output import JsonOption, context_for, err, out, out_as_is, terminal_width
from coachcli.cli.usage import completion
from coachcli.cli.usage.completion import FrameworkArgument
from coachcli.command_line import command
from coachcli.errors import UsageError

if TYPE_CHECKING:
    from coachcli.app.framework.check import Examined, Findings
    from coachcli.domain.framework.model import Framework

_EXAMPLES = """Examples:

  coach framework list

  coach framework show grow

  coach framework new my-grow --from grow

  coach framework try my-grow
"""

app = typer.Typer(
    help="The frameworks to walk a session along.", epilog=_EXAMPLES, no_args_is_help=True, rich_markup_mode=None
)

Kind = Literal["conversation", "meeting", "reflection"]
Form = Literal["outline", "yaml", "markdown"]

_LIST = """Examples:

  coach framework list                   all of them, in their groups

  coach framework list --kind meeting    the meetings of an engagement

  coach framework list --own             yours alone
"""


@app.command("list", epilog=_LIST)
def list_(
    ctx: typer.Context,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only these.")] = None,
    own: Annotated[bool, typer.Option("--own", help="Only your own.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List the frameworks there are, shipped and your own."""
    from coachcli.app.framework.catalogue import list_frameworks, passed_over

    context = context_for(ctx)
    listed = list_frameworks(context, kind, own=own)
    if as_json:
        from coachcli.domain.value import plain
        from coachcli.render.session.data import as_json as json_text

        out(json_text([{**plain(one), "usable": one.usable} for one in listed]))
    else:
        from coachcli.render.framework.catalogue import framework_list

        out(framework_list(listed, (terminal_width() or 101) - 1))
    err("".join(f"{sentence}\n" for sentence in passed_over(context)))
    if not listed and not as_json:
        err(f"None of these. To make one: {command('framework', 'new', 'my-framework', '--from', 'grow')}\n")


_SHOW = """Examples:

  coach framework show egan --probes                 follow-up questions too

  coach framework show grow --as markdown > grow.md  a card for the desk

  coach framework show my-grow --as yaml --resolved  with what it inherits
"""


@app.command(epilog=_SHOW)
def show(
    ctx: typer.Context,
    framework: FrameworkArgument,
    form: Annotated[
        Form, typer.Option("--as", help="An outline, the file (yaml), or a card for the desk (markdown).")
    ] = "outline",
    resolved: Annotated[
        bool, typer.Option("--resolved", help="With --as yaml: not the file, but what becomes of it.")
    ] = False,
    probes: Annotated[bool, typer.Option("--probes", help="The follow-up questions too.")] = False,
    language: Annotated[
        str | None,
        typer.Option("--language", help="In this language, such as de.", autocompletion=completion.languages),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Read a framework: its stages and what is asked."""
    from coachcli.app.framework import catalogue

    context = context_for(ctx)
    if form == "yaml" and not (resolved or language or as_json):
        out_as_is(catalogue.file_text(context, framework))
        return
    found = catalogue.load(context, framework, language)
    if as_json:
        from coachcli.domain.record_data import without_nothing
        from coachcli.domain.value import plain
        from coachcli.render.session.data import as_json as json_text

        out(json_text(plain(without_nothing(found))))
    elif form == "yaml":
        out_as_is(catalogue.resolved_text(found))
    elif form == "markdown":
        from coachcli.render.framework.card import framework_card

        out(framework_card(found))
    else:
        _show_outline(found, probes=probes)


def _show_outline(framework: "Framework", *, probes: bool) -> None:
    from coachcli.render.framework.outline import outline
    from coachcli.render.session import console

    lines = outline(framework, probes=probes)
    if console.shows_colour():
        console.show_outline(lines)
        return
    from coachcli.domain.text import visible
    from coachcli.render.folded_lines import folded_lines

    text = "".join(visible(f"{'  ' * depth}{line}").rstrip() + "\n" for depth, line in lines)
    out(folded_lines(text, terminal_width()))


_NEW = """Examples:

  coach framework new my-grow --from grow    GROW, and what you change in it

  coach framework new three-questions        one of your own from nothing

  coach framework new review --kind meeting  for a meeting
"""


@app.command(epilog=_NEW)
def new(
    ctx: typer.Context,
    framework: Annotated[str, typer.Argument(help="Its name for commands and files, such as my-grow.", metavar="ID")],
    parent: Annotated[
        str | None,
        typer.Option(
            "--from",
            help="Make it from this one: you write only what changes.",
            metavar="ID",
            autocompletion=completion.frameworks,
        ),
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="What it is for; a conversation if not said.")] = None,
) -> None:
    """Make a framework of your own.

    What is written works as it stands, and explains itself in comments.
    """
    from coachcli.app.framework.starter import new_framework

    path = new_framework(context_for(ctx), framework, parent, kind)
    out(f"{path}\n")
    err(f"It works as it stands. To make it yours: {command('framework', 'edit', framework)}\n")
    err(f"To try it, with nothing kept: {command('framework', 'try', framework)}\n")


_SCHEMA = """Examples:

  coach framework schema -o coach-framework.schema.json

  coach framework schema --derived        for files with extends:

coach framework new puts both beside your frameworks, where an editor with the YAML language server finds them.
"""


@app.command(epilog=_SCHEMA)
def schema(
    derived: Annotated[bool, typer.Option("--derived", help="For files that extend another framework.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write it into this file.")] = None,
) -> None:
    """Print the schema by which editors complete and check.

    It is a JSON Schema of the file of a framework, for editors with the YAML language server.
    """
    from coachcli.render.framework.schema import framework_schema, schema_text

    text = schema_text(framework_schema(derived=derived))
    if output is None or str(output) == "-":
        out(text)
        return
    from coachcli.app.framework.starter import write_schema
    from coachcli.store.paths import named_path

    write_schema(named_path(output), text)
    err(f"Written: {output}\n")


_CHECK = """Examples:

  coach framework check                     all of them

  coach framework check my-grow draft.yaml  by their ids or files

  coach framework check my-frameworks/      a whole folder

  coach framework check my-grow --watch     again whenever you save it

It ends with 1 where something is wrong, with 3 where a file is not there.
"""


@app.command(epilog=_CHECK)
def check(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders or ids; all frameworks if none is named.",
            autocompletion=completion.frameworks_or_files,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 for warnings as well.")] = False,
    keep_watching: Annotated[bool, typer.Option("--watch", help="Again when a file changes, until Ctrl-C.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Check frameworks for mistakes.

    All mistakes are told at once, each with its place and what to write instead.
    """
    from coachcli.app.framework.check import examine, watch

    context, named = context_for(ctx), files or []
    if keep_watching:
        if as_json:
            raise UsageError("--watch is for people and --json for programs.", "Leave out one of the two.")
        err("Watching; Ctrl-C ends it.\n")

        def look(found: "Findings") -> None:
            _say_findings(found, by_name=bool(named))
            err(f"{context.clock.now():%H:%M:%S} checked; waiting for the next change.\n")

        watch(context, named, look)
    found = examine(context, named)
    if as_json:
        from coachcli.render.framework.problems import plain
        from coachcli.render.session.data import as_json as json_text

        out(json_text([plain(problem, item.name) for item in found.examined for problem in item.checked.problems]))
        _say_unread(found)
    else:
        _say_findings(found, by_name=bool(named))
    if code := found.exit_code(strict=strict):
        raise typer.Exit(code)


def _say_findings(found: "Findings", *, by_name: bool) -> None:
    """Print every problem. Good frameworks are named only where the coach named what to check: there are many."""
    for item in found.examined:
        if item.checked.problems:
            _say_problems(item)
        elif by_name:
            err(f"{item.name}: good\n")
    _say_unread(found)
    if len(found.examined) + len(found.unread) > 1:
        from coachcli.render.framework.problems import total

        err(total([item.checked.problems for item in found.examined], len(found.unread)))


def _say_problems(item: "Examined") -> None:
    from coachcli.render.folded_lines import folded_lines
    from coachcli.render.framework.problems import problem_text, summary

    for problem in item.checked.problems:
        out(folded_lines(problem_text(item.name, item.checked.lines, problem, terminal_width()), terminal_width()))
    out(summary(item.name, item.checked.problems))


def _say_unread(found: "Findings") -> None:
    err("".join(f"{sentence}\n" for sentence in found.passed_over))
    for error in found.unread:
        err(f"{error.message}\n{error.hint}\n" if error.hint else f"{error.message}\n")
