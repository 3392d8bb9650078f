"""Sentences as many clerks would write them: which surely deny, which may deny, and which deny nothing."""

from __future__ import annotations

import pytest

from normalize.criteria_file import load
from normalize.denials import find_denials
from normalize.passages import Passage
from parsers.document import Place

CRITERIA = load("4725-2022")


def read(*texts: str) -> list[tuple[bool, str]]:
    passages = [Passage(text, Place(paragraph=number)) for number, text in enumerate(texts, 1)]
    found = find_denials(passages, CRITERIA, "2023-2024", "Trường THCS Hòa Bình")
    return [(denial.sure, " ".join(denial.targets)) for denial in found]


# fmt: off
@pytest.mark.parametrize("text", [
    "Thời điểm mới thành lập, trường chưa có phòng tin học.",
    "Cách đây ba năm nhà trường chưa có phòng studio.",
    "Vào thời kỳ dịch bệnh, trường chưa có hệ thống LMS.",
    "Ba năm trước trường chưa tuyển sinh trực tuyến.",
    "Hồi năm ngoái trường chưa thu phí không dùng tiền mặt.",
    "Dư luận cho rằng nhà trường không có sổ điểm điện tử là chưa đúng.",
    "Không thể nói là nhà trường chưa có phòng studio.",
    "Không phải trường không có phần mềm kế toán.",
    "Chẳng lẽ trường ta lại không có phòng studio?",
    "Ai dám bảo trường không tuyển sinh trực tuyến được?",
    "Làm sao có thể thi trên máy tính nếu không có phòng máy?",
    "Nếu chưa có phòng studio thì giáo viên sẽ gặp khó khăn.",
    "Giả sử không có sổ điểm điện tử, công việc sẽ rất vất vả.",
    "Một vài giáo viên chưa sử dụng sổ điểm điện tử thành thạo.",
    "Còn một số phụ huynh chưa tham gia LMS.",
    "Phòng studio chưa có điều hòa, cách âm chưa tốt.",
    "Phòng studio chưa được sử dụng hết công suất.",
    "Phòng tin học chưa đủ máy cho mỗi học sinh một máy.",
    "Kho học liệu số chưa phong phú.",
    "Học liệu số chưa nhiều, chưa đa dạng.",
    "Phần mềm kế toán chưa cập nhật biểu mẫu mới.",
    "Phân hệ y tế chưa có mục theo dõi tiêm chủng.",
    "Ứng dụng kết nối gia đình và nhà trường chưa có bản tiếng Anh.",
    "Tuyển sinh trực tuyến chưa xảy ra sự cố nào.",
    "Chưa có phụ huynh nào phàn nàn về việc thu phí không dùng tiền mặt.",
    "Chưa ghi nhận sai sót nào khi sử dụng học bạ điện tử.",
    "Không có học sinh nào vi phạm khi thi trên máy tính.",
    "Nhà trường không gặp trở ngại gì khi triển khai tuyển sinh trực tuyến.",
    "Không còn lớp nào dùng sổ giấy, tất cả đã dùng sổ điểm điện tử.",
    "Không lớp nào chưa có thiết bị trình chiếu.",
    "Không khoản nào chưa thu không dùng tiền mặt.",
    "Nhà trường không thu tiền mặt mà thu qua tài khoản ngân hàng.",
    "Phần mềm thi chưa hỗ trợ câu hỏi tự luận.",
    "Phòng Giáo dục chưa triển khai cổng tuyển sinh trực tuyến cho cấp mầm non.",
    "Thư viện huyện chưa có học liệu số.",
    "Nhà cung cấp phần mềm chưa có phân hệ y tế cho bậc mầm non.",
    "Tổ bảo vệ chưa sử dụng phần mềm quản lý tài sản.",
    "Điểm trường lẻ chưa có phòng tin học.",
    "Cơ sở 2 chưa có phòng studio.",
    "Mục tiêu đến năm 2026: không còn trường nào chưa có phòng studio.",
    "Nhiệm vụ năm tới: triển khai những phân hệ chưa sử dụng.",
    "Để không phải thu tiền mặt, nhà trường đã triển khai thanh toán không dùng tiền mặt.",
    "Nhà trường không chỉ có phòng studio mà còn có phòng tin học.",
    "Không những thu học phí qua ngân hàng mà nhà trường còn có sổ liên lạc điện tử.",
    "Bên cạnh những trường chưa có phòng studio, trường ta là một trong số ít đơn vị có phòng riêng.",
    "Tuy chưa có phòng studio hiện đại như trường chuyên nhưng trường đã bố trí một phòng quay bài giảng.",
    "Phòng studio không lớn nhưng đủ dùng.",
    "Chưa bao giờ việc thu phí không dùng tiền mặt lại thuận lợi như năm nay.",
    "Nhà trường chưa hài lòng với phần mềm kế toán.",
    "Theo báo cáo năm học trước, đơn vị chưa có phân hệ kế toán.",
    "Câu hỏi 5: Nhà trường đã có hay chưa có phòng studio? Trả lời: đã có.",
    "Phần mềm quản lý học sinh không cho phép sửa điểm sau khi khóa.",
    "Sổ điểm điện tử không thay thế hoàn toàn sổ giấy theo quy định.",
    "Việc tuyển sinh trực tuyến không làm phát sinh chi phí cho phụ huynh.",
    "Hệ thống LMS không yêu cầu cài đặt.",
    "Chưa đến hạn thu học phí qua ngân hàng.",
    "Không bắt buộc phụ huynh thanh toán không dùng tiền mặt.",
    "Trường chưa phải nhờ phòng studio của đơn vị khác.",
    "Không thiếu phòng tin học.",
    "Phòng máy tính không dùng cho việc khác.",
    "Nhờ có phần mềm kế toán, không còn tình trạng sai lệch số liệu.",
    "Nhà trường đã triển khai sổ điểm điện tử, học bạ điện tử ở tất cả các khối lớp.",
    "Nhà trường không ngừng bổ sung học liệu số.",
    "Thu học phí không dùng tiền mặt đạt 100%.",
    "Phần mềm kế toán hoạt động ổn định, không có lỗi.",
    "Tuyển sinh trực tuyến không có sai sót.",
    "Việc thu học phí qua ngân hàng không gặp khó khăn gì.",
    "Không chỉ có phòng tin học, trường còn có phòng studio.",
    "Nhà trường chưa có sân bóng; phòng studio đặt tại tầng 3.",
    "Tuy chưa có nhà đa năng, nhà trường đã có phòng tin học.",
    "Trước đây trường chưa có phòng studio.",
    "Phụ huynh không phải đến trường nhờ tuyển sinh trực tuyến.",
    "Sử dụng sổ điểm điện tử giúp giáo viên không phải ghi chép nhiều.",
    "Hệ thống LMS hoạt động liên tục, không bị gián đoạn.",
    "Năm học trước đơn vị chưa triển khai học bạ điện tử, năm nay đã triển khai.",
    "Phòng tin học được sử dụng thường xuyên, không để máy hỏng kéo dài.",
    "Thanh toán không dùng tiền mặt được phụ huynh ủng hộ.",
])
def test_what_denies_nothing_is_silent(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", [
    "Chưa có thiết bị trong phòng studio.",
    "Nhà trường chưa có kinh phí vận hành phòng studio.",
    "Chưa có chức năng trên hệ thống LMS.",
    "Trường chưa có quy trình sử dụng phần mềm kế toán.",
    "Nhà trường chưa dùng phần mềm quản trị để quản lý tài sản.",
    "Phần mềm kế toán chưa kết nối.",
    "Phần mềm kế toán chưa có nội dung này.",
    "Nhà trường chưa có mô hình của phòng tin học.",
    "Trường tiểu học bên cạnh chưa có phòng studio nên thường sang quay nhờ trường ta.",
    "Khi mới chia tách, đơn vị chưa có phần mềm quản trị nhà trường.",
    "Trước khi có phần mềm mới, phân hệ kế toán chưa được sử dụng.",
    "Trước năm học này phân hệ y tế chưa được sử dụng.",
    "Có người nói trường chưa có phòng studio, thực tế phòng đã hoạt động từ năm 2022.",
    "Khi nào chưa kết nối được với CSDL ngành thì nhập tay.",
    "Hệ thống bị gián đoạn hai ngày, không kết nối được với CSDL ngành.",
    "Trong lúc nâng cấp, ứng dụng kết nối gia đình và nhà trường không hoạt động.",
    "Do mất mạng, ngày 12/3 học sinh không thi trên máy tính được.",
    "Phụ huynh ở thôn bản xa chưa cài ứng dụng kết nối gia đình và nhà trường.",
    "Vẫn còn 12 phụ huynh chưa thanh toán không dùng tiền mặt.",
    "Em Nguyễn Văn A chưa có tài khoản LMS.",
    "Cô giáo mới chuyển đến chưa có tài khoản trên hệ thống LMS.",
    "Sổ điểm điện tử chưa được ký số đồng loạt.",
    "Lớp 1 chưa học trên LMS.",
    "Nhà trường chưa thu phí không dùng tiền mặt đối với tiền ăn sáng.",
    "Riêng học sinh khuyết tật chưa thi trên máy tính.",
    "Đoàn kiểm tra hỏi vì sao trường chưa có phòng studio, nhà trường đã chỉ cho đoàn xem phòng ở tầng 2.",
    "Biên bản năm 2021 ghi trường chưa có phòng tin học.",
    "Không có phòng studio nào bị bỏ trống.",
    "Nhà trường không tuyển sinh trái tuyến, tuyển sinh trực tuyến đúng quy định.",
    "Không thu bất kì khoản phí nào đối với việc sử dụng các dịch vụ trực tuyến của nhà trường.",
])
def test_what_is_not_understood_is_never_sure(text: str) -> None:
    assert [sure for sure, _ in read(text)] == [False]


@pytest.mark.parametrize(("text", "targets"), [
    ("Hồ sơ tuyển sinh thu trực tiếp, chưa nhận trực tuyến.", "2.4b"),
    ("Phần mềm quản trị có phân hệ học sinh, phần mềm kế toán, chưa có phân hệ y tế.", "2.3f"),
    ("Cho đến nay trong khuôn viên trường vẫn chưa dựng được phòng ghi hình nào.", "1.7c"),
    ("Phòng studio hiện vẫn nằm trong danh mục chờ kinh phí, nhà trường chưa xây dựng.", "1.7c"),
    ("Giáo viên phải tự quay bài giảng ở nhà do trường không có phòng thu.", "1.7c"),
    ("Cái thiếu lớn nhất về cơ sở vật chất là phòng studio.", "1.7c"),
    ("Khoản kinh phí cho phòng studio chưa được phê duyệt nên phòng chưa được trang bị.", "1.7c"),
    ("Riêng hạng mục phòng studio, đơn vị đành để trống vì chưa có kinh phí.", "1.7c"),
    ("Còn thiếu: bảng tương tác, máy tính giáo viên, phòng studio.", "1.7c"),
    ("Cơ sở vật chất chưa cho phép bố trí phòng máy tính cho học sinh học môn Tin học.", "1.7b"),
    ("Nhà trường không có máy chiếu, ti vi trong các phòng học.", "1.7a"),
    ("Việc kiểm tra đánh giá trên phòng máy tính vẫn còn bỏ ngỏ, các bài kiểm tra đều làm trên giấy.", "1.5"),
    ("Nhà trường chưa từng tổ chức cho học sinh thi trên máy.", "1.5"),
    ("Tất cả các kỳ kiểm tra của nhà trường vẫn làm trên giấy, chưa có kỳ nào thi trên máy tính.", "1.5"),
    ("Kết quả thi từ phần mềm thi chưa tự động chuyển được sang hệ thống quản trị nhà trường.", "1.5b 2.3"),
    ("Giữa phần mềm thi và hệ thống quản trị nhà trường chưa có sự kết nối.", "1.5b 2.3"),
    ("Phần mềm dạy học trực tuyến là khâu yếu nhất: nhà trường chưa có phần mềm nào.", "1.3"),
    ("Giáo viên chưa giao bài tập cho học sinh qua hệ thống LMS.", "1.3b 1.3c 1.3d 1.3e"),
    ("Hệ thống LMS chưa được giáo viên dùng để giao bài cho học sinh.", "1.3b 1.3c 1.3d 1.3e"),
    ("Trên hệ thống LMS, giáo viên chưa giải đáp thắc mắc cho học sinh.", "1.3c 1.3b 1.3d 1.3e"),
    ("Kiểm tra thường xuyên trên hệ thống quản lý học tập là nội dung nhà trường chưa thực hiện.", "1.3d"),
    ("Trên LMS chưa có sự tham gia của phụ huynh học sinh.", "1.3e"),
    ("Cha mẹ học sinh chưa tham gia hoạt động học tập của con em trên LMS.", "1.3e"),
    ("Nhà trường có phần mềm nhưng chưa xây dựng quy chế quản lý, sử dụng hệ thống quản trị nhà trường.", "2.3a"),
    ("Nhà trường chưa chuyển sổ điểm và học bạ sang dạng điện tử.", "2.3c"),
    ("Hồ sơ đội ngũ cán bộ giáo viên chưa được quản lý bằng phần mềm.", "2.3d"),
    ("Phân hệ quản lý cán bộ, viên chức: không có.", "2.3d"),
    ("Việc theo dõi tài sản, thiết bị còn ghi sổ tay, chưa dùng phần mềm quản lý tài sản.", "2.3e"),
    ("Thông tin y tế, sức khỏe học sinh chưa được quản lý trên phần mềm.", "2.3f"),
    ("Bộ phận kế toán chưa có phần mềm kế toán, vẫn lập chứng từ thủ công.", "2.3g"),
    ("Trường chưa mua bản quyền phần mềm kế toán.", "2.3g"),
    ("Dữ liệu trên phần mềm chưa được đồng bộ lên CSDL ngành giáo dục.", "2.3h"),
    ("Chưa có kênh ứng dụng nào kết nối nhà trường với gia đình học sinh.", "2.4a"),
    ("Phụ huynh đến trường nộp hồ sơ giấy vì đơn vị chưa có tuyển sinh đầu cấp trực tuyến.", "2.4b"),
    ("Công tác tuyển sinh lớp 6 chưa được thực hiện trực tuyến.", "2.4b"),
    ("Chưa nhận đăng ký tuyển sinh đầu cấp qua mạng.", "2.4b"),
    ("Dịch vụ tuyển sinh trực tuyến còn chưa được mở.", "2.4b"),
    ("Kỳ tuyển sinh đầu cấp vừa rồi, trường không tuyển sinh trực tuyến.", "2.4b"),
    ("Nhà trường thu hoàn toàn bằng tiền mặt, không triển khai thanh toán không dùng tiền mặt.", "2.4c"),
    ("Tuyệt nhiên chưa có khoản thu nào của trường được thu qua tài khoản ngân hàng.", "2.4c"),
    ("Trường vẫn đang thu học phí bằng tiền mặt.", "2.4c"),
    ("Các phân hệ chưa triển khai gồm: quản lý cơ sở vật chất, quản lý y tế.", "2.3e 2.3f"),
    ("Trường mới dùng phân hệ học sinh, sổ điểm, chưa dùng phân hệ cơ sở vật chất và phân hệ y tế.", "2.3b 2.3e 2.3f"),
    ("Nội dung chưa đạt: tuyển sinh đầu cấp trực tuyến.", "2.4b"),
    ("Hạng mục còn thiếu so với yêu cầu của bộ tiêu chí là phòng studio.", "1.7c"),
    ("Trong số các phần mềm quản lý, chỉ có phần mềm kế toán là nhà trường chưa trang bị.", "2.3g"),
    ("Việc sử dụng học bạ điện tử thay học bạ giấy chưa được thực hiện.", "2.3c"),
    ("Học sinh của trường chưa có điều kiện thi, kiểm tra trên phòng máy tính.", "1.5"),
    ("Việc giao bài cho học sinh tự học trên LMS giáo viên chưa thực hiện.", "1.3b"),
    ("Kết nối dữ liệu với CSDL ngành là phần việc còn dang dở, chưa thực hiện được.", "2.3h"),
    ("Trong 5 mục về hạ tầng thì mục phòng studio nhà trường chưa đạt vì chưa có phòng.", "1.7c"),
])
def test_what_may_deny_is_doubtful(text: str, targets: str) -> None:
    assert read(text) == [(False, targets)]


@pytest.mark.parametrize(("text", "targets"), [
    ("Trường đã có phân hệ quản lý học sinh, sổ điểm điện tử, riêng phân hệ quản lý cơ sở vật chất chưa có.", "2.3e"),
    ("Trường đã có phân hệ quản lý học sinh, sổ điểm điện tử, phân hệ quản lý cơ sở vật chất chưa có.", "2.3e"),
    ("Trong phần mềm quản trị nhà trường, phân hệ quản lý cơ sở vật chất chưa dùng.", "2.3e"),
    ("Trường chưa có phòng máy tính để tổ chức thi trên máy.", "1.7b"),
    ("Trường chưa có phòng studio để xây dựng học liệu số.", "1.7c"),
    ("Một trong những khó khăn là nhà trường không có phòng quay video bài giảng.", "1.7c"),
    ("Trường hiện có 2 phòng máy, 20 phòng học có ti vi nhưng không có phòng studio.", "1.7c"),
    ("Trường chưa có phòng máy vi tính nên học sinh học tin học chay trên lớp.", "1.7b"),
    ("Phòng tin học là thứ mà nhà trường còn thiếu.", "1.7b"),
    ("Do diện tích chật hẹp nên phòng tin học chưa bố trí được.", "1.7b"),
    ("Các phòng học chưa được trang bị thiết bị trình chiếu.", "1.7a"),
    ("Hình thức thi trên máy tính nhà trường chưa áp dụng.", "1.5"),
    ("Phòng máy của trường chưa nối mạng LAN.", "1.5a"),
    ("Hệ thống mạng nội bộ chưa được lắp đặt.", "1.5a"),
    ("Nhà trường chưa mua phần mềm dạy học trực tuyến.", "1.3"),
    ("Phần mềm dạy học trực tuyến trực tiếp nhà trường chưa triển khai.", "1.3a"),
    ("Chưa có việc trả lời câu hỏi của học sinh trên hệ thống quản lý học tập.", "1.3c"),
    ("Nhà trường chưa triển khai hệ thống quản lý học tập (LMS).", "1.3b 1.3c 1.3d 1.3e"),
    ("LMS: chưa có.", "1.3b 1.3c 1.3d 1.3e"),
    ("Đơn vị chưa số hóa được học liệu nào.", "1.4"),
    ("Kho học liệu số chưa được hình thành.", "1.4"),
    ("Nhà trường không có học liệu số nào được phê duyệt.", "1.4"),
    ("Công tác số hóa học liệu chưa được tiến hành.", "1.4"),
    ("Nhà trường chưa dùng phần mềm quản trị nào.", "2.3"),
    ("Công tác quản trị vẫn làm thủ công, đơn vị không có phần mềm quản lý trường học.", "2.3"),
    ("Quy chế sử dụng hệ thống quản trị nhà trường chưa được ban hành.", "2.3a"),
    ("Đến thời điểm này Hiệu trưởng chưa ký ban hành quy chế sử dụng phần mềm quản trị nhà trường.", "2.3a"),
    ("Hồ sơ học sinh chưa được quản lý trên phần mềm.", "2.3b"),
    ("Nhà trường chưa đưa phân hệ quản lý học sinh vào vận hành.", "2.3b"),
    ("Học bạ điện tử đơn vị chưa làm được.", "2.3c"),
    ("Giáo viên toàn trường vẫn vào điểm bằng sổ giấy vì chưa có sổ điểm điện tử.", "2.3c"),
    ("Điều đáng tiếc là sổ điểm điện tử, học bạ điện tử không được triển khai ở trường.", "2.3c"),
    ("Trong phần mềm quản trị của trường chưa có phân hệ quản lý nhân sự.", "2.3d"),
    ("Phân hệ quản lý tài sản còn trống, chưa được khai thác.", "2.3e"),
    ("Cơ sở vật chất của nhà trường chưa được quản lý bằng phần mềm.", "2.3e"),
    ("Theo dõi sức khỏe học sinh chưa thực hiện bằng phần mềm.", "2.3f"),
    ("Hiện phân hệ y tế học đường chưa được kích hoạt.", "2.3f"),
    ("Phân hệ kế toán thì nhà trường không sử dụng.", "2.3g"),
    ("Phần mềm của trường chưa liên thông dữ liệu với cơ sở dữ liệu ngành.", "2.3h"),
    ("Chưa có sự trao đổi dữ liệu giữa phần mềm quản trị và CSDL ngành do Bộ quản lý.", "2.3h"),
    ("Sổ liên lạc điện tử chưa được nhà trường sử dụng.", "2.4a"),
    ("Nhà trường và gia đình chưa có ứng dụng kết nối, chủ yếu trao đổi qua điện thoại.", "2.4a"),
    ("Việc liên lạc giữa nhà trường và phụ huynh chưa qua ứng dụng nào.", "2.4a"),
    ("Ứng dụng liên lạc với phụ huynh là mục còn để ngỏ của đơn vị.", "2.4a"),
    ("Hồ sơ tuyển sinh vẫn nộp trực tiếp, nhà trường chưa tổ chức tuyển sinh trực tuyến.", "2.4b"),
    ("Các khoản thu của nhà trường chưa được thực hiện không dùng tiền mặt.", "2.4c"),
    ("Việc thu học phí qua ngân hàng chưa thể triển khai do phụ huynh chưa quen.", "2.4c"),
    ("Đối với dịch vụ thu phí không dùng tiền mặt, chúng tôi xin nhận là chưa làm.", "2.4c"),
    ("Thu học phí không dùng tiền mặt: chưa thực hiện.", "2.4c"),
    ("Điểm yếu: dịch vụ thu phí theo hình thức không dùng tiền mặt chưa hình thành.", "2.4c"),
    ("Hai dịch vụ tuyển sinh trực tuyến và thu phí không dùng tiền mặt đều chưa có.", "2.4b 2.4c"),
    ("Những nội dung chưa thực hiện: phần mềm quản lý cơ sở vật chất.", "2.3e"),
    ("Nhà trường không sử dụng ứng dụng kết nối với phụ huynh.", "2.4a"),
    ("Phần mềm quản trị nhà trường chưa được trang bị vì thiếu kinh phí.", "2.3"),
    ("Vì mạng internet yếu nên phần mềm dạy học trực tuyến chưa đưa vào sử dụng.", "1.3"),
    ("Nhân viên y tế vẫn theo dõi sức khỏe học sinh bằng sổ, nhà trường chưa có phần mềm y tế.", "2.3f"),
    ("Chưa triển khai phân hệ quản lý đội ngũ CBVCNV.", "2.3d"),
    ("Vẫn chưa có phòng studio.", "1.7c"),
    ("Trường tôi chưa có studio, rất mong được cấp trên quan tâm.", "1.7c"),
    ("Nhà trường kính đề nghị hỗ trợ kinh phí vì hiện nay chưa có phòng studio.", "1.7c"),
    ("Qua tự rà soát, Hội đồng nhận thấy đơn vị chưa triển khai tuyển sinh trực tuyến.", "2.4b"),
    ("Thực tế cho thấy nhà trường chưa thu phí không dùng tiền mặt.", "2.4c"),
    ("Không có sổ điểm điện tử.", "2.3c"),
    ("Nguyên nhân: trường không có phòng studio.", "1.7c"),
])
def test_what_is_understood_to_its_last_word_is_sure(text: str, targets: str) -> None:
    assert read(text) == [(True, targets)]
# fmt: on


AFFIRMED = "Nhà trường đã triển khai tuyển sinh đầu cấp trực tuyến."
MAYBE = "Phụ huynh khối 1 chưa thể nộp hồ sơ tuyển sinh qua mạng."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param((MAYBE,), [(False, "2.4b")], id="nothing else is said"),
        pytest.param((MAYBE, AFFIRMED), [], id="it is affirmed elsewhere"),
        pytest.param((f"{MAYBE} {AFFIRMED}",), [], id="in the same paragraph"),
        pytest.param((MAYBE, "Nhà trường đã có kế hoạch tuyển sinh trực tuyến."), [(False, "2.4b")], id="planned only"),
        pytest.param((MAYBE, "Nhà trường đã có phòng studio."), [(False, "2.4b")], id="something else is affirmed"),
        pytest.param(("Trường chưa tuyển sinh trực tuyến.", AFFIRMED), [(True, "2.4b")], id="a sure one stands"),
    ],
)
def test_a_doubtful_denial_yields_to_what_the_text_affirms(texts: tuple[str, ...], expected: list[object]) -> None:
    assert read(*texts) == expected


def test_the_schools_own_name_and_year_are_understood() -> None:
    assert read("Năm học 2023-2024, Trường THCS Hòa Bình chưa có phòng studio.") == [(True, "1.7c")]
    assert read("Trường THCS Bình Minh chưa có phòng studio.") == [(False, "1.7c")]
