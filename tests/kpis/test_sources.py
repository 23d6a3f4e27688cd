"""Every source of a passport is told in full, and none is declared that no passport names."""

import re

import pytest

from kpis.catalogue import catalogue
from kpis.declare import Passport
from kpis.sources import sources, sources_in

# What is our own or nobody's needs no reference.
OWN = {"identity", "Own measure", "Bayesian average"}
INDICATOR = re.compile(r"\b[A-D]\.?\d(?:\.\d)*(?:[-–/][A-D]\.?\d(?:\.\d)*)?\b|\bstep \d+\b")


@pytest.mark.parametrize("passport", catalogue().values(), ids=lambda passport: passport.id)
def test_every_code_of_a_passport_is_told_in_full(passport: Passport) -> None:
    left = passport.source
    for code in sorted([*sources_in(left), *OWN], key=len, reverse=True):
        left = left.replace(code, "")
    assert INDICATOR.sub("", left).strip(" ,;") == ""


def test_no_source_is_declared_that_no_passport_names() -> None:
    assert {code for passport in catalogue().values() for code in sources_in(passport.source)} == set(sources())


def test_a_code_that_begins_another_is_not_taken_for_it() -> None:
    assert list(sources_in("VE13, NET39b; VE, step 9")) == ["VE13", "NET39b", "VE"]


def test_every_source_says_how_much_of_it_was_read() -> None:
    assert {source.read for source in sources().values()} == {"whole", "part", "general"}
    assert all(source.reference.strip() for source in sources().values())
