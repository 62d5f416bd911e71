// SPDX-License-Identifier: AGPL-3.0-or-later
import { hiddenNotes, hideNotes } from "../hidden-notes";

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
      hideNotes(
        this.notes()
          .filter((note) => note.checked)
          .map((note) => note.value),
      ),
    );
    this.recall();
    this.limit();
  }

  /** An address that hides nothing is that of whoever comes by a link: what they hid stays hidden, and is sent with the next tap. */
  private recall(): void {
    if (!this.notes().some((note) => note.checked)) {
      const hidden = hiddenNotes();
      this.notes().forEach((note) => {
        note.checked = hidden.includes(note.value);
      });
    }
  }

  /** The draw knows five interests; a sixth would be refused. */
  private limit(): void {
    const full = this.interests().filter((interest) => interest.checked).length >= mostInterests;
    this.interests().forEach((interest) => {
      interest.disabled = full && !interest.checked;
    });
  }

  private notes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[name=hide]")];
  }

  private interests(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[name=tag]")];
  }
}

customElements.define("tb-sieve", Sieve);
