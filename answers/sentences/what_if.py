"""What a plan would change, in words."""

from answers.sentences.markets import market_name
from answers.what_if import LEAVE, MOVE, TO, WIN, Plan
from answers.what_if_outcome import Outcome, change_of, even_months
from answers.wording import counted_text
from kpis.growth.markets import TOTAL
from locales import Language
from locales.rounding import rounded, whole

UNCHANGED_BELOW = 0.05


def plan_text(plan: Plan, language: Language) -> str:
    """What is tried, as the beginning of a sentence."""
    parts = []
    if plan.move:
        share = language.percent(plan.move / 100, 0)
        left, months = language.month(plan.leave), language.listed(language.month(month) for month in plan.to)
        parts.append(
            language.text(
                "{share} of the guests in {left} come in {months} instead", share=share, left=left, months=months
            )
        )
    if plan.win:
        if plan.market == TOTAL:
            parts.append(
                language.plural(
                    "{n} more guest comes in April, May, September and October",
                    "{n} more guests come in April, May, September and October",
                    plan.win,
                )
            )
        else:
            market = market_name(plan.market, language)
            parts.append(
                language.plural(
                    "{n} more guest from {market} comes in April, May, September and October",
                    "{n} more guests from {market} come in April, May, September and October",
                    plan.win,
                    market=market,
                )
            )
    return language.listed(parts)


def finding(outcome: Outcome, language: Language) -> str:
    """How the season would lie, as the title of the figure."""
    before, after = (even_months(result) for result in outcome.season["season_evenness"])
    if outcome.plan.is_nothing or before is None or after is None:
        return language.text("The season as it is")
    now, then = language.number(before, 1), language.number(after, 1)
    if abs(after - before) < UNCHANGED_BELOW:
        return language.text("The season stays spread like {months} even months", months=now)
    return language.text("The season spreads like {after} even months instead of {before}", after=then, before=now)


def outcome_sentence(outcome: Outcome, language: Language) -> str:
    """What is tried, whether it makes the season flatter, and how many would find no room."""
    if outcome.plan.is_nothing:
        return language.text("Move a slider to see what it would change.")
    tried = outcome.tried
    concentration = change_of(outcome.season["gini_season_norm"])
    said = [_flatter_or_steeper(plan_text(outcome.plan, language), concentration or 0.0, language)]
    if whole(tried.turned_away) > 0:
        away = counted_text(tried.turned_away, outcome.measure, language)
        said.append(language.text("{counted} of it find no room.", counted=away))
    if not outcome.knows_the_room:
        said.append(language.text("The room is not reported, so nothing limits this."))
    return " ".join(said)


def _flatter_or_steeper(plan: str, change: float, language: Language) -> str:
    if not rounded(change, 3):
        return language.text("If {plan}, the season stays as it is.", plan=plan)
    if change < 0:
        return language.text("If {plan}, the season becomes flatter.", plan=plan)
    return language.text("If {plan}, the season becomes steeper.", plan=plan)


def dropped_text(name: str, value: str, language: Language) -> str:
    """What an address asked to try and cannot be tried."""
    if name == MOVE:
        return language.text(
            "The link asks to move “{value}” per cent, which cannot be; nothing is moved.", value=value
        )
    if name == WIN:
        return language.text("The link asks to win “{value}” guests, which cannot be; none are won.", value=value)
    if name == LEAVE:
        return language.text(
            "The link asks for guests who leave the month “{value}”, which cannot be; July is taken.", value=value
        )
    if name == TO:
        return language.text(
            "The link asks to move guests to “{value}”, which cannot be; they go to May and October.", value=value
        )
    return language.text(
        "The link asks for guests from “{value}”, whom this place does not know; all markets are shown.", value=value
    )
