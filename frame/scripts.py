"""The only scripts of ours that a browser runs: constant, so that the policy of the server names each by its hash.

What changes is handed to them beside the script, as data of an element that they read and nobody sees.
"""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape

# A change of theme runs nothing by itself, and figures would keep the colours of the other one. The first seconds do
# not count, because a page may start light and turn dark.
LOOK = """
const look = document.querySelector('[data-kulturpuls-lang]').dataset;
document.documentElement.lang = look.kulturpulsLang;
document.title = look.kulturpulsTitle;
if (!window.kulturpulsTheme) {
  const scheme = () => getComputedStyle(document.querySelector('.stApp') || document.body).colorScheme;
  window.kulturpulsTheme = 'waiting';
  setTimeout(() => {
    window.kulturpulsTheme = scheme();
    setInterval(() => { if (scheme() !== window.kulturpulsTheme) { window.location.reload(); } }, 500);
  }, 4000);
}
"""
PRINT = "setTimeout(() => window.print(), 400)"
# The address that was asked for is kept in the tab while one signs in; a provider comes back to the start page only.
KEEP_ASKED = "sessionStorage.setItem('kulturpuls.asked', location.pathname + location.search);"
# It leaves for the kept address, which must be a path of ours and not the one that is shown.
_GO_BACK = r"""
const asked = sessionStorage.getItem('kulturpuls.asked');
const isOurs = asked && /^\/(?![\/\\])/.test(asked) && !asked.includes('\\');
const goes = isOurs && asked !== location.pathname + location.search;
if (goes) { location.replace(asked); }
"""
GO_BACK_OR_KEEP = f"{_GO_BACK}else {{ {KEEP_ASKED} }}"
GO_BACK_ONCE = f"{_GO_BACK}sessionStorage.removeItem('kulturpuls.asked');"
# What was pressed goes away with the question it answers, and a keyboard would begin at the top of the page again.
FOCUS = """
const key = CSS.escape(document.querySelector('[data-kulturpuls-focus]').dataset.kulturpulsFocus);
document.querySelector(`.st-key-${key} button`)?.focus();
"""

SCRIPTS = (LOOK, PRINT, KEEP_ASKED, GO_BACK_OR_KEEP, GO_BACK_ONCE, FOCUS)


def script_html(script: str, data: Mapping[str, str] | None = None) -> str:
    """Return one of SCRIPTS as HTML, beside the data it reads."""
    told = "".join(f' data-kulturpuls-{name}="{escape(value)}"' for name, value in (data or {}).items())
    return f"<div hidden{told}></div><script>{{{script}}}</script>"


def script_hashes() -> list[str]:
    """Return the hash of each script as a content security policy writes it."""
    texts = [f"{{{script}}}" for script in SCRIPTS]
    return [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts]
