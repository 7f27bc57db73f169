"use strict";
const words = {
  fr: {
    title: "Jusqu’à quand chaque poste est-il financé ?", lead: "Déposez ici votre tableau de financement, un formulaire rempli, une liste de postes ou un export officiel (.xlsx, .xls, .csv, .json). Rien ne quitte cet ordinateur.",
    file: "Fichiers", asof: "Situation au", lang: "Langue", starting: "Préparation…", ready: "Prêt. Choisissez un ou plusieurs fichiers.", reading: "Lecture et calcul en cours…", done: "Analysé",
    errors: "À corriger : aucun chiffre n’est donné tant qu’il reste une erreur.", failed: "Cela n’a pas abouti : ", making: "Fabrication du fichier en cours…", made: "Analysé. Fichier prêt : ",
    recognised: "Ce qui a été reconnu", problemsTitle: "À corriger ou à vérifier", error: "Erreur", warning: "À vérifier", question: "Question", found: "valeur trouvée", noProblem: "Rien à signaler.", toFix: n => n === 1 ? "1 erreur à corriger" : `${n} erreurs à corriger`, toCheck: n => n === 1 ? "1 point à vérifier" : `${n} points à vérifier`, postByPost: "Poste par poste",
    answers: "La réponse", post: "Poste", agreed: "Conventionné", firm: "Ferme", keep: "Fichiers à garder", report: "Classeur (.xlsx)", technical: "Dossier technique (.xlsx)", page: "Page (.html)", note: "Note (.html)",
    calendar: "Échéances (.ics)", portfolio: "Liste de postes, pour l’an prochain (.json)", annotated: "Copie annotée de ", whatif: "Et si… ?", funder: "Financeur", none: "aucun", less: "verse en moins", more: "Coût des postes en plus", from: "À partir du",
    year: "Exercice", before: "Reste à financer", after: "avec cet essai", former: "C’est l’édition précédente : dire ce qui a changé", plan: "Détail", close: "Fermer", wait: "Plus de 200 postes : le classeur peut prendre plusieurs minutes. La page continue de répondre.",
    off: "Ce navigateur n’exécute pas WebAssembly : la page ne peut pas calculer. Essayez avec une version récente de Firefox, Edge ou Chrome.", drop: "ou déposez-les n’importe où dans la page", names: { workbook: "rapport", technical: "dossier-technique", page: "page", note: "note", calendar: "echeances", portfolio: "postes", annotated: "annote" },
  },
  en: {
    title: "Until when is each post funded?", lead: "Drop your funding table here, a filled form, a portfolio or an official export (.xlsx, .xls, .csv, .json). Nothing leaves this computer.",
    file: "Files", asof: "As of", lang: "Language", starting: "Starting…", ready: "Ready. Choose one or several files.", reading: "Reading and calculating…", done: "Analysé", errors: "To be corrected: no figure is given while an error is left.",
    failed: "It did not work: ", making: "The file is being made…", made: "Analysé. File ready: ", recognised: "What was recognised", problemsTitle: "To be corrected or looked at", error: "Error", warning: "To be looked at", question: "Question", found: "value found", noProblem: "Nothing to report.", toFix: n => n === 1 ? "1 error to correct" : `${n} errors to correct`, toCheck: n => n === 1 ? "1 point to look at" : `${n} points to look at`, postByPost: "Post by post",
    answers: "The answer", post: "Post", agreed: "Agreed", firm: "Firm", keep: "Files to keep", report: "Workbook (.xlsx)", technical: "Technical file (.xlsx)", page: "Page (.html)", note: "Note (.html)", calendar: "Deadlines (.ics)", portfolio: "Portfolio, for next year (.json)",
    annotated: "Annotated copy of ", whatif: "What if…?", funder: "Funder", none: "none", less: "pays less by", more: "Posts cost more by", from: "From", year: "Budget year", before: "Missing", after: "in this trial", former: "This is the former edition: say what changed", plan: "Details", close: "Close",
    wait: "More than 200 posts: the workbook may take several minutes. The page goes on answering.", off: "This browser does not run WebAssembly: the page cannot calculate. Try a recent Firefox, Edge or Chrome.", drop: "or drop them anywhere on the page",
    names: { workbook: "report", technical: "technical-file", page: "page", note: "note", calendar: "deadlines", portfolio: "posts", annotated: "annotated" },
  },
};
const $ = id => document.getElementById(id);
let language = (navigator.language || "fr").startsWith("en") ? "en" : "fr";
const say = () => words[language];
let files = [], worker, next = 0, answered = null, round = 0;
const waiting = new Map();

function ask(call, ...args) {
  const id = ++next;
  const promise = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.postMessage({ id, call, args });
  return promise;
}

function put(parent, tag, text, attributes = {}) {
  const element = document.createElement(tag);
  if (text)
    element.textContent = text;
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, value);
  parent.append(element);
  return element;
}

function status(text, isBusy = false) {
  $("status").textContent = text;
  document.body.setAttribute("aria-busy", String(isBusy));
}

function translate() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-say]"))
    element.textContent = say()[element.dataset.say];
  document.title = say().title;
  $("lang").value = language;
}

async function packed() {
  const held = $("pack");
  if (!held)
    return await (await fetch("engine.bin")).arrayBuffer();
  const text = atob(held.textContent.trim());
  held.remove();
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = text.charCodeAt(i);
  return bytes.buffer;
}

async function start() {
  translate();
  const today = new Date();
  if (!$("asof").value)
    $("asof").value = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, "0")}-${String(today.getDate()).padStart(2, "0")}`;
  if (typeof WebAssembly !== "object") {
    status(say().off);
    return;
  }
  status(say().starting, true);
  try {
    worker = new Worker(URL.createObjectURL(new Blob([$("worker").textContent], { type: "text/javascript" })));
    worker.addEventListener("message", message => {
      const { id, result, error } = message.data;
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      error === undefined ? resolve(result) : reject(new Error(error));
    });
    worker.addEventListener("error", error => status(say().failed + error.message));
    await ask("start", await packed());
    document.body.dataset.ready = "yes";
    status(say().ready);
    if (files.length)
      await read();
    else
      setTimeout(() => files.length || ask("Warm").catch(error => console.error(error)), 1000);
  } catch (error) {
    status(say().failed + error.message);
  }
}

async function read() {
  if (document.body.dataset.ready !== "yes" || !files.length)
    return;
  const mine = ++round;
  status(say().reading, true);
  try {
    await ask("Clear");
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (mine !== round)
        return;
      await ask("Add", file.name, bytes);
    }
    await answer(mine);
  } catch (error) {
    if (mine === round)
      status(say().failed + error.message);
  }
}

async function answer(mine) {
  if (!$("asof").value)
    return;
  const got = JSON.parse(await ask("Answer", $("asof").value, language));
  if (mine !== round)
    return;
  recognised(got.files);
  problems(got.problems);
  answered = got.summary ? got : null;
  $("answers").hidden = !answered;
  $("posts").replaceChildren();
  $("summary").textContent = got.summary || "";
  if (!answered) {
    $("report-page").replaceChildren();
    $("report-first").replaceChildren();
    status(say().errors);
    return;
  }
  for (const post of got.posts) {
    const row = put($("posts"), "tr");
    const head = put(row, "th", "", { scope: "row" });
    put(head, "button", post.label, { type: "button", class: "link" }).addEventListener("click", () => detail(post.label));
    put(row, "td", post.agreed);
    put(row, "td", post.firm);
  }
  funders(got.funders);
  $("long").hidden = got.posts.length <= 200;
  show(await ask("Page", language));
  if (mine !== round)
    return;
  status(`${say().done} : ${files.map(file => file.name).join(", ")}.`);
}

function recognised(read) {
  $("files").replaceChildren();
  $("recognised").hidden = false;
  read.forEach((file, i) => {
    const item = put($("files"), "li");
    put(item, "strong", file.name);
    item.append(" · " + file.said);
    if (file.markable)
      put(item, "button", say().annotated + file.name, { type: "button" }).addEventListener("click", () => keep("annotated-" + i, ".xlsx", file.name));
    if (file.maybeFormer) {
      const label = put(item, "label", "", { class: "former" });
      const box = put(label, "input", "", { type: "checkbox" });
      box.checked = file.former;
      label.append(" " + say().former);
      box.addEventListener("change", async () => {
        const mine = ++round;
        status(say().reading, true);
        await ask("SetFormer", box.checked ? i : -1);
        await answer(mine);
      });
    }
  });
}

function problems(found) {
  $("problems").replaceChildren();
  $("checked").hidden = false;
  $("no-problem").hidden = found.length > 0;
  $("found").hidden = found.length === 0;
  // Errors are shown at once; what is only to be looked at does not stand before the answer.
  const errors = found.filter(problem => problem.severity === "error").length, others = found.length - errors;
  $("found").open = errors > 0;
  $("found-title").textContent = [errors && say().toFix(errors), others && say().toCheck(others)].filter(Boolean).join(", ");
  for (const problem of found) {
    const item = put($("problems"), "li", "", { class: problem.severity });
    put(item, "strong", say()[problem.severity]);
    if (problem.file || problem.place)
      put(item, "code", [problem.file, problem.place].filter(Boolean).join(" · "));
    put(item, "span", problem.sentence);
    if (problem.found)
      put(item, "span", `${say().found} : « ${problem.found} »`, { class: "found" });
  }
}

function funders(list) {
  const chosen = $("funder").value;
  $("funder").replaceChildren();
  put($("funder"), "option", say().none, { value: "" });
  for (const funder of list)
    put($("funder"), "option", funder.name, { value: funder.id });
  $("funder").value = list.some(funder => funder.id === chosen) ? chosen : "";
  if (!$("from").value)
    $("from").value = `${Number($("asof").value.slice(0, 4)) + 1}-01-01`;
  $("less").value = 0;
  $("more").value = 0;
  slid();
  $("trial").replaceChildren();
}

function slid() {
  $("less-said").textContent = `${$("less").value}\u202F%`;
  $("more-said").textContent = `${$("more").value}\u202F%`;
}

async function tryOut() {
  slid();
  if (!answered || !$("from").value)
    return;
  const got = JSON.parse(await ask("WhatIf", $("funder").value, Number($("less").value), Number($("more").value), $("from").value, language));
  $("trial").replaceChildren();
  for (const problem of got.problems || [])
    put($("trial"), "p", problem.sentence);
  if (!got.summary)
    return;
  put($("trial"), "p", got.summary, { class: "answer" });
  const table = put($("trial"), "table");
  const head = put(put(table, "thead"), "tr");
  for (const title of [say().year, say().before, say().after])
    put(head, "th", title, { scope: "col", class: "figure" });
  const body = put(table, "tbody");
  for (const year of got.years) {
    const row = put(body, "tr");
    put(row, "th", String(year.year), { scope: "row", class: "figure" });
    put(row, "td", year.before, { class: "figure" });
    put(row, "td", year.after, { class: "figure" });
  }
}

// The page of the report, put into this one: its headings one level down, its own contents left out.
function show(html) {
  // Its style sheet is in this page already.
  const read = new DOMParser().parseFromString(html.replace(/<style>[^]*?<\/style>/, ""), "text/html");
  for (const heading of [...read.querySelectorAll("h1, h2, h3")]) {
    const lower = read.createElement("h" + (Number(heading.tagName[1]) + 1));
    lower.id = heading.id;
    lower.className = heading.className;
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  read.querySelector("nav")?.remove();
  // The sentence stands above already.
  for (const said of read.querySelectorAll("p.answer"))
    if ($("summary").textContent.includes(said.textContent))
      said.remove();
  const own = selector => [...read.querySelectorAll(selector)].map(part => document.importNode(part, true));
  $("report-first").replaceChildren(...own("body > svg, main > section:first-of-type"));
  $("report-page").replaceChildren(...own("main > section:not(:first-of-type)"));
  for (const line of document.querySelectorAll("#report-first .timeline ol > li")) {
    const post = line.querySelector(".post"), label = post.textContent;
    post.textContent = "";
    put(post, "button", label, { type: "button", class: "link" }).addEventListener("click", () => detail(label));
    line.querySelector("svg").addEventListener("click", () => detail(label));
  }
}

function detail(label) {
  $("detail-title").textContent = label;
  $("detail-body").replaceChildren();
  for (const id of ["Tab_Frise", "Tab_Plan"]) {
    const table = document.getElementById(id);
    if (!table)
      continue;
    const copy = put($("detail-body"), "div", "", { class: "scroll", role: "region", tabindex: "0", "aria-label": table.caption.textContent });
    const own = put(copy, "table");
    own.append(table.tHead.cloneNode(true));
    const body = put(own, "tbody");
    for (const row of table.tBodies[0].rows)
      if (row.cells[0].textContent === label)
        body.append(row.cloneNode(true));
    if (!body.rows.length)
      copy.remove();
  }
  $("detail").showModal();
}

async function keep(kind, extension, of) {
  const before = $("status").textContent;
  status(say().making, true);
  try {
    const bytes = await ask("Make", kind, language);
    const stem = (of || files.find(Boolean).name).replace(/\.[^.]*$/, "");
    const name = `${stem}-${say().names[kind.split("-")[0]]}${extension}`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes]));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    status(answered ? say().made + name + "." : before);
  } catch (error) {
    status(say().failed + error.message);
  }
}

function take(list) {
  files = [...list];
  read();
}

$("file").addEventListener("change", () => take($("file").files));
$("asof").addEventListener("change", () => { $("from").value = ""; read(); });
$("lang").addEventListener("change", () => { language = $("lang").value; translate(); read(); });
for (const id of ["funder", "less", "more", "from"])
  $(id).addEventListener("change", tryOut);
for (const id of ["less", "more"])
  $(id).addEventListener("input", slid);
for (const [id, kind, extension] of [["report", "workbook", ".xlsx"], ["technical", "technical", ".xlsx"], ["page", "page", ".html"], ["note", "note", ".html"], ["calendar", "calendar", ".ics"], ["portfolio", "portfolio", ".json"]])
  $(id).addEventListener("click", () => keep(kind, extension));
$("detail-close").addEventListener("click", () => $("detail").close());
addEventListener("dragover", event => { event.preventDefault(); document.body.classList.add("over"); });
addEventListener("dragleave", () => document.body.classList.remove("over"));
addEventListener("drop", event => {
  event.preventDefault();
  document.body.classList.remove("over");
  if (event.dataTransfer.files.length)
    take(event.dataTransfer.files);
});
start();
