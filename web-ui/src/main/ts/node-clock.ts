// SPDX-License-Identifier: AGPL-3.0-or-later
/** How far this machine's clock is from the node's. */
export interface ClockReading {
  /** Add to `Date.now()` to get the node's time. */
  offsetMillis: number;
  /** Whether it was compared at all; if not, a delay is only "about". */
  checked: boolean;
}

/** Compares clocks by asking and halving the round trip; the quickest answer so far is the truest. */
export class NodeClock {
  private bestRoundTripMillis = Number.POSITIVE_INFINITY;
  private offsetMillis = 0;

  check(nodeNow: string, sentMillis: number, receivedMillis: number): void {
    const node = Date.parse(nodeNow);
    const roundTrip = receivedMillis - sentMillis;
    if (!Number.isNaN(node) && roundTrip <= this.bestRoundTripMillis) {
      this.bestRoundTripMillis = roundTrip;
      this.offsetMillis = node - (sentMillis + roundTrip / 2);
    }
  }

  reading(): ClockReading {
    return { offsetMillis: this.offsetMillis, checked: Number.isFinite(this.bestRoundTripMillis) };
  }
}
