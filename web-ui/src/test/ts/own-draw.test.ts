// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, expect, it } from "vitest";

import { OwnDraw } from "../../main/ts/directory/own-draw";
import { minuteToStay, nonce, stayWith } from "../../main/ts/directory/session";

const minute = "2026-11-22T19:04Z";
const later = 1_000_000;

beforeEach(() => sessionStorage.clear());

function island(): OwnDraw {
  const element = new OwnDraw();
  element.innerHTML = `<div data-part="facts"></div><div data-part="cards"><span>…</span></div>
    <p data-part="failed" hidden><a href="/directory">The house</a></p>`;
  document.body.replaceChildren(element);
  return element;
}

function answer(): Document {
  const page = document.implementation.createHTMLDocument();
  page.body.innerHTML = `<tb-draw><div data-part="facts"><b>7f3a</b></div><div data-part="cards" data-minute="${minute}">
    <ul><li>Kiln</li></ul></div><p data-part="failed" hidden>no</p></tb-draw>`;
  return page;
}

it("throws 16 random bytes, once for a visit", () => {
  expect(nonce()).toMatch(/^[0-9a-f]{32}$/);
  expect(nonce()).toBe(nonce());
  const first = nonce();
  sessionStorage.clear();
  expect(nonce()).not.toBe(first);
});

it("asks with its own dice and shows what comes", async () => {
  const element = island();
  let asked = "";
  await element.deal((address) => {
    asked = address;
    return Promise.resolve(answer());
  });
  expect(new URL(asked).searchParams.get("n")).toBe(nonce());
  expect(element.querySelector("[data-part=cards]")?.textContent?.trim()).toBe("Kiln");
  expect(element.querySelector("[data-part=facts]")?.textContent).toBe("7f3a");
  expect(element.querySelector<HTMLElement>("[data-part=failed]")?.hidden).toBe(true);
});

it("leads to the draw of the house when its own does not come", async () => {
  const element = island();
  await element.deal(() => Promise.reject(new Error("away")));
  expect(element.querySelector<HTMLElement>("[data-part=failed]")?.hidden).toBe(false);
  expect(new URL(element.querySelector("a")?.href ?? "").searchParams.get("n")).toBe("0".repeat(32));
  expect(element.querySelector("[data-part=cards]")?.childElementCount).toBe(0);
});

it("says what its own draw says when that finds nobody", async () => {
  const element = island();
  const page = document.implementation.createHTMLDocument();
  page.body.innerHTML = `<tb-draw><div data-part="cards"><h3>Nobody found</h3></div></tb-draw>`;
  await element.deal(() => Promise.resolve(page));
  expect(element.querySelector("[data-part=cards]")?.textContent).toBe("Nobody found");
  expect(element.querySelector<HTMLElement>("[data-part=failed]")?.hidden).toBe(true);
});

it("does not leave frames where a page comes that has no cards", async () => {
  const element = island();
  await element.deal(() => Promise.resolve(document.implementation.createHTMLDocument()));
  expect(element.querySelector("[data-part=cards]")?.childElementCount).toBe(0);
  expect(element.querySelector<HTMLElement>("[data-part=failed]")?.hidden).toBe(false);
});

it("stays with its snapshot for ten minutes, or until it is loaded again", () => {
  expect(minuteToStay(later, false)).toBeUndefined();
  stayWith(minute, later);
  stayWith(minute, later + 590_000);
  expect(minuteToStay(later + 599_000, false)).toBe(minute);
  expect(minuteToStay(later + 600_000, false)).toBeUndefined();
  stayWith(minute, later);
  expect(minuteToStay(later + 1, true)).toBeUndefined();
});
