"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const dialog = document.getElementById("evidence");
  const title = dialog.querySelector("h2");
  const list = dialog.querySelector("ol");
  const more = dialog.querySelector(".more");
  const search = dialog.querySelector("input");
  const atOnce = 50;

  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };
  const item = (row) => {
    const [place, id, heading, badge, before, words, after, , others = []] = row;
    const line = make("li", "", make("strong", "", heading));
    if (badge) line.append(" ", make("span", `badge ${badge.split(" ").pop()}`, badge));
    if (words) line.append(make("p", "said", before, make("mark", "", words), after));
    line.append(...[[place, id], ...others].map(source));
    return line;
  };
  const source = ([place, id]) => {
    const [name, called, day, publisher, page, address] = data.documents[place];
    const from = make("p", "from", [day, publisher].filter(Boolean).join(", "), day || publisher ? ": " : "");
    const target = page ? `${page}#${id}` : address;
    if (target) {
      const link = make("a", "", called);
      link.href = target;
      if (!page) link.rel = "noreferrer";
      from.append(link);
    } else from.append(called);
    if (called !== name) from.append(" ", make("small", "", name));
    return from;
  };

  let found = [];
  let shown = 0;
  const grow = () => {
    list.append(...found.slice(shown, shown + atOnce).map(item));
    shown = Math.min(found.length, shown + atOnce);
    more.hidden = shown === found.length;
    more.textContent = `Show more (${(found.length - shown).toLocaleString("en")} left)`;
  };
  const told = (row) => [row[2], row[4] + row[5] + row[6], ...[[row[0]], ...(row[8] || [])].flatMap(([place]) => data.documents[place].slice(0, 4))].join(" ");
  let all = [];
  const narrow = () => {
    const wanted = search.value.trim().toLowerCase();
    found = wanted ? all.filter((row) => told(row).toLowerCase().includes(wanted)) : all;
    list.replaceChildren();
    shown = 0;
    grow();
    title.textContent = `${title.dataset.question}: ${found.length.toLocaleString("en")}`;
  };

  // #commitments?bound=CHN&strength=ready lists the commitments with these facets.
  const ask = () => {
    const [kind, asked] = location.hash.slice(1).split("?");
    const rows = data.kinds[kind];
    if (!rows) { if (dialog.open) dialog.close(); return; }
    const facets = [...new URLSearchParams(asked)];
    all = rows.filter((row) => facets.every(([facet, value]) => (row[7][facet] || []).includes(value)));
    const named = (value) => data.names[value] || value.split("|").map((code) => data.names[code] || code.replaceAll("_", " ")).join(" and ");
    const answers = facets.filter(([facet]) => facet !== "meeting").map(([facet, value]) => facet === "level" ? `level ${value}` : named(value));
    title.dataset.question = [data.headings[kind] || kind, ...answers].join(", ");
    search.value = "";
    narrow();
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  };
  more.addEventListener("click", grow);
  search.addEventListener("input", narrow);
  dialog.querySelector("header button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => { if (location.hash.length > 1) history.replaceState(null, "", " "); });
  addEventListener("hashchange", ask);
  ask();
})();
