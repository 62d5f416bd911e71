// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Handoff, Travel, TravelNext, TravelWish } from "../api";
import { post } from "../api";
import { hiddenNotes, isHidden } from "../hidden-notes";
import { show, slot, write } from "../slots";
import { Words } from "../words";
import { CarryNotice } from "./carry-notice";
import { Choices } from "./choices";
import { Countdown } from "./countdown";
import { leave, mayGoByItself, openVoyage, type Voyage, wasThere, writeVoyage } from "./voyage";

const LOOK_MILLIS = 1_000;
const LOOK_AGAIN_MILLIS = 5_000;
/** A viewer who was everywhere is not shown the whole river. */
const MOST_ELSEWHERE = 5;

/** `tb-carry`: the way that is offered when a stream ends, or when the host says so. Nobody travels who did not choose to. */
export class Carry extends HTMLElement {
  private readonly notice = new CarryNotice(this);
  private readonly choices = new Choices();
  private readonly countdown = new Countdown((seconds) => this.notice.tick(seconds), () => void this.go(true));
  private voyage: Voyage = { visited: [], hops: 0 };
  /** Number of the offer that was joined; 0 while none is. */
  private offer = 0;
  private place = "";
  private elsewhere = 0;
  private timer = 0;
  /** What the notice shows. */
  private next: TravelNext | undefined;
  /** Whether it has shown a place of this offer. */
  private shown = false;
  /** Whether nobody clicked for the travel that is asked for. */
  private byItself = false;

  connectedCallback(): void {
    this.hide();
    this.voyage = openVoyage();
    this.countdown.watch(slot(this, "notice"));
    this.choices.watch(this, () => this.pace());
    this.tellWhatIsPassedOver();
    this.on("stay", () => void this.stay());
    this.on("elsewhere", () => void this.another());
    this.on("go", () => void this.go(false));
    this.addEventListener("tb-handoff", this.onHandoff);
  }

  disconnectedCallback(): void {
    this.removeEventListener("tb-handoff", this.onHandoff);
    clearTimeout(this.timer);
    this.countdown.stop();
  }

  private tellWhatIsPassedOver(): void {
    const notes = hiddenNotes();
    write(this, "passes", Words.of(this).say("passes", { labels: notes.join(", ") }));
    show(this, "passes", notes.length > 0 && this.dataset.offered === "true");
  }

  private on(action: string, deed: () => void): void {
    this.querySelector(`[data-action=${action}]`)?.addEventListener("click", deed);
  }

  /** Told again and again while a way is offered. */
  private readonly onHandoff = (event: Event): void => {
    const handoff = (event as CustomEvent<Handoff | undefined>).detail;
    if (!handoff) {
      this.rest();
    } else if (handoff.number !== this.offer) {
      this.rest();
      this.offer = handoff.number;
      this.elsewhere = 0;
      void this.ask({ step: "join", random: random(), together: this.choices.together });
    }
  };

  /** Nothing is offered any more. */
  private rest(): void {
    this.offer = 0;
    this.place = "";
    this.shown = false;
    this.withdraw();
    clearTimeout(this.timer);
    show(this, "gone", false);
    this.hide();
  }

  /** What was shown is not shown any more. */
  private withdraw(): void {
    this.next = undefined;
    this.countdown.stop();
    this.notice.close();
  }

  /** What is offered only by a host's choice takes no room before. */
  private hide(): void {
    this.hidden = this.dataset.offered !== "true";
  }

  private async ask(wish: TravelWish): Promise<void> {
    const { offer, place } = this;
    const isCurrent = (): boolean => offer === this.offer && place === this.place;
    try {
      const answer = await this.say(wish);
      if (isCurrent()) {
        this.hear(answer);
      }
    } catch {
      if (isCurrent()) {
        this.tryAgain(wish);
      }
    }
  }

  private say(wish: TravelWish): Promise<Travel> {
    return post(`/api/v1/channels/${this.dataset.channel}/travel`, wish);
  }

  private tryAgain(wish: TravelWish): void {
    if (wish.step === "join") {
      // The next word of this offer finds a page that has not joined it.
      this.offer = 0;
    } else {
      if (wish.step === "go") {
        // It is shown anew, with all its seconds.
        this.next = undefined;
      }
      this.later(LOOK_AGAIN_MILLIS);
    }
  }

  private hear(answer: Travel): void {
    this.place = answer.place ?? this.place;
    switch (answer.state) {
      case "searching":
        this.withdraw();
        this.later(LOOK_MILLIS);
        break;
      case "found":
        this.found(answer.next);
        break;
      case "link":
        this.linked(answer.next);
        break;
      case "go":
        this.travel(answer.page);
        break;
      case "nowhere":
        this.nowhere();
        break;
    }
  }

  private found(next: TravelNext | undefined): void {
    if (!next) {
      return;
    }
    if (isHidden(next.labels) || wasThere(this.voyage, next.gid)) {
      void (this.elsewhere < MOST_ELSEWHERE ? this.another() : this.stay());
      return;
    }
    if (next.gid !== this.next?.gid) {
      this.next = next;
      this.shown = true;
      this.notice.offer(next);
      this.pace();
    }
    this.later(LOOK_AGAIN_MILLIS);
  }

  private linked(next: TravelNext | undefined): void {
    this.countdown.stop();
    if (next && !isHidden(next.labels)) {
      this.notice.link(next);
    }
  }

  private nowhere(): void {
    this.withdraw();
    if (this.shown) {
      this.notice.gone();
    }
  }

  private later(millis: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask({ step: "look", place: this.place }), millis);
  }

  /** Whether seconds pass, or it waits for a click. */
  private pace(): void {
    if (!this.next) {
      return;
    }
    const goes = mayGoByItself({
      carryOn: this.choices.carryOn,
      embedded: window.top !== window.self,
      hidden: document.hidden,
      reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
      marked: this.next.marked,
      hops: this.voyage.hops,
    });
    if (goes) {
      this.countdown.start();
    } else {
      this.countdown.stop();
      this.notice.waits();
    }
  }

  private async stay(): Promise<void> {
    const { offer, place } = this;
    this.rest();
    // Joined and left: it is not joined again.
    this.offer = offer;
    // Places that nobody uses are free after some minutes, also where this is not heard.
    await this.say({ step: "stay", place }).catch(() => undefined);
  }

  private async another(): Promise<void> {
    this.elsewhere += 1;
    this.withdraw();
    await this.ask({ step: "elsewhere", place: this.place });
  }

  private async go(byItself: boolean): Promise<void> {
    this.byItself = byItself;
    this.countdown.stop();
    await this.ask({ step: "go", place: this.place });
  }

  private travel(page: string | undefined): void {
    if (page) {
      location.assign(page + writeVoyage(leave(this.voyage, this.dataset.gid ?? "", this.byItself)));
    }
  }
}

/** Eight bytes that nobody else decides. */
function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

customElements.define("tb-carry", Carry);
