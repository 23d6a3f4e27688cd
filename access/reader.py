"""A reader: who looks, what they may do, which places they may see.

Without a configured login the app listens on this machine only, and whoever opens it is its one analyst: may do all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["reader", "analyst", "admin"]
Right = Literal["load", "edit", "send", "administer"]

# To load is also to undo and to confirm; to edit is to fill in forms, and to take back what one wrote in them; to send
# is also to revoke what was sent.
RIGHTS: Mapping[Role, frozenset[Right]] = {
    "reader": frozenset(),
    "analyst": frozenset({"load", "edit", "send"}),
    "admin": frozenset({"load", "edit", "send", "administer"}),
}
# A load is compared with everything there is, and a member list or a journal tells of everybody (docs/adr/0010).
_NEED_ALL_PLACES: frozenset[Right] = frozenset({"load", "administer"})


@dataclass(frozen=True)
class Reader:
    """Somebody who looks. `name` is what their acts carry; `places` are ids of places, None means all of them.

    `sees_business_figures`: also the figures of fewer than three actors.
    """

    name: str
    role: Role
    places: frozenset[str] | None
    sees_business_figures: bool = False

    def may(self, right: Right) -> bool:
        """True where the role carries the right and the scope allows it; a role that nobody declared carries none."""
        if self.places is not None and right in _NEED_ALL_PLACES:
            return False
        return right in RIGHTS.get(self.role, frozenset())

    def sees_all(self, places: Iterable[str]) -> bool:
        """True where every one of these places is in the scope."""
        return self.places is None or self.places.issuperset(places)

    @property
    def may_load(self) -> bool:
        """True where they may load workbooks, undo uploads and confirm; only with all places in scope."""
        return self.may("load")

    @property
    def may_edit(self) -> bool:
        """True where they may fill in forms about the places in their scope."""
        return self.may("edit")

    @property
    def may_send(self) -> bool:
        """True where they may send pages to the board and revoke them."""
        return self.may("send")

    @property
    def may_administer(self) -> bool:
        """True where they may say who the members are, and read the journal."""
        return self.may("administer")


LOCAL_ANALYST = Reader("Lokal analytiker", "admin", places=None, sees_business_figures=True)


def at_command_line(name: str) -> Reader:
    """Return who works on the machine itself, where the files lie open anyway: may do all, under that name."""
    return Reader(name, "admin", places=None, sees_business_figures=True)
