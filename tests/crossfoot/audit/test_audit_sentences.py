from __future__ import annotations

from crossfoot.audit.sentences import counting_sentences, sentences_against_tables

from .audit_papers import count, faults, held, paper, total

SENTENCE = "out of 32 indicators, 20 are on target, 3 are behind target and 9 are annual"


def _sentence(whole: int, *parts: int, text: str = SENTENCE) -> list[object]:
    words = ("green", "red", None, None)
    # The counts of a sentence share its place.
    fields = {"table_no": None, "as_printed": text, "subject": "indicators", "y0": 5.0, "y1": 9.0}
    return [
        total(None, whole, **fields),
        *(
            count(None, word, part, **{**fields, "status_as_printed": f"part {place}"})
            for place, (word, part) in enumerate(zip(words, parts, strict=False))
        ),
    ]


def test_a_sentence_that_adds_up_is_not_remarked():
    assert not faults(counting_sentences(paper(summaries=_sentence(32, 20, 3, 9))))


def test_parts_beyond_the_whole_are_an_error():
    (remark,) = faults(counting_sentences(paper(summaries=_sentence(32, 20, 5, 9))))
    assert (remark.severity, remark.expected) == ("error", "34")
    assert "20 + 5 + 9" in remark.message


def test_parts_short_of_the_whole_are_a_warning_and_two_parts_a_note():
    (three,) = faults(counting_sentences(paper(summaries=_sentence(32, 20, 3, 8))))
    (two,) = faults(counting_sentences(paper(summaries=_sentence(32, 20, 3))))
    assert (three.severity, two.severity) == ("warning", "note")


def test_a_sentence_that_counts_items_twice_is_never_an_error():
    text = "out of 32 indicators, 20 are on target, of which 15 have improved"
    (remark,) = faults(counting_sentences(paper(summaries=_sentence(32, 20, 15, text=text))))
    assert remark.severity == "warning"


def test_a_sentence_and_a_table_that_disagree_are_a_warning():
    sentence = count(None, "red", 4, table_no=None)
    assert not faults(sentences_against_tables(paper(summaries=[sentence, count(None, "red", 4)])))
    (remark,) = faults(sentences_against_tables(paper(summaries=[sentence, count(None, "red", 5)])))
    assert (remark.severity, remark.expected) == ("warning", "5")


def test_a_sentence_on_another_period_is_not_held_against_the_table():
    sentence = count(None, "red", 4, table_no=None, period="2007-08")
    table = count(None, "red", 5, period="2007-09")
    assert not faults(sentences_against_tables(paper(summaries=[sentence, table])))


def _said(status, number=None, **fields):
    return count(None, status, number, table_no=None, **fields)


def test_a_share_in_a_sentence_is_held_against_the_table():
    table = [
        count(None, "red", 4, percentage="2.4"),
        count(None, "amber", 11, percentage="6.6"),
        count(None, "green", 149, percentage="89.2"),
    ]
    for said in ("2.4", "2"):
        found = paper(summaries=[*table, _said("red", percentage=said)])
        assert held(sentences_against_tables(found)) == {"counts.table": 1}
    found = paper(summaries=[*table, _said("red", percentage="4.2")])
    (remark,) = faults(sentences_against_tables(found))
    assert (remark.severity, remark.expected) == ("warning", "2.4%")


def test_the_whole_of_a_sentence_is_held_against_the_sum_of_the_table():
    table = [count(None, status, number) for status, number in (("red", 4), ("amber", 11))]
    table.append(count(None, "green", 149))
    for whole, wrong in ((164, 0), (167, 1)):
        found = paper(summaries=[*table, _said(None, whole, is_total=True)])
        said = list(sentences_against_tables(found))
        assert len(faults(said)) == wrong
        assert held(said) == ({} if wrong else {"counts.table": 1})
    assert faults(said)[0].severity == "note"


def test_two_sentences_that_differ_are_not_chosen_between():
    table = [count(None, "red", 4)]
    both = [_said("red", 4), _said("red", 5)]
    assert not list(sentences_against_tables(paper(summaries=[*table, *both])))
    again = [_said("red", 4), _said("red", 4)]
    found = paper(summaries=[*table, *again])
    assert held(sentences_against_tables(found)) == {"counts.table": 1}
