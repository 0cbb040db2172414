"""The closing card, as lines of text."""

from coachcli.domain.session.closing_card import ClosingCard, StageTime
from coachcli.domain.text import one_line, visible

_NEVER_SHOWN = 6


def closing_text(card: ClosingCard) -> str:
    """The text of the closing card."""
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
    rows += [f" {card.next_step}"] if card.next_step else []
    return visible("\n".join(rows)) + "\n"


def _time(stage: StageTime) -> str:
    planned = f" of {stage.planned}" if stage.planned is not None else ""
    return f"   {stage.title}: {stage.spent}{planned} min"


def _shared(count: int) -> str:
    if not count:
        return "Nothing is marked to be shared: all of it is yours alone."
    return f"Shared with the client: {count}. Everything else is yours alone."
