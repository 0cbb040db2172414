"""The form as it is sent."""

from coachcli.domain.client.prep_form import Form
from coachcli.render.client.prep_form import form_markdown, form_text

FORM = Form("Jane", ("call *Tom* · by Friday 27 November 2026",), "I can\x1b[2J ask")
QUESTIONS = (
    "1. What did you do of what you chose?\n\n\n\n",
    "2. What did you not do?\n\n\n\n",
    "3. What got in the way?\n\n\n\n",
    "4. What do you want to look at this time?\n\n\n",
)


def test_as_text() -> None:
    assert form_text(FORM) == (
        "Before our next session\n\nHello Jane,\n\n"
        "A few lines before we meet. Write as much or as little as you like under each question, and send it back.\n\n"
        "What you chose to do:\n\n- call *Tom* · by Friday 27 November 2026\n\n"
        "What you took away last time:\n\n- I can‹U+001B›[2J ask\n\n" + "".join(QUESTIONS)
    )


def test_as_markdown_what_they_said_stays_text() -> None:
    page = form_markdown(FORM)

    assert page.startswith("# Before our next session\n")
    assert r"- call \*Tom\* · by" in page
    assert "".join(f"## {question}" for question in QUESTIONS) in page


def test_with_nothing_to_look_back_on_it_asks_all_the_same() -> None:
    page = form_text(Form("Jane"))

    assert "chose to do:" not in page
    assert "took away" not in page
    assert page.endswith("".join(QUESTIONS))
