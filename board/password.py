"""The password of a link: compared by argon2, and slowed after wrong tries."""

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

TRIES = (RateLimitItemPerMinute(5), RateLimitItemPerHour(30))


class Passwords:
    """Checks passwords and counts the wrong ones of each link, in memory."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def must_wait(self, link: int) -> bool:
        """True after too many wrong tries; the right one is not let in then either."""
        return not all(self._limiter.test(limit, str(link)) for limit in TRIES)

    def is_right(self, link: int, kept: str, said: str) -> bool:
        """True for the password that the link was made with; a wrong one counts."""
        try:
            return PasswordHasher().verify(kept, said)
        except VerificationError:
            for limit in TRIES:
                self._limiter.hit(limit, str(link))
            return False
