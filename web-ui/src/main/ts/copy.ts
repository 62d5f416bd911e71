// SPDX-License-Identifier: AGPL-3.0-or-later
import { Words } from "./words";

/**
 * `tb-copy`: a button that copies the field beside it. The clipboard belongs to secure pages only, and a node on a home
 * network speaks plain HTTP: there the text is selected and the person is told which keys copy it.
 */
export class Copy extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    const field = this.querySelector("input");
    if (!button || !field) {
      return;
    }
    button.hidden = false;
    button.addEventListener("click", () => void this.copy(field));
    field.addEventListener("focus", () => field.select());
  }

  private async copy(field: HTMLInputElement): Promise<void> {
    const words = Words.of(this);
    field.focus();
    field.select();
    this.say(words.say((await toClipboard(field.value)) ? "copied" : "selected"));
  }

  private say(sentence: string): void {
    const status = this.querySelector("[role=status]");
    if (status) {
      status.textContent = sentence;
    }
  }
}

async function toClipboard(text: string): Promise<boolean> {
  try {
    // Absent on plain HTTP, although the type says otherwise.
    await (navigator.clipboard as Clipboard | undefined)?.writeText(text);
    return navigator.clipboard !== undefined;
  } catch {
    return false;
  }
}

customElements.define("tb-copy", Copy);
