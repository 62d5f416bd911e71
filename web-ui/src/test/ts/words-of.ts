// SPDX-License-Identifier: AGPL-3.0-or-later
import { Words } from "../../main/ts/words";

/** Words of an island that says these. */
export function wordsOf(patterns: Record<string, string>): Words {
  const island = document.createElement("div");
  island.dataset.words = JSON.stringify(patterns);
  return Words.of(island);
}
