"""Reports as they are sent: in one archive, each with a mail, with evidence beside them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from corpus.letters import write_letters

WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


def zipped(reports: Sequence[Path], folder: Path) -> None:
    """All reports in a folder of one archive."""
    with ZipFile(folder / "bao-cao.zip", "w", ZIP_DEFLATED) as archive:
        for report in reports:
            archive.write(report, f"Báo cáo các trường/{report.name}")


def mailed(reports: Sequence[Path], folder: Path) -> None:
    """A mail for each report."""
    for report in reports:
        mail = EmailMessage()
        mail["From"], mail["To"] = "truong@example.edu.vn", "phong@example.edu.vn"
        mail["Subject"] = "Báo cáo tự đánh giá chuyển đổi số"
        mail.set_content("Nhà trường gửi báo cáo kèm theo.\n")
        mail.add_attachment(report.read_bytes(), maintype=WORD[0], subtype=WORD[1], filename=report.name)
        (folder / f"thu-{report.stem}.eml").write_bytes(mail.as_bytes())


def with_evidence(reports: Sequence[Path], folder: Path) -> None:
    """A folder for each report, in which its evidence lies beside it or in a folder of its own."""
    for report in reports:
        mine = folder / report.stem
        mine.mkdir()
        shutil.copy(report, mine / report.name)
        rng = Random(f"evidence:{report.name}")
        beside = mine if rng.random() < 0.7 else mine / "Minh chứng"
        beside.mkdir(exist_ok=True)
        write_letters(beside, rng)


def with_evidence_zipped(reports: Sequence[Path], folder: Path) -> None:
    """An archive for each report and its evidence."""
    with_evidence(reports, folder)
    for mine in list(folder.iterdir()):
        shutil.make_archive(str(mine), "zip", mine)
        shutil.rmtree(mine)


PACKED: dict[str, Callable[[Sequence[Path], Path], None]] = {
    "zip": zipped,
    "eml": mailed,
    "evidence": with_evidence,
    "evidence-zip": with_evidence_zipped,
}
