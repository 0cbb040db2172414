"""What tells the coach something beside an editor, and asks what to do next."""

from collections.abc import Callable, Mapping

from coachcli.domain.text import folded
from coachcli.domain.value import Value
from coachcli.live.choice.chooser import Chooser
from coachcli.render.folded_lines import folded_lines


class Prompter(Value, frozen=True):
    """Somebody to ask, if anybody is there; a function that tells the coach something; and how wide that may be."""

    chooser: Chooser | None
    tell: Callable[[str], None]
    """Shows a text unchanged, such as a line of a file with a caret under the place."""
    width: int | None = None

    def say(self, text: str) -> None:
        """Tell sentences, folded to the window."""
        self.tell(folded_lines(text, self.width))

    def answer(self, options: Mapping[str, str]) -> str:
        """Ask for the letter of an option; the first one is taken for Enter alone, and where nobody can be asked."""
        first, *others = options
        while self.chooser is not None:
            self.say(f"{'  '.join(options.values())}\n")
            typed = self.chooser.write(f"{', '.join([first, *others[:-1]])} or {others[-1]}? Enter is {first}:")
            if not typed.strip():
                return first
            meant = [letter for letter, words in options.items() if _is_meant(folded(typed), letter, words)]
            if meant:
                return meant[0]
            self.say("That is none of these.\n")
        return first


def _is_meant(typed: str, letter: str, words: str) -> bool:
    """Whether an answer is this option: its letter, or its first words, whole."""
    named = folded(words.replace("[", "").replace("]", ""))
    return typed == letter or f"{named} ".startswith(f"{typed} ")
