"""A report of one page: facts with what they rest on, and what is not known said as plainly as what is."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.markup import tidy


@dataclass(frozen=True)
class Fact:
    """One fact in words; `notes` say what it rests on, `kpi` is the id that tests know it by, "" for a plain sum."""

    label: str
    value: str
    unit: str
    notes: tuple[str, ...] = ()
    kpi: str = ""


@dataclass(frozen=True)
class Gap:
    """Something that is not known, and why."""

    label: str
    reason: str


def report_html(facts: Sequence[Fact], gaps: Sequence[Gap], *, gaps_title: str, footer: Sequence[str]) -> str:
    """Return the report; without gaps it has no part about them."""
    told = "".join(_fact(fact) for fact in facts)
    missing = "".join(f"<li><strong>{tidy(gap.label)}.</strong> {tidy(gap.reason)}</li>" for gap in gaps)
    unknown = f'<section class="kp-gaps"><h2>{tidy(gaps_title)}</h2><ul>{missing}</ul></section>' if gaps else ""
    foot = "".join(f'<p class="kp-note">{tidy(text)}</p>' for text in footer)
    return f'<div class="kp-report"><div class="kp-facts">{told}</div>{unknown}<footer>{foot}</footer></div>'


def _fact(fact: Fact) -> str:
    name = f' data-kpi="{tidy(fact.kpi)}"' if fact.kpi else ""
    notes = "".join(f'<p class="kp-note">{tidy(note)}</p>' for note in fact.notes if note)
    return (
        f'<section class="kp-fact"{name}><h2>{tidy(fact.label)}</h2>'
        f'<p class="kp-fact-value"><span>{tidy(fact.value)}</span> {tidy(fact.unit)}</p>{notes}</section>'
    )
