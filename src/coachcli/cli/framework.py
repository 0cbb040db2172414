"""`coach framework ...`: the models to walk along."""

from typing import Annotated

import typer

from coachcli.cli.shared import JsonOption, context_for, err, out, terminal_width

app = typer.Typer(help="The models to walk a session along.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list", epilog="Example:\n\n  coach framework list")
def list_(ctx: typer.Context, as_json: JsonOption = False) -> None:
    """List the frameworks there are, shipped and your own."""
    from coachcli.app.frameworks import list_frameworks

    entries = list_frameworks(context_for(ctx))
    if as_json:
        from dataclasses import asdict

        from coachcli.render.data import as_json as json_text

        out(json_text([asdict(entry) for entry in entries]))
        return
    from coachcli.render.table import table

    rows = [(e.id, e.title, f"{e.minutes} min" if e.minutes else "", e.origin, e.purpose) for e in entries]
    out(table(rows, terminal_width() or 100))


@app.command(epilog="Examples:\n\n  coach framework show grow\n\n  coach framework show egan --probes")
def show(
    ctx: typer.Context,
    framework: Annotated[str, typer.Argument(help="Its id, as coach framework list shows it.")],
    probes: Annotated[bool, typer.Option("--probes", help="The follow-up questions too.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read a framework: its stages and what is asked."""
    from coachcli.app.frameworks import load

    found = load(context_for(ctx), framework)
    if as_json:
        from coachcli.render.data import as_json as json_text

        out(json_text(found.model_dump(mode="json", by_alias=True, exclude_none=True)))
        return
    from coachcli.render import console
    from coachcli.render.outline import outline

    lines = outline(found, probes=probes)
    if console.shows_colour():
        console.show_outline(lines)
    else:
        from coachcli.domain.text import visible
        from coachcli.render.wrapping import folded_lines

        text = "".join(visible(f"{'  ' * depth}{line}").rstrip() + "\n" for depth, line in lines)
        out(folded_lines(text, terminal_width()))


@app.command(epilog="Examples:\n\n  coach framework check\n\n  coach framework check my-model.yaml")
def check(
    ctx: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(help="Files or ids; all frameworks if none is named.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Check frameworks for mistakes."""
    from coachcli.app.frameworks import examine

    examined = examine(context_for(ctx), files or [])
    broken = any(item.checked.errors for item in examined)
    if as_json:
        from dataclasses import asdict

        from coachcli.render.data import as_json as json_text

        found = [{"file": item.name, **asdict(problem)} for item in examined for problem in item.checked.problems]
        out(json_text(found))
    else:
        from coachcli.render.problems import problem_text, summary

        for item in examined:
            for problem in item.checked.problems:
                out(problem_text(item.name, item.checked.lines, problem))
            if item.checked.problems:
                out(summary(item.name, item.checked.problems))
            else:
                err(f"{item.name}: good\n")
    if broken:
        raise typer.Exit(1)
