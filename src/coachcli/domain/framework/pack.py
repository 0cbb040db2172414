"""A topic pack: follow-up questions on one topic, which any framework can draw on."""

from pydantic import Field as Setting

from coachcli.domain.framework.parts import FrameworkId, Part, Words


class Pack(Part):
    """Questions on a topic, in the order in which they are shown."""

    id: FrameworkId
    title: Words
    language: str = "en"
    about: Words | None = None
    credit: Words | None = None
    probes: tuple[Words, ...] = Setting(min_length=1)
