"""Questions with a history that were reworded: the id that ties their answers to them is written into the file."""

from collections.abc import Callable

from coachcli.app.framework.prompter import Prompter
from coachcli.domain.framework.items import questions_of
from coachcli.domain.framework.matching import Rewording, rewordings
from coachcli.domain.framework.model import Framework
from coachcli.domain.value import Value
from coachcli.store.framework.check import Checked
from coachcli.store.framework.insertions import with_id, with_renamed


class Histories(Value, frozen=True):
    """A framework from before it was edited: as it was in its file, and as it was in the last session."""

    before: Framework | None
    used: Framework | None

    def losing(self, new: Framework) -> list[Rewording]:
        """The reworded questions whose earlier answers would belong to no question any more."""
        if self.used is None:
            return []
        used = questions_of(self.used)
        return [pair for pair in rewordings(self.before or self.used, new) if pair.old.part.id in used]


class Rescue(Value, frozen=True):
    """Keeps histories: it has somebody to ask, and the function that checks a text again."""

    desk: Prompter
    check: Callable[[bytes], Checked]

    def kept(self, text: bytes, new: Framework, histories: Histories) -> bytes:
        """The text, with the ids written into it that keep the histories the coach wants to keep."""
        for pair in histories.losing(new):
            if self._is_the_same(pair):
                text = self._written(text, pair)
        return text

    def _is_the_same(self, pair: Rewording) -> bool:
        """Whether the coach means the same question in other words. Where nobody can be asked, that is most likely."""
        if self.desk.chooser is None:
            return True
        self.desk.say("Your last session along it had this question in other words:\n")
        self.desk.say(f"    was  {pair.old.words}\n    now  {pair.new.words}\n")
        return self.desk.chooser.agree("Is it the same question?")

    def _written(self, text: bytes, pair: Rewording) -> bytes:
        """The text, written in the first way that makes a good framework in which the question keeps its history."""
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
        question = questions_of(framework).get(framework.renamed.get(pair.old.part.id, pair.old.part.id))
        return question is not None and question.words == pair.new.words
