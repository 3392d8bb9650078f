import pytest

from normalize.schools import find_schools, initials_of, is_other_school, parse_school


@pytest.mark.parametrize(
    "text",
    [
        "Trường đã ban hành",
        "Nhà trường tổ chức",
        "môi trường giáo dục",
        "Trung tâm không có phòng tin",
        "hiệu trưởng nhà trường",
        "QUẢN TRỊ NHÀ TRƯỜNG - ĐIỂM: 71",
    ],
)
def test_words_that_name_no_school(text: str) -> None:
    assert find_schools(text) == []


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("Ban chỉ đạo Trung tâm GDNN-GDTX quận Dương Kinh năm học 2022-2023", "Trung tâm GDNN-GDTX quận Dương Kinh"),
        ("Trường THCS Nguyễn Du báo cáo", "Trường THCS Nguyễn Du"),
        ("của Trường Tiểu học và THCS An Sơn, huyện A", "Trường Tiểu học và THCS An Sơn"),
        ("Trường TH&THCS Tân An đã", "Trường TH&THCS Tân An"),
        ("Trường trung học phổ thông Lê Lợi tổ chức", "Trường trung học phổ thông Lê Lợi"),
        ("Trường Mầm non 19-5 đã", "Trường Mầm non 19-5"),
        ("Trường PTDT Nội trú THCS huyện A thực hiện", "Trường PTDT Nội trú THCS huyện A"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, school: str) -> None:
    assert find_schools(text)[0] == school


@pytest.mark.parametrize(
    ("school", "letters"),
    [
        ("Trung tâm GDNN-GDTX quận Dương Kinh", "gdnngdtx"),
        ("TRƯỜNG THCS NGUYỄN DU", "thcsnd"),
        ("TRƯỜNG THCS NGUYỄN DU", "thcs"),
        ("Trường Tiểu học Kim Đồng", "thkd"),
        ("Trường trung học cơ sở Trần Phú", "thcstp"),
        ("Trường TH&THCS Tân An", "ththcsta"),
        ("Trường TH và THCS Tân An", "ththcs"),
        ("Trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên huyện A", "gdnngdtx"),
    ],
)
def test_letters_that_a_schools_documents_bear(school: str, letters: str) -> None:
    assert letters in initials_of(school)


def test_a_field_of_dots_names_no_school() -> None:
    assert parse_school(" ............. ") is None
    assert parse_school(" THCS Nguyễn Du. ") == "THCS Nguyễn Du"


@pytest.mark.parametrize(
    ("name", "own", "other"),
    [
        pytest.param("Trường THCS Nguyễn Du", "TRƯỜNG TRUNG HỌC CƠ SỞ NGUYỄN DU", False, id="the kind in full"),
        pytest.param("Trường THCS Nguyễn Du, xã An Sơn", "TRƯỜNG THCS NGUYỄN DU", False, id="with its place"),
        pytest.param("Trường THCS", "TRƯỜNG THCS NGUYỄN DU", False, id="without a name"),
        pytest.param("Trường THCS An Tiến", "TRƯỜNG THCS AN PHÚ", True, id="a name that begins alike"),
    ],
)
def test_another_school_by_its_name(name: str, own: str, other: bool) -> None:
    assert is_other_school(name, own) is other
