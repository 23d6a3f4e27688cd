"""What can be found in a file: a code, where, the value there, and in either language why and what to do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from locales import Language
from pipelines.asking import Ask
from pipelines.finding_kinds import KINDS, OF_FIGURES

_FIGURE = re.compile(r"-?[0-9]+(?:\.([0-9]+))?")


@dataclass(frozen=True)
class Finding:
    """Something found in a file: its code, where, the value there, and what its sentence needs.

    `ask` is set where a person can answer it, with one of `options` or, where there are none, a text of their own.
    """

    code: str
    place: str = ""
    value: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    ask: Ask | None = None
    options: tuple[str, ...] = ()

    def reason(self, language: Language) -> str:
        """Return the sentence that says what is wrong."""
        kind = KINDS[self.code]
        return self._say(kind.of_one if kind.of_one and self.value == "1" else kind.reason, language)

    def question(self, language: Language) -> str:
        """Return what a person is asked, which is the reason where that is a question itself."""
        return self._say(KINDS[self.code].question, language) or self.reason(language)

    def suggestion(self, language: Language) -> str:
        """Return the sentence that says what to do, or nothing."""
        return self._say(KINDS[self.code].suggestion, language)

    def _say(self, message: str, language: Language) -> str:
        """Fill in the message; a value may be given for one language as "name_da". What lacks a value is not said."""
        said = {"value": self.value, **self.values}
        said |= {name.removesuffix(f"_{language.code}"): text for name, text in said.items()}
        if self.code in OF_FIGURES:
            said = {name: _written(text, language) for name, text in said.items()}
        wanted = {name for _, name, _, _ in Formatter().parse(message) if name}
        return language.text(message, **said) if message and wanted <= set(said) else ""


def _written(text: str, language: Language) -> str:
    figure = _FIGURE.fullmatch(text)
    return language.number(float(text), len(figure[1] or "")) if figure else text


class FileRefusedError(Exception):
    """The whole file cannot be used; carries the one finding that says why."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.finding = Finding(code, values=values)
