// SPDX-License-Identifier: AGPL-3.0-or-later
import { keep, recall } from "../storage";

/** A box under the notice, which this browser keeps ticked or not. */
class Choice {
  private box: HTMLInputElement | null = null;

  constructor(private readonly name: string) {}

  watch(root: HTMLElement, changed: () => void): void {
    this.box = root.querySelector<HTMLInputElement>(`[data-action=${this.name}]`);
    if (this.box) {
      this.box.checked = recall(this.name) === "on";
      this.box.addEventListener("change", () => {
        keep(this.name, this.on ? "on" : "off");
        changed();
      });
    }
  }

  get on(): boolean {
    return this.box?.checked ?? false;
  }
}

/** What a viewer has chosen about being carried on. */
export class Choices {
  private readonly carry = new Choice("carry-on");
  private readonly company = new Choice("travel-together");

  /** Shows what was chosen before. */
  watch(root: HTMLElement, changed: () => void): void {
    this.carry.watch(root, changed);
    this.company.watch(root, changed);
  }

  /** Whether the page may go on by itself. */
  get carryOn(): boolean {
    return this.carry.on;
  }

  /** Whether it wants to go with the others who say so. */
  get together(): boolean {
    return this.company.on;
  }
}
