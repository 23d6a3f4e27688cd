"""What the numbers of a page are called where they are told apart from it."""

from board.content import Cell, Section, Table
from board.names import names_of
from tests.board.contents import board_page

SAID = Table(
    title="Tallene, der nævnes her: Vig",
    headers=("Tal", "Værdi"),
    numeric=(False, True),
    rows=((Cell(text="Besøg i alt"), Cell(text="120", number=120, key="said")),),
    folded=True,
)


def headed(*places: str) -> str:
    """The name of the one number that the headline of a page of these places says."""
    headline = Section(kind="headline", heading="Kort sagt", sentence="", tables=(SAID,))
    return names_of(board_page().model_copy(update={"places": places, "sections": (headline,)}))["said"]


def test_a_number_of_the_headline_goes_by_its_own_name() -> None:
    assert headed("Vig") == "Besøg i alt"


def test_beside_other_places_it_says_whose_it_is() -> None:
    assert headed("Vig", "Havn") == "Tallene, der nævnes her: Vig: Besøg i alt"
