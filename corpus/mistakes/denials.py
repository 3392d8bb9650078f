"""Sentences by which a report says that a thing is not there or not done."""

from __future__ import annotations

from random import Random

from corpus.truth import TrueCriterion, TrueItem, TrueReport
from corpus.wording import wordings

NOUN_FORMS = [
    "{Self} chưa có {thing}.",
    "{Self} không có {thing} nên việc triển khai còn gặp khó khăn.",
    "- Do kinh phí hạn hẹp, {self} chưa trang bị được {thing}.",
    "Hiện tại đơn vị chưa có {thing}.",
    "- {Thing}: chưa có.",
]
ACT_FORMS = [
    "{Self} chưa triển khai {thing}.",
    "- {Self} chưa thực hiện được {thing} vì đặc thù của đơn vị.",
    "{Thing} chưa được triển khai trong năm học này.",
    "Việc triển khai {thing} chưa thực hiện được do thiếu kinh phí.",
    "* Tồn tại: đơn vị chưa triển khai {thing}.",
]
# the denial stands amid much that is not denied
LONG_NOUN_FORMS = [
    "Trong năm học, {self} đã chủ động sửa chữa đường truyền, tập huấn cho toàn thể giáo viên và bổ sung thiết bị cho "
    "các lớp, tuy nhiên đến thời điểm báo cáo {self} vẫn chưa có {thing}, do nguồn kinh phí được cấp còn hạn chế.",
    "Bên cạnh những kết quả đã đạt được trong công tác chỉ đạo, bồi dưỡng đội ngũ, xây dựng kho học liệu và tuyên "
    "truyền đến phụ huynh, một hạn chế cần khắc phục là đơn vị chưa có {thing}.",
]
LONG_ACT_FORMS = [
    "Mặc dù đã được cấp trên quan tâm, đội ngũ giáo viên tích cực tự học và phụ huynh ủng hộ, nhưng do điều kiện của "
    "địa phương còn nhiều khó khăn nên trong năm học này {self} chưa triển khai {thing}.",
    "Công tác tập huấn, kiểm tra nội bộ được duy trì thường xuyên, hồ sơ sổ sách cập nhật đầy đủ; riêng {thing} chưa "
    "được triển khai vì chưa bố trí được kinh phí.",
]
# what is denied as a whole, by the criterion that it is
WHOLE = {
    "1.3": ["phần mềm dạy học trực tuyến"],
    "1.4": ["học liệu số", "kho học liệu số"],
    "2.3": ["phần mềm quản trị nhà trường", "phần mềm quản lý nhà trường"],
}


def deniable(report: TrueReport) -> list[TrueItem]:
    """Items of the report that a sentence can deny."""
    known = {*wordings()["nouns"], *wordings()["acts"]}
    return [i for g in report.groups for c in g.criteria for i in c.items if i.id in known]


def denial_of(item_id: str, report: TrueReport, rng: Random, *, long: bool = False) -> str:
    """A sentence saying that what the item asks for is not there."""
    nouns, acts = wordings()["nouns"].get(item_id, []), wordings()["acts"].get(item_id, [])
    by_noun, by_act = (LONG_NOUN_FORMS, LONG_ACT_FORMS) if long else (NOUN_FORMS, ACT_FORMS)
    forms, things = rng.choice([pair for pair in ((by_noun, nouns), (by_act, acts)) if pair[1]])
    return worded(rng.choice(forms), rng.choice(things), report)


def denial_of_whole(criterion: TrueCriterion, report: TrueReport, rng: Random) -> str:
    """A sentence saying that what the criterion asks for is not there at all."""
    return worded(rng.choice(NOUN_FORMS), rng.choice(WHOLE[criterion.id]), report)


def worded(form: str, thing: str, report: TrueReport) -> str:
    """The form with the thing and the school's word for itself put in."""
    if thing.startswith("việc "):
        form = form.replace("Việc triển khai {thing}", "{Thing}").replace("triển khai {thing}", "thực hiện {thing}")
    own = report.school.self_name
    return form.format(Self=own, self=own.lower(), thing=thing, Thing=thing[0].upper() + thing[1:])
