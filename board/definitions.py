"""What the shown figures mean, and the version of each formula."""

import ast
import hashlib
import inspect
import textwrap
from collections.abc import Iterable

from board.content import Definition, Section
from board.parts.asked import Asked, PlaceAsked
from kpis.catalogue import catalogue
from kpis.declare import Passport
from sections.method import passport_text

_LENGTH = 12


def definitions_of(asked: Asked, sections: Iterable[Section]) -> tuple[Definition, ...]:
    """Return the definition of every KPI that the sections show, in the order of the catalogue."""
    at = next(asked.places())
    shown = shown_kpis(sections)
    return tuple(_definition(at, passport) for kpi, passport in catalogue().items() if kpi in shown)


def shown_kpis(sections: Iterable[Section]) -> frozenset[str]:
    """Return the KPIs that stand in the keys of the sections' cells."""
    cells = (cell for section in sections for cell in section.cells())
    return frozenset(part for cell in cells for part in cell.key.split("|")[2:3] if part in catalogue())


def _definition(at: PlaceAsked, passport: Passport) -> Definition:
    told = passport_text(at.context, passport)
    parts = tuple((part.label, "\n".join(part.texts)) for part in told.parts)
    return Definition(kpi=passport.id, name=told.name, parts=parts, version=version_of(passport))


def version_of(passport: Passport) -> str:
    """Return what changes with the formula of a KPI, its unit or its direction, and not with its texts."""
    told = f"{passport.id} {passport.unit} {passport.direction} {_formula(passport)}"
    return hashlib.sha256(told.encode()).hexdigest()[:_LENGTH]


def _formula(passport: Passport) -> str:
    """The statements of the function: without its declaration, docstring, comments and layout."""
    function = ast.parse(textwrap.dedent(inspect.getsource(passport.compute))).body[0]
    assert isinstance(function, ast.FunctionDef)
    has_docstring = ast.get_docstring(function) is not None
    statements = function.body[1:] if has_docstring else function.body
    return "\n".join(ast.dump(node) for node in (function.args, *statements))
