"""/probe: the follow-up questions of the question at hand, and then those of topic packs."""

from coachcli.app.call.call import Call
from coachcli.domain.framework.model import Pack
from coachcli.domain.session.moves import Probed
from coachcli.domain.value import Value
from coachcli.errors import CoachError
from coachcli.live.source import Line


class Probe(Value, frozen=True):
    """A follow-up question; `of` is the question or the pack to which it belongs, `title` that of the pack."""

    text: str
    of: tuple[str | None, ...]
    title: str = ""
    pack: str = ""

    @property
    def key(self) -> tuple[str | None, ...]:
        """What tells it from any other follow-up question of the call."""
        return (*self.of, self.text)


def probe(call: Call, argument: str, line: Line) -> None:
    """Show the next follow-up question; with the name of a pack, the next one of that pack."""
    if argument:
        _from_pack(call, argument, line)
        return
    stop = call.stop
    own = [Probe(text, stop.key) for text in stop.place.question.probes] if stop else []
    probes = [*own, *_of_packs(call)]
    if stop is None or not probes:
        call.tell("There are no follow-up questions here; /probe PACK shows those of a topic.")
        return
    _show(call, probes)


def packs_at_hand(call: Call) -> list[str]:
    """The packs that the framework names for the stage at hand, then those it names for every stage."""
    framework, place = call.services.walk.framework, call.place
    return list(dict.fromkeys([*(place.stage.packs if place else ()), *framework.packs]))


def _of_packs(call: Call) -> list[Probe]:
    probes: list[Probe] = []
    for name in packs_at_hand(call):
        try:
            pack = call.services.packs(name)
        except CoachError:
            # The pack was there when the framework was checked; that it is gone must not stop a call.
            continue
        probes += _of_pack(pack)
    return probes


def _from_pack(call: Call, name: str, line: Line) -> None:
    try:
        pack = call.services.packs(name)
    except CoachError as error:
        call.refuse_after(error, line)
        return
    _show(call, _of_pack(pack))


def _of_pack(pack: Pack) -> list[Probe]:
    return [Probe(text, ("pack", pack.id), pack.title, pack.id) for text in pack.probes]


def _show(call: Call, probes: list[Probe]) -> None:
    """Show the one that was shown least often: none comes twice in a sitting before each was shown."""
    # A pack may ask the same words as the question itself: to whoever hears them, that is one question.
    once = list({probe.text: probe for probe in reversed(probes)}.values())[::-1]
    counts = [call.probes_shown.get(probe.key, 0) for probe in once]
    shown = min(counts)
    following = once[counts.index(shown)]
    title = f"  ({following.title})" if following.title else ""
    if following.pack:
        call.move(Probed(following.pack))
    call.show_probe(call.walk.fill(following.text, call.session) + title, following.key)
    if shown and following is once[0]:
        call.tell("That was the last of them; from the top again.")
