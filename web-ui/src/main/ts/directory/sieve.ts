// SPDX-License-Identifier: AGPL-3.0-or-later
const mostInterests = 5;

/** `tb-sieve`: a tap on an interest, or another language, shows the new draw at once; the button stays for the rest. */
export class Sieve extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    form?.addEventListener("change", (event) => {
      if (event.target instanceof HTMLSelectElement || this.interests().includes(event.target as HTMLInputElement)) {
        form.requestSubmit();
      }
    });
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
