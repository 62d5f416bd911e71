// SPDX-License-Identifier: AGPL-3.0-or-later
/** Nearer than this hls.js catches up by playing faster; what is farther away it leaves to the viewer. */
const JUMP_SECONDS = 6;
/** A machine that cannot keep up must not jump all the time instead of playing. */
const PAUSE_MILLIS = 10_000;

/** Brings the picture back to the live edge after a stall, unless the viewer chose to be behind. */
export class EdgeKeeper {
  private chosenBehind = false;
  private jumpedMillis = Number.NEGATIVE_INFINITY;

  /** The viewer went to this place. */
  went(behindSeconds: number): void {
    this.chosenBehind = behindSeconds > JUMP_SECONDS;
  }

  /** The viewer paused: where there is a bar, to go on from there; without one, whatever was missed is missed. */
  paused(canRewind: boolean): void {
    this.chosenBehind ||= canRewind;
  }

  /** Whether to go to the edge now. */
  shouldJump(behindSeconds: number, playing: boolean, nowMillis: number): boolean {
    if (this.chosenBehind || !playing || behindSeconds < JUMP_SECONDS || nowMillis - this.jumpedMillis < PAUSE_MILLIS) {
      return false;
    }
    this.jumpedMillis = nowMillis;
    return true;
  }
}
