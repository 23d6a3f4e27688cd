"""The HTML of a sent page: made once from its content, readable with scripts off, in print and to a screen reader."""

from board.page.html import BANNER_PLACE, page_html, policy_of

__all__ = ["BANNER_PLACE", "page_html", "policy_of"]
