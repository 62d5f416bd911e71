// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from "vitest";

import { Days } from "../../main/ts/directory/days";

/** By the clock of whoever runs this: so it holds in each zone. */
const lateToday = new Date(2026, 10, 28, 23, 30);
const earlyTomorrow = new Date(2026, 10, 29, 0, 30);
const noonTomorrow = new Date(2026, 10, 29, 12, 0);

function start(place: number, name: string, at: Date): string {
  return `<li data-place="${place}"><time datetime="${at.toISOString()}"></time><b>${name}</b></li>`;
}

function day(...starts: string[]): string {
  return `<section><h2 data-day>a day of UTC</h2><ul>${starts.join("")}</ul></section>`;
}

function shown(html: string): { element: Days; days: string[][] } {
  document.documentElement.lang = "en";
  const element = new Days();
  element.dataset.words = JSON.stringify({ zone: "Your time, {zone}" });
  element.innerHTML = `<p data-zone>UTC</p>${html}`;
  document.body.replaceChildren(element);
  const days = [...element.querySelectorAll("section")].map((section) =>
    [...section.querySelectorAll("h2, b")].map((text) => text.textContent ?? ""),
  );
  return { element, days };
}

it("puts what begins under the visitor's own days, in the order of the draw", () => {
  const { days } = shown(
    day(start(1, "owl", noonTomorrow), start(3, "eel", lateToday)) + day(start(0, "newt", lateToday), start(2, "wren", earlyTomorrow)),
  );
  expect(days).toEqual([
    ["Saturday, November 28", "newt", "eel"],
    ["Sunday, November 29", "owl", "wren"],
  ]);
});

it("says whose time it is", () => {
  const { element } = shown(day(start(0, "owl", lateToday)));
  expect(element.querySelector("[data-zone]")?.textContent).toBe(
    `Your time, ${new Intl.DateTimeFormat().resolvedOptions().timeZone}`,
  );
});

it("leaves a page alone on which nothing begins", () => {
  expect(shown("").element.querySelector("[data-zone]")?.textContent).toBe("UTC");
});
