"""A composition kept under a name comes back as it was, to whoever may see all of its places."""

from dataclasses import replace

import pytest

from access.acts import NotAllowedError
from access.reader import LOCAL_ANALYST
from board.composition import Composition
from board.templates import LONGEST_NAME, forget, keep, templates

pytestmark = pytest.mark.usefixtures("own_records")


def test_a_template_comes_back_as_it_was_kept_and_the_newest_of_a_name_counts(composition: Composition) -> None:
    keep("Kvartal", composition, LOCAL_ANALYST)
    changed = composition.model_copy(update={"title": "Et andet"})
    keep(" Kvartal ", changed, LOCAL_ANALYST)
    assert templates(LOCAL_ANALYST) == {"Kvartal": changed}


def test_a_forgotten_template_is_offered_no_more(composition: Composition) -> None:
    keep("Kvartal", composition, LOCAL_ANALYST)
    forget("Kvartal", LOCAL_ANALYST)
    assert templates(LOCAL_ANALYST) == {}


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1)])
def test_a_name_says_something_and_is_no_story(name: str, composition: Composition) -> None:
    with pytest.raises(ValueError, match="name"):
        keep(name, composition, LOCAL_ANALYST)


def test_only_who_may_see_its_places_is_offered_it(composition: Composition) -> None:
    keep("Kvartal", composition, LOCAL_ANALYST)
    assert not templates(replace(LOCAL_ANALYST, places=frozenset({"destination:elsewhere"})))
    assert templates(replace(LOCAL_ANALYST, places=frozenset(composition.places)))


def test_who_may_not_send_keeps_nothing(composition: Composition) -> None:
    with pytest.raises(NotAllowedError):
        keep("Kvartal", composition, replace(LOCAL_ANALYST, role="reader"))
    assert templates(LOCAL_ANALYST) == {}
