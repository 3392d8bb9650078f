from dataclasses import replace

from normalize.criteria_file import load
from normalize.recognise import recognise
from parsers.document import Cell, Document, Paragraph, Table

SCHOOLS = load("4725-2022")
OTHER = replace(SCHOOLS, id="accreditation", recognise=("57/2026/TT-BGDĐT", "tự đánh giá chất lượng"))


def document(*texts: str) -> Document:
    table = Table((Cell("Tiêu chí", 0, 0),))
    return Document("a.docx", "", "docx", (*(Paragraph(text) for text in texts), table))


def test_a_report_that_names_no_set_takes_the_default_else_the_first() -> None:
    assert recognise(document("BÁO CÁO"), (SCHOOLS, OTHER)) == "4725-2022"
    assert recognise(document("BÁO CÁO"), (SCHOOLS, OTHER), "accreditation") == "accreditation"


def test_the_title_tells() -> None:
    text = "BÁO CÁO Kết quả đánh giá mức độ chuyển đổi số"
    assert recognise(document(text), (OTHER, SCHOOLS)) == "4725-2022"
    assert recognise(document("BÁO CÁO TỰ ĐÁNH GIÁ CHẤT LƯỢNG"), (SCHOOLS, OTHER)) == "accreditation"


def test_a_decision_number_is_known_whatever_its_blanks() -> None:
    text = "Căn cứ Thông tư số 57/2026/ TT- BGD&ĐT"
    assert recognise(document("BÁO CÁO", text), (SCHOOLS, OTHER)) == "accreditation"


def test_the_title_outweighs_what_is_cited_further_down() -> None:
    texts = [
        "Kết quả đánh giá mức độ chuyển đổi số theo Quyết định số 4725/QĐ-BGDĐT",
        *["…"] * 20,
        "Thông tư 57/2026/TT-BGDĐT",
    ]
    assert recognise(document(*texts), (OTHER, SCHOOLS)) == "4725-2022"
