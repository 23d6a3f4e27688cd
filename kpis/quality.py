"""Whether the page can be trusted: what is there, how fresh it is, where the series breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import share
from kpis.result import Result, Undefined, Value

COVID_FROM = date(2020, 1, 1)
COVID_TO = date(2021, 12, 31)


@kpi(
    id="data_completeness",
    number=96,
    theme="quality",
    name="Completeness and measured share",
    unit="fraction",
    direction="higher",
    tier="headline",
    question="Can we trust the page?",
    reading="The share of the expected figures that is there. The measured share leaves out those that were estimated.",
    minimum_data="A list of what is expected",
    source="DST16, DST17, COIN09",
    cases=("quality.completeness",),
)
def data_completeness(expected: int | None, present: int | None, *, imputed: int = 0, breaks: int = 0) -> Result:
    """Figures present over figures expected; the measured share counts only those that are not estimated.

    What is expected follows the opening flags: a month in which the house is closed is not missing. A month is
    expected as soon as anybody has reported it.
    The number of breaks stands beside it, because a complete series can still be two different series.
    """
    whole = positive(expected, Undefined("list_missing"), Undefined("nothing_expected"))
    completeness = share(not_negative(present, Undefined("list_missing")), whole)
    if isinstance(completeness, Undefined):
        return completeness
    measured_cells = None if present is None else present - imputed
    measured = share(not_negative(measured_cells, Undefined("list_missing")), whole)
    if isinstance(measured, Undefined):
        return measured
    detail = {"present": present, "measured_share": measured.number, "breaks": breaks}
    return Value(completeness.value, n=expected, detail=detail)


@kpi(
    id="freshness",
    number=97,
    theme="quality",
    name="Freshness",
    unit="days",
    direction="lower",
    tier="core",
    question="How old are the newest figures?",
    reading="Days since the end of the last month that is reported in full.",
    minimum_data="1 complete month",
    source="DST17",
    cases=(),
)
def freshness(today: date, last_complete_month_end: date | None) -> Result:
    """Days from the end of the last complete month to today.

    A month is complete when everyone who should report has done so. The newest months of the official statistics are
    preliminary and are revised later.
    """
    if last_complete_month_end is None:
        return Undefined("no_complete_month")
    days = (today - last_complete_month_end).days
    if days < 0:
        return Undefined("month_not_over", {"month_end": last_complete_month_end})
    return Value(days, detail={"month_end": last_complete_month_end})


@dataclass(frozen=True, slots=True)
class Break:
    """A noted break: its kind (definition, counter, merger, covid, class, event), its days, and a word about it.

    Without `date_to` it is a single day from which the series is another one.
    """

    kind: str
    date_from: date
    date_to: date | None = None
    text: str = ""

    def touches(self, start: date, end: date) -> bool:
        """Whether any of its days lies in the period."""
        return self.date_from <= end and (self.date_to or self.date_from) >= start


@kpi(
    id="break_flags",
    number=98,
    theme="quality",
    name="Breaks in series",
    unit="count",
    counted=("break", "breaks"),
    direction="context",
    tier="core",
    question="Is the series the same all the way?",
    reading="The number of breaks in the period shown. Across a break, figures are compared with care or not at all.",
    minimum_data="None; the years 2020 and 2021 are always marked",
    source="DST17, TUR19",
    cases=(),
)
def break_flags(notes: Sequence[Break], start: date, end: date) -> Result:
    """The breaks that touch the period, noted by people or by rule: the COVID years 2020 and 2021 are always marked.

    Noted are changes of definition, of counter and of ownership, new classes and large events.
    A real case: the table of nights added nationalities in 1996, 2005, 2008 and 2013; the 0 printed before means "not
    counted separately" and not none, and Iceland jumps from 4,182 to 91,562 in 2005.
    """
    if end < start:
        raise ValueError(f"the period ends on {end}, before it starts on {start}")
    by_rule = [] if any(note.kind == "covid" for note in notes) else [Break("covid", COVID_FROM, COVID_TO)]
    touching = sorted(
        (note for note in (*notes, *by_rule) if note.touches(start, end)), key=lambda note: (note.date_from, note.kind)
    )
    flags = [
        {"kind": note.kind, "date_from": note.date_from, "date_to": note.date_to, "text": note.text}
        for note in touching
    ]
    return Value(len(flags), detail={"flags": flags})
