"""A reader: who looks, what they may do, which places they may see.

Without a configured login the app listens on this machine only, and whoever opens it is its one analyst: may do all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["reader", "analyst", "admin"]
Right = Literal["load", "send", "administer"]

# To load is also to undo, to edit and to confirm; to send is also to revoke what was sent.
RIGHTS: Mapping[Role, frozenset[Right]] = {
    "reader": frozenset(),
    "analyst": frozenset({"load", "send"}),
    "admin": frozenset({"load", "send", "administer"}),
}


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
        """True where the role carries the right; a role that nobody declared carries none."""
        return right in RIGHTS.get(self.role, frozenset())

    @property
    def may_load(self) -> bool:
        """True where they may load, undo, edit and confirm."""
        return self.may("load")

    @property
    def may_send(self) -> bool:
        """True where they may send pages to the board and revoke them."""
        return self.may("send")

    @property
    def may_administer(self) -> bool:
        """True where they may say who the members are, and read the journal."""
        return self.may("administer")


LOCAL_ANALYST = Reader("Lokal analytiker", "admin", places=None, sees_business_figures=True)


def current_reader() -> Reader:
    """Return who is looking."""
    return LOCAL_ANALYST
