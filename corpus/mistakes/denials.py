"""Sentences by which a report says that a thing is not there or not done."""

from __future__ import annotations

from random import Random

from corpus.truth import TrueItem, TrueReport
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


def deniable(report: TrueReport) -> list[TrueItem]:
    """Items of the report that a sentence can deny."""
    known = {*wordings()["nouns"], *wordings()["acts"]}
    return [i for g in report.groups for c in g.criteria for i in c.items if i.id in known]


def denial_of(item_id: str, report: TrueReport, rng: Random) -> str:
    """A sentence saying that what the item asks for is not there."""
    nouns, acts = wordings()["nouns"].get(item_id, []), wordings()["acts"].get(item_id, [])
    forms, things = rng.choice([pair for pair in ((NOUN_FORMS, nouns), (ACT_FORMS, acts)) if pair[1]])
    form, thing = rng.choice(forms), rng.choice(things)
    if thing.startswith("việc "):
        form = form.replace("Việc triển khai {thing}", "{Thing}").replace("triển khai {thing}", "thực hiện {thing}")
    own = report.school.self_name
    return form.format(Self=own, self=own.lower(), thing=thing, Thing=thing[0].upper() + thing[1:])
