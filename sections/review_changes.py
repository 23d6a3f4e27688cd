"""What has changed since a review: the figures of the place then and now, for better or worse, and why."""

from datetime import date, datetime

import streamlit as st

from answers.days import danish_day, end_of_day, just_before
from answers.panel import Measure
from answers.review_calendar import review_days
from answers.since import Since, since
from answers.steps import TenSteps
from answers.themes import Asked
from answers.written import difference_text, with_unit
from charts.page_parts import heading, note_html
from charts.tables import table_html
from frame.context import Context
from pipelines.edit import FORMAT as EDIT
from sections.answers import label_of
from sections.change_table import draw_changes
from sections.words import measure_of

_LOADS_OFFERED = 3


def draw_since(context: Context, steps: TenSteps) -> None:
    """Draw, folded away, what has changed since the last review, an earlier one, or one of the latest loads.

    The figures of that time are read when it is unfolded, and kept for each state of the data.
    """
    reviews = review_days(steps)
    st.html(heading(context.text("Since the last review"), context.text("The figures as known then and as known now")))
    if not reviews:
        st.html(note_html(context.text("Once a review is written down, what has changed since is told here.")))
    elif not _was_known(context, end_of_day(reviews[0])):
        st.html(note_html(_unknown(context, reviews[0])))
    folded = st.expander(_label(context, steps), key="since", on_change="rerun")
    if not folded.open:
        return
    with folded:
        moments = _moments(context, steps)
        moment = st.selectbox(
            context.text("Compared with"), list(moments), format_func=lambda one: moments[one], key="since_when"
        )
        if moment is not None and context.place is not None and context.year is not None:
            asked = Asked(context.data, context.place, context.year, context.reader, steps.today)
            _draw(context, since(asked, moment))


def _label(context: Context, steps: TenSteps) -> str:
    reviews = review_days(steps)
    if not reviews or not _was_known(context, end_of_day(reviews[0])):
        return context.text("What the latest loads have changed")
    return context.text("What has changed since {day}", day=context.language.date(reviews[0]))


def _moments(context: Context, steps: TenSteps) -> dict[datetime, str]:
    """The end of each day of review, the newest first, and the moment before each of the latest loads.

    Those by which something was known come first, so that what is offered has an answer where there is one.
    """
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
    found = {**held, **before}
    return {moment: found[moment] for moment in sorted(found, key=lambda one: not _was_known(context, one))}


def _was_known(context: Context, moment: datetime) -> bool:
    """True where anything that is shown had been loaded by that moment."""
    loads = context.data.history.shown
    return bool(loads) and loads[0].recorded_at <= moment


def _draw(context: Context, found: Since) -> None:
    if not found.known:
        st.html(note_html(_unknown(context, found.day)))
        return
    st.write(_summary(context, found))
    measure = measure_of(context)
    draw_changes(context, found.changes, measure)
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


def _unknown(context: Context, day: date) -> str:
    told = context.text(
        "Nothing was known of the place on {day}, so nothing can be compared.", day=context.language.date(day)
    )
    loads = context.data.history.shown
    if loads and danish_day(loads[0].recorded_at) > day:
        first = context.language.date(danish_day(loads[0].recorded_at))
        told += " " + context.text("The first figures came here on {day}.", day=first)
    return told


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
