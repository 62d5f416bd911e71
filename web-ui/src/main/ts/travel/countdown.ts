// SPDX-License-Identifier: AGPL-3.0-or-later
const TICK_MILLIS = 1_000;

/** Twenty seconds that stop while somebody points at the notice, has it focused, or looks elsewhere (WCAG 2.2.1). */
export class Countdown {
  static readonly SECONDS = 20;

  private left = 0;
  private timer = 0;

  constructor(
    private readonly notice: () => Element | null,
    private readonly tell: (seconds: number) => void,
    private readonly over: () => void,
  ) {}

  start(): void {
    this.stop();
    this.left = Countdown.SECONDS;
    this.tell(this.left);
    this.timer = window.setInterval(() => this.tick(), TICK_MILLIS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    if (document.hidden || this.notice()?.matches(":hover, :focus-within")) {
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
