"""The grade of a figure in words: why it is not an A, or that nothing takes it below."""

from answers.answer import Answer
from answers.confidence import Confidence, Ground, rests_on_answers
from answers.panel import Measure
from answers.wording import coverage_text
from kpis.labels import LABELS
from kpis.result import Value
from locales import Language
from locales.rounding import whole


def grade_text(confidence: Confidence, language: Language) -> str:
    """Return the grade by its name: "Confidence B"."""
    return language.text("Confidence {grade}", grade=confidence.grade)


def worst_text(confidence: Confidence, answer: Answer, measure: Measure, language: Language) -> str:
    """Return the one reason that decides the grade; for an A, what the figure rests on."""
    if confidence.grounds:
        return ground_text(confidence.grounds[0], answer, measure, language)
    told = coverage_text(answer.coverage, measure, language) or _sample_text(answer, language)
    return told or language.text("nothing missing, nothing estimated")


def reasons_text(confidence: Confidence, answer: Answer, measure: Measure, language: Language) -> str:
    """Return every reason for the grade as one sentence."""
    if not confidence.grounds and (sample := _sample_text(answer, language)):
        return f"{sample[:1].upper()}{sample[1:]}."
    if not confidence.grounds:
        return language.text(
            "Everything expected is there, from the period itself, with no estimate and no break in the series."
        )
    told = "; ".join(ground_text(ground, answer, measure, language) for ground in confidence.grounds)
    return f"{told[:1].upper()}{told[1:]}."


def _sample_text(answer: Answer, language: Language) -> str:
    if not isinstance(answer.result, Value) or not answer.result.n or not rests_on_answers(answer):
        return ""
    return language.plural("a sample: {n} answer", "a sample: {n} answers", answer.result.n)


def ground_text(ground: Ground, answer: Answer, measure: Measure, language: Language) -> str:
    """Return one reason in words, without a full stop; of another figure's, with the name of that figure."""
    if ground.origin:
        own = ground_text(ground._replace(origin=None), ground.origin, measure, language)
        name = language.kpi_text(ground.origin.passport.name)
        return language.text("rests on “{figure}”: {reason}", figure=name, reason=own)
    if ground.kind == "coverage":
        return language.text("only {basis}", basis=coverage_text(answer.coverage, measure, language))
    if ground.kind == "answers":
        return language.plural("uncertain: only {n} answer", "uncertain: only {n} answers", whole(ground.amount))
    if ground.kind == "age":
        return language.plural(
            "the figure is {n} year older than the year asked for",
            "the figure is {n} years older than the year asked for",
            whole(ground.amount),
        )
    if ground.kind == "method":
        return language.text("an estimate that rests on assumptions")
    if ground.kind == "estimates":
        return language.text("{share} of it is estimated", share=language.percent(ground.amount, 0))
    kinds = [language.kpi_text(LABELS[kind]) for kind in ground.breaks]
    return language.text("a break in the series: {kinds}", kinds=language.listed(kinds))
