"""Reports as they are sent: in one archive, or each with a mail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

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


PACKED: dict[str, Callable[[Sequence[Path], Path], None]] = {"zip": zipped, "eml": mailed}
