"""A part of a page opened by an address: what it then asks for, and what it tells."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest


def opened(page: Callable[[], None], **address: str) -> AppTest:
    """Run the page once with that address; raises AssertionError where it fails."""
    app = AppTest.from_function(page, default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def address(app: AppTest) -> dict[str, str]:
    return {name: "".join(values) for name, values in app.query_params.items()}


def told(app: AppTest) -> str:
    return " ".join(str(getattr(element, "value", "")) for element in (*app.markdown, *app.get("html")))
