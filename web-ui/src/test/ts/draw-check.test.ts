// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, expect, it, vi } from "vitest";

import { DrawCheck } from "../../main/ts/directory/draw-check";
import fixture from "./fair-turn.json";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What the island says once the button was pressed. */
async function said(receipt: string, key: string | undefined, answers: Record<string, string>): Promise<string> {
  vi.stubGlobal("fetch", (path: string) =>
    Promise.resolve(new Response(answers[path] ?? "", { status: path in answers ? 200 : 404 })),
  );
  const element = new DrawCheck();
  element.dataset.receipt = receipt;
  if (key !== undefined) {
    element.dataset.key = key;
  }
  element.dataset.words = JSON.stringify({ agrees: "All {places} agree." });
  element.innerHTML = `<button hidden></button><p role="status" hidden></p>`;
  document.body.replaceChildren(element);
  const button = element.querySelector("button") as HTMLButtonElement;
  expect(button.hidden).toBe(false);
  button.click();
  const status = element.querySelector<HTMLElement>("[role=status]");
  await vi.waitFor(() => expect(status?.hidden).toBe(false));
  return status?.textContent ?? "";
}

const receipt = fixture.receipts[0] ?? "";
const snapshotPath = "/directory/snapshots/2026-11-22T19:04Z";
const published = { [snapshotPath]: fixture.snapshot, "/directory/keys/2026-11-22": JSON.stringify({ key: fixture.key }) };

it("says that a page agrees, with the key that the page brings or that is published", async () => {
  expect(await said(receipt, fixture.key, { [snapshotPath]: fixture.snapshot })).toBe("All 24 agree.");
  expect(await said(receipt, undefined, published)).toBe("All 24 agree.");
});

it("says why it cannot draw", async () => {
  expect(await said("{}", fixture.key, published)).toBe("unreadable");
  const promised = { ...published, "/directory/keys/2026-11-22": JSON.stringify({ commitment: "9f86" }) };
  expect(await said(receipt, undefined, promised)).toBe("kept");
  expect(await said(receipt, undefined, { [snapshotPath]: fixture.snapshot })).toBe("kept");
  expect(await said(receipt, fixture.key, {})).toBe("unreachable");
  vi.stubGlobal("crypto", {});
  expect(await said(receipt, fixture.key, published)).toBe("no-crypto");
});

it("says that a page was not drawn as it should have been", async () => {
  expect(await said(receipt.replace('"page":1', '"page":2'), fixture.key, published)).toBe("differs");
  expect(await said(receipt, "00".repeat(32), published)).toBe("other-key");
});
