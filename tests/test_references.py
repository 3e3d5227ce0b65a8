"""References are exact: what is shown is what is printed under the paper."""

from __future__ import annotations

from dataclasses import replace

from eval.references import exact
from index.legend import read_legend
from index.records import Document, Enclosure, Part, Passage, Role, Run, Text
from qa.archive import Archive


def found(archive: Archive, number: str) -> tuple[Passage, Document]:
    return next(one for one in archive.passages if one.document == number), archive.document(number)


def sheets(passage: Passage, listy: str) -> Passage:
    assert passage.reference is not None
    return replace(passage, reference=replace(passage.reference, listy=listy))


def test_every_reference_of_the_volume_is_printed_under_its_paper(whole_archive: Archive) -> None:
    judged = [exact(one, whole_archive.document(one.document)) for one in whole_archive.passages]
    assert False not in judged
    without = {one.document for one, exactly in zip(whole_archive.passages, judged, strict=True) if exactly is None}
    assert without == {"0"}


def test_a_reference_is_exact_to_its_last_sheet(whole_archive: Archive) -> None:
    passage, document = found(whole_archive, "88")
    assert passage.reference is not None
    assert exact(passage, document)
    printed = passage.reference.listy
    assert "–" in printed
    assert exact(sheets(passage, printed.split("–")[0]), document) is False  # its first sheet alone
    assert exact(sheets(passage, "1"), document) is False
    assert exact(replace(passage, reference=None), document) is False  # printed, but not shown


def test_gold_must_state_the_same_reference(whole_archive: Archive) -> None:
    passage, document = found(whole_archive, "88")
    assert passage.reference is not None
    assert exact(passage, document, passage.reference.text)
    assert exact(passage, document, "РГАНИ. Ф. 3. Оп. 62. Д. 182. Л. 55–56") is False


def test_a_paper_without_legend_has_no_reference_to_judge(whole_archive: Archive) -> None:
    assert exact(*found(whole_archive, "0")) is None


def test_an_enclosure_with_its_own_legend_is_judged_by_that(whole_archive: Archive) -> None:
    passage, document = found(whole_archive, "88")
    own, of_document = "РГАНИ. Ф. 3. Оп. 62. Д. 181. Л. 63", document.text.content[slice(*document.legends[0])]
    attached = f"Тов. Майскому. Прошу изъять ее у издательства.\n{own}. Копия."
    reference = read_legend(own)
    with_it = replace(
        document,
        text=Text(f"{attached}\n{of_document}", (Run(0, 0),)),
        parts=(
            Part(Role.ENCLOSURE, 0, len(attached) + 1),
            Part(Role.LEGEND, len(attached) + 1, len(attached) + 1 + len(of_document)),
        ),
        enclosures=(Enclosure("Приложение", (0, len(attached)), reference=reference),),
    )
    assert passage.start == 0
    assert exact(replace(passage, reference=reference), with_it)
    assert exact(replace(passage, reference=reference), with_it, of_document)  # gold states the document's
    assert exact(passage, with_it) is False  # that is the document's own
