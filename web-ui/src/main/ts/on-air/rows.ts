// SPDX-License-Identifier: AGPL-3.0-or-later
import { slot } from "../slots";

/**
 * Writes a list anew when what it shows has changed. Each line is a copy of the `<template data-row>` that the server
 * rendered.
 */
export class Rows<T> {
  private shown = "";

  constructor(
    private readonly root: ParentNode,
    private readonly list: string,
    private readonly row: string,
    private readonly fill: (line: HTMLElement, item: T) => void,
  ) {}

  show(items: T[]): void {
    const list = slot(this.root, this.list);
    const template = this.root.querySelector<HTMLTemplateElement>(`template[data-row="${this.row}"]`);
    const now = JSON.stringify(items);
    if (!list || !template || now === this.shown) {
      return;
    }
    this.shown = now;
    list.replaceChildren(
      ...items.map((item) => {
        const copy = template.content.cloneNode(true) as DocumentFragment;
        this.fill(copy.firstElementChild as HTMLElement, item);
        return copy;
      }),
    );
  }
}
