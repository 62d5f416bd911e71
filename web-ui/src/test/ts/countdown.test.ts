// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Countdown } from "../../main/ts/travel/countdown";

const told: number[] = [];
const over = vi.fn();
let notice: HTMLElement;
let countdown: Countdown;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  over.mockClear();
  notice = document.createElement("section");
  notice.innerHTML = "<button>Stay</button>";
  document.body.replaceChildren(notice);
  countdown = new Countdown((seconds) => told.push(seconds), over);
  countdown.watch(notice);
  countdown.start();
});

afterEach(() => {
  countdown.stop();
  vi.useRealTimers();
});

const pointer = (type: string, movementX: number): boolean =>
  notice.dispatchEvent(Object.assign(new Event(type), { movementX, movementY: 0 }));

it("is over after twenty seconds, once", () => {
  vi.advanceTimersByTime(19_000);
  expect(over).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(over).toHaveBeenCalledOnce();
  expect(told).toEqual(Array.from({ length: 21 }, (_, passed) => 20 - passed));
});

it("stands while somebody points at the notice", () => {
  pointer("pointermove", 3);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([20]);
  pointer("pointerleave", 3);
  vi.advanceTimersByTime(20_000);
  expect(over).toHaveBeenCalledOnce();
});

it("goes on under a pointer that rested where the notice appeared", () => {
  pointer("pointermove", 0);
  vi.advanceTimersByTime(20_000);
  expect(over).toHaveBeenCalledOnce();
});

it("stands while the notice has the focus", () => {
  notice.querySelector("button")?.focus();
  vi.advanceTimersByTime(60_000);
  expect(over).not.toHaveBeenCalled();
});

it("is never over for who stays", () => {
  countdown.stop();
  vi.advanceTimersByTime(60_000);
  expect(over).not.toHaveBeenCalled();
});
