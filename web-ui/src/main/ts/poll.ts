// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Asks again and again, never twice at once, and not while the page is hidden: a tab in the background costs the node
 * nothing. `round` says how many milliseconds to wait until the next time.
 */
export class Poll {
  private timer = 0;
  private running = false;

  constructor(private readonly round: () => Promise<number>) {}

  start(): void {
    this.running = true;
    document.addEventListener("visibilitychange", this.onVisibility);
    void this.next();
  }

  stop(): void {
    this.running = false;
    document.removeEventListener("visibilitychange", this.onVisibility);
    clearTimeout(this.timer);
  }

  private readonly onVisibility = (): void => {
    if (!document.hidden) {
      clearTimeout(this.timer);
      void this.next();
    }
  };

  private async next(): Promise<void> {
    const wait = await this.round();
    if (this.running && !document.hidden) {
      clearTimeout(this.timer);
      // A tenth of chance, so that a thousand viewers do not ask in the same moment.
      this.timer = window.setTimeout(() => void this.next(), wait * (0.95 + Math.random() * 0.1));
    }
  }
}
