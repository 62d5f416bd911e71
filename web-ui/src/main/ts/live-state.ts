// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChannelState, read, type State } from "./api";
import { NodeClock } from "./node-clock";
import { Poll } from "./poll";
import { slot, write } from "./slots";
import { Words } from "./words";

/** Gently while nothing changes, quickly while something is about to. */
const ROUND_MILLIS: Record<State | "unreachable", number> = {
  live: 10_000,
  off: 8_000,
  ended: 8_000,
  connecting: 1_500,
  lost: 2_000,
  unreachable: 3_000,
};

/** `tb-live-state`: moves the viewer page between live, connecting, lost, ended and off air without a reload. */
export class LiveState extends HTMLElement {
  private readonly poll = new Poll(() => this.round());
  private readonly clock = new NodeClock();

  connectedCallback(): void {
    this.addEventListener("tb-ask", this.onAsk);
    this.poll.start();
  }

  disconnectedCallback(): void {
    this.removeEventListener("tb-ask", this.onAsk);
    this.poll.stop();
  }

  /** The player lost the stream and wants to know why. */
  private readonly onAsk = (): void => {
    void this.poll.ask();
  };

  private async round(): Promise<number> {
    try {
      const sent = Date.now();
      const channel = await read<ChannelState>(`/api/v1/channels/${this.dataset.channel}`);
      this.clock.check(channel.now, sent, Date.now());
      this.show(channel);
      return ROUND_MILLIS[channel.state];
    } catch {
      this.say("unreachable");
      return ROUND_MILLIS.unreachable;
    }
  }

  private show(channel: ChannelState): void {
    const title = slot(this, "title");
    if (title) {
      title.textContent = channel.title || (title.dataset.fallback ?? "");
    }
    const clock = this.querySelector<HTMLElement>("tb-clock");
    if (clock && clock.dataset.since !== channel.since) {
      clock.dataset.since = channel.since ?? "";
    }
    this.say(channel.state);
  }

  private say(state: State | "unreachable"): void {
    const player = this.querySelector<HTMLElement>(".player");
    const words = Words.of(this);
    const name = { name: this.dataset.name ?? "" };
    write(this, "headline", words.say(`${state}-headline`, name));
    write(this, "sentence", words.say(`${state}-sentence`, name));
    if (player && (state !== "unreachable" || player.dataset.stalled !== undefined)) {
      player.dataset.state = state === "unreachable" ? "lost" : state;
    }
    this.querySelector("tb-player")?.dispatchEvent(
      new CustomEvent("tb-state", { detail: { state, clock: this.clock.reading() } }),
    );
  }
}

customElements.define("tb-live-state", LiveState);
