// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Health, Stretch } from "../api";
import type { Words } from "../words";
import { line } from "./curve";
import { duration, number } from "./figures";

/** As the Java class `HealthChart`, which draws the first one. */
const STEPS = 180;
const SPAN_MILLIS = 15 * 60 * 1000;
const LEFT = 30;
const RIGHT = 6;
const TOP = 14;
const BOTTOM = 26;
const LEVELS = 4;
const MANY_LOST = 20;
const HIGHEST_BAR = 0.3;
const FIRST_ROW = 12;
const ROW = 16;
const ROWS = 5;
const SVG = "http://www.w3.org/2000/svg";

/** Draws the last fifteen minutes into every `svg.plot` below the element, each in its own size. */
export function showCharts(root: HTMLElement, health: Health, words: Words): void {
  for (const plot of root.querySelectorAll<SVGSVGElement>("svg.plot")) {
    const group = plot.querySelector("g");
    const { width, height } = plot.viewBox.baseVal;
    group?.replaceChildren(...new Chart(width - LEFT - RIGHT, height - TOP - BOTTOM, health, words).parts());
  }
  const rates = health.history.kilobitsPerSecond.map((kilobits) => kilobits / 1000);
  root.setAttribute(
    "aria-label",
    rates.length === 0
      ? words.say("chart-empty")
      : words.say("chart", { low: number(Math.min(...rates), 2), high: number(Math.max(...rates), 2) }),
  );
}

class Chart {
  private readonly until: number;
  private readonly most: number;

  constructor(
    private readonly across: number,
    private readonly down: number,
    private readonly health: Health,
    private readonly words: Words,
  ) {
    this.until = Date.parse(health.history.until);
    this.most = this.highest();
  }

  parts(): SVGElement[] {
    const { kilobitsPerSecond } = this.health.history;
    const curve = line(kilobitsPerSecond, STEPS, this.across, this.down, this.most);
    const start = this.across - ((kilobitsPerSecond.length - 1) * this.across) / (STEPS - 1);
    const area = curve && `${curve}L${this.across} ${this.down}L${start.toFixed(1)} ${this.down}Z`;
    const set = this.down - (this.health.setKilobits / this.most) * this.down;
    return [
      ...this.levels(),
      ...this.ticks(),
      ...this.health.stretches.map((stretch) => this.markArea(stretch)),
      path("area", area),
      path("set", this.health.setKilobits === 0 ? "" : `M0 ${set.toFixed(1)}H${this.across}`),
      path("curve-line", curve),
      path("lost", this.bars()),
      ...this.health.stretches.map((stretch, i) => this.markText(stretch, FIRST_ROW + (i % ROWS) * ROW)),
    ];
  }

  private highest(): number {
    const highest = Math.max(0, this.health.setKilobits, ...this.health.history.kilobitsPerSecond);
    let step = 250;
    while (step * LEVELS < highest * 1.1) {
      step *= 2;
    }
    return step * LEVELS;
  }

  private levels(): SVGElement[] {
    return Array.from({ length: LEVELS + 1 }, (_, level) => {
      const megabits = (this.most * level) / LEVELS / 1000;
      const y = (this.down - (this.down * level) / LEVELS).toFixed(1);
      const label = text(number(megabits, Number.isInteger(megabits) ? 0 : 2), { x: "-8", y, dy: "4", "text-anchor": "end" });
      return [path("level-line", `M0 ${y}H${this.across}`), label];
    }).flat();
  }

  private ticks(): SVGElement[] {
    const count = this.across > 500 ? 5 : 3;
    return Array.from({ length: count + 1 }, (_, i) => {
      const at = new Date(this.until - (SPAN_MILLIS * (count - i)) / count);
      return text(at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }), {
        x: ((this.across * i) / count).toFixed(1),
        y: String(this.down + 20),
        "text-anchor": i === 0 ? "start" : i === count ? "end" : "middle",
      });
    });
  }

  private bars(): string {
    const { lostFrames } = this.health.history;
    return lostFrames
      .map((lost, i) => {
        const x = this.across - ((lostFrames.length - 1 - i) * this.across) / (STEPS - 1);
        const bar = Math.max(4, Math.min(1, lost / MANY_LOST) * HIGHEST_BAR * this.down);
        return lost > 0 ? `M${x.toFixed(1)} ${this.down}v-${bar.toFixed(1)}` : "";
      })
      .join("");
  }

  private span(stretch: Stretch): { from: number; width: number } {
    const from = Math.max(0, this.x(stretch.from));
    return { from, width: Math.max(2, this.x(stretch.to) - from) };
  }

  private markArea(stretch: Stretch): SVGElement {
    const { from, width } = this.span(stretch);
    return element("rect", {
      class: "mark-area",
      x: from.toFixed(1),
      y: "0",
      width: width.toFixed(1),
      height: String(this.down),
    });
  }

  private markText(stretch: Stretch, row: number): SVGElement {
    const { from, width } = this.span(stretch);
    const middle = from + width / 2;
    const anchor = middle < this.across * 0.2 ? "start" : middle > this.across * 0.8 ? "end" : "middle";
    const x = anchor === "middle" ? middle : anchor === "start" ? from : from + width;
    const lasted = Math.max(1, Math.floor((Date.parse(stretch.to) - Date.parse(stretch.from)) / 1000));
    const said = this.words.say(`mark-${stretch.cause}`, { duration: duration(lasted, this.words) });
    return text(said, { class: "mark-text", x: x.toFixed(1), y: String(row), "text-anchor": anchor });
  }

  private x(at: string): number {
    return this.across - ((this.until - Date.parse(at)) / SPAN_MILLIS) * this.across;
  }
}

function path(name: string, d: string): SVGElement {
  return element("path", { class: name, d });
}

function text(content: string, attributes: Record<string, string>): SVGElement {
  const made = element("text", attributes);
  made.textContent = content;
  return made;
}

function element(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}
