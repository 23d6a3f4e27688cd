"""A drawing in a page is shapes and text: nothing in it acts, asks for an address, or needs a style of its own."""

from board.svg import safe_svg, with_ids

DRAWN = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 style="" onload="alert(1)">
<script>alert(1)</script><foreignObject><p>x</p></foreignObject><a xlink:href="https://evil.example"><text>go</text></a>
<defs><clipPath id="cut"><rect width="3" height="4"/></clipPath></defs>
<g clip-path="url(#cut)" style="fill: url('https://evil.example#x'); stroke: rgb(1, 2, 3); behavior: url(x)">
<image xlink:href="https://evil.example/x.png"/><image xlink:href="data:image/png;base64,AAAA"/>
<text>&lt;b&gt; Klyd\xc3\xb8</text></g></svg>"""


def test_what_could_act_or_ask_is_left_out() -> None:
    svg = safe_svg(DRAWN)
    assert not any(word in svg for word in ("script", "foreignObject", "onload", "evil", "<a", "style=", "behavior"))
    assert 'href="data:image/png;base64,AAAA"' in svg


def test_styles_become_attributes_and_texts_stay_texts() -> None:
    svg = safe_svg(DRAWN)
    assert 'stroke="rgb(1, 2, 3)"' in svg
    assert 'fill="none"' in svg
    assert "&lt;b&gt; Klydø" in svg


def test_two_drawings_of_the_same_share_no_id() -> None:
    one, other = (with_ids(safe_svg(DRAWN), start) for start in ("f1-", "f2-"))
    assert 'id="f1-0"' in one
    assert 'clip-path="url(#f1-0)"' in one
    assert "f1-" not in other
