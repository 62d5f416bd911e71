// SPDX-License-Identifier: AGPL-3.0-or-later
const FIRST_MILLIS = 500;
const LONGEST_MILLIS = 5_000;

/** Waits a little longer after each failure in a row, never longer than a viewer would. */
export class Backoff {
  private failures = 0;

  next(): number {
    return Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** this.failures++);
  }

  reset(): void {
    this.failures = 0;
  }
}
