// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What this browser keeps for the next visit. Frames of other sites and private windows may have no memory: then nothing is kept,
 * and what was chosen holds for as long as the page stays open.
 */

/** What was kept; empty where nothing was, or nothing can be. */
export function recall(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // There is no memory, or none left.
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
