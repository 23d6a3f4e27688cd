"""What does each number mean?"""

from frame.context import context
from frame.handover import hand_over
from kpis.catalogue import catalogue
from sections.confidence import draw_grades
from sections.dictionary import draw_dictionary
from sections.glossary import draw_glossary
from sections.headline import draw_headline
from sections.lineage import asked_figure, draw_lineage
from sections.passports import draw_passports
from sections.sources import draw_sources
from sections.verdicts import draw_verdicts


def method() -> None:
    """Draw the page Method."""
    asked = context()
    sentence = asked.text(
        "Here is what each of the {n} figures means, how it is computed and what it needs; "
        "a figure that cannot be computed says why instead of showing a number.",
        n=asked.language.number(len(catalogue())),
    )
    draw_headline(asked.text("Method"), sentence)
    if figure := asked_figure():
        draw_lineage(asked, figure)
    draw_passports(asked)
    draw_grades(asked)
    draw_verdicts(asked)
    draw_dictionary(asked)
    draw_glossary(asked)
    draw_sources(asked)


if __name__ == "__main__":
    hand_over()
