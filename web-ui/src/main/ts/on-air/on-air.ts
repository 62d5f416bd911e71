// SPDX-License-Identifier: AGPL-3.0-or-later
import { read, type State, type StudioChannel } from "../api";
import { seconds } from "../player/delay";
import "../player/preview";
import type { Preview } from "../player/preview";
import { Poll } from "../poll";
import { RefusedList } from "../refused";
import { show, slot, write } from "../slots";
import { Words } from "../words";
import { HealthView } from "./health-view";
import { verdictOf } from "./verdict";

const ROUND_MILLIS = 1000;

/** `tb-on-air`: keeps the studio's page true while somebody streams. */
export class OnAir extends HTMLElement {
  private readonly words = Words.of(this);
  private readonly stateWords = Words.of(this, "stateWords");
  private readonly poll = new Poll(() => this.round());
  private readonly refused = new RefusedList(this);
  private readonly health = new HealthView(this, this.words);

  connectedCallback(): void {
    this.preview?.show(this.dataset.state === "live");
    this.poll.start();
  }

  disconnectedCallback(): void {
    this.poll.stop();
  }

  private get preview(): Preview | null {
    return this.querySelector<Preview>("tb-preview");
  }

  private async round(): Promise<number> {
    const sent = Date.now();
    try {
      const channel = await read<StudioChannel>(`/api/v1/studio/channels/${this.dataset.channel}`);
      this.preview?.clock.check(channel.now, sent, Date.now());
      this.show(channel);
    } catch {
      this.preview?.show(undefined);
      write(this, "verdict", this.words.say("verdict-unknown"));
      show(this, "fix", false);
    }
    return ROUND_MILLIS;
  }

  private show(channel: StudioChannel): void {
    this.showState(channel);
    this.showVerdict(channel);
    this.health.show(channel);
    this.showDelay();
    this.refused.show(channel.refused);
  }

  private showState(channel: StudioChannel): void {
    this.dataset.state = channel.state;
    write(this, "state", this.words.say(`state-${channel.state}`));
    write(this, "title", channel.title || (slot(this, "title")?.dataset.fallback ?? ""));
    show(this, "end", isOpen(channel.state));
    const clock = this.querySelector<HTMLElement>("tb-clock");
    if (clock) {
      clock.dataset.since = channel.since ?? "";
    }
    this.showPicture(channel.state);
  }

  private showPicture(state: State): void {
    const frame = this.querySelector<HTMLElement>(".player");
    const name = { name: this.dataset.name ?? "" };
    if (frame) {
      frame.dataset.state = state;
    }
    write(this, "headline", this.stateWords.say(`${state}-headline`, name));
    write(this, "sentence", this.stateWords.say(`${state}-sentence`, name));
    this.preview?.show(state === "live");
  }

  private showVerdict(channel: StudioChannel): void {
    const said = verdictOf(channel.state, channel.health, this.words);
    write(this, "verdict", said.headline);
    write(this, "cause", said.cause);
    write(this, "fix-text", said.fix);
    show(this, "fix", said.cause !== "");
  }

  private showDelay(): void {
    const delay = this.preview?.delayMillis;
    show(this, "later", delay !== undefined);
    write(this, "later", delay === undefined ? "" : this.words.say("later", { seconds: seconds(delay) }));
  }
}

function isOpen(state: State): boolean {
  return state === "live" || state === "connecting" || state === "lost";
}

customElements.define("tb-on-air", OnAir);
