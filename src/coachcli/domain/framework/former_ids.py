"""What must hold where a framework says that a question goes by another id now."""

from collections.abc import Iterator

from coachcli.domain.framework.scope import Flaw, Spots
from coachcli.domain.near_names import nearest


def untrue_renamings(spots: Spots) -> Iterator[Flaw]:
    """Renamings to a question that is not there, and of one that still is."""
    for old, new in spots.framework.renamed.items():
        where = ("renamed", old)
        if old in spots.by_id:
            said = f"'{old}' was not renamed: there still is a question with that id"
            yield Flaw("E341", where, said, "leave this line out", about=old)
        elif new not in spots.by_id:
            meant = spots.framework.renamed.get(new) or nearest(new, spots.by_id)
            hint = f"did you mean '{meant}'?" if meant else "write  old_id: new_id"
            yield Flaw("E341", where, f"no question has the id '{new}'", hint, about=new)
