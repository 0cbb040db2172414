"""What stands above a page in the coach's own name."""

from coachcli.domain.value import Value


class Letterhead(Value, frozen=True):
    """The coach's name, address, logo (a PNG or a JPEG) and colour (#rrggbb); empty what they have not set."""

    name: str = ""
    mail: str = ""
    logo: bytes | None = None
    colour: str = ""


PLAIN = Letterhead()
"""That of a coach who has set nothing about themselves."""
