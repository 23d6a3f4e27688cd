"""Does income grow in line with our WHY?"""

from answers.answer import Answer, number_of
from answers.business import Business
from answers.compare import Coverage
from answers.wording import reason_text
from kpis.result import Undefined
from locales import Language

NOTHING_TO_WRITE = 0.0005


def business_sentence(business: Business, language: Language) -> str:
    """Does income grow in line with our WHY?"""
    told = [_income(business, language), _purpose(business.answers["mission_aligned_revenue_share"], language)]
    return " ".join(sentence for sentence in told if sentence)


def _income(business: Business, language: Language) -> str:
    growth = business.answers["real_revenue_growth"]
    if growth.number is not None:
        return _grown(business, growth.number, growth.coverage, language)
    per_visit = business.answers["revenue_per_visit"]
    if isinstance(per_visit.result, Undefined):
        return language.text(
            "What {place} earned in {year} is not known. {reason}",
            place=business.place.name, year=business.year, reason=reason_text(per_visit.result, language),
        )  # fmt: skip
    return language.text(
        "{place} earned {amount} DKK for each visit in {year}{basis}.",
        place=business.place.name, amount=language.number(per_visit.number), year=business.year,
        basis=actors_text(per_visit.coverage, language),
    )  # fmt: skip


def _grown(business: Business, growth: float, coverage: Coverage | None, language: Language) -> str:
    told = {"place": business.place.name, "year": business.year, "basis": actors_text(coverage, language)}
    if abs(growth) < NOTHING_TO_WRITE:
        return language.text("{place} earned as much in {year} as the year before, in fixed prices{basis}.", **told)
    change = language.percent(abs(growth))
    if growth > 0:
        return language.text(
            "{place} earned {change} more in {year} than the year before, in fixed prices{basis}.",
            change=change, **told,
        )  # fmt: skip
    return language.text(
        "{place} earned {change} less in {year} than the year before, in fixed prices{basis}.", change=change, **told
    )


def actors_text(coverage: Coverage | None, language: Language) -> str:
    """Return in brackets how many of how many actors a figure rests on, "" where it is all of them."""
    if coverage is None or coverage.is_whole:
        return ""
    k = language.number(coverage.reporters)
    return f" ({language.plural('{k} of {n} actor', '{k} of {n} actors', coverage.of_reporters, k=k)})"


def _purpose(answer: Answer, language: Language) -> str:
    basis = actors_text(answer.coverage, language)
    if answer.number is not None:
        share = language.percent(answer.number, 0)
        if (before := number_of(answer.previous)) is None:
            return language.text(
                "{share} of the own income comes from what is judged to be the core of the purpose{basis}.",
                share=share, basis=basis,
            )  # fmt: skip
        return language.text(
            "{share} of the own income comes from what is judged to be the core of the purpose, against {before} the "
            "year before{basis}.",
            share=share, before=language.percent(before, 0), basis=basis,
        )  # fmt: skip
    assert isinstance(answer.result, Undefined)
    if answer.result.reason == "purpose_not_judged":
        known = answer.result.detail["known_share"]
        return language.text(
            "Only {share} of the own income is judged against the purpose, too little to say whether it "
            "follows{basis}.",
            share=language.percent(float(str(known)), 0), basis=basis,
        )  # fmt: skip
    if answer.result.reason == "list_empty":
        return language.text(
            "No products are listed for {year}, so none is judged against the purpose.", year=answer.period
        )
    return ""
