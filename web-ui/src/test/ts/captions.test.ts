// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from "vitest";

import { moveToNow, textOf } from "../../main/ts/player/captions";

describe("captions", () => {
  it("stand row by row, from the top", () => {
    const rows = [
      { line: 90, startTime: 1, text: " slowly" },
      { line: 83, startTime: 1, text: "then you close it " },
    ];
    expect(textOf(rows)).toBe("then you close it\nslowly");
  });

  it("show the newest screen and no empty row", () => {
    const rows = [
      { line: 90, startTime: 2, text: "so the belly goes first" },
      { line: 83, startTime: 1, text: "so the belly" },
      { line: 95, startTime: 2, text: " " },
    ];
    expect(textOf(rows)).toBe("so the belly goes first");
  });

  it("stand as long as they were meant to when they are known late", () => {
    const screen = [{ startTime: 10, endTime: 13 }];
    moveToNow(screen, 12.5);
    expect(screen).toEqual([{ startTime: 12.5, endTime: 15.5 }]);
  });

  it("wait for their time when they are known early", () => {
    const screen = [{ startTime: 10, endTime: 13 }];
    moveToNow(screen, 8);
    expect(screen).toEqual([{ startTime: 10, endTime: 13 }]);
  });

  it("are gone when nobody speaks", () => {
    expect(textOf([])).toBe("");
  });
});
