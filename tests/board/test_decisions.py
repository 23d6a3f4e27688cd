"""What the board decided is noted by who may send, stands beside the page, and can be taken off it."""

from dataclasses import replace

import pytest

from access.acts import NotAllowedError
from access.reader import LOCAL_ANALYST
from answers.data import Data
from board.composition import Composition, SectionChoice
from board.decisions import decisions, note, withdraw
from board.pages_sent import NoSuchPageError, page
from board.send import send
from records import journal

pytestmark = pytest.mark.usefixtures("own_records")


@pytest.fixture
def sent(composition: Composition, sample_data: Data, own_records: None) -> int:
    short = composition.model_copy(update={"sections": (SectionChoice(kind="headline"),)})
    return send(short, sample_data, LOCAL_ANALYST).page


def test_a_decision_is_kept_with_its_page_until_it_is_withdrawn(sent: int) -> None:
    note(sent, "  Museet holder åbent i oktober. ", LOCAL_ANALYST)
    note(sent, "Vi søger midler.", LOCAL_ANALYST)
    first, second = decisions(sent)
    assert (first.text, second.text) == ("Museet holder åbent i oktober.", "Vi søger midler.")
    withdraw(first.id, sent, LOCAL_ANALYST)
    withdraw(first.id, sent, LOCAL_ANALYST)
    assert [one.text for one in decisions(sent)] == ["Vi søger midler."]
    assert [entry.act for entry in journal.entries()][:3] == ["withdraw decision", "decide", "decide"]


def test_a_decision_changes_nothing_of_the_page_that_was_sent(sent: int) -> None:
    before = page(sent)
    note(sent, "Vi søger midler.", LOCAL_ANALYST)
    assert before is not None and page(sent) == before


def test_an_empty_decision_is_none(sent: int) -> None:
    with pytest.raises(ValueError, match="says something"):
        note(sent, "  ", LOCAL_ANALYST)


def test_who_may_not_send_notes_nothing_and_the_refusal_is_in_the_journal(sent: int) -> None:
    with pytest.raises(NotAllowedError):
        note(sent, "Nej", replace(LOCAL_ANALYST, role="reader"))
    assert (journal.entries()[0].act, journal.entries()[0].outcome) == ("decide", "refused")
    assert not decisions(sent)


def test_who_may_not_see_the_place_cannot_note_on_its_page(sent: int) -> None:
    with pytest.raises(NoSuchPageError):
        note(sent, "Nej", replace(LOCAL_ANALYST, places=frozenset({"destination:elsewhere"})))
