"""What is tourism worth here? One page for residents and politicians."""

from answers.sentences.tourism_value import tourism_value_sentence
from answers.tourism_value import tourism_value as answer_tourism_value
from frame.context import context
from frame.empty import draw_empty
from frame.handover import hand_over
from sections.headline import draw_headline
from sections.tourism_value import draw_print_button, draw_tourism_value


def tourism_value() -> None:
    """Draw the page The value of tourism."""
    asked = context()
    if asked.place is None or asked.year is None:
        draw_headline(asked.text("The value of tourism"), asked.text("There are no figures yet."))
        draw_empty(asked)
        return
    answered = answer_tourism_value(asked.data, asked.place, asked.year)
    draw_headline(asked.text("The value of tourism"), tourism_value_sentence(answered, asked.language))
    draw_tourism_value(asked, answered)
    draw_print_button(asked)


if __name__ == "__main__":
    hand_over()
