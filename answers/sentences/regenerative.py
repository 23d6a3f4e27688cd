"""What gets better because guests come?"""

from answers.regenerative import Regenerative
from answers.wording import coverage_text
from kpis.result import Result, Undefined
from locales import Language

CERTAIN_FROM = 30


def regenerative_sentence(regenerative: Regenerative, language: Language) -> str:
    """What gets better because guests come?"""
    told = [_actions(regenerative, language), _support(regenerative, language), _energy(regenerative, language)]
    return " ".join(sentence for sentence in told if sentence)


def _actions(regenerative: Regenerative, language: Language) -> str:
    registered = len(regenerative.actions)
    if not registered:
        return language.text("{place} has registered no regenerative actions yet.", place=regenerative.place.name)
    documented = int((regenerative.actions["status"] == "documented").sum())
    if (activities := _activities(regenerative)) < registered:
        return _counted_by_year(regenerative, activities, documented, language)
    return _registered(regenerative, registered, documented, language)


def _activities(regenerative: Regenerative) -> int:
    """How many activities the actions are: one that goes on is an action of each year."""
    actions = regenerative.actions
    named = actions[actions["activity"].notna()]
    return len(named.drop_duplicates(["actor_id", "activity"])) + len(actions) - len(named)


def _counted_by_year(regenerative: Regenerative, activities: int, documented: int, language: Language) -> str:
    told = {"place": regenerative.place.name, "times": language.number(len(regenerative.actions))}
    if not documented:
        return language.plural(
            "{place} has registered {n} regenerative activity, counted once a year and so {times} times in all, "
            "not yet with a documented effect.",
            "{place} has registered {n} regenerative activities, counted once a year and so {times} times in all, "
            "none yet with a documented effect.",
            activities, **told,
        )  # fmt: skip
    return language.plural(
        "{place} has registered {n} regenerative activity, counted once a year and so {times} times in all, "
        "{documented} of them with a documented effect.",
        "{place} has registered {n} regenerative activities, counted once a year and so {times} times in all, "
        "{documented} of them with a documented effect.",
        activities, documented=language.number(documented), **told,
    )  # fmt: skip


def _registered(regenerative: Regenerative, registered: int, documented: int, language: Language) -> str:
    if not documented:
        return language.plural(
            "{place} has registered {n} regenerative action, not yet with a documented effect.",
            "{place} has registered {n} regenerative actions, none yet with a documented effect.",
            registered, place=regenerative.place.name,
        )  # fmt: skip
    return language.plural(
        "{place} has registered {n} regenerative action; {documented} with a documented effect.",
        "{place} has registered {n} regenerative actions; {documented} with a documented effect.",
        registered, place=regenerative.place.name, documented=language.number(documented),
    )  # fmt: skip


def _support(regenerative: Regenerative, language: Language) -> str:
    answer = regenerative.answers["resident_support_share"]
    result: Result = answer.result
    if isinstance(result, Undefined):
        return ""
    share, n, period = language.percent(result.number, 0), language.number(result.n), language.period(answer.period)
    if (result.n or 0) < CERTAIN_FROM:
        return language.text(
            "{share} of the residents asked in {period} see more good than bad (uncertain: only {n} answers).",
            share=share, period=period, n=n,
        )  # fmt: skip
    return language.text(
        "{share} of the residents asked in {period} see more good than bad ({n} answers).",
        share=share, period=period, n=n,
    )  # fmt: skip


def _energy(regenerative: Regenerative, language: Language) -> str:
    answer = regenerative.answers["resource_per_visit"]
    if answer.number is None:
        return ""
    energy, year = language.number(answer.number, 1), regenerative.year
    if answer.coverage is None or answer.coverage.is_whole:
        return language.text("A visit used {energy} kWh in {year}.", energy=energy, year=year)
    return language.text(
        "A visit used {energy} kWh in {year} ({basis}).",
        energy=energy, year=year, basis=coverage_text(answer.coverage, "visits", language),
    )  # fmt: skip
