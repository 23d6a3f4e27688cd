"""What a table is about, in Danish and English: the names down its side, the figures in it, the words above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Language code -> the wordings people use.
Wordings = Mapping[str, Sequence[str]]

MUSEUMS = (
    "Havmuseet",
    "Ålborg Slot",
    "Café Sø",
    "Kunst 3",
    "Museum Øst",
    "Det Gamle Værksted",
    "Fyrtårnet",
    "H.C. Hus",
)
AREAS = ("Vejle", "Klitmøller", "Ærø", "Thy", "Sønder Omme", "Ebeltoft", "Faaborg-Midtfyn", "Rømø")
MARKETS = {"DK": {"da": "Danmark", "en": "Denmark"}, "DE": {"da": "Tyskland", "en": "Germany"},
           "NO": {"da": "Norge", "en": "Norway"}, "NL": {"da": "Holland", "en": "Netherlands"}}  # fmt: skip
MONTH_HEADERS: Wordings = {"da": ("Måned", "Periode"), "en": ("Month", "Period")}
YEAR_HEADERS: Mapping[str, str] = {"da": "År", "en": "Year"}
MARKET_HEADERS: Mapping[str, str] = {"da": "Marked", "en": "Market"}
TOTALS: Wordings = {"da": ("I alt", "Total", "Sum"), "en": ("Total", "Sum", "Grand total")}
# A total over markets is the figure of all markets only where it is called so.
ALL_MARKETS: Wordings = {"da": ("I alt",), "en": ("Total",)}
SECTIONS: Wordings = {"da": ("De store", "De små steder"), "en": ("The large", "The small ones")}
TITLES: Wordings = {
    "da": ("Samlet af foreningen", "Kontakt: formanden", "Udtræk fra billetsystemet", "FORTROLIGT - kun til eget brug"),
    "en": ("Compiled by the association", "Contact: the chair", "Extract from the till", "CONFIDENTIAL"),
}
NOTES: Wordings = {
    "da": ("Kilde: billetsystemet", "* foreløbige tal", "Tallene er talt op af de frivillige, se bilaget."),
    "en": ("Source: the till", "* preliminary", "Counted by the volunteers, see the annex."),
}


@dataclass(frozen=True)
class Subject:
    """One kind of figures: its column, the names it is told of, and how large and how exact its figures are."""

    dataset: str
    measure: str
    kind: str
    names: Sequence[str]
    name_headers: Wordings
    figure_headers: Wordings
    titles: Wordings
    decimals: int = 0
    has_markets: bool = False


VISITS = Subject(
    "visits", "visits", "actor", MUSEUMS,
    {"da": ("Aktør", "Museum", "Attraktion"), "en": ("Actor", "Attraction", "Museum")},
    {"da": ("Besøg", "Antal besøg", "Besøgstal"), "en": ("Visits", "Visitors")},
    {"da": ("Besøg", "Antal besøg", "Besøgstal fra museerne"), "en": ("Visits", "Number of visits")},
    has_markets=True,
)  # fmt: skip
NIGHTS = Subject(
    "nights", "nights", "area", AREAS,
    {"da": ("Område", "Kommune"), "en": ("Area", "Municipality")},
    {"da": ("Overnatninger", "Antal overnatninger"), "en": ("Nights", "Overnight stays")},
    {"da": ("Overnatninger", "Overnatninger i kommunen"), "en": ("Nights", "Nights spent in the area")},
    has_markets=True,
)  # fmt: skip
REVENUE = Subject(
    "revenue", "amount_dkk", "actor", MUSEUMS,
    {"da": ("Aktør", "Museum"), "en": ("Actor", "Business")},
    {"da": ("Beløb (kr.)", "Omsætning"), "en": ("Amount (DKK)", "Turnover")},
    {"da": ("Omsætning", "Omsætning fra museerne"), "en": ("Revenue", "Turnover")},
    decimals=2,
)  # fmt: skip
SUBJECTS = (VISITS, NIGHTS, REVENUE)
