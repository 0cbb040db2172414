"""Follow-up questions: those of the question at hand, and behind them those of topic packs."""

from coachcli.app.call import Call
from coachcli.errors import CoachError
from coachcli.live.source import Line


def probe(call: Call, argument: str, line: Line) -> None:
    """Show the next follow-up question; with the name of a pack, the next one of that."""
    if argument:
        _from_pack(call, argument, line)
        return
    stop = call.stop
    own = [(text, "") for text in stop.place.question.probes] if stop else []
    probes = [*own, *_of_packs(call)]
    if stop is None or not probes:
        call.remark = "There are no follow-up questions here; /probe PACK shows those of a topic."
        return
    _show(call, stop.key, probes)


def packs_at_hand(call: Call) -> list[str]:
    """The packs that the framework names for where the conversation is."""
    framework, place = call.desk.walk.framework, call.place
    return list(dict.fromkeys([*(place.stage.packs if place else ()), *framework.packs]))


def _of_packs(call: Call) -> list[tuple[str, str]]:
    found = []
    for name in packs_at_hand(call):
        try:
            pack = call.desk.packs(name)
        except CoachError:
            # It was there when the framework was checked, and nothing may stop a call.
            continue
        found += [(text, pack.title) for text in pack.probes]
    return found


def _from_pack(call: Call, name: str, line: Line) -> None:
    try:
        pack = call.desk.packs(name)
    except CoachError as error:
        call.refuse(f"{error.message} {error.hint}", line)
        return
    _show(call, ("pack", pack.id), [(text, pack.title) for text in pack.probes])


def _show(call: Call, whose: tuple[str | None, ...], probes: list[tuple[str, str]]) -> None:
    """The next of these; none comes twice before all were shown."""
    shown = call.probes_shown.get(whose, 0)
    text, title = probes[shown % len(probes)]
    call.probe = call.desk.walk.fill(text, call.session) + (f"  ({title})" if title else "")
    call.probes_shown[whose] = shown + 1
    if shown and shown % len(probes) == 0:
        call.remark = "That was the last of them; from the top again."
