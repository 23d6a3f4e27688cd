"""The meeting's view of a sent page: the same content in large type, a sheet at a time, with the way to the page."""

from board.meeting.html import meeting_html, meeting_policy

__all__ = ["meeting_html", "meeting_policy"]
