"""What the doors say in words: roles, and why a change of a member cannot be made."""

from collections.abc import Mapping

from access.members import MemberError
from access.reader import Role
from locales import Language, mark

ROLES: Mapping[Role, str] = {"reader": mark("Reader"), "analyst": mark("Analyst"), "admin": mark("Administrator")}
_FAULTS: Mapping[str, str] = {
    "no_email": mark("That is no e-mail address."),
    "no_role": mark("There is no such role."),
    "is_member": mark("There is a member with that address already."),
    "no_member": mark("There is no member with that address."),
    "last_admin": mark("Somebody must be left who can say who the members are: an administrator of all places."),
}


def member_fault(error: MemberError, language: Language) -> str:
    """Return in words why the change cannot be made."""
    return language.text(_FAULTS[error.args[0]])
