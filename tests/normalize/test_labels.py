import pytest

from normalize.labels import parse_label, split_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("", None), ("-", None), ("Bước", None), ("2022-2023", None), ("1.3.", (1, 3)), ("I.3", (1, 3)),
        ("Tiêu chí 1.3", (1, 3)), ("TC\n1.1", (1, 1)), ("a)", (1,)), ("III", (3,)), ("1.3a", (1, 3, 1)),
        ("1.3.1", (1, 3, 1)), ("1,3", (1, 3)), ("Nhóm 2:", (2,)), ("1.\n2", (1, 2)),
        ("(1)", (1,)), ("(a)", (1,)), ("(máy)", None), ("A1", (1, 1)), ("A2.1", (1, 2, 1)), ("C.2", (3, 2)),
    ],
)  # fmt: skip
def test_labels_that_stand_alone(text: str, label: tuple[int, ...] | None) -> None:
    assert parse_label(text) == label


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("3 phòng máy", None, "3 phòng máy"),
        ("Có phòng", None, "Có phòng"),
        ("100% giáo viên", None, "100% giáo viên"),
        ("1.3. Triển khai", (1, 3), "Triển khai"),
        ("a) Có", (1,), "Có"),
        ("(2) Có", (2,), "Có"),
        ("(2 phòng) Có", None, "(2 phòng) Có"),
        ("A2. Nội quy", (1, 2), "Nội quy"),
        ("I. Chuyển đổi", (1,), "Chuyển đổi"),
        ("Nhóm 1: Dạy", (1,), "Dạy"),
    ],
)
def test_labels_before_the_text(text: str, label: tuple[int, ...] | None, rest: str) -> None:
    assert split_label(text) == (label, rest)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("IV", (4,)), ("V.", (5,)), ("VI", (6,)), ("VII", (7,)), ("VIII", (8,)), ("IX", (9,)), ("X", (10,)),
        ("II", (2,)),
        ("IIII", None), ("I.3.2", (1, 3, 2)), ("I.3.a", (1, 3, 1)), ("a", (1,)), ("b.", (2,)), ("c)", (3,)),
        ("d)", (4,)),
        ("đ)", (5,)), ("e)", (5,)), ("f", (6,)), ("g", (7,)), ("h/", (8,)), ("i)", None), ("B", (2,)),
        ("Đ1", (5, 1)), ("D.2", (4, 2)),
        ("1.3đ", (1, 3, 5)), ("1. 3", (1, 3)), ("1.3.", (1, 3)), ("1.3:", (1, 3)), ("123", None), ("1.2.3.4", None),
        ("STT 4", (4,)), ("Mục II", (2,)), ("Tiêu chuẩn 1", (1,)), ("Chỉ số 2.1", (2, 1)), ("Nhóm tiêu chí 2", (2,)),
        ("nhóm: 1", None), ("1 I", None), ("1.I", None),
    ],
)  # fmt: skip
def test_labels_in_other_forms(text: str, label: tuple[int, ...] | None) -> None:
    assert parse_label(text) == label


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("", None, ""),
        ("1.3", None, "1.3"),
        ("1. Có", (1,), "Có"),
        ("1) Có", (1,), "Có"),
        ("1/ Có", (1,), "Có"),
        ("12 Có", None, "12 Có"),
        ("1.3a Có", (1, 3, 1), "Có"),
        ("1.3.2. Có", (1, 3, 2), "Có"),
        ("1,3. Có", (1, 3), "Có"),
        ("II: Có", (2,), "Có"),
        ("II Có", None, "II Có"),
        ("I.3. Có", (1, 3), "Có"),
        ("đ) Có", (5,), "Có"),
        ("a Có", None, "a Có"),
        ("B1 Có", (2, 1), "Có"),
        ("Tiêu chí 1.3: Có", (1, 3), "Có"),
        ("Nhóm học sinh", None, "Nhóm học sinh"),
        ("1.3.Có", None, "1.3.Có"),
    ],
)
def test_labels_before_the_text_in_other_forms(text: str, label: tuple[int, ...] | None, rest: str) -> None:
    assert split_label(text) == (label, rest)
