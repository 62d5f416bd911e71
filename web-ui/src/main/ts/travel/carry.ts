// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Handoff, Travel, TravelNext } from "../api";
import { post } from "../api";
import { hiddenNotes, isHidden } from "../hidden-notes";
import { show, slot, write } from "../slots";
import { Words } from "../words";
import { Countdown } from "./countdown";
import { leave, mayGoByItself, readVoyage, type Voyage, wasThere, withoutTicket, writeVoyage } from "./voyage";

const LOOK_MILLIS = 1_000;
const LOOK_AGAIN_MILLIS = 5_000;
/** A viewer who was everywhere is not shown the whole river. */
const MOST_ELSEWHERE = 5;
const CARRY_ON = "carry-on";
const TOGETHER = "travel-together";
const KINDS = ["end", "host", "intermission"];

/** `tb-carry`: the way that is offered when a stream ends, or when the host says so. Nobody travels who did not choose to. */
export class Carry extends HTMLElement {
  private readonly words = Words.of(this);
  private readonly voyage: Voyage = readVoyage(location.hash);
  private readonly countdown = new Countdown((seconds) => this.tick(seconds), () => void this.go(true));
  private offer = 0;
  private place = "";
  private elsewhere = 0;
  private timer = 0;
  private next: TravelNext | undefined;
  /** Whether nobody clicked for the travel that is asked for. */
  private byItself = false;

  connectedCallback(): void {
    this.hide();
    if (location.hash.startsWith("#voyage=") || new URLSearchParams(location.search).has("arrive")) {
      history.replaceState(history.state, "", withoutTicket(location.href));
    }
    this.countdown.watch(slot(this, "notice"));
    this.remember(CARRY_ON, () => this.choose());
    this.remember(TOGETHER, () => undefined);
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

  /** A box that this browser keeps. */
  private remember(name: string, changed: () => void): void {
    const box = this.querySelector<HTMLInputElement>(`[data-action=${name}]`);
    if (box) {
      box.checked = isOn(name);
      box.addEventListener("change", () => {
        localStorage.setItem(name, box.checked ? "on" : "off");
        changed();
      });
    }
  }

  private tellWhatIsPassedOver(): void {
    const notes = hiddenNotes();
    write(this, "passes", this.words.say("passes", { labels: notes.join(", ") }));
    show(this, "passes", notes.length > 0 && this.dataset.offered === "true");
  }

  private on(action: string, deed: () => void): void {
    this.querySelector(`[data-action=${action}]`)?.addEventListener("click", deed);
  }

  private readonly onHandoff = (event: Event): void => {
    const handoff = (event as CustomEvent<Handoff | undefined>).detail;
    if (!handoff) {
      this.rest();
    } else if (handoff.number !== this.offer) {
      this.rest();
      this.offer = handoff.number;
      this.elsewhere = 0;
      void this.step({ step: "join", random: random(), together: isOn(TOGETHER) });
    }
  };

  private choose(): void {
    if (this.next) {
      this.begin(this.next);
    }
  }

  /** Nothing is offered any more. */
  private rest(): void {
    this.offer = 0;
    this.place = "";
    this.next = undefined;
    clearTimeout(this.timer);
    this.countdown.stop();
    show(this, "notice", false);
    this.hide();
  }

  /** What is offered only by a host's choice takes no room before. */
  private hide(): void {
    this.hidden = this.dataset.offered !== "true";
  }

  private async step(wish: Record<string, string | boolean>): Promise<void> {
    const offer = this.offer;
    try {
      const answer = await post<Travel>(`/api/v1/channels/${this.dataset.channel}/travel`, wish);
      if (offer === this.offer) {
        this.hear(answer);
      }
    } catch {
      this.later(LOOK_AGAIN_MILLIS);
    }
  }

  private hear(answer: Travel): void {
    this.place = answer.place ?? this.place;
    switch (answer.state) {
      case "searching":
        this.later(LOOK_MILLIS);
        break;
      case "found":
        this.found(answer.next);
        break;
      case "link":
        if (!isHidden(answer.next?.labels ?? [])) {
          this.showNotice(answer.next, true);
        }
        break;
      case "go":
        this.travel(answer.page);
        break;
      case "nowhere":
        show(this, "notice", false);
        this.countdown.stop();
        break;
    }
  }

  private found(next: TravelNext | undefined): void {
    if (!next) {
      return;
    }
    const unwanted = isHidden(next.labels);
    if ((unwanted || wasThere(this.voyage, next.gid)) && this.elsewhere < MOST_ELSEWHERE) {
      void this.another();
      return;
    }
    if (unwanted) {
      void this.stay();
      return;
    }
    if (next.gid !== this.next?.gid) {
      this.next = next;
      this.showNotice(next, false);
      this.begin(next);
    }
    this.later(LOOK_AGAIN_MILLIS);
  }

  private later(millis: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.step({ step: "look", place: this.place }), millis);
  }

  private showNotice(next: TravelNext | undefined, linkOnly: boolean): void {
    if (!next) {
      return;
    }
    const kind = KINDS.includes(next.kind) ? next.kind : "end";
    write(this, "why", this.words.say(kind, { name: this.dataset.name ?? "" }));
    write(this, "carry-headline", next.team);
    write(this, "about", this.about(next));
    write(this, "pace", linkOnly ? "" : this.words.say("waits"));
    const link = slot(this, "link") as HTMLAnchorElement | null;
    if (link) {
      link.href = next.page;
      link.hidden = !linkOnly;
    }
    for (const action of ["stay", "go", "elsewhere"]) {
      const button = this.querySelector<HTMLElement>(`[data-action=${action}]`);
      if (button) {
        button.hidden = linkOnly && action !== "stay";
      }
    }
    this.hidden = false;
    show(this, "notice", true);
  }

  private about(next: TravelNext): string {
    const names = new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" });
    const languages = next.languages.map((tag) => names.of(tag) ?? tag).join(", ");
    const facts = [next.title, next.host, languages].filter((fact) => fact !== "").join(" · ");
    return next.labels.length > 0 ? `${facts} · ${this.words.say("marked", { labels: next.labels.join(", ") })}` : facts;
  }

  private begin(next: TravelNext): void {
    const goes = mayGoByItself({
      carryOn: isOn(CARRY_ON),
      embedded: window.top !== window.self,
      hidden: document.hidden,
      reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
      marked: next.marked,
      hops: this.voyage.hops,
    });
    if (goes) {
      this.countdown.start();
    } else {
      this.countdown.stop();
      show(this, "left", false);
      write(this, "pace", this.words.say("waits"));
    }
  }

  private tick(seconds: number): void {
    show(this, "left", true);
    write(this, "left", String(seconds));
    // Told once: who listens to it read aloud need not hear every number.
    if (seconds === Countdown.SECONDS) {
      write(this, "pace", this.words.say("seconds", { seconds: String(seconds) }));
    }
  }

  private async stay(): Promise<void> {
    const place = this.place;
    const offer = this.offer;
    this.rest();
    this.offer = offer;
    await this.step({ step: "stay", place });
  }

  private async another(): Promise<void> {
    this.elsewhere += 1;
    this.next = undefined;
    this.countdown.stop();
    show(this, "notice", false);
    await this.step({ step: "elsewhere", place: this.place });
  }

  private async go(byItself: boolean): Promise<void> {
    this.byItself = byItself;
    this.countdown.stop();
    await this.step({ step: "go", place: this.place });
  }

  private travel(page: string | undefined): void {
    if (page) {
      location.assign(page + writeVoyage(leave(this.voyage, this.dataset.gid ?? "", this.byItself)));
    }
  }
}

const isOn = (name: string): boolean => localStorage.getItem(name) === "on";

/** Eight bytes that nobody else decides. */
function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

customElements.define("tb-carry", Carry);
