"""The page in a real browser: filters, search, opening, lights, keyboard, printing; nothing it complains of."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

from corpus.bench.browser import Browser, browser, program
from extract.marking_records import Exhibit, Picture
from extract.page import page
from extract.views import FINDINGS, Style
from rules.finding import Finding
from tests.extract.makers import ORDER, TOTAL, outcome, unreadable
from tests.extract.test_page import ITEMS, PLAIN, WHOLE, place_of, report, row_place

pytestmark = pytest.mark.skipif(program() is None, reason="no Chromium on this machine")

EVIL = "<img src=x onerror=alert(1)><script>document.title = 'run'</script>"
SUM = Finding(
    "item-sum",
    "1.3",
    place_of(WHOLE.score),
    "8",
    "7",
    {"kind": "criterion"},
    tuple(place_of(item.score) for item in ITEMS),
)
EMPTY = Finding("bad-score", "1.4", row_place(4), EVIL, excerpt=EVIL)


def image() -> Picture:
    file = io.BytesIO()
    Image.new("RGB", (400, 90), "white").save(file, "WEBP")
    return Picture({"webp": file.getvalue()}, 400, 90, 3)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    path = tmp_path_factory.mktemp("page") / "findings.html"
    shown = Exhibit((image(),), ((0,), (), (0,)), why_not="no-place")
    table = report(WHOLE, PLAIN, missing=("1.1",))
    with page(path, FINDINGS, Style("vi")) as add:
        add(outcome("a.pdf", SUM, EMPTY, TOTAL, school="Trường THCS Đường Lâm", structure=table, exhibit=shown))
        add(outcome("b.docx", ORDER, school=f"Trường {EVIL}"))
        add(unreadable("c.pdf"))
    with browser() as found:
        found.resize(1280, 900)
        found.open(path)
        yield found


@pytest.fixture
def there(opened: Browser) -> Browser:
    """The page as it is when it has just been opened."""
    opened.reload()
    opened.run("new Promise(done => setTimeout(done, 150))")
    return opened


def shown_rules(there: Browser) -> list[str]:
    found: list[str] = there.run("[...document.querySelectorAll('.finding:not([hidden])')].map(f => f.dataset.rule)")
    return found


def change(there: Browser, script: str) -> list[str]:
    there.run(f"{script}; document.getElementById('filters').dispatchEvent(new Event('change'))")
    return shown_rules(there)


ALL = ["item-sum", "bad-score", "body-score", "document-order", "unreadable"]


@pytest.mark.parametrize(
    ("script", "rules"),
    [
        pytest.param("0", ALL, id="at first everything is there"),
        pytest.param("document.getElementById('box-error').click()", ["document-order"], id="by severity"),
        pytest.param("document.getElementById('rule').value = 'item-sum'", ["item-sum"], id="by rule"),
        pytest.param("document.getElementById('school').value = 'Trường THCS Đường Lâm'", ALL[:3], id="by school"),
        pytest.param("document.getElementById('box-level').click()", ["body-score"], id="what changes a level"),
        pytest.param("document.getElementById('search').value = 'duong lam'", ALL[:3], id="search without marks"),
        pytest.param("document.getElementById('search').value = 'ĐƯỜNG 73'", ["body-score"], id="every word, any case"),
        pytest.param("document.getElementById('search').value = 'nowhere'", [], id="nothing fits"),
    ],
)
def test_filters_and_search(there: Browser, script: str, rules: list[str]) -> None:
    assert change(there, script) == rules
    assert there.run("document.getElementById('count').textContent") == f"Đang hiện {len(rules)} trên 5 phát hiện."
    assert there.run("document.getElementById('none').hidden") == bool(rules)


def open_first(there: Browser) -> None:
    there.run("document.querySelector('summary').closest('body').querySelector('.finding details').open = true; 0")
    there.run("new Promise(done => setTimeout(done, 200))")


def test_an_opened_finding_shows_its_picture_and_its_table(there: Browser) -> None:
    assert there.run("document.querySelectorAll('img, .shown table').length") == 0
    open_first(there)
    assert there.run("document.querySelector('img').naturalWidth") == 400
    assert there.run("document.querySelector('img').alt") != ""
    rows = there.run("[...document.querySelectorAll('.shown tbody tr')].map(r => r.dataset.row)")
    assert rows == ["1.3", "1.3a", "1.3b"]
    marked = "[...document.querySelectorAll('.shown .{}')].filter(c => c.dataset.cell).map(c => c.dataset.cell)"
    assert there.run(marked.format("here")) == ["1.3/score"]
    assert there.run(marked.format("there")) == ["1.3a/score", "1.3b/score"]


LIT = "[...document.querySelectorAll('.lit')].map(c => c.dataset.cell)"


def test_pointing_at_a_total_lights_its_addends(there: Browser) -> None:
    open_first(there)
    there.point_at(".sum")
    assert there.run(LIT) == ["1.3/score", "1.3a/score", "1.3b/score"]
    there.point_at("h1")
    assert there.run(LIT) == []


def test_the_keyboard_reaches_the_same(there: Browser) -> None:
    there.run("document.querySelector('.finding summary').focus()")
    there.press("Enter")
    there.run("new Promise(done => setTimeout(done, 200))")
    for _ in range(2):  # the table can be scrolled, so it can be reached; then the total in it
        there.press("Tab")
    assert there.run(LIT) == ["1.3/score", "1.3a/score", "1.3b/score"]


def test_where_there_is_no_picture_it_is_said_why(there: Browser) -> None:
    there.run("document.querySelectorAll('.finding details')[1].open = true; 0")
    there.run("new Promise(done => setTimeout(done, 200))")
    assert there.run("document.querySelector('.why').textContent").startswith("Không có ảnh trang")


def test_printing_opens_what_is_shown(there: Browser) -> None:
    closed = len(there.printed())
    assert there.run("document.querySelectorAll('.finding img').length") == 2
    assert there.run("document.querySelectorAll('.finding details[open]').length") == 0  # as it was before
    change(there, "document.getElementById('search').value = 'nowhere'")
    assert len(there.printed()) < closed


def test_opening_many_fills_what_comes_near(tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    with page(path, FINDINGS, Style("vi")) as add:
        for number in range(60):
            found = Exhibit((image(),), ((0,),))
            add(outcome(f"{number}.pdf", SUM, structure=report(WHOLE, PLAIN), exhibit=found))
    with browser() as many:
        many.resize(1280, 900)
        many.open(path)
        many.run("document.getElementById('do-open').click(); new Promise(done => setTimeout(done, 500))")
        filled = "document.querySelectorAll('.shown img').length"
        assert 0 < many.run(filled) < 60
        many.printed()
        assert many.run(filled) == 60
        assert many.told == []


def test_nothing_of_a_report_runs(there: Browser) -> None:
    there.run("document.getElementById('do-open').click(); 0")
    there.run("new Promise(done => setTimeout(done, 300))")
    assert there.run("document.title") == "Kết quả đối soát báo cáo tự đánh giá"
    assert there.run("document.querySelectorAll('[onerror]').length") == 0


@pytest.mark.parametrize("width", [1280, 400])
def test_it_fits_the_window(there: Browser, width: int) -> None:
    there.resize(width, 900)
    there.run("document.getElementById('do-open').click(); 0")
    assert there.run("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.skipif(find_spec("axe_core_python") is None, reason="axe is not installed")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(there: Browser, dark: bool) -> None:
    spec = find_spec("axe_core_python")
    assert spec is not None and spec.origin is not None
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    there.ask("Emulation.setEmulatedMedia", features=[scheme])
    there.run("document.querySelectorAll('details').forEach(one => { one.open = true; }); 0")
    there.run("new Promise(done => setTimeout(done, 300))")
    there.run(Path(spec.origin).with_name("axe.min.js").read_text("utf-8") + "; 0")
    found = there.run("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))")
    assert found == []


def test_the_browser_had_nothing_to_complain_of(there: Browser) -> None:
    assert there.told == []


def test_an_address_with_a_finding_opens_it(there: Browser) -> None:
    id_ = there.run("document.querySelectorAll('.finding')[2].id")
    there.run(f"location.hash = '{id_}'; new Promise(done => setTimeout(done, 200))")
    assert there.run("document.querySelector('.finding details[open]').parentElement.id") == id_
