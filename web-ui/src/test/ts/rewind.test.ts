// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, describe, expect, it } from "vitest";

import { EdgeKeeper } from "../../main/ts/player/edge-keeper";
import { behind, behindText, canRewind, length, spokenBehind, stepTo } from "../../main/ts/player/rewind";
import type { RewindBar } from "../../main/ts/player/rewind-bar";
import "../../main/ts/player/rewind-bar";
import { wordsOf } from "./words-of";

const words = wordsOf({
  rewind: "Position",
  "rewind-live": "Live",
  "rewind-seconds": "{seconds} s behind",
  "rewind-minutes": "{minutes} min {seconds} s behind",
});

describe("what can be seen again", () => {
  it.each([
    [{ start: 0, edge: 59.9, position: 59 }, false],
    [{ start: 100, edge: 160, position: 159 }, true],
    [undefined, false],
  ])("%o is worth a bar: %s", (range, useful) => {
    expect(canRewind(range)).toBe(useful);
  });

  it("is told from the live edge, within what there is", () => {
    const range = { start: 1_000.4, edge: 2_800.9, position: 2_047 };
    expect(length(range)).toBe(1_800);
    expect(behind(range)).toBe(754);
    expect(behind({ ...range, position: 2_805 })).toBe(0);
    expect(behind({ ...range, position: 3 })).toBe(1_800);
  });

  it.each([
    [0, "", "Live"],
    [9, "", "Live"],
    [10, "−0:10", "10 s behind"],
    [754, "−12:34", "12 min 34 s behind"],
    [3_725, "−1:02:05", "62 min 5 s behind"],
  ])("%i s behind is written %s and spoken %s", (seconds, written, spoken) => {
    expect(behindText(seconds)).toBe(written);
    expect(spokenBehind(words, seconds)).toBe(spoken);
  });

  it.each([
    ["ArrowLeft", 105],
    ["ArrowRight", 95],
    ["PageDown", 160],
    ["PageUp", 40],
    ["Home", 1_800],
    ["End", 0],
    ["x", undefined],
  ])("%s leads from 100 s behind to %s", (key, target) => {
    expect(stepTo(key, 100, 1_800)).toBe(target);
  });

  it("has two ends", () => {
    expect(stepTo("ArrowRight", 3, 1_800)).toBe(0);
    expect(stepTo("PageDown", 1_790, 1_800)).toBe(1_800);
  });
});

describe("the rewind bar", () => {
  afterEach(() => document.body.replaceChildren());

  function bar(): { element: RewindBar; slider: HTMLInputElement; asked: number[] } {
    const element = document.body.appendChild(document.createElement("tb-rewind") as RewindBar);
    const asked: number[] = [];
    element.addEventListener("tb-rewind", (event) => asked.push((event as CustomEvent<number>).detail));
    return { element, slider: element.querySelector("input")!, asked };
  }

  it("hides while there is little to go back to", () => {
    const { element } = bar();
    element.show(words, { start: 0, edge: 30, position: 29 });
    expect(element.hidden).toBe(true);
    element.show(words, { start: 0, edge: 600, position: 599 });
    expect(element.hidden).toBe(false);
  });

  it("is a slider that says where it stands", () => {
    const { element, slider } = bar();
    element.show(words, { start: 0, edge: 600, position: 480 });
    expect(slider.max).toBe("600");
    expect(slider.value).toBe("480");
    expect(slider.getAttribute("aria-label")).toBe("Position");
    expect(slider.getAttribute("aria-valuetext")).toBe("2 min 0 s behind");
    expect(element.querySelector("output")?.value).toBe("−2:00");
  });

  it("asks for a place by keys and by hand", () => {
    const { element, slider, asked } = bar();
    element.show(words, { start: 0, edge: 600, position: 600 });
    slider.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", cancelable: true }));
    slider.value = "100";
    slider.dispatchEvent(new Event("change"));
    expect(asked).toEqual([5, 500]);
  });

  it("stays under the hand that holds it", () => {
    const { element, slider } = bar();
    element.show(words, { start: 0, edge: 600, position: 600 });
    slider.dispatchEvent(new Event("pointerdown"));
    slider.value = "100";
    element.show(words, { start: 0, edge: 601, position: 601 });
    expect(slider.value).toBe("100");
    slider.dispatchEvent(new Event("pointerup"));
    element.show(words, { start: 0, edge: 602, position: 602 });
    expect(slider.value).toBe("602");
  });
});

describe("staying at the edge", () => {
  it("jumps after a stall, but not twice in ten seconds", () => {
    const keeper = new EdgeKeeper();
    expect(keeper.shouldJump(5.9, true, 0)).toBe(false);
    expect(keeper.shouldJump(8, false, 0)).toBe(false);
    expect(keeper.shouldJump(8, true, 0)).toBe(true);
    expect(keeper.shouldJump(8, true, 9_999)).toBe(false);
    expect(keeper.shouldJump(8, true, 10_000)).toBe(true);
  });

  it("leaves those alone who went back, until they return", () => {
    const keeper = new EdgeKeeper();
    keeper.went(120);
    expect(keeper.shouldJump(120, true, 0)).toBe(false);
    keeper.went(0);
    expect(keeper.shouldJump(120, true, 0)).toBe(true);
  });

  it("takes a pause for a wish where one can go on from there", () => {
    const keeper = new EdgeKeeper();
    keeper.paused(false);
    expect(keeper.shouldJump(30, true, 0)).toBe(true);
    keeper.paused(true);
    expect(keeper.shouldJump(30, true, 60_000)).toBe(false);
  });
});
