// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, describe, expect, it } from "vitest";

import { delayMillis, edgeLabel, edgeText } from "../../main/ts/player/delay";
import { wordsOf } from "./words-of";

const unchecked = { offsetMillis: 0, checked: false };
const words = wordsOf({
  edge: "Live · {seconds} s",
  "edge-about": "Live · about {seconds} s",
  "edge-plain": "Live",
  "edge-label": "{text}. Jump to the live edge.",
});

beforeEach(() => {
  document.documentElement.lang = "en";
});

describe("the delay", () => {
  it("is the node's now minus the moment the picture reached it", () => {
    expect(delayMillis(10_000, 8_800, unchecked)).toBe(1_200);
  });

  it("corrects a clock of the viewer that is wrong", () => {
    expect(delayMillis(10_000, 12_000, { offsetMillis: 3_200, checked: true })).toBe(1_200);
  });

  it.each([
    ["nothing is known", undefined],
    ["the stream has no date", Number.NaN],
    ["the picture comes from the future", 10_001],
    ["it is a minute or more", -50_000],
  ])("is not shown when %s", (_, picture) => {
    expect(delayMillis(10_000, picture, unchecked)).toBeUndefined();
  });

  it("is shown just below a minute", () => {
    expect(delayMillis(60_000, 1, unchecked)).toBe(59_999);
  });
});

describe("the live-edge button", () => {
  it("says seconds with one digit, and 'about' before clocks were compared", () => {
    expect(edgeText(words, 1_234, true)).toBe("Live · 1.2 s");
    expect(edgeText(words, 1_234, false)).toBe("Live · about 1.2 s");
    expect(edgeText(words, undefined, true)).toBe("Live");
  });

  it("is named by what it says and what it does", () => {
    expect(edgeLabel(words, "Live · 3.1 s")).toBe("Live · 3.1 s. Jump to the live edge.");
  });
});
