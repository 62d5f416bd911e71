// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TravelNext } from "../api";
import { show, slot, write } from "../slots";
import { Words } from "../words";
import { Countdown } from "./countdown";

/** The notice of a way: where it leads, and what can be done about it. */
export class CarryNotice {
  constructor(private readonly root: HTMLElement) {}

  /** Room is held there: the viewer may go, go elsewhere or stay. */
  offer(next: TravelNext): void {
    this.open(next);
    this.waits();
    this.showActions(["stay", "elsewhere", "go"]);
  }

  /** Nobody there can be asked for room: there is a link, and nobody is carried. */
  link(next: TravelNext): void {
    this.open(next);
    write(this.root, "pace", "");
    show(this.root, "left", false);
    this.showActions(["stay"]);
    const link = slot(this.root, "link") as HTMLAnchorElement | null;
    if (link) {
      link.href = next.page;
      link.hidden = false;
    }
  }

  /** No seconds pass: it goes when somebody clicks. */
  waits(): void {
    show(this.root, "left", false);
    write(this.root, "pace", this.words.say("waits"));
  }

  tick(seconds: number): void {
    show(this.root, "left", true);
    write(this.root, "left", String(seconds));
    // Told once: whoever has it read aloud need not hear every number.
    if (seconds === Countdown.SECONDS) {
      write(this.root, "pace", this.words.say("seconds", { seconds: String(seconds) }));
    }
  }

  close(): void {
    show(this.root, "notice", false);
  }

  /** Says to somebody who was shown a place that there is none any more. */
  gone(): void {
    write(this.root, "gone", this.words.say("gone"));
    show(this.root, "gone", true);
  }

  private get words(): Words {
    return Words.of(this.root);
  }

  private open(next: TravelNext): void {
    write(this.root, "why", this.words.say(next.kind, { name: this.root.dataset.name ?? "" }));
    write(this.root, "carry-headline", next.team);
    write(this.root, "about", this.about(next));
    show(this.root, "gone", false);
    show(this.root, "link", false);
    this.root.hidden = false;
    show(this.root, "notice", true);
  }

  private showActions(actions: string[]): void {
    for (const button of this.root.querySelectorAll<HTMLElement>("[data-slot=notice] [data-action]")) {
      button.hidden = !actions.includes(button.dataset.action ?? "");
    }
  }

  private about(next: TravelNext): string {
    const names = new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" });
    const languages = next.languages.map((tag) => names.of(tag) ?? tag).join(", ");
    const facts = [next.title, next.host, languages].filter((fact) => fact !== "").join(" · ");
    return next.labels.length > 0 ? `${facts} · ${this.words.say("marked", { labels: next.labels.join(", ") })}` : facts;
  }
}
