"""The preparation form as it is sent: as Markdown, or as plain text for a mail."""

from collections.abc import Callable

from coachcli.domain.client.prep_form import CHOSEN, QUESTIONS, REQUEST, TITLE, TOOK_AWAY, Form
from coachcli.domain.text import visible
from coachcli.render.page.markdown import escaped

_ROOM = ("", "", "")


def form_markdown(form: Form) -> str:
    """The form as Markdown."""
    return _page(form, escaped, f"# {TITLE}", "## {}. {}")


def form_text(form: Form) -> str:
    """The form as plain text."""
    return _page(form, visible, TITLE, "{}. {}")


def _page(form: Form, words: Callable[[str], str], title: str, question: str) -> str:
    rows = [title, "", words(form.greeting), "", REQUEST, ""]
    if form.actions:
        rows += [CHOSEN, "", *(f"- {words(action)}" for action in form.actions), ""]
    if form.took_away:
        rows += [TOOK_AWAY, "", f"- {words(form.took_away)}", ""]
    for number, asked in enumerate(QUESTIONS.values(), 1):
        rows += [question.format(number, asked), *_ROOM]
    return "\n".join(rows).rstrip("\n") + "\n" * len(_ROOM)
