import pytest

from normalize.labels import parse_label, split_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("", None), ("-", None), ("Bước", None), ("2022-2023", None), ("1.3.", (1, 3)), ("I.3", (1, 3)),
        ("Tiêu chí 1.3", (1, 3)), ("TC\n1.1", (1, 1)), ("a)", (1,)), ("III", (3,)), ("1.3a", (1, 3, 1)),
        ("1.3.1", (1, 3, 1)), ("1,3", (1, 3)), ("Nhóm 2:", (2,)), ("1.\n2", (1, 2)),
        ("A1", (1, 1)), ("A2.1", (1, 2, 1)), ("C.2", (3, 2)),
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
        ("A2. Nội quy", (1, 2), "Nội quy"),
        ("I. Chuyển đổi", (1,), "Chuyển đổi"),
        ("Nhóm 1: Dạy", (1,), "Dạy"),
    ],
)
def test_labels_before_the_text(text: str, label: tuple[int, ...] | None, rest: str) -> None:
    assert split_label(text) == (label, rest)
