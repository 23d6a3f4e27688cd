"""The server plane around the app: which addresses answer, to whom, with what headers, and how much they take."""

from starlette.middleware import Middleware

from board.route import BoardPages
from server.guard import Guard
from server.headers import SecurityHeaders, hide_the_server
from server.incidents import Incidents, tell_of_incident
from server.log import AccessLog, set_up_log
from server.quota import Quota
from server.shell import Shell

# In the order in which a request meets them.
MIDDLEWARE = [Middleware(part) for part in (AccessLog, SecurityHeaders, Incidents, BoardPages, Guard, Quota, Shell)]

__all__ = ["MIDDLEWARE", "hide_the_server", "set_up_log", "tell_of_incident"]
