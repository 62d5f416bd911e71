// SPDX-License-Identifier: AGPL-3.0-or-later
import { keep, recall } from "./storage";

const key = "fediverse-account";

/** `tb-remember`: keeps what was sent in the form's text field, in this browser only, and fills it in the next time. */
export class Remember extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>("input:not([type=hidden])");
    if (!field) {
      return;
    }
    if (field.value === "") {
      field.value = recall(key);
    }
    this.querySelector("form")?.addEventListener("submit", () => keep(key, field.value.trim()));
  }
}

customElements.define("tb-remember", Remember);
