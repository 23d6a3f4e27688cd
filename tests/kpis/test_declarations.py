import ast
import importlib
from pathlib import Path

import pytest

import kpis
from kpis.catalogue import catalogue
from kpis.declare import THEMES, UNITS, Passport, kpi
from kpis.oracles import read_cases
from kpis.result import Result, Value

PASSPORTS = list(catalogue().values())
SOURCES = sorted(Path(kpis.__file__).parent.rglob("*.py"))


def test_the_catalogue_is_ordered_by_number_and_no_number_comes_twice() -> None:
    numbers = [passport.number for passport in PASSPORTS]
    assert numbers == sorted(set(numbers))


def test_the_catalogue_holds_every_declaration_in_the_code() -> None:
    decorators = [
        decorator
        for source in SOURCES
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "kpi"
    ]
    assert len(decorators) == len(PASSPORTS)


@pytest.mark.parametrize("passport", PASSPORTS, ids=lambda passport: passport.id)
def test_every_kpi_has_all_that_its_reader_needs(passport: Passport) -> None:
    assert passport.id == passport.compute.__name__
    for text in (passport.name, passport.question, passport.reading, passport.minimum_data, passport.source):
        assert text.strip() == text != ""
    assert passport.question.endswith("?")
    assert passport.reading.endswith(".")
    assert passport.unit in UNITS
    assert passport.theme in THEMES
    assert passport.direction in ("lower", "higher", "context", "band")
    assert passport.tier in ("headline", "core", "supporting")


@pytest.mark.parametrize("passport", PASSPORTS, ids=lambda passport: passport.id)
def test_every_method_note_states_its_contract_first_and_stays_short(passport: Passport) -> None:
    first, *rest = passport.method.splitlines()
    assert first.endswith(".")
    assert len(rest) <= 8
    assert not rest or (rest[0] == "" and rest[1] != "")


def test_the_passport_keeps_the_function_itself() -> None:
    season = importlib.import_module("kpis.season.concentration")
    assert catalogue()["gini_season_norm"].compute is season.gini_season_norm


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        catalogue()["new"] = PASSPORTS[0]  # type: ignore[index]


def test_two_kpis_cannot_have_the_same_id() -> None:
    def visits_total() -> Result:
        """Another one."""
        return Value(1)

    declared_again = kpi(
        id="visits_total",
        number=999,
        theme="growth",
        name="Another",
        unit="visits",
        direction="context",
        tier="core",
        question="Which?",
        reading="None.",
        minimum_data="None",
        source="None",
        cases=(),
    )
    with pytest.raises(ValueError, match=r"visits_total is declared in kpis\.growth\.visits too"):
        declared_again(visits_total)


def test_every_worked_case_named_in_a_passport_exists(shared: Path) -> None:
    known = {case.id for case in read_cases(shared / "kpi" / "oracles.json")}
    named = {case for passport in PASSPORTS for case in passport.cases}
    assert named <= known
