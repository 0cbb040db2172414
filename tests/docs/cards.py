"""The cards of the page on frameworks, made from the files that are shipped."""

from coachcli.domain.framework.model import Framework, Pack
from coachcli.domain.session.wording import length
from coachcli.domain.text import one_line
from coachcli.store.framework import packs
from coachcli.store.framework.catalogue import shipped_folder
from coachcli.store.framework.check import check

_LANGUAGES = {"de": "German", "de-du": "German (du)", "fr": "French", "fr-tu": "French (tu)"}


def shipped() -> list[Framework]:
    """Every framework that is shipped, by its title."""
    files = [path for path in shipped_folder().glob("*.yaml") if "." not in path.stem]
    found = [check(path.read_bytes(), path.stem).framework for path in files]
    return sorted((one for one in found if one is not None), key=lambda framework: framework.title.casefold())


def cards(kind: str) -> str:
    """A card for each framework of a kind."""
    return "\n".join(_card(framework) for framework in shipped() if framework.kind == kind)


def topics(_: str) -> str:
    """A line for each topic pack."""
    checked = [packs.check_file(path).pack for path in (shipped_folder() / "packs").glob("*.yaml")]
    found = [pack for pack in checked if pack is not None]
    return "".join(_topic(pack) for pack in sorted(found, key=lambda pack: pack.title))


def _card(framework: Framework) -> str:
    also = [_LANGUAGES[path.suffixes[0][1:]] for path in sorted(shipped_folder().glob(f"{framework.id}.*.yaml"))]
    others = [f"also in {', '.join(also[:-1])} and {also[-1]}"] if also else []
    facts = [f"`{framework.id}`", length(framework.minutes or 0), *others]
    rows = [f"| {stage.title} | {stage.minutes} min | {one_line(stage.aim or '')} |" for stage in framework.stages]
    return "\n\n".join(
        (
            f"### {framework.title}",
            " · ".join(facts),
            one_line(framework.about or ""),
            "\n".join(("| stage | time | aim |", "| --- | --- | --- |", *rows)),
            f"*{one_line(framework.credit or '')}*\n",
        )
    )


def _topic(pack: Pack) -> str:
    return f"- **{pack.title}** (`{pack.id}`): {one_line(pack.about or '')}\n"
