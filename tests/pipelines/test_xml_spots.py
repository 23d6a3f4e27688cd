"""Elements are found where they stand, and only what is edited changes."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from pipelines.xml_spots import Edit, as_text, spliced, spots, with_attribute, within

NAMES = st.sampled_from(["a", "b", "x:c", "row"])
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8).map(as_text)


def attributes() -> st.SearchStrategy[str]:
    value = WORDS.map(lambda text: text.replace('"', "&quot;").replace("\n", " ").replace("\t", " "))
    said = st.builds('{0}="{1}"'.format, st.sampled_from(["r", "s", "count"]), value)
    quoted = st.builds("{0}='{1}'".format, st.sampled_from(["t", "u"]), st.sampled_from(["", ">", '"', "/>"]))
    return st.lists(said | quoted, max_size=3, unique_by=lambda one: one[0]).map(lambda all_: " ".join(["", *all_]))


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inside = st.lists(children | WORDS | st.sampled_from(["<!-- <a> -->", "<![CDATA[<a/>]]>"]), max_size=3).map("".join)
    return st.builds("<{0}{1}>{2}</{0}>".format, NAMES, attributes(), inside)


EMPTY = st.builds("<{0}{1}/>".format, NAMES, attributes())
ELEMENTS = st.recursive(EMPTY, element, max_leaves=8)
PARTS = st.builds('<?xml version="1.0"?>\n<root xmlns:x="u">{0}</root>'.format, ELEMENTS).map(str.encode)


@given(part=PARTS)
def test_each_element_is_found_in_order_with_its_own_bytes(part: bytes) -> None:
    found = spots(part, lambda _name, _attributes, _depth: True)
    wanted = list(ElementTree.fromstring(part).iter())
    assert [spot.name for spot in found] == [one.tag.rpartition("}")[2] for one in wanted]
    for spot, one in zip(found, wanted, strict=True):
        alone = part[spot.start : spot.end].replace(b"<" + (spot.prefix + spot.name).encode(), b"<e", 1)
        ending = f"</{spot.prefix}{spot.name}>".encode()
        alone = alone.removesuffix(ending) + (b"</e>" if alone.endswith(ending) else b"")
        again = ElementTree.fromstring(b'<r xmlns:x="u">' + alone + b"</r>")[0]
        assert "".join(again.itertext()) == "".join(one.itertext())
        assert again.attrib == one.attrib


@given(part=PARTS)
def test_without_edits_nothing_changes(part: bytes) -> None:
    assert spliced(part, []) == part
    found = spots(part, lambda _name, _attributes, _depth: True)
    assert spliced(part, [Edit(spot.start, spot.inside, part[spot.start : spot.inside]) for spot in found]) == part


@given(part=PARTS, value=WORDS)
def test_an_attribute_is_set_and_the_others_stay(part: bytes, value: str) -> None:
    found = spots(part, lambda _name, _attributes, depth: depth == 1)
    edits = [Edit(spot.start, spot.inside, with_attribute(part[spot.start : spot.inside], "s", "7")) for spot in found]
    before, after = ElementTree.fromstring(part), ElementTree.fromstring(spliced(part, edits))
    assert [{**one.attrib, "s": "7"} for one in before] == [one.attrib for one in after]


@given(part=PARTS)
def test_what_is_put_in_an_element_stands_last_in_it(part: bytes) -> None:
    for spot in spots(part, lambda _name, _attributes, _depth: True):
        after = ElementTree.fromstring(spliced(part, [within(part, spot, b"<new/>", count="2")]))
        holders = [one for one in after.iter() if len(one) and one[-1].tag == "new"]
        assert [(one.tag.rpartition("}")[2], one.get("count")) for one in holders] == [(spot.name, "2")]


@given(text=st.text())
def test_any_text_can_be_written(text: str) -> None:
    written = ElementTree.fromstring(f"<t>{as_text(text)}</t>").text or ""
    assert len(written) <= len(text)
    assert written.replace("\n", "") == "".join(
        sign if sign.isprintable() or sign in "\t\x7f" or ord(sign) > 127 else "\ufffd"
        for sign in text.replace("\n", "").replace("\r", "")
    ).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
