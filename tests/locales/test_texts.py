"""The Danish of the app: every text that the code asks for, once, and compiled as it stands."""

import ast
import gettext
import io
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_from_file
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from locales.__main__ import CODE, DANISH, FOLDER, KEYWORDS, ROOT

Forms = tuple[str, ...]
ASKING = {"text", "plural", "mark"}
PUT_TOGETHER = (ast.IfExp, ast.BinOp, ast.JoinedStr)
SENTENCE_ENDS = (".", "?", "…")


@pytest.fixture(scope="module")
def danish() -> Catalog:
    with DANISH.open("rb") as file:
        return read_po(file, locale="da", domain="kulturpuls")


@pytest.fixture(scope="module")
def collected() -> Catalog:
    """The texts of the code, by the same extraction as python -m locales."""
    keywords = {**DEFAULT_KEYWORDS, **parse_keywords(KEYWORDS)}
    catalogue = Catalog()
    for path in (ROOT / name for name in CODE):
        if path.is_dir():
            for _, _, text, _, _ in extract_from_dir(path, [("**.py", "python")], keywords=keywords):
                catalogue.add(text)
        elif path.exists():
            for _, text, _, _ in extract_from_file("python", path, keywords):
                catalogue.add(text)
    return catalogue


def _texts(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _forms(text: object) -> Forms:
    """The singular and the plural of a text that has both, else the text alone."""
    return (text,) if isinstance(text, str) else tuple(text) if isinstance(text, list | tuple) else ()


def _ids(catalogue: Catalog) -> set[Forms]:
    return {_forms(message.id) for message in _texts(catalogue)}


def _pairs(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    for message in _texts(catalogue):
        yield from zip(_forms(message.id), _forms(message.string), strict=True)


def _strings(catalogue: Catalog) -> dict[Forms, Forms]:
    return {_forms(message.id): _forms(message.string) for message in _texts(catalogue)}


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def _asked() -> Iterator[tuple[str, ast.expr]]:
    """Every first argument of a call that asks for a text, with the place where it stands."""
    paths = [ROOT / name for name in CODE]
    files = [file for path in paths for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))) if file.exists() else ():
            if isinstance(node, ast.Call) and node.args and _name(node.func) in ASKING:
                yield f"{file.relative_to(ROOT)}:{node.lineno}", node.args[0]


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def test_the_code_has_texts(collected: Catalog) -> None:
    assert ("Overview",) in _ids(collected)
    assert ("{n} visit", "{n} visits") in _ids(collected)


def test_every_text_of_the_code_is_in_the_catalogue(danish: Catalog, collected: Catalog) -> None:
    assert _ids(collected) - _ids(danish) == set()


def test_no_text_stays_in_the_catalogue_when_it_leaves_the_code(danish: Catalog, collected: Catalog) -> None:
    assert _ids(danish) - _ids(collected) == set()


def test_the_extraction_sees_every_text_that_is_written_out(danish: Catalog) -> None:
    """A call inside the braces of an f-string, for one, is not seen by Babel."""
    known = {forms[0] for forms in _ids(danish)}
    asked = ((place, node.value) for place, node in _asked() if isinstance(node, ast.Constant))
    assert [(place, text) for place, text in asked if text not in known] == []


def test_no_text_is_put_together_where_it_is_asked_for() -> None:
    """Two texts in a conditional expression are collected as one that nobody ever asks for."""
    assert [place for place, node in _asked() if isinstance(node, PUT_TOGETHER)] == []


def test_every_text_has_its_danish(danish: Catalog) -> None:
    missing = [message.id for message in _texts(danish) if not all(_forms(message.string))]
    assert missing == []
    assert [message.id for message in _texts(danish) if len(_forms(message.id)) != len(_forms(message.string))] == []


def test_no_danish_text_is_fuzzy_or_obsolete(danish: Catalog) -> None:
    assert not danish.fuzzy
    assert [message.id for message in danish if message.fuzzy] == []
    assert danish.obsolete == {}


def test_the_danish_has_the_same_placeholders(danish: Catalog) -> None:
    assert [english for english, said in _pairs(danish) if _fields(english) != _fields(said)] == []


def test_a_sentence_ends_alike_in_both_languages(danish: Catalog) -> None:
    ends = [(english, said) for english, said in _pairs(danish) if english.endswith(SENTENCE_ENDS)]
    assert [english for english, said in ends if not said.endswith(english[-1])] == []


def test_danish_quotes_are_danish(danish: Catalog) -> None:
    assert [said for _, said in _pairs(danish) if set(said) & set("“”„«»") - {"»", "«"}] == []
    assert [said for _, said in _pairs(danish) if said.count("»") != said.count("«")] == []
    assert [english for english, said in _pairs(danish) if "“" in english and "»" not in said] == []


def test_danish_counts_one_apart_from_all_others(danish: Catalog) -> None:
    assert danish.num_plurals == 2
    assert danish.plural_expr == "(n != 1)"


def test_the_header_names_no_person(danish: Catalog) -> None:
    assert danish.project == "Kulturpuls"
    assert "@" not in "".join(value for name, value in danish.mime_headers)


def test_the_compiled_file_is_made_from_the_texts_as_they_are(danish: Catalog) -> None:
    compiled_now = io.BytesIO()
    write_mo(compiled_now, danish)
    compiled_now.seek(0)
    with DANISH.with_suffix(".mo").open("rb") as file:
        assert _strings(read_mo(file)) == _strings(read_mo(compiled_now))


def test_gettext_finds_the_danish() -> None:
    said = gettext.translation("kulturpuls", Path(FOLDER), ["da"])
    assert said.gettext("Growth potential") == "Vækstpotentiale"
    assert said.ngettext("{n} night", "{n} nights", 1) == "{n} overnatning"
    assert said.ngettext("{n} night", "{n} nights", 0) == "{n} overnatninger"
