"""What has changed since a review: the figures of the place then and now, for better or worse, and why."""

from datetime import datetime

import pandas as pd
import streamlit as st

from answers.answer import Answer
from answers.days import danish_day, end_of_day, just_before
from answers.moved import cause_text
from answers.panel import Measure, panel_of
from answers.review_calendar import review_days
from answers.since import Change, Since, since
from answers.steps import TenSteps
from answers.themes import Asked
from answers.wording import coverage_text, reason_text, unit_text
from answers.written import difference_text, with_unit
from charts.page_parts import heading, note_html
from charts.tables import table_html
from frame.context import Context
from kpis.result import Undefined
from locales.language import NOT_KNOWN
from pipelines.edit import FORMAT as EDIT
from sections.answers import label_of, period_text
from sections.tables import draw_table

_MOST_CAUSES, _LOADS_OFFERED = 3, 3


def draw_since(context: Context, steps: TenSteps) -> None:
    """Draw, folded away, what has changed since the last review, an earlier one, or one of the latest loads.

    The figures of that time are read when it is unfolded, and kept for each state of the data.
    """
    reviews = review_days(steps)
    st.html(heading(context.text("Since the last review"), context.text("The figures as known then and as known now")))
    if not reviews:
        st.html(note_html(context.text("Once a review is written down, what has changed since is told here.")))
    moments = _moments(context, steps)
    if not moments:
        return
    folded = st.expander(_label(context, steps), key="since", on_change="rerun")
    if not folded.open:
        return
    with folded:
        moment = st.selectbox(
            context.text("Compared with"), list(moments), format_func=lambda one: moments[one], key="since_when"
        )
        if context.place is not None and context.year is not None:
            asked = Asked(context.data, context.place, context.year, context.reader, steps.today)
            _draw(context, since(asked, moment))


def _label(context: Context, steps: TenSteps) -> str:
    reviews = review_days(steps)
    if not reviews:
        return context.text("What the latest loads have changed")
    return context.text("What has changed since {day}", day=context.language.date(reviews[0]))


def _moments(context: Context, steps: TenSteps) -> dict[datetime, str]:
    """The end of each day of review, the newest first, and the moment before each of the latest loads."""
    say = context.language.date
    held = {end_of_day(day): context.text("the review of {day}", day=say(day)) for day in review_days(steps)}
    loads = [event for event in reversed(context.data.history.shown) if event.format != EDIT][:_LOADS_OFFERED]
    before = {
        just_before(event.recorded_at): context.text(
            "before load {n}, {file}, {day}",
            n=event.upload, file=event.file_name, day=say(danish_day(event.recorded_at)),
        )
        for event in loads
    }  # fmt: skip
    return {**held, **before}


def _draw(context: Context, found: Since) -> None:
    if not found.known:
        _draw_nothing_known(context, found)
        return
    st.write(_summary(context, found))
    measure = _measure(context)
    if found.changes:
        table = _table(context, found, measure)
        caption, written = context.text("The figures that have changed"), _written(context, found, measure, table)
        draw_table(context, table, caption, "since", rows=30, written=written)
    if any(change.before is None for change in found.changes):
        st.html(
            note_html(
                context.text(
                    "What is hidden would tell, set beside the figure of today, what one business earns or what a few "
                    "people have answered."
                )
            )
        )
    _draw_quality(context, found, measure)


def _draw_nothing_known(context: Context, found: Since) -> None:
    day = context.language.date(found.day)
    told = context.text("Nothing was known of the place on {day}, so nothing can be compared.", day=day)
    loads = context.data.history.shown
    if loads and danish_day(loads[0].recorded_at) > found.day:
        first = context.language.date(danish_day(loads[0].recorded_at))
        told += " " + context.text("The first figures came here on {day}.", day=first)
    st.html(note_html(told))


def _measure(context: Context) -> Measure:
    return panel_of(context.data, context.place).measure if context.place else "visits"


def _summary(context: Context, found: Since) -> str:
    language, day = context.language, context.language.date(found.day)
    same = language.plural("{n} other figure is as it was.", "{n} other figures are as they were.", found.unchanged)
    if not found.changes:
        return context.text("No figure of {year} has changed since {day}.", year=context.year, day=day) + " " + same
    told = language.plural(
        "{n} figure of {year} is another one than on {day}:",
        "{n} figures of {year} are others than on {day}:",
        len(found.changes),
        year=context.year,
        day=day,
    )
    verdicts = [change.verdict for change in found.changes]
    counts = {
        context.text("{n} better"): verdicts.count("better"),
        context.text("{n} worse"): verdicts.count("worse"),
        context.text("{n} neither"): verdicts.count("neither"),
        context.text("{n} that cannot be compared"): verdicts.count("not_comparable"),
    }
    parts = language.listed(words.format(n=language.number(n)) for words, n in counts.items() if n)
    return f"{told} {parts}. {same}"


def _table(context: Context, found: Since, measure: Measure) -> pd.DataFrame:
    """Return the changes with the numbers themselves; percentages are fractions, their differences points."""
    return pd.DataFrame(
        {
            context.text("Figure"): label_of(context, change.now, measure),
            context.text("Then"): change.before.number if change.before else None,
            context.text("Now"): change.now.number,
            context.text("Difference"): change.difference[0] if change.difference else None,
            context.text("Unit"): unit_text(change.now.passport.unit, measure, context.language),
            context.text("For better or worse"): _judged(context, change, measure),
            context.text("Why"): _why(context, change),
        }
        for change in found.changes
    )


def _written(context: Context, found: Since, measure: Measure, table: pd.DataFrame) -> pd.DataFrame:
    language, hidden = context.language, context.text("hidden")
    befores = [change.before for change in found.changes]
    columns = {
        context.text("Then"): [with_unit(one, measure, language) if one else hidden for one in befores],
        context.text("Now"): [with_unit(change.now, measure, language) for change in found.changes],
        context.text("Difference"): [
            difference_text(change.before, change.now, measure, language) if change.before else NOT_KNOWN
            for change in found.changes
        ],
    }
    return table.astype(object).assign(**columns).drop(columns=context.text("Unit"))


def _judged(context: Context, change: Change, measure: Measure) -> str:
    before, now = change.before, change.now
    if before is None:
        return ""
    if isinstance(before.result, Undefined):
        return context.text("could not be computed then: {reason}", reason=reason_text(before.result, context.language))
    if isinstance(now.result, Undefined):
        return context.text("cannot be computed now: {reason}", reason=reason_text(now.result, context.language))
    if change.verdict == "not_comparable":
        return _not_comparable(context, before, now, measure)
    return {
        "better": context.text("better"),
        "worse": context.text("worse"),
        "neither": context.text("neither"),
    }[change.verdict]


def _not_comparable(context: Context, before: Answer, now: Answer, measure: Measure) -> str:
    """Say that it is not comparable, with what is other: the period, or else who has reported it, or the months."""
    then, today = (
        [period_text(context, one.period), coverage_text(one.coverage, measure, context.language)]
        for one in (before, now)
    )
    for was, is_now in zip(then, today, strict=True):
        if was != is_now and was and is_now:
            return context.text("not comparable: {then} then, {now} now", then=was, now=is_now)
    return context.text("not comparable: of other actors or months")


def _why(context: Context, change: Change) -> str:
    if not change.causes:
        return context.text("the same cells; what they are compared with, or who belongs to the place, has changed")
    told = [cause_text(cause, context.language) for cause in change.causes]
    more = len(told) - _MOST_CAUSES
    words = "; ".join(told[:_MOST_CAUSES])
    return context.text("{causes}; and {n} more loads", causes=words, n=more) if more > 0 else words


def _draw_quality(context: Context, found: Since, measure: Measure) -> None:
    rows = [
        [
            label_of(context, now, measure),
            with_unit(before, measure, context.language),
            with_unit(now, measure, context.language),
            difference_text(before, now, measure, context.language),
        ]
        for before, now in found.quality
    ]
    say = context.text
    headers = [say("Figure"), say("Then"), say("Now"), say("Difference")]
    caption = context.text("How complete and how fresh the figures were then and are now")
    st.html(table_html(headers, rows, align=["left", "right", "right", "right"], caption=caption))
