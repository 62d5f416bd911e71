// SPDX-License-Identifier: AGPL-3.0-or-later
import { Words } from "../words";

/** `tb-days`: what begins stands under days of UTC; here these become the visitor's own. Within a day the order stays as it was drawn. */
export class Days extends HTMLElement {
  connectedCallback(): void {
    const sections = [...this.querySelectorAll("section")];
    const pattern = sections[0];
    if (!pattern) {
      return;
    }
    const starts = [...this.querySelectorAll("li")].sort((one, other) => place(one) - place(other));
    const days = [...byDay(starts)].sort(([one], [other]) => one - other);
    const own = days.map(([midnight, ofDay]) => section(pattern, new Date(midnight), ofDay));
    sections.forEach((section) => section.remove());
    this.append(...own);
    this.sayZone();
  }

  private sayZone(): void {
    const line = this.querySelector("[data-zone]");
    if (line) {
      line.textContent = Words.of(this).say("zone", { zone: new Intl.DateTimeFormat().resolvedOptions().timeZone });
    }
  }
}

function place(start: HTMLElement): number {
  return Number(start.dataset.place);
}

/** By the moment at which the visitor's day begins. */
function byDay(starts: HTMLLIElement[]): Map<number, HTMLLIElement[]> {
  const days = new Map<number, HTMLLIElement[]>();
  for (const start of starts) {
    const midnight = new Date(start.querySelector("time")?.dateTime ?? "").setHours(0, 0, 0, 0);
    days.set(midnight, [...(days.get(midnight) ?? []), start]);
  }
  return days;
}

function section(pattern: HTMLElement, day: Date, starts: HTMLLIElement[]): HTMLElement {
  const made = pattern.cloneNode(true) as HTMLElement;
  const heading = made.querySelector("[data-day]");
  if (heading) {
    heading.textContent = day.toLocaleDateString(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });
  }
  made.querySelector("ul")?.replaceChildren(...starts);
  return made;
}

customElements.define("tb-days", Days);
