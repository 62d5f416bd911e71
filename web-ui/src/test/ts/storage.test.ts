// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { hiddenNotes, hideNotes } from "../../main/ts/hidden-notes";
import { forget, keep, recall } from "../../main/ts/storage";

beforeEach(() => localStorage.clear());
afterEach(() => void vi.unstubAllGlobals());

it("keeps, recalls and forgets", () => {
  expect(recall("theme")).toBe("");
  keep("theme", "dark");
  expect(recall("theme")).toBe("dark");
  forget("theme");
  expect(recall("theme")).toBe("");
});

it("does without where the browser has no memory", () => {
  const denied = (): never => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: denied, setItem: denied, removeItem: denied });
  keep("theme", "dark");
  forget("theme");
  expect(recall("theme")).toBe("");
  hideNotes(["flashing"]);
  expect(hiddenNotes()).toEqual([]);
});
