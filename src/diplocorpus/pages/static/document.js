"use strict";
(() => {
  const text = document.getElementById("text");
  const tip = document.getElementById("tip");
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll(".card")];
  const segments = [...text.querySelectorAll("[data-marks]")].map((element) => ({
    element,
    marks: element.dataset.marks.split(" ").map((mark, place) => ({ record: mark.split(":")[0], style: element.className.split(" ")[place + 1] })),
  }));
  const of = new Map(cards.map((card) => [card.id, []]));
  const records = new Map();
  for (const segment of segments) {
    records.set(segment.element, segment.marks.map((mark) => mark.record));
    for (const record of new Set(segment.marks.map((mark) => mark.record))) of.get(record).push(segment.element);
  }
  const card = (id) => document.getElementById(id);
  const shown = (element) => (records.get(element) || []).filter((id) => !card(id).hidden);

  // What is lit: the segments of one record, in the colour of its kind.
  let lit = [];
  const light = (id) => {
    for (const element of lit) element.classList.remove("lit");
    lit = id && !card(id).hidden ? of.get(id) : [];
    for (const element of lit) {
      element.classList.add("lit");
      element.style.setProperty("--lit", getComputedStyle(card(id)).getPropertyValue("--kind"));
    }
  };
  let chosen = null;
  const choose = (id) => {
    if (chosen) card(chosen).classList.remove("chosen");
    chosen = id;
    if (id) card(id).classList.add("chosen");
    light(id);
  };

  // On a narrow screen the records stand below the text, so a copy of the chosen one comes up instead.
  const beside = matchMedia("(min-width: 62rem)");
  const sheet = (id) => {
    const copy = card(id).cloneNode(true);
    for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
    const frame = document.createElement("div");
    frame.className = card(id).closest("section").className;
    frame.append(copy);
    tip.replaceChildren(frame);
    tip.hidden = false;
  };
  // The innermost record comes first: the one with the fewest segments.
  const innermost = (element) => [...new Set(shown(element))].sort((a, b) => of.get(a).length - of.get(b).length);
  const describe = (element) => {
    const ids = innermost(element);
    if (!beside.matches && ids.length) { light(ids[0]); sheet(ids[0]); return; }
    tip.replaceChildren(...ids.map((id) => {
      const line = document.createElement("p");
      line.className = card(id).parentElement.parentElement.className;
      const kind = document.createElement("small");
      kind.textContent = card(id).closest("section").querySelector("h2").textContent;
      line.append(kind, ...card(id).querySelector("h3").cloneNode(true).childNodes);
      return line;
    }));
    tip.hidden = ids.length === 0;
    light(ids[0]);
    if (tip.hidden) return;
    const box = element.getClientRects()[0];
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 16);
    const above = box.top - tip.offsetHeight - 8;
    tip.style.left = `${Math.max(8, left) + scrollX}px`;
    tip.style.top = `${(above > 0 ? above : box.bottom + 8) + scrollY}px`;
  };
  const forget = () => { tip.hidden = true; light(chosen); };
  const marked = (event) => event.target.closest("[data-marks]");

  text.addEventListener("mouseover", (event) => { const element = marked(event); if (!beside.matches) return; if (element) describe(element); else forget(); });
  text.addEventListener("mouseleave", () => { if (beside.matches) forget(); });
  text.addEventListener("focusin", (event) => { const element = marked(event); if (element) describe(element); });
  text.addEventListener("focusout", forget);
  text.addEventListener("click", (event) => {
    const element = marked(event);
    if (!element) { choose(null); forget(); return; }
    if (!getSelection().isCollapsed) return;
    const [id] = innermost(element);
    if (!id) return;
    event.preventDefault();
    choose(id);
    if (beside.matches) card(id).scrollIntoView({ block: "nearest" });
    else {
      sheet(id);
      if (element.getBoundingClientRect().bottom > tip.getBoundingClientRect().top) element.scrollIntoView({ block: "start" });
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { choose(null); tip.hidden = true; } });
  for (const item of cards) {
    item.addEventListener("mouseenter", () => light(item.id));
    item.addEventListener("mouseleave", () => light(chosen));
    item.addEventListener("click", (event) => {
      if (!getSelection().isCollapsed) return;
      choose(item.id);
      const first = of.get(item.id).find((element) => !element.classList.contains("gap"));
      if (first && event.target.closest(".where")) { event.preventDefault(); first.scrollIntoView({ block: "center" }); first.focus(); }
    });
  }

  // Filters: a card that is not wanted is hidden, and its marks go out.
  const filter = () => {
    const wanted = new FormData(form);
    const kinds = new Set(wanted.getAll("kind"));
    const party = wanted.get("party");
    const strength = Number(wanted.get("strength"));
    for (const item of cards) {
      const { kind, parties, strength: own } = item.dataset;
      item.hidden = !kinds.has(kind) || (party && parties && !parties.split(" ").includes(party)) || (own && Number(own) < strength);
    }
    for (const section of document.querySelectorAll("#records section")) section.hidden = !section.querySelector(".card:not([hidden])");
    for (const { element, marks } of segments) {
      if (element.classList.contains("gap")) continue;
      const styles = marks.filter((mark) => !card(mark.record).hidden).map((mark) => mark.style);
      element.className = ["m", ...styles].join(" ");
      if (element.tagName === "A") element.tabIndex = styles.length ? 0 : -1;
    }
    const count = cards.filter((item) => !item.hidden).length;
    form.querySelector("output").textContent = `${count} of ${cards.length} records`;
    choose(chosen && !card(chosen).hidden ? chosen : null);
  };
  if (form) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }
  const arrive = () => { const id = decodeURIComponent(location.hash.slice(1)); if (of.has(id)) { choose(id); const [first] = of.get(id); if (first) first.scrollIntoView({ block: "center" }); } };
  addEventListener("hashchange", arrive);
  arrive();
})();
