// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Asks again and again, never twice at once, and not while the page is hidden: a tab in the background costs the node
 * nothing. `round` says how many milliseconds to wait until the next time.
 */
export class Poll {
  private timer = 0;
  private running = false;
  private asking = false;

  constructor(private readonly round: () => Promise<number>) {}

  start(): void {
    this.running = true;
    document.addEventListener("visibilitychange", this.onVisibility);
    void this.ask();
  }

  stop(): void {
    this.running = false;
    document.removeEventListener("visibilitychange", this.onVisibility);
    clearTimeout(this.timer);
  }

  /** Asks now instead of later. */
  async ask(): Promise<void> {
    clearTimeout(this.timer);
    if (this.asking) {
      return;
    }
    this.asking = true;
    const wait = await this.round();
    this.asking = false;
    if (this.running && !document.hidden) {
      // A tenth of chance, so that a thousand viewers do not ask in the same moment.
      this.timer = window.setTimeout(() => void this.ask(), wait * (0.95 + Math.random() * 0.1));
    }
  }

  private readonly onVisibility = (): void => {
    if (!document.hidden) {
      void this.ask();
    }
  };
}
