"""What residents answered: the whole scale, and the share in favour with its interval."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from charts.key import explain
from charts.palette import Palette, readable_on
from charts.rows import name_rows, write_on_row
from charts.style import SMALL, new_figure
from charts.text import plain, wrapped
from locales import Language

_ROW, _HEAD, _END = 46, 44, 96
_MOST_A_SIDE = 2
_TOO_NARROW = 0.09


def answers_bar(
    rows: Sequence[str],
    answers: Mapping[str, Sequence[float | None]],
    support: Sequence[float | None],
    low: Sequence[float | None],
    high: Sequence[float | None],
    *,
    support_label: str,
    hidden_labels: Sequence[str],
    no_opinion: str = "",
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return one full bar per row (a question, a year or a place), divided by answer.

    `answers` maps each answer, from most against to most in favour, to its fraction per row; a row whose fractions
    are None says why in its place of `hidden_labels`. `no_opinion` is the answer that takes no side, such as
    "don't know", wherever it stands. `support` with `low` and `high` is written at the right end. Raises ValueError
    for a scale of more than five.
    """
    figure, colours = new_figure(
        title=title, subtitle=subtitle, language=language, dark=dark, height=_HEAD + 8 + _ROW * max(1, len(rows))
    )
    name_rows(figure, rows, (0, 1), 16, colours)
    figure.update_layout(barmode="stack", margin={"t": _HEAD, "r": _END, "b": 4})
    for (answer, shares), colour in zip(answers.items(), _colours(list(answers), no_opinion), strict=True):
        _add_answer(figure, rows, answer, shares, getattr(colours, colour), language, colours)
        explain(figure, "fill", colour, answer)
    for row, (share, least, most) in enumerate(zip(support, low, high, strict=True)):
        _write_support(figure, row, share, least, most, language, colours)
        if all(shares[row] is None for shares in answers.values()):
            write_on_row(figure, (0, row), plain(hidden_labels[row]), colours.muted, xshift=4)
    write_on_row(figure, (1, -0.5), f"<b>{wrapped(support_label, 13)}</b>", colours.place, yanchor="bottom")
    return figure


def _colours(answers: Sequence[str], no_opinion: str) -> list[str]:
    """Return the name of a colour per answer: against warm, in favour the place's, what is neither grey."""
    opinions = [answer for answer in answers if answer != no_opinion]
    side, middle = divmod(len(opinions), 2)
    if side > _MOST_A_SIDE:
        raise ValueError(f"{len(opinions)} answers; a scale has at most {2 * _MOST_A_SIDE + 1}")
    against, favour = (("warning",), ("place",)) if side < 2 else (("warning", "warning_soft"), ("place_soft", "place"))
    ordered = iter([*against[:side], *["faint"] * middle, *favour[:side]])
    return ["comparison" if answer == no_opinion else next(ordered) for answer in answers]


def _add_answer(
    figure: go.Figure,
    rows: Sequence[str],
    answer: str,
    shares: Sequence[float | None],
    colour: str,
    language: Language,
    colours: Palette,
) -> None:
    figure.add_bar(
        name=plain(answer),
        x=list(shares),
        y=list(range(len(rows))),
        orientation="h",
        width=0.62,
        marker={"color": colour, "line": {"width": 1.5, "color": colours.paper}},
        text=["" if share is None or share < _TOO_NARROW else language.number(share * 100) for share in shares],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": readable_on(colour), "size": SMALL},
        hovertext=[
            f"{plain(row)}<br>{plain(answer)}: <b>{language.percent(share, 0)}</b>"
            for row, share in zip(rows, shares, strict=True)
        ],
        hoverinfo="text",
    )


def _write_support(
    figure: go.Figure,
    row: int,
    share: float | None,
    low: float | None,
    high: float | None,
    language: Language,
    colours: Palette,
) -> None:
    if share is None:
        return
    text = f"<b>{language.percent(share, 0)}</b>"
    if low is not None and high is not None:
        text += (
            f"<br><span style='color:{colours.muted}'>{language.number(low * 100)}–{language.percent(high, 0)}</span>"
        )
    write_on_row(figure, (1, row), text, colours.place)
