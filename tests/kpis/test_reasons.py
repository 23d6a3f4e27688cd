import ast
import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kpis
from kpis.catalogue import catalogue
from kpis.reasons import MONTH_FIELDS, OF_ONE, REASONS, SHARE_FIELDS, explain
from kpis.result import Undefined

ONE_YEAR_KPIS = [
    passport.compute for passport in catalogue().values() if "season.base" in passport.cases or passport.number == 1
]
maybe = st.one_of(st.none(), st.floats(-10, 1_000_000))


def _placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}


def _undefineds() -> Iterator[tuple[str, ast.Call]]:
    """Every place in the code that makes an Undefined."""
    for source in sorted(Path(kpis.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Undefined":
                yield f"{source.name}:{node.lineno}", node


def _passed_on(reason: ast.expr) -> bool:
    return isinstance(reason, ast.Attribute) and reason.attr == "reason"


def test_every_reason_that_a_function_can_give_has_a_sentence() -> None:
    used = set()
    for where, call in _undefineds():
        reason = call.args[0]
        assert isinstance(reason, ast.Constant) or _passed_on(reason), f"{where}: a reason is a literal"
        if isinstance(reason, ast.Constant):
            used.add(reason.value)
    assert used == set(REASONS)


def test_every_placeholder_of_a_sentence_is_given_where_the_reason_is() -> None:
    for where, call in _undefineds():
        if _passed_on(call.args[0]):
            continue
        code = ast.literal_eval(call.args[0])
        detail = call.args[1] if len(call.args) > 1 else ast.Dict(keys=[], values=[])
        if isinstance(detail, ast.Dict) and None not in detail.keys:
            given_keys = {key.value for key in detail.keys if isinstance(key, ast.Constant)}
            assert _placeholders(REASONS[code]) <= given_keys, where


def test_a_sentence_is_filled_and_translated() -> None:
    undefined = Undefined("missing_month", {"missing_months": (11,)})

    def write(field: str, content: object) -> object:
        return "november" if field in MONTH_FIELDS else content

    danish = {"Not reported: {missing_months}.": "Ikke indberettet: {missing_months}."}
    assert explain(undefined, translate=danish.__getitem__, write=write) == "Ikke indberettet: november."
    assert explain(undefined) == "Not reported: (11,)."


def test_a_share_in_a_sentence_is_written_by_the_page() -> None:
    undefined = Undefined("residence_unknown", {"known_share": 0.5, "minimum_share": 0.7})

    def write(field: str, content: object) -> object:
        return f"{content:.0%}" if field in SHARE_FIELDS and isinstance(content, float) else content

    assert explain(undefined, write=write) == "We know where the guests live for 50% of the visits; 70% are needed."


def test_one_is_told_as_one() -> None:
    assert explain(Undefined("too_few_years", {"known": 1, "minimum": 3})).startswith("There is 1 complete year;")
    assert explain(Undefined("too_few_years", {"known": 2, "minimum": 3})).startswith("There are 2 complete years;")


@pytest.mark.parametrize("code", REASONS)
def test_a_reason_that_counts_something_has_a_sentence_of_one(code: str) -> None:
    counts = re.findall(r"\{(known|n|actions|surveys|actors)\}(?: of 12| (?!the\b|of\b)\w+)*? \w+s\b", REASONS[code])
    assert not counts or OF_ONE[code][0] in counts


def test_a_code_without_a_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        explain(Undefined("because"))


@given(months=st.lists(maybe, max_size=12))
def test_whatever_a_year_holds_a_result_is_a_number_or_can_be_explained(months: list[float | None]) -> None:
    for compute in ONE_YEAR_KPIS:
        result = compute(months)
        if isinstance(result, Undefined):
            assert "{" not in explain(result)
        else:
            assert result.number >= 0


def test_every_example_of_an_undefined_can_be_explained() -> None:
    examples = [
        catalogue()["visits_yoy"].compute(10, 5),
        catalogue()["visits_trend_growth"].compute({2023: 10, 2024: 0, 2025: 5}),
        catalogue()["freshness"].compute(date(2026, 1, 1), date(2026, 1, 31)),
        catalogue()["co2_per_visit_transport"].compute([], unknown_mode_visits=5),
        catalogue()["lm3"].compute(100, 50, None),
        catalogue()["lm3"].compute(100, 50, 60),
    ]
    sentences = [explain(example) for example in examples if isinstance(example, Undefined)]
    assert sentences == [
        "The earlier period had only 10, too few for a per cent. The change is -5.0.",
        "Years without visits have no rate of growth: (2024,).",
        "The last reported month ends after today: 2026-01-31.",
        "We know how the guests came for 0.0 of the visits; 0.5 are needed.",
        "How the money is spent on is not surveyed, so there is no LM3, only the first two rounds.",
        "The part (60.0) is larger than the whole (50.0); one of the two must be wrong.",
    ]
