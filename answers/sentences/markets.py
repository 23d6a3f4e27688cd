"""Which markets carry and which flatten, in words."""

from collections.abc import Mapping

from answers.answer import number_of
from answers.markets import Effect, Markets
from answers.panel import Measure
from answers.rounded_parts import rounding_note
from answers.wording import basis_text, counted_text
from kpis.result import Undefined, Value
from locales import Language, mark
from locales.rounding import whole

NAMES = {
    "DK": mark("Denmark"),
    "DE": mark("Germany"),
    "NO": mark("Norway"),
    "SE": mark("Sweden"),
    "NL": mark("the Netherlands"),
    "UK": mark("the United Kingdom"),
    "US": mark("the USA"),
    "foreign": mark("abroad"),
    "other": mark("other countries"),
    "unknown": mark("unknown residence"),
}
_SPLIT: Mapping[Measure, str] = {
    "visits": mark(
        "Of {change} visits the tide of the area gives {tide}, our mix of markets {mix} and our own pull {own}."
    ),
    "nights": mark(
        "Of {change} nights the tide of the area gives {tide}, our mix of markets {mix} and our own pull {own}."
    ),
}
# An effect below this is 0.00 per cent as written.
TOO_SMALL = 0.005


def market_name(code: str, language: Language) -> str:
    """Return the name of a market as it stands after "from"."""
    return language.text(NAMES[code])


def heading_of(code: str, language: Language) -> str:
    """Return the name of a market as it stands alone."""
    name = market_name(code, language)
    return name[:1].upper() + name[1:]


def is_too_small(effect: Effect) -> bool:
    """Whether the effect is nothing as written."""
    return abs(effect.of_one_per_cent) < TOO_SMALL


def effect_sentence(markets: Markets, language: Language) -> str:
    """What one more guest does to the season, of the market that flattens most and of the one that steepens most."""
    effects = [effect for effect in markets.effects if not is_too_small(effect)]
    if not effects:
        return language.text("No market makes the season flatter or steeper than another.") if markets.effects else ""
    said = [_one_more(effect, language) for effect in dict.fromkeys((effects[0], effects[-1]))]
    return " ".join(said)


def _one_more(effect: Effect, language: Language) -> str:
    name = market_name(effect.market, language)
    if effect.of_one_per_cent < 0:
        return language.text("One more guest from {market} makes the season flatter.", market=name)
    return language.text("One more guest from {market} makes the season steeper.", market=name)


def pull_sentence(markets: Markets, language: Language) -> str:
    """How many of the visits or nights won or lost are our own doing, and of how many who report."""
    answer = markets.answers["shift_share"]
    if isinstance(answer.result, Undefined):
        return ""
    own = whole(number_of(answer.result) or 0.0)
    basis = basis_text(answer.coverage, markets.measure, language) if answer.coverage else ""
    if own == 0:
        return language.text("We follow our markets: nothing is won or lost by our own pull{basis}", basis=basis)
    counted = counted_text(abs(own), markets.measure, language)
    if own > 0:
        return language.text("{counted} won by our own pull{basis}", counted=counted, basis=basis)
    return language.text("{counted} lost by our own pull{basis}", counted=counted, basis=basis)


def pull_in_words(markets: Markets, language: Language) -> str:
    """The three parts of the change, and what could not be split."""
    result = markets.answers["shift_share"].result
    if not isinstance(result, Value):
        return ""
    written = {
        name: language.change(float(str(result.detail[name])))
        for name in ("total_change", "national", "mix", "competitive", "residual")
    }
    total, tide, mix, own, residual = written.values()
    said = [language.text(_SPLIT[markets.measure], change=total, tide=tide, mix=mix, own=own)]
    if residual != language.change(0):
        said += [language.text("{n} come from markets that started at 0 and cannot be split.", n=residual)]
    said += [rounding_note((tide, mix, own, residual), total, language)]
    return " ".join(filter(None, said))
