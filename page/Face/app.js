"use strict";
const words = {
  fr: {
    title: "Jusqu’à quand chaque poste est-il financé ?", lead: "Déposez ici votre tableau de financement, un formulaire rempli, une liste de postes ou un export officiel (.xlsx, .ods, .xls, .csv, .json). Rien ne quitte cet ordinateur.",
    file: "Fichiers", asof: "Situation au", lang: "Langue", starting: "Préparation…", ready: "Prêt. Choisissez un ou plusieurs fichiers.", done: "Analysé",
    errors: "À corriger : aucun chiffre n’est donné tant qu’il reste une erreur.", failed: "Cela n’a pas abouti : ", making: "Fabrication du fichier en cours…", made: "Analysé. Fichier prêt : ",
    recognised: "Ce qui a été reconnu", problemsTitle: "À corriger ou à vérifier", error: "Erreur", warning: "À vérifier", question: "Question", found: "valeur trouvée", noProblem: "Rien à signaler.", toFix: n => n === 1 ? "1 erreur à corriger" : `${n} erreurs à corriger`, toCheck: n => n === 1 ? "1 point à vérifier" : `${n} points à vérifier`, postByPost: "Poste par poste",
    answers: "La réponse", post: "Poste", agreed: "Conventionné", firm: "Ferme", keep: "Fichiers à garder", report: "Classeur (.xlsx)", technical: "Dossier technique (.xlsx)", page: "Page (.html)", note: "Note (.html)",
    calendar: "Échéances (.ics)", portfolio: "Liste de postes, pour l’an prochain (.json)", annotated: "Copie annotée de ", whatif: "Et si… ?", funder: "Financeur", none: "aucun", less: "verse en moins", more: "Coût des postes en plus", from: "À partir du",
    year: "Exercice", before: "Reste à financer", after: "avec cet essai", former: "C’est l’édition précédente : dire ce qui a changé", plan: "Détail", close: "Fermer", wait: "Plus de 200 postes : le classeur peut prendre plusieurs minutes. La page continue de répondre.",
    toAsk: n => n === 1 ? "1 question" : `${n} questions`, newValue: "Valeur juste", ofColumn: name => `(colonne «\u00A0${name}\u00A0»)`, correct: "Corriger et relire", yesSame: "Oui, c’est le même", noSame: "Non, ils sont deux", rereading: "Nouvelle lecture avec votre correction…",
    settled: "Ce que vous avez corrigé ou répondu", settledNote: "Votre fichier n’a pas changé : reportez-y ces corrections, ou gardez la liste de postes (.json), qui les contient.", keepNote: "Le classeur se transmet : il contient la réponse, le plan, les échéances et ce qui reste à faire. La page dit la même chose dans un navigateur, la note se colle dans un courriel. La liste de postes se dépose ici l’an prochain ; le dossier technique permet de vérifier chaque calcul.", readAs: "est lu", blank: "vide", back: "Annuler", same: "sont un seul", two: "sont deux", row: "ligne", colon: "\u00A0: ", readingOf: (name, i, n, long) => `Lecture de ${name}${n > 1 ? ` (${i} sur ${n})` : ""}${long ? `, ${long}` : ""}…`, longRead: (size, minutes) => `${size}\u00A0Mo, jusqu’à ${minutes}\u00A0minute${minutes > 1 ? "s" : ""}`, calculating: "Calcul en cours…", calculatingOf: n => `Calcul pour ${grouped(n, "\u202F")} postes…`,
    following: " Suite du rapport…", whole: "Afficher tout le rapport", wholeNote: n => `Le plan, les échéances et les conventions de ${grouped(n, "\u202F")} postes prennent plus d’une minute à afficher ; le classeur les contient aussi.`, notYet: "Le détail de ce poste arrive avec la suite du rapport.", seconds: n => ` ${n} s`,
    stop: "Arrêter", stopped: "Arrêté. Vos fichiers n’ont pas changé : choisissez-les de nouveau, ou donnez-en d’autres.", unreadable: name => `${name} ne peut plus être lu : il a été déplacé, modifié ou fermé à la lecture depuis que vous l’avez choisi. Choisissez-le de nouveau.`,
    memory: "La mémoire du navigateur ne suffit pas pour ces fichiers. Fermez d’autres onglets, ou donnez un fichier plus petit.", fault: "Un défaut de cet outil a empêché d’aller au bout. Vos fichiers n’ont pas changé : choisissez-les de nouveau.", noDay: "Indiquez la date de la situation : jour, mois et année.", notStarted: "La page n’a pas pu démarrer. Rechargez-la ; si cela ne suffit pas, essayez avec une version récente de Firefox, Edge ou Chrome.",
    off: "Ce navigateur n’exécute pas WebAssembly : la page ne peut pas calculer. Essayez avec une version récente de Firefox, Edge ou Chrome.", drop: "ou déposez-les n’importe où dans la page", noTable: "Pas encore de tableau ?", form: "Formulaire vierge (.xlsx)", formMade: "Formulaire prêt : formulaire.xlsx. Remplissez-le, puis déposez-le ici.", names: { form: "formulaire", workbook: "rapport", technical: "dossier-technique", page: "page", note: "note", calendar: "echeances", portfolio: "postes", annotated: "annote" },
  },
  en: {
    title: "Until when is each post funded?", lead: "Drop your funding table here, a filled form, a portfolio or an official export (.xlsx, .ods, .xls, .csv, .json). Nothing leaves this computer.",
    file: "Files", asof: "As of", lang: "Language", starting: "Starting…", ready: "Ready. Choose one or several files.", done: "Analysé", errors: "To be corrected: no figure is given while an error is left.",
    making: "The file is being made…", made: "Analysé. File ready: ", recognised: "What was recognised", problemsTitle: "To be corrected or looked at", error: "Error", warning: "To be looked at", question: "Question", found: "value found", noProblem: "Nothing to report.", toFix: n => n === 1 ? "1 error to correct" : `${n} errors to correct`, toCheck: n => n === 1 ? "1 point to look at" : `${n} points to look at`, postByPost: "Post by post",
    answers: "The answer", post: "Post", agreed: "Agreed", firm: "Firm", keep: "Files to keep", report: "Workbook (.xlsx)", technical: "Technical file (.xlsx)", page: "Page (.html)", note: "Note (.html)", calendar: "Deadlines (.ics)", portfolio: "Portfolio, for next year (.json)",
    annotated: "Annotated copy of ", whatif: "What if…?", funder: "Funder", none: "none", less: "pays less by", more: "Posts cost more by", from: "From", year: "Budget year", before: "Missing", after: "in this trial", former: "This is the former edition: say what changed", plan: "Details", close: "Close",
    toAsk: n => n === 1 ? "1 question" : `${n} questions`, newValue: "Right value", ofColumn: name => `(column "${name}")`, correct: "Correct and read again", yesSame: "Yes, they are the same", noSame: "No, they are two", rereading: "Reading again with your correction…",
    settled: "What you have corrected or answered", settledNote: "Your file has not changed: make these corrections in it too, or keep the portfolio (.json), which holds them.", keepNote: "The workbook is what you send: it holds the answer, the plan, the deadlines and what is to be done. The page says the same in a browser, the note is pasted into a message. The portfolio is dropped here next year; the technical file lets every figure be checked.", readAs: "is read as", blank: "blank", back: "Undo", same: "are one", two: "are two", row: "row", colon: ": ", readingOf: (name, i, n, long) => `Reading ${name}${n > 1 ? ` (${i} of ${n})` : ""}${long ? `, ${long}` : ""}…`, longRead: (size, minutes) => `${size}\u00A0MB, up to ${minutes} minute${minutes > 1 ? "s" : ""}`, calculating: "Calculating…", calculatingOf: n => `Calculating for ${grouped(n, ",")} posts…`,
    following: " The rest of the report follows…", whole: "Show the whole report", wholeNote: n => `The plan, the deadlines and the agreements of ${grouped(n, ",")} posts take more than a minute to show; the workbook holds them too.`, notYet: "The details of this post come with the rest of the report.", seconds: n => ` ${n} s`,
    stop: "Stop", stopped: "Stopped. Your files have not changed: choose them again, or give others.", unreadable: name => `${name} can no longer be read: it was moved, changed or locked since you chose it. Choose it again.`,
    memory: "The browser has not enough memory for these files. Close other tabs, or give a smaller file.", fault: "A fault of this tool has stopped it. Your files have not changed: choose them again.", noDay: "Give the as-of date: day, month and year.", notStarted: "The page could not start. Load it again; if that is not enough, try a recent Firefox, Edge or Chrome.",
    wait: "More than 200 posts: the workbook may take several minutes. The page goes on answering.", off: "This browser does not run WebAssembly: the page cannot calculate. Try a recent Firefox, Edge or Chrome.", drop: "or drop them anywhere on the page", noTable: "No table yet?", form: "Blank form (.xlsx)", formMade: "Form ready: form.xlsx. Fill it in, then drop it here.",
    names: { form: "form", workbook: "report", technical: "technical-file", page: "page", note: "note", calendar: "deadlines", portfolio: "posts", annotated: "annotated" },
  },
};
// Above MOST_SHOWN posts the rest of the report is shown only when somebody asks for it; above MANY, the page says that the workbook takes
// long.
const MOST_SHOWN = 1000, MANY = 200;
const grouped = (n, sign) => String(n).replace(/\B(?=(\d{3})+$)/g, sign);
const $ = id => document.getElementById(id);
let language = (navigator.language || "fr").startsWith("en") ? "en" : "fr";
const say = () => words[language];
let files = [], worker, next = 0, answered = null, round = 0, posts = 0, pack = null, ticking = 0;
const waiting = new Map();

function ask(call, ...args) {
  const id = ++next;
  const promise = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.postMessage({ id, call, args });
  return promise;
}

// Whatever does not work is said here, in words; what a runtime or a browser says of it goes to the console.
function failed(error) {
  console.error(error);
  if (error.said)
    return status(error.said);
  if (error.name === "NotReadableError" || error.name === "NotFoundError")
    return status(say().unreadable(error.file || ""));
  status(/memory|allocation|array buffer|array length|out of bounds/i.test(error.message) || error.name === "RangeError" ? say().memory : say().fault);
  // The engine may be in any state: another one takes its place.
  restart();
}

// A new engine in place of one that is dead, or that works on what nobody waits for any more.
function restart() {
  round++;
  worker.terminate();
  for (const { reject } of waiting.values())
    reject(Object.assign(new Error("stopped"), { stopped: true }));
  waiting.clear();
  files = [];
  $("file").value = "";
  document.body.dataset.stopped = "yes";
  document.body.dataset.ready = "no";
  return begin().then(() => { document.body.dataset.ready = "yes"; }, error => { console.error(error); status(say().notStarted); });
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
  clearInterval(ticking);
  $("status").textContent = text;
  $("elapsed").textContent = "";
  document.body.setAttribute("aria-busy", String(isBusy));
  $("stop").hidden = true;
  if (!isBusy || document.body.dataset.ready !== "yes")
    return;
  const since = Date.now();
  ticking = setInterval(() => {
    const seconds = Math.round((Date.now() - since) / 1000);
    $("elapsed").textContent = seconds > 2 ? say().seconds(seconds) : "";
    $("stop").hidden = seconds <= 2;
  }, 500);
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
  const coded = held.textContent.trim();
  held.remove();
  if (Uint8Array.fromBase64)
    return Uint8Array.fromBase64(coded).buffer;
  const text = atob(coded);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = text.charCodeAt(i);
  return bytes.buffer;
}

async function begin() {
  worker = new Worker(URL.createObjectURL(new Blob([$("worker").textContent], { type: "text/javascript" })));
  const mine = worker;
  worker.addEventListener("message", message => {
    const { id, result, error, said } = message.data;
    if (!waiting.has(id))
      return;
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined && said === undefined)
      resolve(result);
    else
      reject(Object.assign(new Error(said || error), { said }));
  });
  worker.addEventListener("error", error => {
    if (mine === worker)
      failed(new Error(error.message || "worker"));
  });
  await ask("start", pack);
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
    pack = await packed();
    await begin();
    document.body.dataset.ready = "yes";
    $("form").disabled = false;
    status(say().ready);
    if (files.length)
      await read();
    else
      warm(0);
  } catch (error) {
    console.error(error);
    status(say().notStarted);
  }
}

// What is asked first is done once with a small example while nobody waits; step by step, so that a file never waits for it long.
async function warm(step) {
  try {
    while (!files.length && await ask("Warm", step)) {
      step++;
      await new Promise(done => setTimeout(done, step === 4 ? 700 : 0));
    }
  } catch (error) {
    console.error(error);
  }
}

async function read() {
  if (document.body.dataset.ready !== "yes" || !files.length)
    return;
  const mine = ++round;
  // At once, so that nobody takes what stood there for the answer about the new files.
  for (const part of ["recognised", "checked", "answers"])
    $(part).hidden = true;
  status(say().readingOf(files[0].name, 1, files.length), true);
  $("found").open = false;
  await tried(mine, async () => {
    await ask("Clear");
    posts = 0;
    for (const [i, file] of files.entries()) {
      status(say().readingOf(file.name, i + 1, files.length, howLong(file)), true);
      let bytes;
      try {
        bytes = new Uint8Array(await file.arrayBuffer());
      } catch (error) {
        throw Object.assign(error, { file: file.name });
      }
      if (mine !== round)
        return;
      posts += await ask("Add", file.name, bytes, language);
    }
    await answer(mine);
  });
}

// How long a large file takes at most: a megabyte of rows takes some seconds on a slow computer. A compressed file does not tell its rows.
function howLong(file) {
  const size = Math.round(file.size / 1048576);
  return size < 2 || !/\.(csv|json)$/i.test(file.name) ? "" : say().longRead(size, Math.ceil(size / 6));
}

async function tried(mine, work) {
  try {
    await work();
  } catch (error) {
    if (mine === round && !error.stopped)
      failed(error);
  }
}

// After a correction or an answer: what was said to the engine, then all answers anew.
async function again(saying, change) {
  const mine = ++round;
  status(saying, true);
  await tried(mine, async () => {
    await change();
    await answer(mine);
    if (mine !== round)
      return;
    const left = $("problems").querySelector(".error input, .error button, .question button");
    (left || (answered ? $("answers-title") : $("checked-title"))).focus();
  });
}

async function answer(mine) {
  if (!$("asof").value) {
    status(say().noDay);
    return;
  }
  status(posts > MANY ? say().calculatingOf(posts) : say().calculating, true);
  const got = JSON.parse(await ask("Answer", $("asof").value, language));
  if (mine !== round)
    return;
  document.body.dataset.stopped = "no";
  recognised(got.files);
  settled(got);
  problems(got.problems);
  answered = got.summary ? got : null;
  $("answers").hidden = !answered;
  // Errors and questions come first; what is only to be looked at leaves the room to the answer.
  document.body.classList.toggle("answered", Boolean(answered) && !got.problems.some(problem => problem.severity === "question"));
  $("posts").replaceChildren();
  $("summary").textContent = got.summary || "";
  $("report-page").replaceChildren();
  $("report-first").replaceChildren();
  $("whole-part").hidden = true;
  if (!answered) {
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
  $("long").hidden = got.posts.length <= MANY;
  // The answers are there; the timeline comes next, and the rest of the report after it.
  status(done(), true);
  const first = await ask("First", language);
  if (mine !== round)
    return;
  showFirst(first);
  if (got.posts.length > MOST_SHOWN) {
    $("whole-part").hidden = false;
    $("whole-note").textContent = say().wholeNote(got.posts.length);
    status(done());
  } else
    await whole(mine);
}

const done = () => `${say().done} : ${files.map(file => file.name).join(", ")}.`;

// The rest of the report, below its first page.
async function whole(mine) {
  $("whole-part").hidden = true;
  status(done() + say().following, true);
  const html = await ask("Page", language);
  if (mine !== round)
    return;
  await showRest(html, mine);
  if (mine === round)
    status(done());
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
      box.addEventListener("change", () => again(say().calculating, () => ask("SetFormer", box.checked ? i : -1)));
    }
  });
}

// What was put right and answered, each with the way back.
function settled(got) {
  $("settled").replaceChildren();
  $("settled-part").hidden = got.corrected.length + got.decided.length === 0;
  const quoted = text => text ? (language === "en" ? `“${text}”` : `«\u00A0${text}\u00A0»`) : say().blank;
  const line = (text, take) => {
    const item = put($("settled"), "li", text + " ");
    put(item, "button", say().back, { type: "button", "aria-label": `${say().back}${say().colon}${text}` }).addEventListener("click", take);
  };
  for (const one of got.corrected)
    line(`${got.files.length > 1 ? got.files[one.file].name + " · " : ""}${one.place}${say().colon}${quoted(one.was)} ${say().readAs} ${quoted(one.value)}.`,
      () => again(say().rereading, () => ask("Restore", one.file, one.place, language)));
  for (const one of got.decided)
    line(`${quoted(one.one)}, ${quoted(one.other)}${say().colon}${one.same ? say().same : say().two}.`, () => again(say().calculating, () => ask("Reconsider", one.key)));
}

function problems(found) {
  $("problems").replaceChildren();
  $("checked").hidden = false;
  $("no-problem").hidden = found.length > 0;
  $("found").hidden = found.length === 0;
  // Errors and questions are shown at once; what is only to be looked at does not stand before the answer.
  const count = severity => found.filter(problem => problem.severity === severity).length;
  const errors = count("error"), questions = count("question"), others = found.length - errors - questions;
  $("found").open ||= errors + questions > 0;
  $("found-title").textContent = [errors && say().toFix(errors), questions && say().toAsk(questions), others && say().toCheck(others)].filter(Boolean).join(", ");
  found.forEach((problem, i) => {
    const item = put($("problems"), "li", "", { class: problem.severity });
    put(item, "strong", say()[problem.severity]);
    if (problem.file || problem.place)
      put(item, "code", [problem.file, problem.place].filter(Boolean).join(" · "));
    if (problem.heading)
      put(item, "span", say().ofColumn(problem.heading), { class: "heading" });
    put(item, "span", problem.sentence, { id: `problem-${i}` });
    if (problem.row && problem.row.length && problem.column)
      rowOf(item, problem);
    else if (problem.found)
      put(item, "span", `${say().found}${say().colon}« ${problem.found} »`, { class: "found" });
    if (problem.question)
      choices(item, [[say().yesSame, true], [say().noSame, false]].map(([words, same]) =>
        [words, () => again(say().calculating, () => ask("Decide", problem.question, same))]));
    if (problem.answers && problem.answers.length)
      choices(item, problem.answers.map(one => [one.words, () => correct(problem.index, one.places, one.values)]));
    if (problem.fix)
      field(item, problem, i);
  });
}

// The row as the file has it, with the cell marked.
function rowOf(item, problem) {
  const line = put(item, "span", "", { class: "found" });
  line.append(`${say().row} ${problem.place.match(/[0-9]+$/)[0]}${say().colon}`);
  problem.row.forEach((text, at) => {
    if (at > 0)
      line.append(" | ");
    put(line, at + 1 === problem.column ? "mark" : "span", at + 1 === problem.column ? text || say().blank : text, { class: "cell" });
  });
  if (problem.column > problem.row.length) {
    line.append(" | ");
    put(line, "mark", say().blank);
  }
}

function choices(item, answers) {
  const group = put(item, "span", "", { class: "choices" });
  for (const [words, act] of answers)
    put(group, "button", words, { type: "button", "aria-describedby": item.querySelector("[id]").id }).addEventListener("click", act);
}

function field(item, problem, i) {
  const form = put(item, "form", "", { class: "choices" });
  const label = put(form, "label", "");
  put(label, "span", `${say().newValue}, ${problem.place}${problem.heading ? ` ${say().ofColumn(problem.heading)}` : ""}`);
  const input = put(label, "input", "", { type: "text", autocomplete: "off", "aria-describedby": `problem-${i}` });
  input.value = problem.row[problem.column - 1] || "";
  put(form, "button", say().correct, { type: "submit" });
  form.addEventListener("submit", event => {
    event.preventDefault();
    correct(problem.index, [problem.place], [input.value]);
  });
}

const correct = (file, places, values) => again(say().rereading, () => ask("Correct", file, places, values, language));

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
  let got;
  try {
    got = JSON.parse(await ask("WhatIf", $("funder").value, Number($("less").value), Number($("more").value), $("from").value, language));
  } catch (error) {
    if (!error.stopped)
      failed(error);
    return;
  }
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

// A part of the report's page, put into this one: its headings one level down.
function part(html) {
  const read = new DOMParser().parseFromString(html, "text/html");
  for (const heading of [...read.querySelectorAll("h1, h2, h3")]) {
    const lower = read.createElement("h" + (Number(heading.tagName[1]) + 1));
    lower.id = heading.id;
    lower.className = heading.className;
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  return read;
}

// What stands before the first section, and each section; its contents are left out. Every text in it is escaped: this is no text.
const parts = html => html.split(/(?=<section )/);

function showFirst(html) {
  const [head, first] = parts(html);
  // Its style sheet is in this page already.
  const pattern = part(head.replace(/<style>[^]*?<\/style>/, "")).querySelector("body > svg"), section = part(first).querySelector("section");
  // The sentence stands above already.
  for (const said of section.querySelectorAll("p.answer"))
    if ($("summary").textContent.includes(said.textContent))
      said.remove();
  $("report-first").replaceChildren(...[pattern, section].map(one => document.adoptNode(one)));
  for (const line of document.querySelectorAll("#report-first .timeline ol > li")) {
    const post = line.querySelector(".post"), label = post.textContent;
    post.textContent = "";
    put(post, "button", label, { type: "button", class: "link" }).addEventListener("click", () => detail(label));
    line.querySelector("svg").addEventListener("click", () => detail(label));
  }
}

// Section by section, so that a long one does not hold the page.
async function showRest(html, mine) {
  const [, first, ...rest] = parts(html);
  // What the first page did not wait for: how many checks agree.
  const shown = $("report-first").querySelector("section"), known = new Set([...shown.querySelectorAll("p.note")].map(note => note.textContent));
  for (const note of part(first).querySelectorAll("section > p.note"))
    if (!known.has(note.textContent))
      shown.append(document.adoptNode(note));
  for (const one of rest) {
    const section = part(one).querySelector("section");
    $("report-page").append(document.adoptNode(section));
    await new Promise(done => setTimeout(done));
    if (mine !== round)
      return;
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
    copy.before(Object.assign(document.createElement("h3"), { textContent: table.caption.textContent }));
    const own = put(copy, "table");
    own.append(table.tHead.cloneNode(true));
    const body = put(own, "tbody");
    for (const row of table.tBodies[0].rows)
      if (row.cells[0].textContent === label)
        body.append(row.cloneNode(true));
    if (!body.rows.length) {
      copy.previousSibling.remove();
      copy.remove();
    }
  }
  if (!$("detail-body").firstChild)
    put($("detail-body"), "p", say().notYet);
  $("detail").showModal();
}

async function keep(kind, extension, of) {
  const before = $("status").textContent;
  status(say().making, true);
  try {
    const bytes = await ask("Make", kind, language);
    const stem = (of || files.find(Boolean).name).replace(/\.[^.]*$/, "");
    const name = `${stem}-${say().names[kind.split("-")[0]]}${extension}`;
    save(bytes, name);
    status(answered ? say().made + name + "." : before);
  } catch (error) {
    if (!error.stopped)
      failed(error);
  }
}

// For whoever has no table yet: the form of this year, to be filled in and dropped here.
async function form() {
  const said = $("status").textContent;
  status(say().making, true);
  try {
    save(await ask("Form", new Date().getFullYear(), language), `${say().names.form}.xlsx`);
    status(answered ? said : say().formMade);
  } catch (error) {
    if (!error.stopped)
      failed(error);
  }
}

function save(bytes, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function take(list) {
  files = [...list];
  read();
}

$("file").addEventListener("change", () => take($("file").files));
// The files are read once: another day, or another language, asks for other answers only.
const anew = () => files.length && document.body.dataset.ready === "yes" && $("recognised").hidden === false
  ? tried(++round, () => answer(round)) : read();
$("asof").addEventListener("change", () => { $("from").value = ""; anew(); });
$("lang").addEventListener("change", () => { language = $("lang").value; translate(); if (files.length) anew(); else if (document.body.dataset.ready === "yes") status(say().ready); });
$("stop").addEventListener("click", () => { status(say().stopped); restart(); });
for (const id of ["funder", "less", "more", "from"])
  $(id).addEventListener("change", tryOut);
for (const id of ["less", "more"])
  $(id).addEventListener("input", slid);
for (const [id, kind, extension] of [["report", "workbook", ".xlsx"], ["technical", "technical", ".xlsx"], ["page", "page", ".html"], ["note", "note", ".html"], ["calendar", "calendar", ".ics"], ["portfolio", "portfolio", ".json"]])
  $(id).addEventListener("click", () => keep(kind, extension));
$("form").addEventListener("click", form);
$("whole").addEventListener("click", () => tried(round, () => whole(round)));
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
