"""Every text of the KPIs that is shown to people, for translators: the gettext domain `kpis`."""

from collections.abc import Iterator

from kpis.catalogue import catalogue
from kpis.labels import LABELS
from kpis.reasons import OF_ONE, REASONS

PASSPORT_TEXTS = ("name", "question", "reading", "minimum_data", "method")


def texts() -> Iterator[tuple[str, str]]:
    """Pairs of where a text belongs and the English text itself, which is the msgid."""
    for passport in catalogue().values():
        for field in PASSPORT_TEXTS:
            yield f"{passport.id}.{field}", getattr(passport, field)
        if passport.share_of:
            yield f"{passport.id}.share_of", passport.share_of
        yield from ((f"{passport.id}.counted", words) for words in passport.counted)
    for code, sentence in REASONS.items():
        yield f"reason.{code}", sentence
    for code, (_, sentence) in OF_ONE.items():
        yield f"reason.{code}.of_one", sentence
    for code, words in LABELS.items():
        yield f"label.{code}", words
