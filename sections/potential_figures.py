"""The growth potential on the page: the profile as bars, the number under it, and the goalposts."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.answer import Answer, number_of
from answers.phase import Phase
from answers.potential import Part, Potential
from answers.sentences.potential import (
    IN_PER_CENT,
    design_note,
    figure_text,
    index_sentence,
    part_name,
    part_unit,
    profile_title,
)
from answers.wording import reason_text, value_text
from charts.score_profile import score_profile
from frame.context import Context
from kpis.result import Undefined
from locales.language import NOT_KNOWN
from sections.answers import fraction_unit
from sections.figures import draw_figure
from sections.ranks import draw_ranks
from sections.tables import draw_table
from sections.words import day_text, later_text, plain_markdown


def draw_potential(context: Context, potential: Potential) -> None:
    """Draw the parts of the growth potential, then what they make together."""
    language = context.language
    st.subheader(context.text("The growth potential, part by part"))
    in_words = f"{profile_title(potential, language)}. {index_sentence(potential, language)}"
    draw_figure(context, "potential", lambda: _profile(context, potential), in_words)
    st.write(index_sentence(potential, language))
    st.caption(design_note(potential, language))
    _draw_parts(context, potential)
    draw_ranks(context, potential.year, context.text("Compare with the other places"))


def _profile(context: Context, potential: Potential) -> go.Figure:
    return score_profile(
        [part_name(part, context.language) for part in potential.parts],
        [number_of(part.score) for part in potential.parts],
        [_told(context, part) for part in potential.parts],
        title=profile_title(potential, context.language),
        subtitle=context.text("0 is the floor, 100 the target, {year}", year=potential.year),
        language=context.language,
        dark=context.dark,
    )


def _told(context: Context, part: Part) -> str:
    if isinstance(part.figure, Undefined):
        return context.text("missing")
    return figure_text(part.id, part.figure, context.language)


def _draw_parts(context: Context, potential: Potential) -> None:
    language, text = context.language, context.text
    names = [
        text("Part"),
        text("Figure"),
        text("Floor"),
        text("Target"),
        text("Score"),
        text("Set by, or why there is none"),
    ]
    table = pd.DataFrame(
        {
            names[0]: [part_name(part, language) for part in potential.parts],
            names[1]: [_exported(part, number_of(part.figure)) for part in potential.parts],
            names[2]: [_exported(part, part.goalposts.floor) for part in potential.parts],
            names[3]: [_exported(part, part.goalposts.target) for part in potential.parts],
            text("Unit"): [
                part_unit(part.id, language) or fraction_unit(context, "fraction") for part in potential.parts
            ],
            names[4]: [number_of(part.score) for part in potential.parts],
            names[5]: [_set_by(context, part) for part in potential.parts],
        }
    ).astype(dict.fromkeys(names[1:5], object))
    written = table.drop(columns=text("Unit"))
    written[names[1]] = [figure_text(part.id, part.figure, language) for part in potential.parts]
    written[names[2]] = [figure_text(part.id, part.goalposts.floor, language) for part in potential.parts]
    written[names[3]] = [figure_text(part.id, part.goalposts.target, language) for part in potential.parts]
    written[names[4]] = [
        NOT_KNOWN if (score := number_of(part.score)) is None else language.number(score) for part in potential.parts
    ]
    draw_table(context, table, text("The parts in {year}", year=potential.year), "potential", written=written)
    with st.expander(text("What the parts are called in the sheet Targets")):
        st.markdown(
            "\n".join(f"- {plain_markdown(part_name(part, language))}: `{part.id}`" for part in potential.parts)
        )


def _exported(part: Part, number: float | None) -> float | None:
    """The number as downloads have it: what is in per cent as a fraction, as in every other table."""
    return number / 100 if number is not None and part.id in IN_PER_CENT else number


def _set_by(context: Context, part: Part) -> str:
    if isinstance(part.score, Undefined):
        return reason_text(part.score, context.language)
    posts = part.goalposts
    if posts.is_default:
        return context.text("our default")
    return " · ".join(told for told in (posts.owner, posts.decided_on, posts.reason) if told)


def draw_phase(context: Context, phase: Phase, measured: Answer) -> None:
    """Draw the phase of development that people have told, in their words, and beside it what is measured of it."""
    if not phase.text:
        return
    name = value_text(phase.stage, "label", context.language)
    st.subheader(context.text("Phase of development: {phase}", phase=name))
    day = day_text(context, phase.written_on)
    written = later_text(context, day) if phase.is_later else day
    signed = plain_markdown(", ".join(told for told in (phase.author, written) if told))
    st.markdown(f"> {plain_markdown(phase.text)}")
    st.caption(
        context.text("A judgement by people, not a figure: {who}.", who=signed or context.text("nobody has signed it"))
    )
    if measured.number is not None:
        told = context.text(
            "Measured beside it: {figure}, {value} in {period}.",
            figure=context.language.kpi_text(measured.passport.name),
            value=value_text(measured.result, measured.passport.unit, context.language),
            period=measured.period,
        )
        st.caption(plain_markdown(told))
