"""Small screens as lines of text: the closing card, and what `coach` alone shows."""

from coachcli.domain.closing import ClosingCard, StageTime
from coachcli.domain.overview import Overview
from coachcli.domain.text import one_line, visible
from coachcli.domain.wording import day_words, full_time

_HINTS = (
    "coach session start        walk a session with a client",
    "coach session list         what you have",
    "coach framework list       the models to choose from",
)
_NEVER_SHOWN = 6


def closing_text(card: ClosingCard) -> str:
    """The closing card."""
    rows = ["", f" {card.heading}"]
    rows += [_time(stage) for stage in card.stages]
    if card.captured:
        rows.append(f"   Captured: {', '.join(card.captured)}")
        rows.append(f"   {_shared(card.shared)}")
    if card.never_asked:
        more = len(card.never_asked) - _NEVER_SHOWN
        rows.append(f"   Not asked this time ({len(card.never_asked)}):")
        rows += [f"     {one_line(question)}" for question in card.never_asked[:_NEVER_SHOWN]]
        rows += [f"     and {more} more"] if more > 0 else []
    if card.hints:
        rows += ["   Worth a look:", *(f"     {one_line(hint)}" for hint in card.hints)]
    rows += [f"   {file}" for file in card.files]
    return visible("\n".join([*rows, f" {card.next_step}"])) + "\n"


def overview_text(overview: Overview) -> str:
    """The first screen."""
    rows: list[str] = []
    if overview.is_new:
        rows += ["Welcome. Begin with: coach session start", ""]
    if overview.unfinished:
        rows.append("Unfinished")
        for item in overview.unfinished:
            rows.append(f"  {item.client}, {item.framework}, {full_time(item.started)}")
            rows.append(f"    coach session resume {item.id}")
        rows.append("")
    if overview.due:
        rows.append("Due within a week")
        rows += [f"  {day_words(due.day)}  {due.client}: {one_line(due.what)}" for due in overview.due]
        rows.append("")
    rows += _HINTS
    return visible("\n".join(rows)) + "\n"


def _time(stage: StageTime) -> str:
    planned = f" of {stage.planned}" if stage.planned is not None else ""
    return f"   {stage.title}: {stage.spent}{planned} min"


def _shared(count: int) -> str:
    if not count:
        return "Nothing is marked to be shared: all of it is yours alone."
    return f"Shared with the client: {count}. Everything else is yours alone."
