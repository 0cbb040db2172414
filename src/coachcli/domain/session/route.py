"""The way through a framework as things stand: the questions, what they are about, their order. Pure and total."""

from collections.abc import Iterator
from itertools import groupby

from coachcli.domain.framework.model import Framework, Place, Step, items_question
from coachcli.domain.framework.questions import ReviewQuestion
from coachcli.domain.room import is_call
from coachcli.domain.session.answers import items_of
from coachcli.domain.session.carried import CLOSED, Carried
from coachcli.domain.session.condition_eval import is_asked
from coachcli.domain.session.model import Session
from coachcli.domain.session.position import Key, item_of, key_of, place_of
from coachcli.domain.session.voice import comes_up
from coachcli.domain.terms import Phase, Room
from coachcli.domain.value import Value


class Stop(Value, frozen=True):
    """A question, with the thing it is asked about, where it is asked about one thing after another."""

    place: Place
    item: str | None = None

    @property
    def key(self) -> Key:
        """The key that tells a stop from every other."""
        return self.place.question.id, self.item


class Route(Value, frozen=True):
    """A framework, and the open things that the client brings to it from earlier sessions."""

    framework: Framework
    carried: tuple[Carried, ...] = ()

    def stops(self, session: Session, phase: Phase = "call") -> list[Stop]:
        """The stops of the call, or of another phase, that are asked as things stand, in their order."""
        return [stop for stop in self._line(session, phase) if self._is_open(stop, session)]

    def expected(self, session: Session) -> list[Stop]:
        """The stops that the call should come to. Where the order is free, only visited stages count."""
        visited = {turn.stage for turn in session.turns if turn.phase == "call"}
        everywhere = self.framework.order == "fixed"
        return [stop for stop in self.stops(session) if everywhere or stop.place.stage.id in visited]

    def current(self, session: Session) -> Stop | None:
        """Where the conversation stands; None at the map and once it has ended."""
        place = place_of(self.framework, session)
        return Stop(place, item_of(session)) if place is not None else None

    def following(self, session: Session) -> Stop | None:
        """The stop after the one at hand; None where the map comes next."""
        here = self.current(session)
        if here is None:
            return self.unvisited(session)
        if here.place.question.phase != "call":
            return None
        after = next((stop for stop in self._after(here, session) if self._is_open(stop, session)), None)
        elsewhere = after is not None and after.place.stage is not here.place.stage
        return None if elsewhere and self.framework.order == "free" else after

    def unvisited(self, session: Session) -> Stop | None:
        """The next stop without a visit: after the last visited one, else from the top."""
        unasked = self.never_asked(session)
        if not unasked or not session.turns:
            return unasked[0] if unasked else None
        last = key_of(session.turns[-1])
        line = [stop.key for stop in self._line(session)]
        here = line.index(last) if last in line else -1
        return next((stop for stop in unasked if line.index(stop.key) > here), unasked[0])

    def never_asked(self, session: Session) -> list[Stop]:
        """The stops of the call without a visit."""
        visits = {key_of(turn) for turn in session.turns}
        return [stop for stop in self.stops(session) if stop.key not in visits]

    def opening(self, place: Place, session: Session) -> Stop:
        """The stop at which a jump to a place arrives: of several things, the first that was not asked about yet."""
        there = [stop for stop in self._line(session) if stop.place == place]
        unasked = [stop for stop in self.never_asked(session) if stop.place == place]
        return next(iter([*unasked, *there]), Stop(place))

    def about(self, stop: Stop) -> Carried | None:
        """The open thing that a review looks back on at a stop."""
        question = stop.place.question
        if not isinstance(question, ReviewQuestion):
            return None
        return next((thing for thing in self._looked_back_on(stop.place, question) if thing.what == stop.item), None)

    def _after(self, here: Stop, session: Session) -> list[Stop]:
        line = self._line(session)
        keys = [stop.key for stop in line]
        if here.key in keys:
            return line[keys.index(here.key) + 1 :]
        # The thing it is about is gone. So the stops beside it without a visit come next, then those behind it.
        visits = {key_of(turn) for turn in session.turns}
        beside = [stop for stop in line if _in_one_loop(stop.place, here.place)]
        order = self.framework.places.index(here.place)
        behind = [stop for stop in line if stop not in beside and self.framework.places.index(stop.place) > order]
        return [*(stop for stop in beside if stop.key not in visits), *behind]

    def _line(self, session: Session, phase: Phase = "call") -> list[Stop]:
        """Every stop of a phase, even where its condition does not hold."""
        places = [place for place in self.framework.places if place.question.phase == phase]
        steps = groupby(places, key=lambda place: (place.stage.id, place.step.id if place.step else None))
        return [stop for _, group in steps for stop in self._expanded(list(group), session)]

    def _expanded(self, places: list[Place], session: Session) -> Iterator[Stop]:
        """The stops at the places of one step, or of a stage without steps."""
        step = places[0].step
        if step is None or step.for_each is None:
            for place in places:
                yield from self._single(place)
            return
        which = self.framework.by_id.get(items_question(step))
        if which is not None and which in places:
            yield Stop(which)
        for item in self._items(step, session):
            yield from (Stop(place, item) for place in places if place != which)

    def _single(self, place: Place) -> Iterator[Stop]:
        if isinstance(place.question, ReviewQuestion):
            yield from (Stop(place, thing.what) for thing in self._looked_back_on(place, place.question))
        else:
            yield Stop(place)

    def _looked_back_on(self, place: Place, question: ReviewQuestion) -> list[Carried]:
        """The open things of the kind, as far as they come up in that stage; whom they are from was asked before."""
        room = self.framework.room_of(place.stage)
        things = (one for one in self.carried if f"{_kind_before(one, room)}s" == question.of)
        return [one for one in things if comes_up(one, room, one.person)]

    def _items(self, step: Step, session: Session) -> list[str]:
        """The things that a step goes through: all of them, or those that were picked where it takes fewer."""
        items = self._everything(step, session)
        if step.most is None or len(items) <= step.most:
            return items
        which = self.framework.by_id[items_question(step)]
        choice = [item for item in items_of(session, which.question) if item in items]
        return (choice or items)[: step.most]

    def _everything(self, step: Step, session: Session) -> list[str]:
        source = self.framework.by_id.get(step.for_each or "")
        return items_of(session, source.question) if source is not None else []

    def _is_open(self, stop: Stop, session: Session) -> bool:
        return self._is_needed(stop, session) and is_asked(stop.place, self.framework, session, stop.item)

    def _is_needed(self, stop: Stop, session: Session) -> bool:
        """Whether a stop has anything to ask.

        A review has nothing to ask about a thing that was ticked off elsewhere. Nor is it asked which things to look at
        where these are few enough.
        """
        about, step = self.about(stop), stop.place.step
        if about is not None and _is_closed_elsewhere(about, stop, session):
            return False
        if step is None or step.most is None or stop.place.question.id != items_question(step):
            return True
        return len(self._everything(step, session)) > step.most


def _is_closed_elsewhere(thing: Carried, stop: Stop, session: Session) -> bool:
    reviews = (note.reviewed for turn, note in session.notes if note.reviewed and key_of(turn) != stop.key)
    return any(one.kind == thing.kind and one.what == thing.what and one.outcome in CLOSED for one in reviews)


def _in_one_loop(place: Place, other: Place) -> bool:
    """Whether the conversation goes through two places together, thing by thing."""
    in_loop = place.step is not None and place.step.for_each is not None
    return place.step is other.step if in_loop else place is other


def _kind_before(thing: Carried, room: Room) -> str:
    """As what a thing comes up: what the coach took on is no action of the client's, who is asked there."""
    return "promise" if thing.is_promise and is_call(room) else thing.kind
