"""The figures of the page Collaboration: the network, its ties by kind and by the sectors they join."""

from collections import Counter
from collections.abc import Iterable

import plotly.graph_objects as go

from answers.collaboration import Collaboration
from answers.network import Tie
from answers.places import actor_names
from charts.network import Line, Node, network_map
from charts.tie_bars import tie_bars
from frame.context import Context
from sections.collaboration_words import kind_names, said_by, sector_name, sector_names
from sections.figures import draw_figure


def draw_collaboration_figures(context: Context, collaboration: Collaboration) -> None:
    """Draw the network, and how many ties there are of each kind and between which sectors."""
    if not collaboration.network.ties:
        return
    draw_figure(context, "network", lambda: _map(context, collaboration), _map_title(context, collaboration))
    draw_figure(context, "tie_kinds", lambda: _kinds(context, collaboration), _kinds_title(context, collaboration))
    draw_figure(context, "tie_sectors", lambda: _sectors(context, collaboration), _across_title(context, collaboration))


def _map(context: Context, collaboration: Collaboration) -> go.Figure:
    network, names = collaboration.network, actor_names(context.data)
    number = {actor: place for place, actor in enumerate(network.members)}
    strong = {network.dmo} if collaboration.place.kind == "destination" else set(collaboration.place.actors)
    kinds = kind_names(context)
    return network_map(
        [
            Node(
                names.get(actor, actor),
                network.sectors[actor] or "",
                sector_name(context, network.sectors[actor]),
                is_strong=actor in strong,
                is_known=actor in network.asked,
            )
            for actor in network.members
        ],
        [
            Line(number[tie.a], number[tie.b], kinds[tie.kind], tie.is_confirmed, _in_words(context, tie))
            for tie in network.ties
        ],
        list(kinds.values()),
        one_sided_label=context.text("not confirmed by both"),
        title=_map_title(context, collaboration),
        subtitle=context.text(
            "Ties that stood in {year}. The largest mark is the DMO; an open mark has not been asked.",
            year=collaboration.year,
        )
        if collaboration.place.kind == "destination"
        else context.text(
            "Ties that stood in {year}, those of {place}.", year=collaboration.year, place=collaboration.place.name
        ),
        language=context.language,
        dark=context.dark,
    )


def _in_words(context: Context, tie: Tie) -> str:
    names = actor_names(context.data)
    return context.text(
        "{a} and {b}: {kind} ({said})",
        a=names.get(tie.a, tie.a), b=names.get(tie.b, tie.b),
        kind=kind_names(context)[tie.kind], said=said_by(context, tie),
    )  # fmt: skip


def _map_title(context: Context, collaboration: Collaboration) -> str:
    network = collaboration.network
    confirmed = len(network.confirmed)
    tied = {actor for pair in network.confirmed for actor in pair}
    return context.language.plural(
        "{n} confirmed tie connects {tied} actors",
        "{n} confirmed ties connect {tied} actors",
        confirmed, tied=context.language.number(len(tied)),
    )  # fmt: skip


def _kinds(context: Context, collaboration: Collaboration) -> go.Figure:
    names = kind_names(context)
    return _bars(
        context,
        [(names[tie.kind], tie) for tie in collaboration.network.ties],
        list(names.values()),
        _kinds_title(context, collaboration),
        context.text("Ties by kind, {year}", year=collaboration.year),
    )


def _kinds_title(context: Context, collaboration: Collaboration) -> str:
    names, counts = kind_names(context), Counter(tie.kind for tie in collaboration.network.ties)
    (kind, most), *others = counts.most_common()
    n = context.language.number(counts.total())
    if others and others[0][1] == most:
        return context.text(
            "Kinds of ties: {kinds}, with {n} ties in all", n=n, kinds=context.language.number(len(counts))
        )
    return context.text(
        "The most common tie is {kind}: {most} of {n}", kind=names[kind], most=context.language.number(most), n=n
    )


def _sectors(context: Context, collaboration: Collaboration) -> go.Figure:
    told = [(_between(context, collaboration, tie), tie) for tie in collaboration.network.ties]
    counts = Counter(label for label, _ in told)
    return _bars(
        context,
        told,
        sorted(counts, key=lambda label: (-counts[label], label)),
        _across_title(context, collaboration),
        context.text("Ties by the sectors they join, {year}", year=collaboration.year),
    )


def _between(context: Context, collaboration: Collaboration, tie: Tie) -> str:
    order = list(sector_names(context))
    sectors = sorted(
        (collaboration.network.sectors[actor] for actor in tie.pair),
        key=lambda sector: order.index(sector) if sector in order else len(order),
    )
    return " – ".join(sector_name(context, sector) for sector in sectors)


def _across_title(context: Context, collaboration: Collaboration) -> str:
    sectors = collaboration.network.sectors
    bridges = [
        tie for tie in collaboration.network.ties if {sectors[one] for one in tie.pair} == {"culture", "tourism"}
    ]
    if not bridges:
        return context.text("No tie joins culture and tourism")
    confirmed = sum(tie.is_confirmed for tie in bridges)
    return context.language.plural(
        "{confirmed} of {n} tie between culture and tourism is confirmed by both",
        "{confirmed} of {n} ties between culture and tourism are confirmed by both",
        len(bridges), confirmed=context.language.number(confirmed),
    )  # fmt: skip


def _bars(
    context: Context,
    told: Iterable[tuple[str, Tie]],
    labels: list[str],
    title: str,
    subtitle: str,
) -> go.Figure:
    both: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for label, tie in told:
        (both if tie.is_confirmed else others)[label] += 1
    return tie_bars(
        labels,
        [both[label] for label in labels],
        [others[label] for label in labels],
        confirmed_label=context.text("confirmed by both"),
        one_sided_label=context.text("not confirmed by both"),
        title=title,
        subtitle=subtitle,
        language=context.language,
        dark=context.dark,
    )
