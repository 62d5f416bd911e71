// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Health, State } from "../api";
import type { Words } from "../words";
import { written } from "./figures";

/** What is said, and what is to be done; cause and fix are empty where there is nothing to do. */
export interface Said {
  headline: string;
  cause: string;
  fix: string;
}

const NOTHING_TO_FIX = new Set(["good", "dipped", "measuring"]);

/** The node judges; this finds the words. The Java class `HealthWords` says the same. */
export function verdictOf(state: State, health: Health | undefined, words: Words): Said {
  const verdict = health?.verdict;
  if (!verdict || !speaks(state, verdict.level)) {
    return { headline: words.say(`verdict-${state}`), cause: "", fix: "" };
  }
  const headline = words.say(`verdict-${verdict.kind}`);
  return NOTHING_TO_FIX.has(verdict.kind)
    ? { headline, cause: "", fix: "" }
    : {
        headline,
        cause: words.say(`cause-${verdict.kind}`, written(verdict.values)),
        fix: words.say(`fix-${verdict.kind}`),
      };
}

/** Before the first picture only what keeps it away is worth saying. */
function speaks(state: State, level: string): boolean {
  return state === "live" || (state === "connecting" && level === "fix");
}
