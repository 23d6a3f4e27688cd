import pytest

from pipelines.words import find_scale, is_computed, is_plain_total, is_total, scale_of_line, without_footnote


@pytest.mark.parametrize(
    "text", ["I alt", "ialt", "Sum", "Hele året", "Total 2023", "2023 i alt:", "Museer i alt", "TOTAL*"]
)
def test_labels_of_totals_are_known(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text", ["Summerfest", "Totalteatret", "Besøg", "", "Museet på Sumvej 5", "indkøb i alt (kr.)"]
)
def test_names_that_only_look_like_totals_are_not(text: str) -> None:
    assert not is_total(text)


def test_a_total_of_something_named_is_not_a_plain_total() -> None:
    assert is_plain_total("I alt 2023")
    assert not is_plain_total("Museer i alt")


@pytest.mark.parametrize("text", ["Gennemsnit", "Gns.", "Ændring i %", "Average", "Indeks"])
def test_labels_of_computed_rows_are_known(text: str) -> None:
    assert is_computed(text)
    assert not is_total(text)


def test_scales_are_told_from_units() -> None:
    assert find_scale("1.000 kr.") == "1.000 kr."
    assert find_scale("mio. kr.") == "mio. kr."
    assert find_scale("kr.") is None
    assert find_scale("antal") is None


def test_a_line_above_a_table_may_say_the_scale() -> None:
    assert scale_of_line("Enhed: 1.000 kr.") == "1.000 kr."
    assert scale_of_line("Besøg (1.000)") == "1.000"
    assert scale_of_line("Enhed: antal") is None
    assert scale_of_line("Besøg 2023") is None


@pytest.mark.parametrize(
    ("text", "bare"), [("2019/20 ", "2019/20"), ("Navn [b]", "Navn"), ("Jan (2)", "Jan"), ("Apr¹", "Apr")]
)
def test_footnote_marks_fall_away(text: str, bare: str) -> None:
    assert without_footnote(text) == bare


@pytest.mark.parametrize(
    ("line", "scale"),
    [
        ("Omsætning 2025, alle beløb i t.kr.", "t.kr."),
        ("Alle tal er i tusinde kroner", "tusinde"),
        ("Revenue in thousands", "thousands"),
        ("Omsætning i 1.000 kr. ekskl. moms", "1.000 kr."),
        ("Besøg i 1000 museer", None),
        ("Omsætning i kroner", None),
    ],
)
def test_a_title_may_say_the_scale_after_an_in(line: str, scale: str | None) -> None:
    assert scale_of_line(line) == scale
