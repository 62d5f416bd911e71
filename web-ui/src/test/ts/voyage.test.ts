// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from "vitest";

import {
  type Circumstances,
  leave,
  mayGoByItself,
  MOST_HOPS,
  MOST_KEPT,
  readVoyage,
  voyageOf,
  wasThere,
  withoutTicket,
  writeVoyage,
} from "../../main/ts/travel/voyage";

const RIVER = "0011223344556677";
const calm: Circumstances = {
  carryOn: true,
  embedded: false,
  hidden: false,
  reducedMotion: false,
  marked: false,
  hops: 0,
};

describe("where a viewer was", () => {
  it("is read as it was written", () => {
    const voyage = leave(readVoyage(""), RIVER, true);
    expect(voyage).toEqual({ visited: ["00112233"], hops: 1 });
    expect(readVoyage(writeVoyage(voyage))).toEqual(voyage);
    expect(wasThere(voyage, RIVER)).toBe(true);
    expect(wasThere(voyage, "ff11223344556677")).toBe(false);
  });

  it("is of teams alone, whatever a stranger writes", () => {
    expect(readVoyage("#voyage=<script>.ABCDEF01.0011223.00112233&hops=-2")).toEqual({ visited: ["00112233"], hops: 0 });
    expect(readVoyage("#hops=nine")).toEqual({ visited: [], hops: 0 });
  });

  it("keeps the last twenty, each once", () => {
    let voyage = readVoyage("");
    for (let number = 0; number < 30; number++) {
      voyage = leave(voyage, number.toString(16).padStart(8, "0") + "00000000", false);
    }
    voyage = leave(voyage, "0000001d00000000", false);
    expect(voyage.visited).toHaveLength(MOST_KEPT);
    expect(voyage.visited.at(-1)).toBe("0000001d");
    expect(new Set(voyage.visited).size).toBe(MOST_KEPT);
  });

  it("begins to count hops anew with a click", () => {
    expect(leave({ visited: [], hops: 2 }, RIVER, false).hops).toBe(0);
    expect(leave({ visited: [], hops: 2 }, RIVER, true).hops).toBe(3);
  });
});

/** Mulberry32: the same numbers each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe("a voyage of many pages", () => {
  it("comes to none of the last twenty teams again, and never goes further by itself than three times", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed);
      const team = (): string => Math.floor(random() * 40).toString(16).padStart(8, "0") + "00000000";
      const track = [team()];
      let fragment = "";
      let alone = 0;
      for (let travels = 0; travels < 60; travels++) {
        const voyage = voyageOf(fragment, null);
        const next = Array.from({ length: 6 }, team).find((one) => one !== track.at(-1) && !wasThere(voyage, one));
        if (!next) {
          break;
        }
        const byItself = random() < 0.7 && mayGoByItself({ ...calm, hops: voyage.hops });
        alone = byItself ? alone + 1 : 0;
        expect(alone).toBeLessThanOrEqual(MOST_HOPS);
        fragment = writeVoyage(leave(voyage, track.at(-1)!, byItself));
        expect(track.slice(-MOST_KEPT - 1)).not.toContain(next);
        track.push(next);
      }
    }
  });
});

describe("a page that is reloaded", () => {
  const fragment = "#voyage=00112233&hops=2";

  it("finds its voyage in the history, as it is not in the address any more", () => {
    expect(voyageOf("", { voyage: fragment })).toEqual({ visited: ["00112233"], hops: 2 });
  });

  it("goes by the address where that has one", () => {
    expect(voyageOf(fragment, { voyage: "#voyage=ffffffff&hops=0" }).visited).toEqual(["00112233"]);
  });

  it.each([null, undefined, {}, { voyage: 7 }, "voyage"])("begins anew with %o", (kept) => {
    expect(voyageOf("#chat", kept)).toEqual({ visited: [], hops: 0 });
  });
});

describe("a page goes by itself", () => {
  it("only for who chose it", () => {
    expect(mayGoByItself(calm)).toBe(true);
    expect(mayGoByItself({ ...calm, carryOn: false })).toBe(false);
  });

  it.each<Partial<Circumstances>>([
    { embedded: true },
    { hidden: true },
    { reducedMotion: true },
    { marked: true },
    { hops: MOST_HOPS },
  ])("never with %o", (change) => {
    expect(mayGoByItself({ ...calm, ...change })).toBe(false);
  });
});

describe("an address", () => {
  it("loses its ticket and its voyage, and nothing else", () => {
    expect(withoutTicket("https://kiln.example/@kiln/ines?arrive=abc&x=1#voyage=00112233&hops=1")).toBe(
      "https://kiln.example/@kiln/ines?x=1",
    );
  });
});
