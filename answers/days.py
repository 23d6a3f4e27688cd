"""Days as people in Denmark have them, of moments as the store keeps them (naive UTC)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_LEAST = timedelta(microseconds=1)


def local_time(moment: datetime) -> datetime:
    """Return the moment as the clocks in Denmark show it."""
    return moment.replace(tzinfo=UTC).astimezone(COPENHAGEN)


def clock_time(moment: datetime) -> datetime:
    """Return the moment as people in Denmark write it down: to the minute, without its zone."""
    return local_time(moment).replace(second=0, microsecond=0, tzinfo=None)


def danish_day(moment: datetime) -> date:
    """Return the day in Denmark of a moment."""
    return local_time(moment).date()


def end_of_day(day: date) -> datetime:
    """Return the last moment of a day in Denmark."""
    midnight = datetime.combine(day + timedelta(days=1), time(), COPENHAGEN)
    return just_before(midnight.astimezone(UTC).replace(tzinfo=None))


def just_before(moment: datetime) -> datetime:
    """Return the last moment that does not know what happened at this one."""
    return moment - _LEAST
