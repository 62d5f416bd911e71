// SPDX-License-Identifier: AGPL-3.0-or-later
/** Islands write into elements the server rendered, marked `data-slot`. */
export function slot(root: ParentNode, name: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-slot="${name}"]`);
}

/** Writes only what changed: screen readers announce every write to a live region. */
export function write(root: ParentNode, name: string, text: string): void {
  const element = slot(root, name);
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

export function show(root: ParentNode, name: string, visible: boolean): void {
  const element = slot(root, name);
  if (element) {
    element.hidden = !visible;
  }
}
