"""What the sentence about a refused value says of its column: the header, the range and the choices."""

from locales import DANISH, ENGLISH
from warehouse.schema import Column


def column_words(column: Column, header: str = "") -> dict[str, str]:
    """Return what such a sentence needs; `header` is how the column is called where the value stands."""
    named = {"column": header} if header else {f"column_{code}": text for code, text in column.header.items()}
    return {
        **named,
        **{
            f"{name}_{language.code}": language.number(limit, 0 if limit == int(limit) else 1)
            for name, limit in (("low", column.low), ("high", column.high))
            for language in (DANISH, ENGLISH)
            if limit is not None
        },
        "choices_da": ", ".join(choice.names[DANISH.code] for choice in column.choices),
        "choices_en": ", ".join(choice.names[ENGLISH.code] for choice in column.choices),
    }
