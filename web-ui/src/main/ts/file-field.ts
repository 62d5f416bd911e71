// SPDX-License-Identifier: AGPL-3.0-or-later
/** `tb-file-field`: a button that puts a file's text into the text field, for those who would rather not paste it. */
export class FileField extends HTMLElement {
  connectedCallback(): void {
    const chosen = this.querySelector<HTMLInputElement>("input[type=file]");
    const text = this.querySelector("textarea");
    const label = chosen?.closest("label");
    if (!chosen || !text || !label) {
      return;
    }
    label.hidden = false;
    chosen.addEventListener("change", () => void take(chosen, text));
  }
}

async function take(chosen: HTMLInputElement, text: HTMLTextAreaElement): Promise<void> {
  const file = chosen.files?.[0];
  if (file) {
    text.value = await file.text();
    text.focus();
    text.setSelectionRange(0, 0);
  }
  // So that the same file can be chosen again.
  chosen.value = "";
}

customElements.define("tb-file-field", FileField);
