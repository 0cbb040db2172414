"""Questions that were reworded and have a history: the id that ties it to them is written into the file."""

from collections.abc import Callable

from coachcli.app.framework.prompter import Prompter
from coachcli.domain.framework.items import questions_of
from coachcli.domain.framework.matching import Rewording, rewordings
from coachcli.domain.framework.model import Framework
from coachcli.domain.value import Value
from coachcli.store.framework.check import Checked
from coachcli.store.framework.insertions import with_id, with_renamed


class Histories(Value, frozen=True):
    """What is known of a framework from before it was edited: as it was, and as the last session had it."""

    before: Framework | None
    used: Framework | None

    def losing(self, new: Framework) -> list[Rewording]:
        """Questions whose earlier answers would belong to nothing any more."""
        if self.used is None:
            return []
        asked = questions_of(self.used)
        return [pair for pair in rewordings(self.before or self.used, new) if pair.old.part.id in asked]


class Rescue(Value, frozen=True):
    """How histories are kept: who is asked, and by what a text is checked again."""

    desk: Prompter
    check: Callable[[bytes], Checked]

    def kept(self, text: bytes, new: Framework, histories: Histories) -> bytes:
        """The text with what keeps the histories that the coach wants kept."""
        for pair in histories.losing(new):
            if self._is_the_same(pair):
                text = self._written(text, pair)
        return text

    def _is_the_same(self, pair: Rewording) -> bool:
        """Whoever cannot be asked most likely means the same: another id is a new question, and easily written."""
        if self.desk.chooser is None:
            return True
        self.desk.say("Your last session along it had this question in other words:\n")
        self.desk.say(f"    was  {pair.old.words}\n    now  {pair.new.words}\n")
        return self.desk.chooser.agree("Is it the same question?")

    def _written(self, text: bytes, pair: Rewording) -> bytes:
        """The first way that leads to a good framework in which the question has its history."""
        old, new = pair.old.part.id, pair.new.part.id
        ways = (
            (f"id: {old}", with_id(text, pair.new.words, old)),
            (f"renamed: {{{old}: {new}}}", with_renamed(text, old, new)),
        )
        for line, changed in ways:
            if changed is not None and self._keeps(changed, pair):
                self.desk.say(f"Its earlier answers stay with it; this goes into the file:  {line}\n")
                return changed
        self.desk.say(f"To keep its earlier answers with it, write into the file:  renamed: {{{old}: {new}}}\n")
        return text

    def _keeps(self, changed: bytes, pair: Rewording) -> bool:
        framework = self.check(changed).framework
        if framework is None:
            return False
        found = questions_of(framework).get(framework.renamed.get(pair.old.part.id, pair.old.part.id))
        return found is not None and found.words == pair.new.words
