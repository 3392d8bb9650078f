"""Sentences on results as many clerks would write them: which surely tell a group's score or level."""

from __future__ import annotations

import pytest

from normalize.criteria_file import load
from normalize.mentions import group_names_of
from normalize.passages import Passage
from normalize.statements import Reporter, find_statements
from parsers.document import Place

CRITERIA = load("4725-2022")
OWN = {"1=73", "2=79", "1 level 2", "2 level 3"}  # what the report's table says


def surely_told(text: str) -> set[str]:
    reporter = Reporter("2023-2024", "Trường THCS Hòa An", group_names_of(CRITERIA))
    found = [one for one in find_statements([Passage(text, Place(paragraph=1))], CRITERIA, reporter) if one.sure]
    scores = {f"{one.group}={one.score.value}" for one in found if one.score is not None}
    return scores | {f"{one.group} level {one.level.value}" for one in found if one.level is not None}


@pytest.mark.parametrize(
    ("text", "in_turn"),
    [
        pytest.param("Nhóm 1: 79 điểm; nhóm 2: 73 điểm.", True, id="a name, its figure, a name, its figure"),
        pytest.param("Nhóm 1 đạt 79 điểm.", True, id="one of each"),
        pytest.param("79 điểm ở nhóm 1 và 73 điểm ở nhóm 2.", False, id="figures before names"),
        pytest.param("Nhóm 1 và nhóm 2 lần lượt đạt 79 điểm và 73 điểm.", False, id="figures behind both names"),
    ],
)
def test_names_and_figures_in_turn(text: str, in_turn: bool) -> None:
    reporter = Reporter("2023-2024", "Trường THCS Hòa An", group_names_of(CRITERIA))
    found = find_statements([Passage(text, Place(paragraph=1))], CRITERIA, reporter)
    assert {one.in_turn for one in found} == {in_turn}


# fmt: off
@pytest.mark.parametrize("text", [
    "Năm ngoái nhóm 1 chỉ được 61 điểm.",
    "Mục tiêu của nhà trường là nhóm 1 đạt 80 điểm.",
    "Nhóm 1 có điểm tối đa là 100 điểm, trong đó tiêu chí 1.3 là 30 điểm.",
    "Muốn lên mức 3, nhóm 1 phải có ít nhất 75,5 điểm.",
    "Theo kết quả thẩm định của Phòng GDĐT, nhóm 1 đạt 70 điểm, nhóm 2 đạt 75 điểm.",
    "Ban đầu các tổ chấm nhóm 1 được 77 điểm, sau khi rà soát còn 73 điểm.",
    "Nhóm 1 còn thiếu 27 điểm so với điểm tối đa.",
    "Trường bạn đạt 88 điểm ở nhóm 1.",
    "Nhà trường dự kiến năm học 2024-2025 nhóm 2 đạt 85 điểm.",
    "Điểm trung bình của hai nhóm là 76 điểm.",
    "Nhóm 1 gồm 7 tiêu chí, nhóm 2 gồm 4 tiêu chí.",
    "Tăng 8 điểm ở nhóm 1 và 5 điểm ở nhóm 2 so với năm trước.",
    "Giáo viên nhóm 1 đạt 9 điểm bài thi cuối khóa, nhóm 2 đạt 8 điểm.",
    "Kế hoạch đề ra nhóm 1: 70 điểm, nhóm 2: 75 điểm; kết quả thực hiện vượt kế hoạch.",
    "Khi tự chấm lần đầu, nhóm 2 chỉ có 74 điểm.",
    "Theo hướng dẫn, nhóm nào dưới 50 điểm thì xếp mức 1.",
    "Nhóm 2 được cộng thêm 4 điểm nhờ dịch vụ tuyển sinh trực tuyến.",
    "Ở nhóm 1, tiêu chí 1.5 chỉ đạt 15 điểm.",
    "Nếu tính cả điểm phòng studio thì nhóm 1 đạt 78 điểm.",
    "Giá như có phòng studio thì nhóm 1 đã đạt 78 điểm.",
    "Đại diện phụ huynh đề nghị chấm nhóm 2 là 82 điểm nhưng hội đồng không nhất trí.",
    "Một số thành viên cho rằng nhóm 1 chỉ đáng 70 điểm.",
    "Trường TH số 2 xã bên đạt 81 điểm nhóm 1.",
    "Nhóm 1 đạt 73 điểm, chưa đạt mức 3 như mong muốn.",
    "Hai trong số các trường của huyện đạt mức 3 ở nhóm 1.",
    "Nhóm 1 mới ở mức 2, còn cách mức 3 một khoảng.",
    "Sở GDĐT yêu cầu các trường đạt mức 3 ở cả hai nhóm vào năm 2025.",
    "Mức 1 của nhóm 1 là dưới 50 điểm.",
    "Nhóm 1 giữ nguyên mức 2, nhóm 2 tăng từ mức 2 lên mức 3.",
    "Từ mức 1 năm học 2021-2022, nhóm 1 đã lên mức 2.",
    "Nhóm 1 bị trừ 5 điểm do thiếu phòng studio.",
    "Bình quân toàn huyện nhóm 1 đạt 66,4 điểm.",
    "Sau phúc tra, nhóm 2 của trường còn 77 điểm.",
    "Nhóm 2 vượt chỉ tiêu 4 điểm (chỉ tiêu 75 điểm).",
    "Trường được Phòng GDĐT công nhận năm học trước: nhóm 1 mức 2, nhóm 2 mức 2.",
    "Cụm trường số 3 có 5 trường đạt mức 3 nhóm 1.",
    "Nhóm 1 đạt 100% tiêu chí bắt buộc.",
    "Năm học 2022-2023: nhóm 1 đạt 60 điểm; năm học 2023-2024: nhóm 1 đạt 73 điểm.",
    "Kết quả nhóm 1 qua ba năm: 55, 61 và 73 điểm.",
    "Khoảng cách giữa hai nhóm là 6 điểm.",
    "Nhóm 1 có 2 tiêu chí đạt mức 3, 3 tiêu chí đạt mức 2.",
    "Điểm nhóm 1 do tổ Toán chấm là 70, tổ Văn chấm là 76, thống nhất 73.",
    "Thấp nhất là nhóm 1 với tiêu chí 1.7 đạt 10/20 điểm.",
    "Nhóm 2 cần 81 điểm mới đứng đầu cụm.",
    "Phiên họp đầu tiên, nhóm 1 được đề xuất 75 điểm.",
    "Điểm nhóm 1 ba năm qua lần lượt là 55, 61 và 73 điểm.",
    "Điểm nhóm 1 ba năm qua lần lượt là 55, 61 và 73.",
    "Điểm các tiêu chí của nhóm 1 lần lượt là 24, 10, 15, 14 và 10.",
    "Điểm hai nhóm của trường THCS Hòa Bình lần lượt là 88 và 90.",
    "Điểm hai nhóm năm trước lần lượt là 61 và 70.",
    "Nhóm 1 được 70 điểm do Phòng Giáo dục chấm, nhà trường tự chấm 73 điểm.",
    "Cả hai nhóm của trường bạn đều đạt mức 3.",
    "Cả hai nhóm trường đều đặt mục tiêu đạt mức 3.",
    "Ở nhóm 1, 24 điểm thuộc về tiêu chí 1.3, 15 điểm thuộc về tiêu chí 1.5.",
    "Nhóm 1 có 27 điểm chưa đạt.",
    "Tổng điểm hai nhóm của nhà trường là 152 điểm.",
    "Với 73 điểm, nhóm 1 xếp thứ 4 trong cụm; trường dẫn đầu có 85 điểm.",
    "Lãnh đạo Phòng gợi ý nâng nhóm 1 lên 76 điểm, nhà trường vẫn giữ 73 điểm.",
    "Nhóm 2: điểm tối đa 100, điểm liệt 0.",
    "Học kỳ I, nhóm 1 được 65 điểm.",
    "Trong đợt tự chấm thử tháng 3, nhóm 1 chỉ được 58 điểm.",
    "Điểm nhóm 1 các năm: 2021-2022: 48; 2022-2023: 61; 2023-2024: 73.",
    "Mỗi tiêu chí của nhóm 1 đạt trung bình 14,6 điểm.",
    "Nhà trường đăng ký nhóm 2 đạt mức 3, nhóm 1 đạt mức 3.",
    "Nhóm 1 cần thêm 3 điểm để đạt mức 3.",
    "Trường đạt mức 2 về kiểm định, nhóm 1 về phổ cập.",
    "Muốn nhóm 1 đạt mức 3 phải có phòng studio.",
    "Hiện chưa có nhóm nào đạt mức 3 ở các trường vùng cao.",
    "Giáo viên được chia thành 2 nhóm: nhóm 1 đạt 85 điểm, nhóm 2 đạt 80 điểm trong bài kiểm tra kỹ năng số.",
    "Kết quả bình chọn: nhóm 1 được 25 phiếu.",
    "Theo phụ lục 2 của Quyết định, nhóm 1 được tối đa 100 điểm.",
    "Nhóm 1 giảm 2 điểm, nhóm 2 tăng 4 điểm.",
    "Nhóm 1 xếp mức 2 vì chưa vượt 75 điểm.",
    "Ở mức 1 có 12 trường, mức 2 có 30 trường, mức 3 có 8 trường.",
    "Có 5/7 tiêu chí của nhóm 1 đạt mức 3.",
    "Nhóm 1 từng ở mức 1.",
    "Tiến tới nhóm 1 đạt trên 80 điểm.",
    "Nhà trường tự tin sẽ đạt 80 điểm ở nhóm 1 vào năm học sau.",
    "Nhóm 1 đạt 73 điểm là chưa cao so với mức bình quân 76 điểm của huyện.",
    "Kết quả thanh tra: nhóm 1 71 điểm, nhóm 2 76 điểm.",
    "Khi đối chiếu, tổ kiểm tra chéo hạ nhóm 1 xuống 70 điểm.",
    "Ước tính nhóm 1 của các trường THCS đạt 65 điểm.",
    "Nhóm 1 thấp hơn nhóm 2 tới 6 điểm.",
    "Nội dung số 1 đạt 8 điểm, nội dung số 2 đạt 9 điểm.",
])
def test_other_figures_are_never_surely_a_result(text: str) -> None:
    assert surely_told(text) <= OWN


@pytest.mark.parametrize(("text", "told"), [
    ("Đối chiếu minh chứng, tổ công tác chấm phần dạy, học 71 điểm và phần quản trị 79 điểm.", {"1=71", "2=79"}),
    ("Tổng điểm của nhóm tiêu chí “Chuyển đổi số trong dạy, học” là 70 điểm.", {"1=70"}),
    ("Nhóm 2: 78 điểm, xếp mức 2.", {"2=78", "2 level 2"}),
    ("Nhà trường tự đánh giá nhóm 1 được 37/100 điểm.", {"1=37"}),
    ("Điểm nhóm 1 và nhóm 2 của nhà trường lần lượt là 73 và 97.", {"1=73", "2=97"}),
    ("Ở lĩnh vực quản trị, số điểm trường đạt được là 69.", {"2=69"}),
    ("Trong năm học này, nhóm 1 đạt 74 điểm tương ứng mức 2.", {"1=74", "1 level 2"}),
    ("Xét theo thang đánh giá của Bộ, mức độ chuyển đổi số trong quản trị của trường là mức 2.", {"2 level 2"}),
    ("Kết luận: Nhóm 1 đạt mức đáp ứng tốt.", {"1 level 3"}),
    ("Cả hai nhóm tiêu chí nhà trường đều đạt mức độ 3.", {"1 level 3", "2 level 3"}),
    ("Với tổng điểm 76/100, nhóm tiêu chí 2 được xếp mức đáp ứng tốt.", {"2=76"}),
    ("Nhóm tiêu chí thứ nhất: năm mươi ba điểm.", {"1=53"}),
    ("Nhà trường đạt 73 điểm ở nhóm 1, 70 điểm ở nhóm 2.", {"1=73", "2=70"}),
    ("Kết quả nhóm 1 (dạy, học): 78 điểm.", {"1=78"}),
    ("Quản trị cơ sở giáo dục: 74/100 điểm, mức 2.", {"2=74", "2 level 2"}),
    ("Điểm số: Nhóm 1 - 71đ; Nhóm 2 - 78đ.", {"1=71", "2=78"}),
    ("Nhóm 1 của trường đạt 63 điểm, trong đó tiêu chí 1.3 đạt 24 điểm.", {"1=63"}),
    ("Riêng nhóm 2, nhà trường đạt 77 điểm.", {"2=77"}),
    ("Hội đồng thống nhất cho nhóm 1 là 75 điểm.", {"1=75"}),
    ("Điểm tự chấm nhóm 2 là 80 điểm, tăng 5 điểm so với năm học trước.", {"2=80"}),
    ("Căn cứ kết quả trên, nhà trường tự xếp nhóm 1 ở mức 1.", {"1 level 1"}),
    ("Nhóm 2 chỉ được xếp mức chưa đáp ứng.", {"2 level 1"}),
    ("Phần dạy học của nhà trường được chấm 71 điểm, đạt mức 2.", {"1=71"}),
    ("Đến nay, nhóm 2 của nhà trường đã đạt 78/100 điểm.", {"2=78"}),
    ("Kết quả tự đánh giá như sau: nhóm 1 đạt 93 điểm, nhóm 2 đạt 79 điểm.", {"1=93", "2=79"}),
    ("Như đã trình bày ở phụ lục, nhóm 1 đạt 83 điểm.", {"1=83"}),
    ("Nhóm 2 được 75 điểm nên xếp mức 2.", {"2=75", "2 level 2"}),
    ("Như vậy nhóm 1 được 76 điểm (mức 3).", {"1=76", "1 level 3"}),
    ("Điểm của hai nhóm tiêu chí lần lượt là 74 và 79.", {"1=74", "2=79"}),
    ("Tổng điểm nhóm 1 và nhóm 2 lần lượt đạt 74 và 79.", {"1=74", "2=79"}),
    ("Với 79 điểm ở nhóm 1 và 73 điểm ở nhóm 2, kết quả năm nay là đáng khích lệ.", {"1=79", "2=73"}),
    ("Trường chúng tôi tự chấm 73 điểm (dạy, học) và 97 điểm (quản trị).", {"1=73", "2=97"}),
    ("Nhóm quản trị: bảy mươi tám điểm.", {"2=78"}),
    ("Về quản trị, đơn vị tự xếp mức đáp ứng cơ bản.", {"2 level 2"}),
    ("Trên cơ sở đó, Ban chỉ đạo thống nhất mức điểm 77/100 cho nhóm tiêu chí quản trị.", {"2=77"}),
    ("Nhóm 1 (Chuyển đổi số trong dạy, học): tổng điểm đạt 71/100, xếp Mức 2.", {"1=71", "1 level 2"}),
    ("Nhóm 2: tổng 69 điểm; mức đạt: Mức 2.", {"2=69", "2 level 2"}),
    ("Sau khi cộng điểm các tiêu chí từ 1.3 đến 1.7, nhóm 1 được 74 điểm.", {"1=74"}),
    ("Theo bảng tự chấm ở phụ lục, nhóm 1: 72; nhóm 2: 78.", {"1=72", "2=78"}),
    ("Kết quả: 72 điểm (nhóm 1), 78 điểm (nhóm 2).", {"1=72", "2=78"}),
    ("Mức độ chuyển đổi số nhóm 1: Mức 2; nhóm 2: Mức 2.", {"1 level 2", "2 level 2"}),
    ("Với kết quả trên, việc chuyển đổi số trong dạy, học của nhà trường xếp mức 3.", {"1 level 3"}),
    ("Nhóm 1 đạt 75 điểm còn nhóm 2 đạt 78 điểm.", {"1=75", "2=78"}),
    ("Hội đồng kết luận: nhóm 2 đạt mức đáp ứng cơ bản.", {"2 level 2"}),
    ("Trường tự đánh giá đạt 70/100 điểm đối với nhóm tiêu chí chuyển đổi số trong dạy, học.", {"1=70"}),
    ("Tổng điểm nhóm 2 nhà trường đạt được: 80 điểm.", {"2=80"}),
    ("Nhóm 1: 33 điểm (ba mươi ba điểm).", {"1=33"}),
    ("Hai nhóm tiêu chí đạt lần lượt 73 điểm và 78 điểm.", {"1=73", "2=78"}),
    ("Nhóm 1 của nhà trường hiện ở mức độ 1.", {"1 level 1"}),
    ("Ở nhóm 2, nhà trường chấm 91 điểm.", {"2=91"}),
    ("Dạy và học: 64/100 điểm - Mức 2", {"1=64", "1 level 2"}),
    ("Nhóm tiêu chí về dạy, học nhà trường tự chấm được 64 điểm.", {"1=64"}),
    ("Điểm của nhóm tiêu chí về quản trị: 64.", {"2=64"}),
    ("Đạt 77 điểm ở nhóm tiêu chí 1.", {"1=77"}),
    ("Xếp mức độ 3 ở nhóm tiêu chí dạy, học.", {"1 level 3"}),
    ("Nhóm 2. Chuyển đổi số trong quản trị: 71 điểm, đạt mức đáp ứng cơ bản (mức 2).", {"2=71", "2 level 2"}),
    ("Tổng điểm tự đánh giá của nhà trường: Nhóm I: 79 điểm; Nhóm II: 73 điểm.", {"1=79", "2=73"}),
    ("Trong 100 điểm của nhóm 1, nhà trường đạt 71 điểm.", {"1=71"}),
    ("Nhà trường được 78 trên tổng số 100 điểm của nhóm 2.", {"2=78"}),
    ("So với thang điểm 100, nhóm 1 của trường đạt 63 điểm.", {"1=63"}),
    ("Cộng các tiêu chí, nhóm 1 đạt bảy mươi mốt phẩy năm điểm.", {"1=71.5"}),
])
def test_results_in_many_wordings_are_sure(text: str, told: set[str]) -> None:
    assert told <= surely_told(text) <= told | OWN
# fmt: on
