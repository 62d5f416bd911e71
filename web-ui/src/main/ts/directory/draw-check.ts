// SPDX-License-Identifier: AGPL-3.0-or-later
import { Words } from "../words";
import { parseReceipt, recount } from "./recount";
import type { Receipt, Verdict } from "./recount";

const dayDigits = "2026-11-22".length;

/**
 * `tb-draw-check`: draws a page again in this browser, from the public snapshot, the key of its day and the nonce: the page
 * that is looked at, or one whose receipt somebody kept in a file.
 */
export class DrawCheck extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => void this.check(this.dataset.receipt ?? "", this.dataset.key));
    }
    const chosen = this.querySelector<HTMLInputElement>("input[type=file]");
    const label = chosen?.closest("label");
    if (chosen && label) {
      label.hidden = false;
      chosen.addEventListener("change", () => void this.take(chosen));
    }
  }

  private async take(chosen: HTMLInputElement): Promise<void> {
    const file = chosen.files?.[0];
    if (file) {
      await this.check(await file.text());
    }
    // So that the same file can be chosen again.
    chosen.value = "";
  }

  private async check(text: string, key?: string): Promise<void> {
    const receipt = parseReceipt(text);
    if (!receipt) {
      this.say("unreadable", "warn");
    } else if ((crypto.subtle as SubtleCrypto | undefined) === undefined) {
      // Absent on plain HTTP, although the type says otherwise.
      this.say("no-crypto", "warn");
    } else {
      await this.draw(receipt, key);
    }
  }

  private async draw(receipt: Receipt, known?: string): Promise<void> {
    try {
      const key = known ?? (await fetchKey(receipt.snapshot));
      if (key === undefined) {
        this.say("kept", "warn");
        return;
      }
      const snapshot = await fetchText(`/directory/snapshots/${receipt.snapshot}`);
      this.tell(await recount(receipt, snapshot, key));
    } catch {
      this.say("unreachable", "warn");
    }
  }

  private tell(verdict: Verdict): void {
    switch (verdict.kind) {
      case "agrees":
        return this.say("agrees", "ok", { places: String(verdict.places) });
      case "differs":
        return this.say("differs", "bad", { place: String(verdict.place) });
      case "other-snapshot":
        return this.say("other-snapshot", "bad");
      case "other-key":
        return this.say("other-key", "bad");
    }
  }

  private say(key: string, tone: "ok" | "warn" | "bad", values: Record<string, string> = {}): void {
    const status = this.querySelector<HTMLElement>("[role=status]");
    if (status) {
      status.className = `note ${tone}`;
      status.hidden = false;
      status.textContent = Words.of(this).say(key, values);
    }
  }
}

/** The key of a minute's day, once it is out. */
async function fetchKey(minute: string): Promise<string | undefined> {
  const answer = await fetch(`/directory/keys/${minute.slice(0, dayDigits)}`);
  return answer.ok ? ((await answer.json()) as { key?: string }).key : undefined;
}

async function fetchText(path: string): Promise<string> {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.text();
}

customElements.define("tb-draw-check", DrawCheck);
