import pytest

from normalize.sentences import sentences_of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("II. Quản trị nhà trường", ["II. Quản trị nhà trường"], id="a heading's number"),
        pytest.param("Trường ở TP. Hà Nội", ["Trường ở TP. Hà Nội"], id="an abbreviation"),
        pytest.param("Đạt 7.5 điểm", ["Đạt 7.5 điểm"], id="a decimal point"),
        pytest.param("Trường có 20 lớp. trong đó", ["Trường có 20 lớp. trong đó"], id="it goes on in small letters"),
        pytest.param(
            "Nhóm 1 đạt 73 điểm. Nhóm 2 đạt 84.", ["Nhóm 1 đạt 73 điểm.", "Nhóm 2 đạt 84."], id="two sentences"
        ),
        pytest.param("Tổng điểm là 73. Xếp mức 2.", ["Tổng điểm là 73.", "Xếp mức 2."], id="behind a figure"),
        pytest.param("Trường đạt mức 2 (A). Xin nêu.", ["Trường đạt mức 2 (A).", "Xin nêu."], id="a bracket"),
    ],
)
def test_sentences(line: str, expected: list[str]) -> None:
    assert sentences_of(line) == expected
