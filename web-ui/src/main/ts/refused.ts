// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refused } from "./api";
import { localise } from "./local-time";
import { slot } from "./slots";

/** The list of publishers that were turned away. Each reason's words come from a `<template>` the server rendered. */
export class RefusedList {
  private shown = "";

  constructor(private readonly root: ParentNode) {}

  show(refused: Refused[]): void {
    const list = slot(this.root, "refused");
    const now = JSON.stringify(refused);
    if (!list || now === this.shown) {
      return;
    }
    this.shown = now;
    list.replaceChildren(...refused.flatMap((attempt) => this.line(attempt)));
  }

  private line(attempt: Refused): Node[] {
    const template = this.root.querySelector<HTMLTemplateElement>(`template[data-reason="${attempt.reason}"]`);
    if (!template) {
      return [];
    }
    const line = template.content.cloneNode(true) as DocumentFragment;
    const time = line.querySelector("time");
    if (time) {
      time.dateTime = attempt.at;
      localise(time);
    }
    return [line];
  }
}
