// SPDX-License-Identifier: AGPL-3.0-or-later
/** What somebody does not want to be shown, by its content notes; known to this browser alone. */

import { keep, recall } from "./storage";

const KEY = "hidden-notes";

export function hideNotes(notes: string[]): void {
  keep(KEY, notes.join(" "));
}

export function hiddenNotes(): string[] {
  return recall(KEY).split(" ").filter((note) => note !== "");
}

export const isHidden = (notes: string[]): boolean => hiddenNotes().some((note) => notes.includes(note));
