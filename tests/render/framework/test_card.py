"""The card for the desk."""

from builders import ACTIONS, ENERGY, FRAMEWORK, MOOD, REFLECTION, STORY, USEFUL, framework_of
from domain.strategies import OFTEN
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.questions import NoteQuestion, Question
from coachcli.domain.text import clean
from coachcli.render.framework.card import framework_card

READER = MarkdownIt("commonmark", {"linkify": True, "html": True}).enable("linkify")


def tokens(page: str) -> list[Token]:
    return [inner for token in READER.parse(page) for inner in (token, *(token.children or ()))]


def test_the_whole_card() -> None:
    framework = Framework(
        id="small",
        title="Small & short",
        minutes=50,
        about="For a short call. And more.",
        credit="After nobody.",
        stages=(
            Stage(
                id="one", title="One", minutes=10, aim="To see.", cue="Slowly.", exit="It is seen.", ask=(STORY, ENERGY)
            ),
            Stage(
                id="two",
                title="Two",
                steps=(
                    Step(id="a", title="Each", cue="Again.", for_each="options", ask=(MOOD,)),
                    Step(id="b", title="End", ask=(ACTIONS, USEFUL, REFLECTION)),
                ),
            ),
        ),
    )

    assert framework_card(framework) == (
        "# Small \\& short\n\n"
        "For a short call. **50 minutes**\n\n"
        "## One · 10 min\n\n"
        "To see.  \n*Slowly.*\n\n"
        "- **What is going on?**\\\n"
        "  <small>And what else? · Since when?</small>\n"
        "- **How is your energy?** (0 to 5)\n\n"
        "→ It is seen.\n\n"
        "## Two\n\n"
        "### Each (for each of options)\n\n"
        "*Again.*\n\n"
        "- **How do you feel?** (Calm / Tense / Tired but well)\n\n"
        "### End\n\n"
        "- **What will you do?**\n"
        "- **How useful was this?** (1 to 10; before the call ends)\n"
        "- **What do I take to supervision?** (after the call)\n\n"
        "*After nobody.*\n"
    )


def test_a_condition_and_a_cue_stand_beside_the_question() -> None:
    question = NoteQuestion(id="why", type="note", ask="Why?", when="energy below 3", cue="Wait.")

    assert "- **Why?** (only if energy below 3) *Wait.*\n" in framework_card(framework_of(ENERGY, question))


def test_every_question_and_probe_is_on_it() -> None:
    shown = framework_card(FRAMEWORK)

    for place in FRAMEWORK.places:
        assert place.question.ask in shown
        assert all(probe in shown for probe in place.question.probes)


WORDS = st.text(st.sampled_from("ab *_`<>[]()#-+!|~&\\\n\x1b1.:/@$^=\u202e"), min_size=1).filter(
    lambda words: clean(words).strip()
)


@OFTEN
@given(WORDS)
def test_what_somebody_wrote_is_nothing_but_words(words: str) -> None:
    question: Question = NoteQuestion(id="a", type="note", ask=words, cue=words, probes=(words, words))
    stage = Stage(id="s", title=words, aim=words, cue=words, exit=words, ask=(question,))
    page = framework_card(Framework(id="f", title=words, about=words, credit=words, stages=(stage,)))

    found = tokens(page)
    html = {token.content for token in found if token.type.startswith("html")}
    assert html <= {"<small>", "</small>"}
    assert not {token.type for token in found} & {"link_open", "image", "code_inline", "fence", "code_block", "hr"}
    assert [token.tag for token in found if token.type == "heading_open"] == ["h1", "h2"]
    assert not set(page) & {"\x1b", "\u202e"}
