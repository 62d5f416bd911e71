// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Handoff, Travel, TravelNext } from "../../main/ts/api";
import { hideNotes } from "../../main/ts/hidden-notes";
import { Carry } from "../../main/ts/travel/carry";

const END: Handoff = { number: 1, kind: "end" };

const KILN: TravelNext = {
  kind: "end",
  team: "Kiln",
  host: "kiln.example",
  title: "Glaze tests",
  languages: ["en"],
  labels: [],
  since: "2026-11-22T11:22:00Z",
  gid: "5a0c91d2f4b7e863",
  marked: false,
  page: "https://kiln.example/@kiln/ines",
};

const SEARCHING: Travel = { state: "searching", place: "p1" };
const FOUND: Travel = { state: "found", place: "p1", next: KILN };

/** What the page said, and what it is answered: the last answer is given again and again. */
const said: Record<string, string>[] = [];
let answers: Travel[] = [];
/** What it is answered when it wants to go. */
let ticket: Travel = SEARCHING;
/** The step that does not reach the node; empty for none. */
let failing = "";
let assign: ReturnType<typeof vi.fn>;
let island: Carry;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  said.length = 0;
  answers = [FOUND];
  ticket = SEARCHING;
  failing = "";
  assign = vi.fn();
  vi.spyOn(location, "assign").mockImplementation(assign as typeof location.assign);
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal("fetch", (_path: string, { body }: { body: string }) => {
    const wish = JSON.parse(body) as Record<string, string>;
    said.push(wish);
    if (wish.step === failing) {
      return Promise.reject(new TypeError("no connection"));
    }
    const answer = wish.step === "go" ? ticket : answers.length > 1 ? answers.shift() : answers[0];
    return Promise.resolve({ ok: true, json: () => Promise.resolve(answer) });
  });
});

afterEach(() => {
  island.remove();
  history.replaceState(null, "", location.pathname);
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function open(): void {
  island = new Carry();
  island.dataset.channel = "c1";
  island.dataset.gid = "0011223344556677";
  island.dataset.offered = "true";
  island.dataset.words = JSON.stringify({ end: "The stream has ended.", intermission: "An intermission.", waits: "Waits.", seconds: "{seconds} s", gone: "Nobody else." });
  island.innerHTML = `
    <section data-slot="notice" hidden>
      <span data-slot="left" hidden></span><p data-slot="why"></p><h2 data-slot="carry-headline"></h2><p data-slot="about"></p><p data-slot="pace"></p>
      <button data-action="stay" hidden></button><button data-action="elsewhere" hidden></button><button data-action="go" hidden></button>
      <a data-slot="link" hidden></a>
    </section>
    <p data-slot="gone" hidden></p>
    <input type="checkbox" data-action="carry-on"><input type="checkbox" data-action="travel-together">
    <p data-slot="passes" hidden></p>`;
  document.body.append(island);
}

const offered = async (handoff: Handoff | undefined): Promise<void> => {
  island.dispatchEvent(new CustomEvent("tb-handoff", { detail: handoff }));
  await vi.advanceTimersByTimeAsync(0);
};

const click = async (action: string): Promise<void> => {
  island.querySelector<HTMLElement>(`[data-action=${action}]`)?.click();
  await vi.advanceTimersByTimeAsync(0);
};

const passes = (seconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(seconds * 1_000);
const text = (name: string): string => island.querySelector(`[data-slot=${name}]`)?.textContent ?? "";
const isShown = (selector: string): boolean => !(island.querySelector<HTMLElement>(selector)?.hidden ?? true);
const steps = (): string[] => said.map(({ step }) => step ?? "");

describe("an offer", () => {
  it("is joined once, and shown", async () => {
    open();
    await offered(END);
    await offered(END);
    expect(steps()).toEqual(["join"]);
    expect(said[0]?.random).toMatch(/^[0-9a-f]{16}$/);
    expect(text("carry-headline")).toBe("Kiln");
    expect(text("about")).toBe("Glaze tests · kiln.example · English");
    expect(text("pace")).toBe("Waits.");
    expect(isShown("[data-slot=notice]")).toBe(true);
  });

  it("is joined again with its next word where the first time failed", async () => {
    failing = "join";
    open();
    await offered(END);
    expect(isShown("[data-slot=notice]")).toBe(false);
    await passes(30);
    expect(steps()).toEqual(["join"]);
    failing = "";
    await offered(END);
    expect(steps()).toEqual(["join", "join"]);
    expect(isShown("[data-slot=notice]")).toBe(true);
  });

  it("is not left because of one before it that fails late", async () => {
    let fail: (reason: Error) => void = () => undefined;
    const usual = fetch;
    vi.stubGlobal("fetch", () => new Promise((_resolve, reject) => (fail = reject)));
    open();
    await offered(END);
    vi.stubGlobal("fetch", usual);
    await offered({ number: 2, kind: "intermission" });
    fail(new TypeError("no connection"));
    await offered({ number: 2, kind: "intermission" });
    expect(steps()).toEqual(["join"]);
  });

  it("is gone with what it showed when it is taken back", async () => {
    open();
    await offered(END);
    await offered(undefined);
    expect(isShown("[data-slot=notice]")).toBe(false);
    await passes(60);
    expect(steps()).toEqual(["join"]);
  });

  it("waits while somebody is looked for", async () => {
    answers = [SEARCHING, FOUND];
    open();
    await offered(END);
    expect(isShown("[data-slot=notice]")).toBe(false);
    await passes(1);
    expect(said[1]).toEqual({ step: "look", place: "p1" });
    expect(isShown("[data-slot=notice]")).toBe(true);
  });
});

describe("whoever stays", () => {
  it("is left alone, also by an answer that was on its way", async () => {
    open();
    await offered(END);
    let tell: (answer: unknown) => void = () => undefined;
    const usual = fetch;
    vi.stubGlobal("fetch", () => new Promise((resolve) => (tell = resolve)));
    await passes(5);
    vi.stubGlobal("fetch", usual);
    answers = [{ state: "nowhere" }];
    await click("stay");
    tell({ ok: true, json: () => Promise.resolve(FOUND) });
    await passes(60);
    expect(steps()).toEqual(["join", "stay"]);
    expect(isShown("[data-slot=notice]")).toBe(false);
    expect(isShown("[data-slot=gone]")).toBe(false);
    await offered(END);
    expect(steps()).toEqual(["join", "stay"]);
  });
});

describe("a link", () => {
  it("has no seconds, and nothing but itself and staying", async () => {
    localStorage.setItem("carry-on", "on");
    answers = [{ state: "link", place: "p1", next: { ...KILN, marked: true } }];
    open();
    await offered(END);
    await passes(60);
    expect(island.querySelector("a")?.href).toBe(KILN.page);
    expect(["stay", "elsewhere", "go"].filter((action) => isShown(`[data-action=${action}]`))).toEqual(["stay"]);
    expect(isShown("[data-slot=link]")).toBe(true);
    expect(isShown("[data-slot=left]")).toBe(false);
    expect(text("pace")).toBe("");
    expect(steps()).toEqual(["join"]);
  });
});

describe("a place that is gone", () => {
  it("is replaced by another", async () => {
    answers = [FOUND, { state: "found", next: { ...KILN, team: "Raku", gid: "ffff000000000000" } }];
    open();
    await offered(END);
    await click("go");
    expect(isShown("[data-slot=notice]")).toBe(false);
    await passes(1);
    expect(text("carry-headline")).toBe("Raku");
  });

  it("is said to be gone where there is no other", async () => {
    answers = [FOUND, { state: "nowhere" }];
    open();
    await offered(END);
    await click("go");
    await passes(1);
    expect(isShown("[data-slot=notice]")).toBe(false);
    expect(text("gone")).toBe("Nobody else.");
    expect(isShown("[data-slot=gone]")).toBe(true);
  });

  it("is not spoken of to somebody who was shown none", async () => {
    answers = [{ state: "nowhere" }];
    open();
    await offered(END);
    expect(isShown("[data-slot=gone]")).toBe(false);
  });
});

describe("a page that was asked to carry on", () => {
  const go: Travel = { state: "go", page: "https://kiln.example/@kiln/ines?arrive=t" };

  it("goes after twenty seconds, and takes the voyage along", async () => {
    open();
    await offered(END);
    island.querySelector<HTMLInputElement>("[data-action=carry-on]")?.click();
    expect(localStorage.getItem("carry-on")).toBe("on");
    await passes(19);
    ticket = go;
    expect(steps()).not.toContain("go");
    await passes(1);
    expect(assign).toHaveBeenCalledExactlyOnceWith(`${go.page}#voyage=00112233&hops=1`);
  });

  it("counts its seconds anew where the way there failed", async () => {
    localStorage.setItem("carry-on", "on");
    open();
    await offered(END);
    failing = "go";
    await passes(20);
    expect(steps()).toContain("go");
    await passes(5);
    expect(text("left")).toBe("20");
    await passes(19);
    expect(assign).not.toHaveBeenCalled();
    failing = "";
    ticket = go;
    await passes(1);
    expect(assign).toHaveBeenCalledOnce();
  });

  it("waits for a click after three hops, also when it was reloaded", async () => {
    localStorage.setItem("carry-on", "on");
    history.replaceState({ player: 1 }, "", `${location.pathname}?arrive=t#voyage=00aabbcc&hops=3`);
    open();
    expect(location.search + location.hash).toBe("");
    island.remove();
    open();
    await offered(END);
    expect(text("pace")).toBe("Waits.");
    ticket = go;
    await click("go");
    expect(assign).toHaveBeenCalledExactlyOnceWith(`${go.page}#voyage=00aabbcc.00112233&hops=0`);
    expect(history.state).toMatchObject({ player: 1 });
  });
});

describe("a team that is passed over", () => {
  it.each(["it was visited before", "its marks are hidden here"])("because %s, is not shown, nor another after five", async (why) => {
    if (why.startsWith("it was")) {
      history.replaceState(null, "", `${location.pathname}#voyage=5a0c91d2&hops=0`);
    } else {
      hideNotes(["flashing"]);
      answers = [{ ...FOUND, next: { ...KILN, labels: ["flashing"] } }];
    }
    open();
    await offered(END);
    await passes(1);
    expect(steps()).toEqual(["join", ...Array.from({ length: 5 }, () => "elsewhere"), "stay"]);
    expect(isShown("[data-slot=notice]")).toBe(false);
  });
});
