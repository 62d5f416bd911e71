// SPDX-License-Identifier: AGPL-3.0-or-later
const FIRST_MILLIS = 500;
const NEXT_MILLIS = 1_000;
/** A node that was killed is back within so many of them, and its viewers look at a picture that stands. */
const QUICK_TRIES = 30;
const GENTLE_MILLIS = 5_000;

/** How long to wait before the next try: quickly while a node may be starting again, then gently. */
export class Backoff {
  private failures = 0;

  next(): number {
    const failed = this.failures++;
    if (failed === 0) {
      return FIRST_MILLIS;
    }
    return failed < QUICK_TRIES ? NEXT_MILLIS : GENTLE_MILLIS;
  }

  reset(): void {
    this.failures = 0;
  }
}
