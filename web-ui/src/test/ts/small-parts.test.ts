// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it, vi } from "vitest";

import { duration } from "../../main/ts/duration";
import { NodeClock } from "../../main/ts/node-clock";
import { Backoff } from "../../main/ts/player/backoff";
import { Poll } from "../../main/ts/poll";
import { nextTheme } from "../../main/ts/theme-switch";
import { wordsOf } from "./words-of";

describe("time on air", () => {
  it.each([
    [0, "0:00"],
    [-5_000, "0:00"],
    [247_000, "4:07"],
    [6_127_999, "1:42:07"],
    [360_000_000, "100:00:00"],
  ])("%i ms is %s", (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });
});

describe("the node's clock", () => {
  it("is unchecked before the first answer", () => {
    expect(new NodeClock().reading()).toEqual({ offsetMillis: 0, checked: false });
  });

  it("trusts the quickest answer", () => {
    const clock = new NodeClock();
    clock.check("1970-01-01T00:00:10.000Z", 1_000, 1_100);
    expect(clock.reading()).toEqual({ offsetMillis: 8_950, checked: true });
    clock.check("1970-01-01T00:00:20.000Z", 2_000, 4_000);
    expect(clock.reading().offsetMillis).toBe(8_950);
    clock.check("1970-01-01T00:00:20.000Z", 11_000, 11_020);
    expect(clock.reading().offsetMillis).toBe(8_990);
  });

  it("ignores an answer without a time", () => {
    const clock = new NodeClock();
    clock.check("", 1_000, 1_001);
    expect(clock.reading().checked).toBe(false);
  });
});

describe("trying again", () => {
  it("is quick for half a minute, then gentle, and starts over after a success", () => {
    const backoff = new Backoff();
    const waits = Array.from({ length: 32 }, () => backoff.next());
    expect(waits).toEqual([500, ...Array<number>(29).fill(1_000), 5_000, 5_000]);
    backoff.reset();
    expect(backoff.next()).toBe(500);
  });
});

describe("the theme switch", () => {
  it("goes round: system, light, dark", () => {
    expect([nextTheme("system"), nextTheme("light"), nextTheme("dark")]).toEqual(["light", "dark", "system"]);
  });
});

describe("polling", () => {
  it("never asks twice at once", async () => {
    let answer = (): void => undefined;
    const round = vi.fn(() => new Promise<number>((resolve) => (answer = () => resolve(60_000))));
    const poll = new Poll(round);
    poll.start();
    void poll.ask();
    expect(round).toHaveBeenCalledTimes(1);
    answer();
    await Promise.resolve();
    await Promise.resolve();
    void poll.ask();
    expect(round).toHaveBeenCalledTimes(2);
    poll.stop();
  });
});

describe("words", () => {
  it("fill in what they are given and leave the rest to be seen", () => {
    expect(wordsOf({ a: "{x} and {y}" }).say("a", { x: "1" })).toBe("1 and {y}");
    expect(wordsOf({}).say("missing")).toBe("missing");
  });
});
