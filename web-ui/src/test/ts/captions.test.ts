// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from "vitest";

import { textOf } from "../../main/ts/player/captions";

describe("captions", () => {
  it("stand row by row, from the top", () => {
    const rows = [
      { line: 90, startTime: 1, text: " slowly" },
      { line: 83, startTime: 1, text: "then you close it " },
    ];
    expect(textOf(rows)).toBe("then you close it\nslowly");
  });

  it("show the newer of two that share a row, and no empty one", () => {
    const rows = [
      { line: 90, startTime: 2, text: "so the belly goes first" },
      { line: 90, startTime: 1, text: "so the belly" },
      { line: 95, startTime: 1, text: " " },
    ];
    expect(textOf(rows)).toBe("so the belly goes first");
  });

  it("are gone when nobody speaks", () => {
    expect(textOf([])).toBe("");
  });
});
