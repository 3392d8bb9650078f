import subprocess
import sys

import pytest

from normalize.criteria_file import load
from normalize.denials import find_denials
from normalize.passages import Passage
from parsers.document import Place

CRITERIA = load("4725-2022")


def denied(text: str, where: str = "text") -> list[tuple[str, ...]]:
    found = find_denials([Passage(text, Place(paragraph=1), where)], CRITERIA, "2023-2024")
    return [denial.targets for denial in found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Trung tâm không có phòng tin học phải hợp đồng với trường liên kết.", id="another way was found"),
        pytest.param(
            "Trung tâm có phòng trình chiếu nhưng chưa có riêng phòng Tin phải hợp đồng sử dụng phòng Tin học.",
            id="not one of its own",
        ),
        pytest.param("Hệ thống phần mềm quản trị chưa đồng bộ hoàn toàn với phần mềm khác.", id="not wholly"),
        pytest.param("Nhà trường không ngừng đổi mới, triển khai sổ điểm điện tử.", id="unceasingly"),
        pytest.param("Không chỉ triển khai sổ điểm điện tử mà còn triển khai học bạ điện tử.", id="not only"),
        pytest.param("Chưa kể nhà trường còn có phòng studio.", id="not to mention"),
        pytest.param("Cần triển khai tuyển sinh trực tuyến.", id="a need"),
        pytest.param("Đề nghị trang bị phòng studio.", id="a wish"),
        pytest.param("Trước đây nhà trường chưa có phòng studio, nay đã được trang bị.", id="the past"),
        pytest.param("Ý kiến cho rằng nhà trường chưa có phòng studio là không đúng thực tế.", id="an opinion"),
        pytest.param("Trước năm học 2020-2021, đơn vị chưa có phòng studio.", id="before a year"),
        pytest.param("Ngày trước chưa có phòng studio, phải đi quay nhờ.", id="in former days"),
        pytest.param("Trong thời gian bảo trì, phần mềm không kết nối được với cơ sở dữ liệu ngành.", id="for a while"),
        pytest.param("Công ty cung cấp suất ăn chưa có phân hệ kế toán.", id="a company"),
        pytest.param("Trên hệ thống LMS chưa có tài khoản khách.", id="where something is not there"),
        pytest.param("Từ chỗ chưa có phòng studio, đến nay trường đã có phòng riêng.", id="from nothing to something"),
        pytest.param("Những năm trước chưa triển khai học bạ điện tử, năm nay đã triển khai.", id="years before"),
        pytest.param("Năm 2021 nhà trường chưa có phòng studio, đến năm 2022 đã lắp đặt.", id="done since"),
        pytest.param("Năm học 2021-2022 trường chưa có phòng studio; năm 2023 đã xây dựng xong.", id="a past year"),
        pytest.param("Năm học 2021-2022 trường chưa có phòng studio.", id="another school year"),
        pytest.param("Năm 2021, nhà trường chưa triển khai học bạ điện tử.", id="another calendar year"),
        pytest.param("Trường chưa có phòng studio; đến năm 2024 đã được trang bị.", id="done in the next clause"),
        pytest.param("Nhà trường chưa có phòng studio. Nay đã lắp đặt xong.", id="done in the next sentence"),
        pytest.param("Quản lý học sinh trên phần mềm không để xảy ra sai sót.", id="a tool named last, and no fault"),
        pytest.param("Thu hộ học phí và các khoản khác không dùng tiền mặt, không thu tiền mặt.", id="no cash"),
        pytest.param("Đề nghị hỗ trợ những đơn vị chưa có phòng studio.", id="units that lack it"),
        pytest.param("Nhà trường không có nhu cầu trang bị phòng studio.", id="no need"),
        pytest.param("Không có phòng studio nào xuống cấp.", id="none is run down"),
        pytest.param("Nếu chưa có phòng studio thì không thể quay bài giảng.", id="a condition"),
        pytest.param("Nếu như trước kia chưa thu phí không dùng tiền mặt thì nay đã thành nền nếp.", id="once and now"),
        pytest.param("Không phải là chưa có phòng studio.", id="a double negation"),
        pytest.param("Không có lớp nào không sử dụng sổ điểm điện tử.", id="no class without"),
        pytest.param("Đến nay không còn khoản thu nào chưa thực hiện không dùng tiền mặt.", id="none is left"),
        pytest.param("Chưa có học sinh nào vi phạm quy định.", id="no pupil"),
        pytest.param("Trung tâm không thu phí dịch vụ giáo dục.", id="no fees at all"),
        pytest.param("Một số giáo viên chưa sử dụng sổ điểm điện tử.", id="some teachers"),
        pytest.param("Một số phụ huynh chưa tham gia các hoạt động trên LMS.", id="some parents only"),
        pytest.param("Nhiều phụ huynh học sinh chưa tham gia LMS.", id="many parents"),
        pytest.param("Phụ huynh chưa tham gia đầy đủ các hoạt động trên LMS.", id="parents, not fully"),
        pytest.param("Một số phụ huynh chưa có điện thoại, chưa có tài khoản ngân hàng.", id="some parents"),
        pytest.param("Nhà trường chưa có phòng studio riêng, chuyên nghiệp.", id="a qualified thing"),
        pytest.param("Nhà trường chưa có phòng studio thứ hai.", id="a second one"),
        pytest.param("Chưa triển khai sổ điểm điện tử cho khối 1.", id="one grade only"),
        pytest.param("Sổ điểm điện tử chưa được sử dụng đồng bộ ở các khối lớp.", id="not evenly"),
        pytest.param("Chưa kết nối đầy đủ dữ liệu với CSDL ngành.", id="not fully"),
        pytest.param("Việc kết nối dữ liệu với CSDL ngành chưa ổn định.", id="not steadily"),
        pytest.param("Phòng studio chưa được trang bị đầy đủ thiết bị.", id="there, not fully equipped"),
        pytest.param("Phòng studio chưa hoạt động hiệu quả.", id="there, not well used"),
        pytest.param("Phòng tin học chưa có điều hòa.", id="there, without a comfort"),
        pytest.param("Sổ điểm điện tử chưa có chữ ký số.", id="there, without a signature"),
        pytest.param("Phần mềm kế toán không có lỗi.", id="there, without faults"),
        pytest.param("Nhà trường không có khó khăn trong tuyển sinh trực tuyến.", id="no difficulty"),
        pytest.param("Việc thu phí không dùng tiền mặt chưa được phụ huynh hưởng ứng.", id="not welcomed"),
        pytest.param("Nhà trường thu phí không dùng tiền mặt, có phòng máy tính.", id="a negation inside a name"),
        pytest.param("Địa phương chưa có phòng studio.", id="somebody else"),
        pytest.param("Chưa có phòng học ngoại ngữ.", id="a thing of no criterion"),
    ],
)
def test_less_than_a_denial_stays_silent(text: str) -> None:
    assert denied(text) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Nhà trường chưa có phòng tin học.", ("1.7b",)),
        ("Trường chưa triển khai tuyển sinh trực tuyến.", ("2.4b",)),
        ("Đơn vị không có phòng studio.", ("1.7c",)),
        ("Chưa có phòng studio nào.", ("1.7c",)),
        ("Nhà trường còn thiếu phòng studio.", ("1.7c",)),
        ("- Phòng studio: chưa có.", ("1.7c",)),
        ("Nhà trường chưa có phòng studio nên việc xây dựng học liệu còn khó khăn.", ("1.7c",)),
        ("- Do kinh phí hạn hẹp, nhà trường chưa trang bị được phòng studio xây dựng học liệu số.", ("1.7c",)),
        ("Hiện nay, nhà trường chưa có điều kiện để trang bị phòng studio.", ("1.7c",)),
        ("Nhà trường chưa trang bị phòng studio và phần mềm kế toán do kinh phí hạn hẹp.", ("1.7c", "2.3g")),
        ("- Nhà trường chưa thực hiện được việc thu học phí theo hình thức không dùng tiền mặt.", ("2.4c",)),
        ("Trường chưa thu học phí không dùng tiền mặt.", ("2.4c",)),
        ("Tuyển sinh đầu cấp trực tuyến chưa được triển khai trong năm học này.", ("2.4b",)),
        ("Việc triển khai sổ điểm điện tử, học bạ điện tử chưa thực hiện được do thiếu kinh phí.", ("2.3c",)),
        ("* Tồn tại: đơn vị chưa triển khai phân hệ quản lý y tế trường học.", ("2.3f",)),
        ("Việc kết nối, trao đổi dữ liệu với CSDL ngành chưa được triển khai.", ("2.3h",)),
        ("- Phòng studio xây dựng học liệu số: chưa có.", ("1.7c",)),
        ("Phòng studio, kho học liệu số: chưa có.", ("1.7c", "1.4")),
        ("Phụ huynh học sinh chưa tham gia vào các hoạt động học tập của học sinh trên LMS.", ("1.3e",)),
        ("- Hiện nay phụ huynh chưa tham gia học tập cùng học sinh trên hệ thống LMS", ("1.3e",)),
        ("Phần mềm tổ chức thi chưa kết nối được với hệ thống quản trị nhà trường.", ("1.5b",)),
        ("Nhà trường chưa thực hiện việc kiểm tra, đánh giá thường xuyên trên hệ thống LMS.", ("1.3d",)),
        ("Trung tâm đã triển khai sổ điểm điện tử, tuyển sinh trực tuyến chưa thực hiện được.", ("2.4b",)),
        ("Cả tuyển sinh trực tuyến lẫn thanh toán không dùng tiền mặt đều chưa triển khai.", ("2.4b", "2.4c")),
        ("Vì học sinh ít nên trung tâm không tổ chức tuyển sinh trực tuyến.", ("2.4b",)),
        ("Phần mềm quản lý cơ sở vật chất hiện vẫn chưa được đưa vào sử dụng tại trường.", ("2.3e",)),
        ("Nhà trường chưa áp dụng hình thức thu học phí không dùng tiền mặt.", ("2.4c",)),
        ("Nhà trường chưa tổ chức thi, kiểm tra trên máy tính.", ("1.5",)),
        ("Chưa thực hiện kết nối, trao đổi dữ liệu với cơ sở dữ liệu ngành.", ("2.3h",)),
        (
            "Chưa thực hiện được việc kết nối, trao đổi dữ liệu giữa phần mềm quản trị với cơ sở dữ liệu ngành.",
            ("2.3h",),
        ),
        ("- Chưa có phần mềm quản lý cơ sở vật chất, phần mềm quản lý y tế.", ("2.3e", "2.3f")),
        ("Nhà trường hiện chưa có phòng máy tính phục vụ dạy môn Tin học.", ("1.7b",)),
        ("Chưa có phòng studio, phòng tin học.", ("1.7c", "1.7b")),
        ("Về thu phí không dùng tiền mặt, nhà trường chưa thực hiện.", ("2.4c",)),
        ("Năm học 2023-2024 nhà trường chưa có phòng studio.", ("1.7c",)),
        ("Năm 2021 được cấp 20 máy, đến nay trường vẫn chưa có phòng studio.", ("1.7c",)),
        ("Trường chưa có phòng studio; năm 2024 đã trang bị phòng tin học.", ("1.7c",)),
        ("Trường chưa có phòng studio; năm 2024 đã có tờ trình xin kinh phí.", ("1.7c",)),
        ("Việc quản lý y tế trường học trên phần mềm chưa thực hiện.", ("2.3f",)),
        ("Nhà trường chưa quản lý cơ sở vật chất bằng phần mềm.", ("2.3e",)),
        (
            "Thu học phí và các dịch vụ giáo dục theo hình thức không dùng tiền mặt: nhà trường chưa triển khai được, "
            "hiện vẫn thu tiền mặt.",
            ("2.4c",),
        ),
        (
            "Thu học phí và các dịch vụ giáo dục theo hình thức không dùng tiền mặt chưa làm được, hiện vẫn thu.",
            ("2.4c",),
        ),
        ("NHÀ TRƯỜNG CHƯA CÓ PHÒNG STUDIO", ("1.7c",)),
        ("Nha truong chua co phong studio", ("1.7c",)),
        ("Nhà trường chưa co\u0301 pho\u0300ng studio", ("1.7c",)),
    ],
)
def test_forms_of_a_denial(text: str, targets: tuple[str, ...]) -> None:
    assert denied(text) == [targets]


def test_the_subjects_of_a_long_sentence_are_denied_together() -> None:
    text = (
        "Việc quản trị nhà trường về dịch vụ qua tuyển sinh đầu cấp trực tuyến và dịch vụ thu phí dịch vụ giáo dục "
        "theo hình thức không dùng tiền mặt chưa thực hiện được vì đặc thù của Trung tâm (không thu phí)."
    )
    (denial,) = find_denials([Passage(text, Place(page=3))], CRITERIA)
    assert denial.targets == ("2.4b", "2.4c")
    assert denial.subject == (
        "tuyển sinh đầu cấp trực tuyến, thu phí dịch vụ giáo dục theo hình thức không dùng tiền mặt"
    )
    assert denial.place == Place(page=3)


def test_each_clause_denies_for_itself() -> None:
    text = "Hạn chế: chưa ban hành quy chế quản lý, sử dụng hệ thống quản trị nhà trường; chưa có phòng studio."
    assert denied(text) == [("2.3a",), ("1.7c",)]


@pytest.mark.parametrize("where", ["appendix", "header", "margin"])
def test_only_the_narrative_denies(where: str) -> None:
    assert denied("Chưa có phòng studio", where) == []


@pytest.mark.parametrize(
    ("text", "row", "targets"),
    [
        pytest.param("Chưa có phòng studio.", "2.4", [], id="of another row"),
        pytest.param("Chưa có phòng studio.", "1.7b", [], id="of another item"),
        pytest.param(
            "Thông báo số 27/TB-TH về các khoản thu không dùng tiền mặt", "2.4", [], id="a negation in a name"
        ),
        pytest.param("Một số phụ huynh chưa tham gia LMS", "1.3", [], id="some only"),
        pytest.param("Ứng dụng Zalo\nTrường chưa tuyển sinh trực tuyến", "2.4", [("2.4b",)], id="a line of its own"),
        pytest.param("- Phân hệ quản lý kế toán chưa triển khai", "2.3", [("2.3g",)], id="of an item of the row"),
        pytest.param("Chưa có phòng studio", "1.7c", [("1.7c",)], id="of the item itself"),
    ],
)
def test_evidence_denies_what_its_row_is_on(text: str, row: str, targets: list[tuple[str, ...]]) -> None:
    found = find_denials([Passage(text, Place(table=1, row=3), "evidence", row)], CRITERIA, "2023-2024")
    assert [denial.targets for denial in found] == targets


def test_a_text_without_a_candidate_does_not_import_spacy() -> None:
    code = (
        "import sys; from normalize.criteria_file import load; from normalize.denials import find_denials;"
        "from normalize.passages import Passage; from parsers.document import Place;"
        "find_denials([Passage('Nhà trường không ngừng đổi mới; có phòng studio', Place())], load('4725-2022'));"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_stand_ins_of_the_light_import_are_gone_after_it() -> None:
    code = (
        "from normalize.light_spacy import load_matching; load_matching(); load_matching();"
        "import spacy, spacy.cli, pydantic.v1; spacy.cli.info; spacy.blank('xx')('a b')"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
