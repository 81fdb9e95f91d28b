"""Masks, paragraphs, headings and transcripts of one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocorpus.models.documents import Document
from diplocorpus.patterns.loading import own_packs
from diplocorpus.reading.dating import describe
from diplocorpus.text.annotate import Annotator
from diplocorpus.text.layout import lay_out

LEAD = "Premier Anna Lowe met her guest Paul Ott."

MASKED = {
    # why: text, what is left of it with white space folded
    "bold marks": (f"**{LEAD}**", LEAD),
    "raised letters": ("On May 9<sup>th</sup> they met.", "On May 9 th they met."),
    "a link keeps its label": ("In [April](https://x.example/2022/04/29/a-b/) they met.", "In April they met."),
    "a link that is wrapped": ("They met in [the old\ntown](https://x.example/a).", "They met in the old town ."),
    "a picture goes as a whole": (f"![Lowe](https://x.example/a.jpg)\n\n{LEAD}", LEAD),
    "a trailer of hashes": (f"{LEAD}\n\n\\###", LEAD),
    "a trailer of spaced hashes": (f"{LEAD}\n\n\\# \\# \\#  ", LEAD),
    "a trailer in bold": (f"{LEAD}\n\n***\\###***", LEAD),
    "a heading's hashes": (f"## Talks\n\n{LEAD}", f"Talks {LEAD}"),
    "a stamp": (f"date 2022-03-07 {LEAD}", LEAD),
    "front matter": (f"---\ntitle: Talks\ndate: 2022-03-07\n---\n{LEAD}", LEAD),
    "a dateline": (f"STRELSAU, March 7 (Xinhua) -- {LEAD}", LEAD),
    "a reprint's header, a caption and a dateline":
        (f"Lowe meets Ott ( Xinhua ) 08:39, March 8, 2022 Lowe waves. (Xinhua/Anna Hentzau) STRELSAU, March 7 (Xinhua) -- {LEAD}",
         f"Lowe meets Ott ( Xinhua ) 08:39, March 8, 2022 Lowe waves. {LEAD}"),
    "a caption with the photographer": (f"Lowe waves to guests. Anna Hentzau/Strelsau Kurier\n{LEAD}", LEAD),
    "a caption in brackets": (f"Lowe waves to guests. [Photo/Agencies]\n{LEAD}", LEAD),
    "an office and whose words they are": (f"Office of the Spokesperson\n\nThe below is attributable to Spokesperson\u00a0Paul Rassendyll:\u200e\n\n{LEAD}", LEAD),
    "an editor": (f"{LEAD}\n\n(Web editor: Anna Hentzau, Paul Rassendyll)", LEAD),
    "an end mark": (f"{LEAD} Enditem", LEAD),
    "a cut": (f"{LEAD}\n\n<…>", LEAD),
    "odd spaces": ("Premier\u00a0Lowe\u202fmet\u200b Ott\ufeff.", "Premier Lowe met Ott ."),
    "quotation marks stay, plain": ("“Fine,” he said.", '"Fine," he said.'),
    "an ordinary text stays": (LEAD, LEAD),
}  # fmt: skip


def laid_out(text: str) -> tuple[Document, list[str]]:
    """Return the document and its paragraphs, folded; `#` before headings, `>` before speech with its speaker's name."""
    document = describe(Document(id="x", text=text))
    layout = lay_out(document)
    shown = []
    for paragraph in layout.paragraphs:
        words = " ".join(layout.masked[paragraph.start : paragraph.end].split())
        if paragraph.transcript and not paragraph.heading:
            assert paragraph.speaker is not None
            words = f"{text[slice(*paragraph.speaker)]}> {words}"
        shown.append(f"# {words}" if paragraph.heading else words)
    return document, shown


@pytest.mark.parametrize("why", MASKED)
def test_what_is_no_prose_is_blank(why: str) -> None:
    """The text itself is never rewritten."""
    text, left = MASKED[why]
    document = describe(Document(id="x", text=text))
    assert " ".join(lay_out(document).masked.split()) == left
    assert document.text == text


PARAGRAPHS = {
    # why: text, paragraphs
    "blank lines": (f"{LEAD}\n\nThey had tea.", [LEAD, "They had tea."]),
    "single newlines": (f"{LEAD}\nThey had tea.", [LEAD, "They had tea."]),
    "lines wrapped by width": (
        "Premier Anna Lowe met her guest Paul Ott at the castle of Strelsau on\nMonday to speak of trade and of the\nrailway that the two countries want to build.  \n  \nThey had tea with the king in the great hall and agreed to meet again.",
        ["Premier Anna Lowe met her guest Paul Ott at the castle of Strelsau on Monday to speak of trade and of the railway that the two countries want to build.",
         "They had tea with the king in the great hall and agreed to meet again."]),
    "items of a list in wrapped lines": (
        "Premier Anna Lowe met her guest Paul Ott at the castle of Strelsau on\nMonday. The guests of honour who took part in the talks were these two:\n-   Anna Hentzau, Master of the Horse of the Kingdom of Ruritania\n-   Paul Rassendyll, Warden of the Castle of Zenda and of its moat",
        ["Premier Anna Lowe met her guest Paul Ott at the castle of Strelsau on Monday. The guests of honour who took part in the talks were these two:",
         "Anna Hentzau, Master of the Horse of the Kingdom of Ruritania", "Paul Rassendyll, Warden of the Castle of Zenda and of its moat"]),
    "a line cut by an extractor": ("Lowe met Ott at the\n\ncastle of Strelsau.", ["Lowe met Ott at the castle of Strelsau."]),
    "a title": (f"Lowe meets Ott\n\n{LEAD}", ["# Lowe meets Ott", LEAD]),
    "what stands before a dateline": (f"Lowe meets Ott. Ott waves. STRELSAU, March 7 (Xinhua) -- {LEAD}", ["# Lowe meets Ott. Ott waves.", LEAD]),
    "a transcript after a readout": (
        f"{LEAD}\n\n* * *\n\nPremier of Ruritania Anna Lowe: I am glad to see you.\n\nWe have much to do.\n\nPaul Ott (retranslated): Thank you.\n\n<…>\n\nThe talks went on.",
        [LEAD, "# Premier of Ruritania Anna Lowe:", "Premier of Ruritania Anna Lowe> I am glad to see you.", "Premier of Ruritania Anna Lowe> We have much to do.",
         "# Paul Ott :", "Paul Ott> Thank you.", "The talks went on."]),
    "a transcript without lines": (
        f"{LEAD}*** PREMIER LOWE: I am glad. MR OTT: So am I.",
        [LEAD, "# PREMIER LOWE:", "PREMIER LOWE> I am glad.", "# MR OTT:", "MR OTT> So am I."]),
    "nothing": (" \n ", []),
}  # fmt: skip


@pytest.mark.parametrize("why", PARAGRAPHS)
def test_paragraphs_headings_and_speech_are_told_apart(why: str) -> None:
    """Each paragraph lies in the text, in order."""
    text, expected = PARAGRAPHS[why]
    assert laid_out(text)[1] == expected


def test_sentences_know_that_they_are_somebody_s_own_words() -> None:
    """So that extractors may read them as such."""
    annotated = Annotator(own_packs())(describe(Document(id="x", text=f"{LEAD}\n\nPREMIER LOWE: I am glad. We have much to do.")))
    assert [(sentence.heading, sentence.transcript) for sentence in annotated.sentences] == [
        (False, False),
        (True, True),
        (False, True),
        (False, True),
    ]
    speaker = annotated.paragraphs[annotated.sentences[-1].paragraph].speaker
    assert speaker is not None
    assert annotated.document.text[slice(*speaker)] == "PREMIER LOWE"


@given(
    st.lists(
        st.sampled_from(
            [
                "Anna Lowe: ",
                "We met. ",
                "\n",
                "\n\n",
                "STRELSAU, March 7 (AP) -- ",
                "<…>",
                "* * *",
                "the ",
                "- ",
                "Q: ",
                "**",
                "\u2028",
                "\r\n",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_paragraphs_are_in_order_and_lose_no_word(text: str) -> None:
    """For any mixture of frames."""
    document = describe(Document(id="x", text=text))
    layout = lay_out(document)
    assert len(layout.masked) == len(text)
    last = 0
    for paragraph in layout.paragraphs:
        assert last <= paragraph.start < paragraph.end <= len(text)
        assert not layout.masked[last : paragraph.start].strip()
        last = paragraph.end
    assert not layout.masked[last:].strip()
