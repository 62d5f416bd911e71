// SPDX-License-Identifier: AGPL-3.0-or-later
import { hideNotes } from "../hidden-notes";

const mostInterests = 5;

/**
 * `tb-sieve`: a tap on an interest, or another language, shows the new draw at once; the button stays for the rest. What is hidden
 * here, nobody is carried to.
 */
export class Sieve extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    form?.addEventListener("change", (event) => {
      if (event.target instanceof HTMLSelectElement || this.interests().includes(event.target as HTMLInputElement)) {
        form.requestSubmit();
      }
    });
    form?.addEventListener("submit", () =>
      hideNotes([...this.querySelectorAll<HTMLInputElement>("input[name=hide]:checked")].map((note) => note.value)),
    );
    this.limit();
  }

  /** The draw knows five interests; a sixth would be refused. */
  private limit(): void {
    const full = this.interests().filter((interest) => interest.checked).length >= mostInterests;
    this.interests().forEach((interest) => {
      interest.disabled = full && !interest.checked;
    });
  }

  private interests(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[name=tag]")];
  }
}

customElements.define("tb-sieve", Sieve);
