"use strict";
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const byId = (id) => document.getElementById(id);
  const cards = [...document.querySelectorAll(".finding")];
  const reports = [...document.querySelectorAll(".report")];
  const form = byId("filters");

  // Vietnamese without its marks: what is typed finds what is written, with or without them.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const folded = new Map();
  const textOf = (card) => {
    if (!folded.has(card)) {
      const report = card.closest(".report");
      const where = [...report.children].filter((part) => part.matches("h2, .file")).map((part) => part.textContent);
      folded.set(card, fold([...where, card.textContent].join(" ")));
    }
    return folded.get(card);
  };

  function apply() {
    const severities = new Set(["error", "warning", "info"].filter((name) => form.elements[name].checked));
    const rule = byId("rule").value, school = byId("school").value;
    const onlyLevel = form.elements.level.checked;
    const sought = fold(byId("search").value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const report of reports) {
      const ofSchool = !school || report.dataset.school === school;
      let left = 0;
      for (const card of report.querySelectorAll(".finding")) {
        const fits = ofSchool && severities.has(card.dataset.severity) && (!rule || card.dataset.rule === rule) &&
          (!onlyLevel || "level" in card.dataset) && sought.every((word) => textOf(card).includes(word));
        card.hidden = !fits;
        left += fits;
      }
      report.hidden = !left && (!ofSchool || Boolean(report.querySelector(".finding")));
      count += left;
    }
    byId("count").textContent = words.count.replace("{shown}", count).replace("{all}", cards.length);
    byId("none").hidden = count > 0 || !cards.length;
  }

  const keys = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function figureOf(id) {
    const held = byId(id);
    const figure = element("figure");
    const image = element("img");
    image.alt = words.alt.replace("{where}", held.dataset.caption);
    image.width = held.dataset.width;
    image.height = held.dataset.height;
    image.decoding = "async";
    image.src = "data:image/webp;base64," + held.textContent;
    figure.append(image, element("figcaption", "", held.dataset.caption));
    return figure;
  }

  function tableOf(slot) {
    const made = document.createElement("template");
    made.innerHTML = byId(slot.dataset.table).textContent;  // as text a table costs the browser nothing until now
    const table = made.content.firstElementChild;
    const wanted = new Set(keys(slot, "rows"));
    for (const row of table.tBodies[0].querySelectorAll("tr")) if (!wanted.has(row.dataset.row)) row.remove();
    mark(table, keys(slot, "there"), "there");
    mark(table, keys(slot, "here"), "here");
    const scroll = element("div", "scroll");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "group");
    scroll.setAttribute("aria-label", words.table);
    table.prepend(Object.assign(element("caption", "legend", words.table)));
    scroll.append(table);
    return scroll;
  }

  const cellOf = (table, key) => key.includes("/")
    ? table.querySelector(`[data-cell="${CSS.escape(key)}"]`) : table.querySelector(`[data-row="${CSS.escape(key)}"]`);

  function mark(table, all, className) {
    for (const key of all) {
      const found = cellOf(table, key);
      if (!found) continue;
      found.classList.remove("there");
      found.classList.add(className);
    }
  }

  function legend(slot) {
    const line = element("p", "legend");
    line.append(element("span", "key here", words.here));
    if ("other" in slot.dataset) line.append(element("span", "key there", words.there));
    return line;
  }

  // What is behind a finding is made when it is first opened.
  function fill(card) {
    const slot = card.querySelector(".shown");
    if (!slot || slot.dataset.filled) return;
    slot.dataset.filled = "yes";
    const pictures = keys(slot, "pictures"), why = slot.dataset.why && byId(slot.dataset.why);
    const left = element("div"), right = element("div");
    if (pictures.length) {
      left.append(legend(slot));
      left.append(...pictures.map(figureOf));
    } else if (why) {
      left.append(why.content.cloneNode(true));
      left.firstElementChild.className = "why";
    }
    if (slot.dataset.table) {
      if (!pictures.length) right.append(legend(slot));
      right.append(tableOf(slot));
    }
    // A piece of a page is wide and stands above the table; a whole page is high and stands beside it.
    const high = [...left.querySelectorAll("img")].some((image) => image.height > image.width);
    slot.classList.toggle("both", high && Boolean(slot.dataset.table));
    slot.append(...[left, right].filter((part) => part.childElementCount));
  }

  // Of many that are opened at once, those that come near to being seen are filled.
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      if (target.querySelector("details").open) fill(target);
    }
  }, { rootMargin: "100% 0px" });

  const shown = () => cards.filter((card) => !card.hidden);

  function setAll(open) {
    for (const card of shown()) {
      const details = card.querySelector("details");
      if (details.open === open) continue;
      if (open) card.dataset.waits = "";
      details.open = open;
    }
  }

  // Pointing at a total, or coming to it with the keyboard, lights what it is the sum of.
  let lit = [];
  function light(target) {
    for (const cell of lit) cell.classList.remove("lit");
    lit = [];
    const total = target instanceof Element ? target.closest(".sum") : null;
    if (!total) return;
    const table = total.closest("table");
    lit = keys(total, "adds").map((key) => cellOf(table, key)).filter(Boolean);
    lit.push(total.closest("td"));
    for (const cell of lit) cell.classList.add("lit");
  }

  function openAddressed() {
    const card = location.hash.startsWith("#f-") && byId(decodeURIComponent(location.hash.slice(1)));
    if (!card) return;
    card.querySelector("details").open = true;
    card.scrollIntoView();
  }

  document.addEventListener("toggle", (event) => {
    const card = event.target.parentElement;
    if (!event.target.open || !card || !card.matches(".finding")) return;
    if ("waits" in card.dataset) near.observe(card); else fill(card);
    delete card.dataset.waits;
  }, true);
  document.addEventListener("mouseover", (event) => light(event.target));
  document.addEventListener("focusin", (event) => light(event.target));
  let typing = 0;
  byId("search").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(apply, 120); });
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("do-open").addEventListener("click", () => setAll(true));
  byId("do-close").addEventListener("click", () => setAll(false));
  byId("do-print").addEventListener("click", async () => {
    for (const card of shown()) fill(card);
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    print();
  });
  // On paper everything that is shown stands open; afterwards it is as it was.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = shown().map((card) => card.querySelector("details")).filter((details) => !details.open);
    for (const card of shown()) fill(card);
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of opened) details.open = false; });
  addEventListener("hashchange", openAddressed);
  apply();
  addEventListener("DOMContentLoaded", openAddressed);
})();
