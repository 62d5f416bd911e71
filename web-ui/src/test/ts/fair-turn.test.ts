// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from "vitest";

import { lot, mix64, order } from "../../main/ts/directory/fair-turn";
import type { Group } from "../../main/ts/directory/fair-turn";
import { parseReceipt, recount } from "../../main/ts/directory/recount";
import type { Receipt } from "../../main/ts/directory/recount";
// Made by a program in another language, docs/fairness/recount.py.
import fixture from "./fair-turn.json";

const mask = (1n << 64n) - 1n;

function receipt(index: number): Receipt {
  return parseReceipt(fixture.receipts[index] ?? "") as Receipt;
}

it("takes the logarithm bit by bit", () => {
  expect(lot(0n)).toBe(1n << 38n);
  expect(lot(mask)).toBe(1n);
});

it("agrees with other languages over ten thousand lots", () => {
  let sum = 0n;
  for (let index = 0n; index < 10_000n; index++) {
    sum = (31n * sum + lot(mix64(index))) & mask;
  }
  expect(sum.toString(16)).toBe("46319877dcf5da39");
});

it.each([0, 1, 2, 3])("draws page %i of another program again", async (index) => {
  const shown = receipt(index);
  expect(shown.order.length).toBeGreaterThan(3);
  const agreed = { kind: "agrees", places: shown.order.length };
  expect(await recount(shown, fixture.snapshot, fixture.key)).toEqual(agreed);
});

it("finds the place that was changed", async () => {
  const [first, second, third, ...others] = receipt(2).order as [string, string, string, ...string[]];
  const changed = { ...receipt(2), order: [first, third, second, ...others] };
  expect(await recount(changed, fixture.snapshot, fixture.key)).toEqual({ kind: "differs", place: 2 });
});

it("finds that a place was left out at the end", async () => {
  const changed = { ...receipt(1), order: receipt(1).order.slice(0, -1) };
  expect(await recount(changed, fixture.snapshot, fixture.key)).toEqual({ kind: "differs", place: changed.order.length + 1 });
});

it("knows another snapshot, and another key, from those that were promised", async () => {
  const otherSnapshot = fixture.snapshot.replace('"vouched":true', '"vouched":false');
  expect(await recount(receipt(0), otherSnapshot, fixture.key)).toEqual({ kind: "other-snapshot" });
  expect(await recount(receipt(0), fixture.snapshot, "00".repeat(32))).toEqual({ kind: "other-key" });
});

it("puts those who share a tag first, whatever their lots", () => {
  const groups: Group[] = Array.from({ length: 40 }, (_, index) => ({
    gid: index.toString(16).padStart(16, "0"),
    pools: [{ lang: "en", a: 1, f: 1 << 18 }],
    tags: index < 3 ? ["raku"] : [],
    labels: [],
  }));
  const drawn = order(groups, { languages: [], tags: ["raku"], hidden: [] }, 5n);
  expect(drawn).toHaveLength(40);
  expect(drawn.slice(0, 3).every((gid) => Number.parseInt(gid, 16) < 3)).toBe(true);
});

it.each(["", "{}", '{"signed":{"version":"fairturn/2","order":[],"filter":{}}}', "GIF89a"])("takes %j for no receipt", (text) => {
  expect(parseReceipt(text)).toBeUndefined();
});
