"""A page file opened before the app: hand over to app.py, keeping the address.

With a folder named pages/ Streamlit runs a page file alone when its address is the first one asked for after a start.
Page files define a function and end with a call of `hand_over`, so that nothing is shown outside the frame.
"""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager


def hand_over() -> None:
    """Let app.py run instead of the page file that Streamlit has just started."""
    PagesManager.uses_pages_directory = False
    st.rerun()
