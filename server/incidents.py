"""What happens when something fails: one sentence and a number for the user, the trace with that number in the log."""

import logging
import secrets
from http import HTTPStatus

import streamlit as st
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from answers.view import LANGUAGE
from charts.page_parts import warning_html
from locales import language
from server.refusal import refuse

_log = logging.getLogger("kulturpuls.server")


def note_incident(error: Exception) -> str:
    """Write the error and its trace to the log and return the number that finds it there."""
    number = secrets.token_hex(4)
    _log.error("incident %s", number, exc_info=error)
    return number


def tell_of_incident(error: Exception) -> bool:
    """Say on the page that something failed, and nothing of what."""
    said = language(st.session_state.get(LANGUAGE)).text(
        "Something went wrong, and nothing more was done. Tell whoever runs the app the number {number}.",
        number=note_incident(error),
    )
    st.html(warning_html(said))
    return True


class Incidents:
    """Answers for a route that failed, before anybody else writes the trace on the wire."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; where that fails, answer with the number of the incident."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001 whatever fails is answered for here
            number = note_incident(error)
            if scope["type"] == "http" and not begun:
                sentence = f"Something went wrong; its number is {number}."
                await refuse(scope, receive, send, HTTPStatus.INTERNAL_SERVER_ERROR, sentence)
