// SPDX-License-Identifier: Apache-2.0
// The desk page: shows the board that /board streams, tells /deed what people do. A call is "shown" when it stands before
// somebody: the page is visible, or its sound is on.
"use strict";

const lost_after_ms = 15000, listen_again_after_ms = 5000, tell_again_after_ms = 2000, sound_every_ms = 4000, late_sound_every_ms = 2000,
  look_up_every_ms = 10000, answer_after_ms = 800;
const $ = (selector, within = document) => within.querySelector(selector);

const page_name = Array.from(crypto.getRandomValues(new Uint32Array(4)), n => n.toString(16)).join("");
let start = null;          // words, token, times
let words_number = 0, words_seen = "";  // changes with the words
let board = null;
let all_kiosks = { facts: [], kiosks: [] }, kiosks_look = "";
let records = { drills: [], usage: null }; // of the kiosk that is looked up
let clock_offset = 0;      // the desk's clock less ours
let heard_at = 0;          // performance.now() of the last word from the desk
let stream = null;
let trying = false;
let thrown_out = false;    // signed out, but not by who sits here: nobody would hear a call
let listened_at = 0;       // performance.now() of the last try
let audio = null;          // exists while the sound is on
let sounded_at = 0;
let asking = new Map();    // call -> what its card asks for: "close" or "name", and what is done then
const told_shown = new Map(); // call -> when; it may be raised again
const unfolded = new Map(); // kiosk -> whether its card is open, as staff left it
const known = new Map();   // call -> said aloud as

const word = (name, fill = {}) =>
  (start.words[name] ?? name).replace(/\{(\w+)\}/g, (all, key) => (key in fill ? fill[key] : all));
const key_of = call => `${call.id.kiosk}/${call.id.ticket}/${call.id.kind}/${call.id.number}`;
const now = () => Date.now() + clock_offset;
const time_of_day = ms => new Date(ms).toLocaleTimeString(start.language, { hour: "2-digit", minute: "2-digit", hour12: false });
const is_open = call => call.stage !== "closed";
/// A test rings as a call does: that is what it tries out.
const is_alarm = call => is_open(call) && (call.id.kind === "call" || call.id.kind === "test");
const is_unanswered = call => is_alarm(call) && call.stage !== "coming";
/// As the glass counts: not shown in time, or shown and not answered in time.
const is_late = call =>
  is_unanswered(call) && call.id.kind === "call" &&
  (call.shownAt ? now() - call.shownAt > start.answeredWithin : now() - Math.max(call.raisedAt, call.againAt) > start.shownWithin);
const reaches_somebody = () => document.visibilityState === "visible" || (audio !== null && audio.state === "running");

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name === "class") made.className = value;
    else if (name === "does") made.addEventListener("click", value);
    else made.setAttribute(name, value);
  made.append(...children.filter(child => child !== null && child !== ""));
  return made;
}
function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg"), use = document.createElementNS(space, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#" + name);
  svg.append(use);
  return svg;
}

async function tell(deed) {
  try {
    const said = await fetch("deed", {
      method: "POST", headers: { "Content-Type": "application/json", "X-Desk-Token": start.token }, body: JSON.stringify(deed),
      signal: AbortSignal.timeout(4000) });
    if (said.status === 403) await begin();
    if (said.ok) return "";
    return said.status === 409 ? await said.text() : "not-done";
  } catch {
    return "not-done";
  }
}
/// What was not done stays said until something is.
async function tell_for_a_person(deed) {
  let refused = await tell(deed);
  if (refused === "not-done") refused = await tell(deed);
  $("#refused").textContent = refused ? word(refused) : "";
  $("#refused").hidden = refused === "";
}

function person() {
  const chosen = $("#who").value;
  return board.people.includes(chosen) ? chosen : "";
}
function come(call) {
  if (!person()) return ask(call, "name", () => come(call));
  tell_for_a_person({ what: "coming", call: call.id, name: person() });
}
function close(call, with_patient) {
  if (!person()) return ask(call, "name", () => close(call, with_patient));
  asking.delete(key_of(call));
  tell_for_a_person({ what: "close", call: call.id, name: person(), withPatient: with_patient });
}
function ask(call, what, then) {
  asking.set(key_of(call), { what, then });
  show_calls();
  const keys = $(`[data-call="${CSS.escape(key_of(call))}"] .keys`), answer = $("[data-key=with-patient]", keys);
  (answer ? $("[data-key=back]", keys) : $("button", keys))?.focus();
  if (!answer) return;
  // The second click of a double click, or a second Enter, is no answer to what the first one asked.
  answer.disabled = true;
  setTimeout(() => { answer.disabled = false; }, answer_after_ms);
}

/// Five calls have five keys of one label: who hears them is told whose each is.
const named_button = (label, about, does, name, main) => {
  const made = button(label, does, name, main);
  made.setAttribute("aria-label", label + ": " + about);
  return made;
};
const button = (label, does, name, main) =>
  element("button", { type: "button", does, "data-key": name, ...(main ? { class: "main" } : {}) }, label);

function keys_of(call) {
  const asked = asking.get(key_of(call))?.what;
  const about = title_of(call) + ", " + (call.id.kiosk || word("no-place"));
  const button = (label, does, name, main) => named_button(label, about, does, name, main);
  const back = button(word("not-yet"), () => { asking.delete(key_of(call)); show_calls(); }, "back");
  if (asked === "name") {
    const choose = name => () => {
      const { then } = asking.get(key_of(call));
      set_person(name);
      asking.delete(key_of(call));
      show_calls();
      then();
    };
    const names = board.people.map(name => button(name, choose(name), "name-" + name));
    const none = board.people.length === 0;
    return element("div", { class: "keys" },
      element("p", { class: "asked" }, word(none ? "no-names" : "who-is-it")), ...names, back);
  }
  if (asked === "close")
    return element("div", { class: "keys" }, button(word("with-patient"), () => close(call, true), "with-patient", true), back);
  const is_test = call.id.kind === "test";
  const comes = call.stage === "coming" ? "" : button(word("i-am-coming"), () => come(call), "coming", true);
  if (call.id.kind !== "call")
    return element("div", { class: "keys" }, is_test ? comes : "", button(word("seen"), () => close(call, false), "seen", !is_test));
  return element("div", { class: "keys" }, comes, button(word("close"), () => ask(call, "close"), "close", call.stage === "coming"));
}

function title_of(call) {
  if (call.id.kind === "stopped") return word("stopped");
  if (call.id.kind === "test") return word("test-call");
  return word(call.id.kind === "call" ? "emergency" : "today");
}
function card(call) {
  const state = (name, text, strong) => element("p", { class: strong ? "state strong" : "state" }, icon(name), text);
  const lines = [];
  if (call.cancelled) lines.push(state("warn", word("cancelled"), true));
  if (call.againAt) lines.push(state("bell", word("again", { time: time_of_day(call.againAt) }), true));
  if (call.stage === "coming")
    lines.push(state("walk", word("coming-by", { name: call.comingBy, time: time_of_day(call.comingAt) }), true));
  if (call.id.kind === "test") lines.push(state("tick", word("test-line")));
  if (call.id.kind === "stopped") lines.push(state("person", word("stopped-line")));
  const late = element("p", { class: "state strong late", hidden: "" }, icon("warn"), word("late"));
  const reasons = call.reasons.map(reason => element("li", {}, icon("flag"), reason));
  return [
    element("div", { class: "head" },
      element("h3", {}, icon(call.id.kind === "call" ? "bell" : "flag"), title_of(call)),
      element("span", { class: "wait" })),
    element("div", { class: "body" },
      element("p", { class: "place" }, call.id.kiosk || word("no-place")),
      reasons.length ? element("ul", { class: "reasons" }, ...reasons)
                     : call.id.kind === "stopped" || call.id.kind === "test" ? "" : element("p", { class: "quiet" }, word("no-reasons")),
      call.language ? element("p", { class: "quiet" }, word("language", { language: call.language })) : "",
      ...lines, late, keys_of(call)),
  ];
}

/// A card is made anew only where something of it has changed, and what had the focus has it again.
function show_calls() {
  const list = $("#calls ol"), open = board.calls.filter(is_open);
  const urgency = call => (call.id.kind === "call" ? 0 : call.id.kind === "test" ? 2 : 1);
  open.sort((a, b) => urgency(a) - urgency(b) || Number(is_unanswered(b)) - Number(is_unanswered(a)) || Number(is_alarm(b)) - Number(is_alarm(a)) || a.raisedAt - b.raisedAt);
  const wanted = new Set(open.map(key_of));
  for (const item of [...list.children]) if (!wanted.has(item.dataset.call)) item.remove();
  open.forEach((call, at) => {
    const key = key_of(call);
    const asked = asking.get(key)?.what;
    const looks = JSON.stringify([call, asked, asked === "name" ? board.people : 0, words_number]);
    let item = [...list.children].find(one => one.dataset.call === key);
    if (!item) item = element("li", { "data-call": key });
    if (item.dataset.looks !== looks) {
      const focused = item.contains(document.activeElement) ? document.activeElement.dataset.key : null;
      item.className = "call " + (call.id.kind === "test" ? "" : is_alarm(call) ? "emergency" : call.id.kind === "today" ? "today" : "");
      item.replaceChildren(...card(call));
      item.dataset.looks = looks;
      if (focused) (item.querySelector(`[data-key="${CSS.escape(focused)}"]`) ?? item.querySelector("button"))?.focus();
    }
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
  });
  $("#calls .none").hidden = open.length > 0;
  const alarms = open.filter(is_unanswered), first = alarms[0];
  $("header").classList.toggle("alarm", alarms.some(call => call.id.kind === "call"));
  $("#state").textContent = !first ? word(open.length ? "calls-count" : "no-calls", { count: open.length })
    : title_of(first) + " · " + (first.id.kiosk || word("no-place")) + (alarms.length > 1 ? ` (+${alarms.length - 1})` : "");
  show_title();
  show_times();
}

/// Who has the page behind another sees its title alone.
function show_title() {
  const open = (board?.calls ?? []).filter(is_open).length;
  document.title = is_lost() ? word("disconnected") : (open ? `(${open}) ` : "") + word("title");
  $("#state").hidden = start.signIn || is_lost();
  document.body.classList.toggle("lost", is_lost());
}

function how_closed(call) {
  const time = time_of_day(call.closedAt);
  return call.closed === "at-kiosk" ? word("closed-at-kiosk", { time }) : word("closed-by", { time, name: call.closedBy });
}
function show_closed() {
  const closed = board.calls.filter(call => !is_open(call)).reverse();
  $("#closed ol").replaceChildren(...closed.map(call =>
    element("li", {}, element("span", { class: "place" }, call.id.kiosk || word("no-place")), " · ",
      title_of(call), " · ", time_of_day(call.raisedAt), " · ", how_closed(call))));
  $("#closed .none").hidden = closed.length > 0;
}

function show_times() {
  for (const call of board.calls.filter(is_open)) {
    const item = $(`[data-call="${CSS.escape(key_of(call))}"]`);
    if (!item) continue;
    const seconds = Math.max(0, Math.floor((now() - call.raisedAt) / 1000));
    $(".wait", item).textContent =
      word("waiting", { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, "0") });
    $(".late", item).hidden = !is_late(call);
  }
}

function set_person(name) {
  $("#who").value = name;
  try { localStorage.setItem("who", name); } catch { /* a private window */ }
}
let people_look = "";
function show_people() {
  const looks = JSON.stringify([board.people, words_number]);
  if (looks === people_look) return;
  people_look = looks;
  const select = $("#who");
  let before = select.value;
  try { before = before || localStorage.getItem("who") || ""; } catch { /* a private window */ }
  select.replaceChildren(element("option", { value: "" }, word("choose-name")),
    ...board.people.map(name => element("option", { value: name }, name)));
  select.value = board.people.includes(before) ? before : "";
  $("#people").replaceChildren(...board.people.map(name => element("li", {}, name,
    element("button", { type: "button", "aria-label": word("remove-name", { name }),
      does: () => tell_for_a_person({ what: "remove-person", name }) }, word("remove")))));
}
const fact_rows = facts => facts.flatMap(fact =>
  [element("dt", {}, fact.name), element("dd", fact.trouble ? { class: "trouble" } : {}, fact.value)]);
/// Of a test call: answered by who came or who touched Seen.
function test_fact(test) {
  const answered_at = test.comingAt || (test.closed === "seen" ? test.closedAt : 0), time = day_and_time(test.raisedAt);
  const value = answered_at ? word("test-answered", { time, seconds: Math.round((answered_at - test.raisedAt) / 1000) })
                            : word("test-unanswered", { time });
  return { name: word("fact-last-test"), value, trouble: false };
}
/// The board has a test call before the kiosk's card does.
const tests_of = kiosk => board === null ? [] : board.calls.filter(call => call.id.kind === "test" && call.id.kiosk === kiosk.name);
const last_test = kiosk => tests_of(kiosk).sort((a, b) => b.raisedAt - a.raisedAt)[0] ?? kiosk.lastTest;
function kiosk_card(kiosk, is_only) {
  const trouble = kiosk.silent || kiosk.facts.some(fact => fact.trouble);
  // What a silent kiosk said last may be true no more.
  const test_call = last_test(kiosk);
  const facts = [...(kiosk.silent ? [] : kiosk.facts), ...(test_call ? [test_fact(test_call)] : [])];
  const test = button(word("send-test"), () => {
    if (!person()) return $("#who").focus();
    tell_for_a_person({ what: "test-call", name: person(), call: { kiosk: kiosk.name, ticket: "0", kind: "test", number: 1 } });
  }, "test");
  const page = button(word("print-test"), () =>
    tell_for_a_person({ what: "test-page", call: { kiosk: kiosk.name, ticket: "0", kind: "test", number: 1 } }), "page");
  const card = element("details", { "data-kiosk": kiosk.name },
    element("summary", trouble ? { class: "trouble" } : {}, kiosk.name || word("no-place")),
    kiosk.silent ? element("p", { class: "trouble" }, word("kiosk-silent")) : "",
    element("dl", {}, ...fact_rows(facts)),
    kiosk.silent ? "" : element("div", { class: "keys" }, test, kiosk.prints ? page : ""));
  card.open = unfolded.get(kiosk.name) ?? (is_only || trouble);
  card.firstChild.addEventListener("click", () => unfolded.set(kiosk.name, !card.open));
  return card;
}
function show_kiosks() {
  const { facts, kiosks } = all_kiosks, looks = JSON.stringify([all_kiosks, kiosks.map(tests_of), words_number]);
  if (looks === kiosks_look) return;
  kiosks_look = looks;
  $("#kiosk > dl").replaceChildren(...fact_rows(facts));
  $("#kiosk > dl").hidden = facts.length === 0;
  const list = $("#kiosks"), focused = document.activeElement?.closest("[data-kiosk]");
  const key = document.activeElement?.dataset.key;
  const what = focused && list.contains(focused) ? [focused.dataset.kiosk, key ? `[data-key=${key}]` : "summary"] : null;
  list.replaceChildren(...kiosks.map(kiosk => kiosk_card(kiosk, kiosks.length === 1)));
  if (what) [...list.children].find(card => card.dataset.kiosk === what[0])?.querySelector(what[1])?.focus();
  show_of();
}
/// Whose records are looked up.
function show_of() {
  const select = $("#of"), names = all_kiosks.kiosks.map(kiosk => kiosk.name), before = select.value;
  if (names.join("\n") === [...select.options].map(one => one.value).join("\n")) return;
  select.replaceChildren(...names.map(name => element("option", { value: name }, name || word("no-place"))));
  if (names.includes(before)) select.value = before;
  $("#records .of").hidden = names.length < 2;
  look_up();
}
async function look_up() {
  if (start === null || start.signIn || all_kiosks.kiosks.length === 0 || document.visibilityState !== "visible") return;
  try {
    const name = $("#of").value, said = await fetch("records?kiosk=" + encodeURIComponent(name));
    if (!said.ok || name !== $("#of").value) return;
    records = await said.json();
    show_drills();
    show_usage();
  } catch { /* the next look */ }
}
function show_trouble() {
  const most = 5, alarms = board.alarms.map(alarm => `${alarm.kiosk || word("no-place")}: ${alarm.text || word("kiosk-silent")}`);
  const lines = [board.trouble, ...alarms.slice(0, most)].filter(line => line !== "");
  if (alarms.length > most) lines.push(word("more-alarms", { number: alarms.length - most }));
  $("#trouble").hidden = lines.length === 0;
  $("#trouble").textContent = lines.join("\n");
}

const day_and_time = ms => new Date(ms).toLocaleString(start.language, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
function show_drills() {
  $("#drills ol").replaceChildren(...records.drills.map(drill =>
    element("li", drill.passed ? {} : { class: "trouble" }, 
      day_and_time(drill.at), " · ", drill.line)));
  $("#drills .none").hidden = records.drills.length > 0;
}
const amount = of => (of === null ? word("usage-hidden") : of === "few" ? word("usage-few") : String(of));
const for_certain = of => (of.all ? String(of.number) : word("usage-at-least", { number: of.number }));
const on_day = (day, how) => new Date(day + "T12:00:00Z").toLocaleDateString(start.language, { timeZone: "UTC", ...how });
const outcomes = ["none", "today", "emergency", "not-finished"];

function drawn(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
/// Attributes only: the page's rules forbid inline styles.
function chart(days) {
  const step = 28, height = 84, top = 20, most = Math.max(5, ...days.map(day => day.visits));
  const bars = days.flatMap((day, at) => {
    const tall = day.visits === 0 ? 2 : Math.max(5, Math.round((day.visits / most) * height));
    const middle = at * step + step / 2, y = top + height - tall;
    return [
      drawn("rect", { class: day.visits ? "bar" : "none", x: middle - 9, y, width: 18, height: tall, rx: day.visits ? 3 : 1 }),
      drawn("text", { class: "number", x: middle, y: y - 6 }, day.visits ? String(day.visits) : ""),
      drawn("text", { x: middle, y: top + height + 18 }, on_day(day.day, { weekday: "narrow" })),
      drawn("text", { class: at === days.length - 1 ? "today" : "", x: middle, y: top + height + 34 }, on_day(day.day, { day: "numeric" }))];
  });
  return drawn("svg", { viewBox: `0 0 ${days.length * step} ${top + height + 40}`, role: "img",
    "aria-label": word("usage-chart") + ": " + days.map(day => `${on_day(day.day, { weekday: "long", day: "numeric" })} ${day.visits}`).join(", ") },
  ...bars);
}
function row_of(day) {
  const detail = day.detail;
  const head = [element("th", { scope: "row" }, on_day(day.day, { weekday: "short", day: "numeric", month: "short" })),
    element("td", {}, String(day.visits))];
  if (detail === null) return element("tr", {}, ...head, element("td", { class: "quiet", colspan: 7 }, word("usage-hidden")));
  const amounts = [detail.finished, ...outcomes.map(name => detail.outcomes[name]), detail.handouts];
  const languages = detail.languages.map(one => `${one.name}: ${amount(one.visits)}`).join("\n");
  return element("tr", {}, ...head, ...amounts.map(of => element("td", {}, amount(of))), element("td", { class: "text" }, languages));
}
let usage_shown = "";
function show_usage() {
  const usage = records.usage, said = JSON.stringify([usage, words_number]);
  $("#usage").hidden = !usage;
  if (!usage || said === usage_shown) return;
  usage_shown = said;
  const is_used = usage.days.some(day => day.visits > 0);
  $("#usage .chart").replaceChildren(is_used ? chart(usage.days) : element("p", {}, word("usage-none")));
  const week = [["usage-visits", String(usage.week.visits)], ["usage-finished", for_certain(usage.week.finished)],
    ["usage-handouts", for_certain(usage.week.handouts)]];
  $("#usage dl").replaceChildren(element("div", { class: "week" }, word("usage-week")),
    ...week.map(([name, number]) => element("div", {}, element("dt", {}, word(name)), element("dd", {}, number))));
  const heads = ["usage-day", "usage-visits", "usage-finished", ...outcomes.map(name => "usage-outcome-" + name), "usage-handouts", "usage-languages"];
  $("#usage thead").replaceChildren(element("tr", {}, ...heads.map(name => element("th", { scope: "col" }, word(name)))));
  $("#usage tbody").replaceChildren(...[...usage.days].reverse().map(row_of));
}

function say_what_is_new() {
  const said = [];
  for (const call of board.calls) {
    const says = is_open(call) ? `${call.againAt} ${call.cancelled}` : "closed";
    const before = known.get(key_of(call));
    if (before === says) continue;
    known.set(key_of(call), says);
    if (!is_open(call)) continue;
    said.push(title_of(call) + ". " + call.id.kiosk + (call.cancelled ? ". " + word("cancelled") : ""));
    if (!is_alarm(call)) sound(0.25, [660]);
    else if (document.activeElement?.tagName !== "INPUT") scrollTo(0, 0);
  }
  if (said.length > 0) $("#said").textContent = said.join(". ");
}
function tell_shown() {
  if (!reaches_somebody()) return;
  const at = performance.now();
  for (const call of board.calls) {
    const key = key_of(call);
    // Each board says it until the desk knows; the line is not filled with it.
    if (call.stage !== "taken" || at - (told_shown.get(key) ?? -tell_again_after_ms) < tell_again_after_ms) continue;
    told_shown.set(key, at);
    tell({ what: "shown", call: call.id }).then(refused => { if (refused) told_shown.delete(key); });
  }
}

function sound(loudness, notes) {
  if (audio === null || audio.state !== "running") return;
  notes.forEach((frequency, at) => {
    const tone = audio.createOscillator(), volume = audio.createGain(), from = audio.currentTime + at * 0.28;
    tone.type = "triangle";
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, from);
    volume.gain.exponentialRampToValueAtTime(loudness, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.26);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.27);
  });
}
function sound_alarm() {
  if (board === null && !thrown_out) return;
  const calls = (board?.calls ?? []).filter(is_unanswered), late = calls.some(is_late);
  if (calls.length === 0 && !is_lost()) return;
  if (performance.now() - sounded_at < (late ? late_sound_every_ms : sound_every_ms) - 100) return;
  sounded_at = performance.now();
  if (is_lost()) sound(0.5, [330, 330]);
  else sound(late ? 1.0 : 0.4, late ? [880, 660, 880, 660] : [880, 660]);
}
async function switch_sound() {
  if (audio === null) {
    audio = new AudioContext();
    await audio.resume();
    sound(0.4, [660, 880]);
  } else {
    await audio.close();
    audio = null;
  }
  show_sound();
  if (board) { tell_here(); tell_shown(); }
}
function show_sound() {
  const key = $("#sound");
  key.setAttribute("aria-pressed", String(audio !== null));
  key.textContent = word(audio === null ? "turn-sound-on" : "sound-is-on");
}

const is_lost = () => thrown_out || performance.now() - heard_at > lost_after_ms;
function tell_here() {
  if (reaches_somebody()) tell({ what: "here", name: page_name });
}
function look() {
  if (start.signIn) {
    $("#lost").hidden = !thrown_out;
    show_title();
    return sound_alarm();
  }
  $("#lost").hidden = !is_lost();
  show_title();
  const is_over = stream === null || stream.readyState === EventSource.CLOSED;
  // A line that was cut is not closed: it stays silent for as long as the network likes.
  const is_silent = is_lost() && performance.now() - listened_at > listen_again_after_ms;
  if (is_over || is_silent) again();
  if (board) show_times();
  sound_alarm();
}

function show_board(text) {
  board = JSON.parse(text);
  clock_offset = board.now - Date.now();
  show_all();
  say_what_is_new();
  tell_shown();
  sound_alarm();
}
function show_all() {
  show_trouble();
  show_people();
  show_calls();
  show_kiosks();
  show_closed();
}

async function begin() {
  start = await (await fetch("start", { signal: AbortSignal.timeout(4000) })).json();
  const said = JSON.stringify([start.words, start.language]);
  if (said !== words_seen) ++words_number;
  words_seen = said;
  document.documentElement.lang = start.language;
  document.documentElement.dir = start.rightToLeft ? "rtl" : "ltr";
  show_title();
  const words = { "h1": "title", "#lost h2": "disconnected", "#lost p": "disconnected-line", "label[for=who]": "who", "label[for=of]": "of-kiosk",
    "#calls-title": "calls", "#calls .none": "no-calls", "#kiosk-title": "kiosk", "#people-title": "people", 
    "label[for=name]": "add-name", "#add button": "add", "#closed-title": "recent", "#closed .none": "none-closed",
    "#drills-title": "drills", "#drills .none": "no-drills",
    "#usage-title": "usage", "#usage .line": "usage-line", "#usage summary": "usage-days", "#usage .why": "usage-why-hidden",
    "footer": "what-this-is", "label[for=password]": "password", "#door button": "sign-in", "#sign-out": "sign-out" };
  for (const [selector, name] of Object.entries(words)) $(selector).textContent = word(name);
  show_sound();
  for (const inside of ["main", "#sound", ".who", "#state", "footer"]) $(inside).hidden = start.signIn;
  $("#door").hidden = !start.signIn;
  $("#sign-out").hidden = start.signIn || location.protocol !== "https:";
  if (start.signIn) {
    thrown_out = thrown_out || board !== null;
    stream?.close();
    stream = board = null;
    if (document.activeElement === document.body) $("#password").focus();
  }
}
async function sign_in() {
  const field = $("#password"), says = $("#door p");
  const said = await fetch("sign-in", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ password: field.value }) });
  field.value = "";
  if (said.ok) {
    says.textContent = "";
    thrown_out = false;
    await begin();
    return listen();
  }
  const wait = said.status === 429 || said.status === 403 ? (await said.json()).wait : 0;
  says.textContent = (said.status === 403 ? word("wrong-password") + " " : "") +
    (wait > 0 ? word("too-soon", { seconds: Math.ceil(wait / 1000) }) : said.status === 403 ? "" : word("not-done"));
  field.focus();
}
async function sign_out() {
  await fetch("sign-out", { method: "POST", headers: { "X-Desk-Token": start.token } });
  await begin();
  thrown_out = false;
  look();
}
function listen() {
  stream?.close();
  listened_at = performance.now();
  stream = new EventSource("board");
  stream.addEventListener("open", begin);
  stream.addEventListener("board", async event => {
    if (start === null) await begin();
    heard_at = performance.now();
    show_board(event.data);
    look();
  });
  stream.addEventListener("kiosks", async event => {
    if (start === null) await begin();
    all_kiosks = JSON.parse(event.data);
    show_kiosks();
  });
  stream.addEventListener("words", async () => {
    await begin();
    if (board === null) return;
    show_all();
    show_drills();
    show_usage();
  });
  stream.addEventListener("ping", event => {
    heard_at = performance.now();
    clock_offset = Number(event.data) - Date.now();
    if (start === null || board === null) return;
    tell_here();
    tell_shown();
    look();
  });
}

/// Not even the words have come: what the page says then stands in its own text.
function begin_late() {
  $("#lost").hidden = !is_lost();
  again();
}

/// The stream ended for good: the service is another now, or this page has to sign in again.
async function again() {
  if (trying) return;
  trying = true;
  listened_at = performance.now();
  try {
    await begin();
    if (!start.signIn) listen();
  } catch { /* look() comes back in a second */ }
  trying = false;
}

$("#sign-out").addEventListener("click", sign_out);
$("#door").addEventListener("submit", event => {
  event.preventDefault();
  sign_in().catch(() => { $("#door p").textContent = word("not-done"); });
});
$("#sound").addEventListener("click", switch_sound);
$("#of").addEventListener("change", look_up);
setInterval(look_up, look_up_every_ms);
$("#who").addEventListener("change", event => set_person(event.target.value));
$("#add").addEventListener("submit", event => {
  event.preventDefault();
  const field = $("#name"), name = field.value.trim();
  if (!name) return field.focus();
  tell_for_a_person({ what: "add-person", name });
  field.value = "";
});
document.addEventListener("visibilitychange", () => { if (board) { tell_here(); tell_shown(); } });
begin().catch(() => {}).finally(() => { if (!start?.signIn) listen(); setInterval(() => { start ? look() : begin_late(); }, 1000); });
