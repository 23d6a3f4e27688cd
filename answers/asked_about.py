"""What surveys ask about, in the reader's language where it is one of the words that most of them use."""

from locales import Language, mark

# As people write it in the sheet, in Danish or English; any other word is shown as it stands there.
_COMMON = (
    (mark("age"), ("alder", "aldersgruppe", "age")),
    (mark("gender"), ("køn", "gender", "sex")),
    (mark("place of residence"), ("bopæl", "residence")),
    (mark("country"), ("land", "nationalitet", "country", "nationality")),
    (mark("education"), ("uddannelse", "education")),
    (mark("interpretation"), ("formidling", "interpretation")),
    (mark("service"), ("betjening", "service")),
    (mark("signs outside"), ("skiltning udenfor", "signs outside")),
    (mark("signs"), ("skiltning", "skilte", "signs")),
    (mark("opening hours"), ("åbningstider", "åbningstid", "opening hours")),
    (mark("café"), ("café", "cafe")),
    (mark("shop"), ("butik", "butikken", "shop")),
    (mark("price"), ("pris", "priser", "price", "prices")),
    (mark("access"), ("tilgængelighed", "access", "accessibility")),
)
_MESSAGES = {word: message for message, words in _COMMON for word in words}


def asked_about(item: str, language: Language) -> str:
    """Return an item or a grouping of a survey in this language, as it was written where it is no common one."""
    message = _MESSAGES.get(item.strip().casefold())
    return language.text(message) if message else item
