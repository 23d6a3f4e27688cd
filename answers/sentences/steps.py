"""Who does what, how, when and why?"""

from collections import Counter

from answers.steps import DROPPED, TenSteps
from kpis.result import Value
from locales import Language


def steps_sentence(steps: TenSteps, language: Language) -> str:
    """Who does what, how, when and why?"""
    if steps.place.kind == "actor":
        return _of_actor(steps, language)
    if steps.place.kind != "destination":
        return language.text("The ten steps are taken by a whole place; choose one in the list of places.")
    told = (_begun(steps, language), _filled(steps, language), _overdue(steps, language))
    return " ".join(sentence for sentence in told if sentence)


def _of_actor(steps: TenSteps, language: Language) -> str:
    if steps.actions.empty:
        return language.text("{place} has not agreed any actions of its own yet.", place=steps.place.name)
    agreed = language.plural(
        "{place} has agreed {n} action of its own.",
        "{place} has agreed {n} actions of its own.",
        len(steps.actions), place=steps.place.name,
    )  # fmt: skip
    return f"{agreed} {_overdue(steps, language) if len(steps.open_actions) else _closed(steps, language)}".strip()


def _closed(steps: TenSteps, language: Language) -> str:
    """Say of actions none of which is open whether all of them were done."""
    agreed = len(steps.actions)
    if (steps.actions["status"] == DROPPED).any():
        return language.plural("It is no longer open.", "None of them is open any longer.", agreed)
    return language.plural("It is done.", "All of them are done.", agreed)


def _begun(steps: TenSteps, language: Language) -> str:
    result, place = steps.answers["ten_steps_status"].result, steps.place.name
    if not isinstance(result, Value):
        return language.text("{place} has not assessed any of the ten steps yet.", place=place)
    begun, relevant = language.number(result.number), language.number(len(steps.relevant))
    if not result.number:
        return language.text(
            "{place} has begun {begun} of {relevant} steps.", place=place, begun=begun, relevant=relevant
        )
    return language.text(
        "{place} has begun {begun} of {relevant} steps: {stages}.",
        place=place, begun=begun, relevant=relevant, stages=_stages(steps, language),
    )  # fmt: skip


def _stages(steps: TenSteps, language: Language) -> str:
    """Say how far the steps that have begun are: begun may be no more than an idea."""
    counts = Counter(step.maturity for step in steps.relevant)
    told = {
        1: language.text("{n} as an idea", n=language.number(counts[1])),
        2: language.text("{n} as a plan", n=language.number(counts[2])),
        3: language.text("{n} in action", n=language.number(counts[3])),
        4: language.text("{n} evaluated", n=language.number(counts[4])),
    }
    return language.listed(words for stage, words in told.items() if counts[stage])


def _filled(steps: TenSteps, language: Language) -> str:
    filled = steps.answers["five_w_completeness"]
    if filled.number is None:
        return ""
    return language.text(
        "{share} of who, what, why, how and when is written down.", share=language.percent(filled.number, 0)
    )


def _overdue(steps: TenSteps, language: Language) -> str:
    result = steps.answers["action_overdue_share"].result
    if not isinstance(result, Value):
        return ""
    still = steps.open_actions
    overdue = int(still["overdue"].sum())
    if not overdue:
        return language.text("No action is overdue.")
    return language.plural(
        "{n} open action; {overdue} overdue.",
        "{n} open actions; {overdue} overdue.",
        len(still), overdue=language.number(overdue),
    )  # fmt: skip
