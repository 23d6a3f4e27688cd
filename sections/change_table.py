"""The figures that have changed, each then and now, under the load that moved them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from answers.answer import Answer
from answers.moved import cause_text, causes_text
from answers.panel import Measure
from answers.since import Change
from answers.wording import coverage_text, reason_text, unit_text
from answers.written import difference_text, written
from charts.tables import Align, table_html
from frame.context import Context
from kpis.result import Undefined
from locales.language import NOT_KNOWN
from sections.answers import common_label, period_text
from sections.tables import draw_downloads
from sections.words import capitalised

_ALIGN: tuple[Align, ...] = ("left", "right", "right", "right", "left")


def draw_changes(context: Context, changes: Sequence[Change], measure: Measure) -> None:
    """Draw a table for each cause, the one of the most important figure first, and buttons for all of them in one."""
    say, groups = context.text, dict[str, list[Change]]()
    for change in changes:
        groups.setdefault(_why(context, change), []).append(change)
    headers = [say("Figure"), say("Then"), say("Now"), say("Difference"), say("For better or worse")]
    for why, together in groups.items():
        rows = [_row(context, change, measure) for change in together]
        st.html(table_html(headers, rows, align=_ALIGN, caption=capitalised(why)))
    if changes:
        caption = say("The figures that have changed")
        draw_downloads(context, _table(context, changes, measure), caption, "since", written=_written(context, changes))


def _row(context: Context, change: Change, measure: Measure) -> list[str]:
    before, now, language = change.before, change.now, context.language
    name, judged = common_label(context, (before, now), measure), _judged(context, change, measure)
    if before is None:
        return [name, context.text("hidden"), written(now, language), NOT_KNOWN, judged]
    if _is_label(before) or _is_label(now):
        told = context.text("from “{then}” to “{now}”", then=written(before, language), now=written(now, language))
        return [name, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, told]
    apart = difference_text(before, now, measure, language)
    return [name, written(before, language), written(now, language), apart, judged]


def _is_label(answer: Answer) -> bool:
    return not isinstance(answer.result, Undefined) and answer.number is None


def _table(context: Context, changes: Sequence[Change], measure: Measure) -> pd.DataFrame:
    """Return the changes with the numbers themselves; percentages are fractions, their differences points."""
    return pd.DataFrame(
        {
            context.text("Figure"): common_label(context, (change.before, change.now), measure),
            context.text("Then"): _cell(context, change.before),
            context.text("Now"): _cell(context, change.now),
            context.text("Difference"): change.difference[0] if change.difference else None,
            context.text("Unit"): unit_text(change.now.passport.unit, measure, context.language),
            context.text("For better or worse"): _judged(context, change, measure),
            context.text("Why"): _why(context, change),
        }
        for change in changes
    )


def _written(context: Context, changes: Sequence[Change]) -> pd.DataFrame:
    """Return both figures of each change as they are written on the screen."""
    return pd.DataFrame(
        {
            context.text("Then"): written(change.before, context.language) if change.before else "",
            context.text("Now"): written(change.now, context.language),
        }
        for change in changes
    )


def _cell(context: Context, answer: Answer | None) -> object:
    if answer is None:
        return context.text("hidden")
    return written(answer, context.language) if _is_label(answer) else answer.number


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
    return causes_text([cause_text(cause, context.language) for cause in change.causes], context.language)
