// SPDX-License-Identifier: AGPL-3.0-or-later
const TICK_MILLIS = 1_000;

/** Twenty seconds that stop while somebody points at the notice, has it focused, or looks elsewhere (WCAG 2.2.1). */
export class Countdown {
  static readonly SECONDS = 20;

  private left = 0;
  private timer = 0;
  private notice: HTMLElement | null = null;
  private pointedAt = false;

  constructor(
    private readonly tell: (seconds: number) => void,
    private readonly over: () => void,
  ) {}

  /** What stops it. A pointer points by moving there: one that rested where the notice appeared belongs to who looks at the picture. */
  watch(notice: HTMLElement | null): void {
    this.notice = notice;
    notice?.addEventListener("pointermove", (event) => {
      this.pointedAt ||= event.movementX !== 0 || event.movementY !== 0;
    });
    notice?.addEventListener("pointerleave", () => {
      this.pointedAt = false;
    });
  }

  start(): void {
    this.stop();
    this.left = Countdown.SECONDS;
    this.tell(this.left);
    this.timer = window.setInterval(() => this.tick(), TICK_MILLIS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.pointedAt = false;
  }

  private tick(): void {
    if (document.hidden || this.pointedAt || this.notice?.contains(document.activeElement)) {
      return;
    }
    this.left -= 1;
    this.tell(this.left);
    if (this.left <= 0) {
      this.stop();
      this.over();
    }
  }
}
