"""A topic pack: follow-up questions on one topic, which any framework can draw on."""

from typing import Annotated

from msgspec import Meta

from coachcli.domain.framework.parts import FrameworkId, Part, Words


class Pack(Part, frozen=True, kw_only=True):
    """Questions on a topic, in the order in which they are shown."""

    id: FrameworkId
    title: Words
    language: str = "en"
    also: tuple[Words, ...] = ()
    about: Words | None = None
    credit: Words | None = None
    probes: Annotated[tuple[Words, ...], Meta(min_length=1)]
