// SPDX-License-Identifier: AGPL-3.0-or-later
import { localise } from "../local-time";
import { minuteToStay, nonce, stayWith } from "./session";

const answerMillis = 10_000;
const houseNonce = "0".repeat(32);

/** Gets a page as a document. No text becomes markup here, which Trusted Types would forbid. */
export type Load = (address: string) => Promise<Document>;

const overTheWire: Load = (address) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.timeout = answerMillis;
    const fail = (): void => reject(new Error(`no page at ${address}: ${request.status}`));
    request.onerror = fail;
    request.ontimeout = fail;
    request.onload = () => (request.status === 200 && request.responseXML ? resolve(request.responseXML) : fail());
    request.send();
  });

/**
 * `tb-draw`: asks for the cards of this visit's own draw before any are shown, so that no directory can choose who comes
 * first for whom. What is inside stands in for it without a script: the draw of the house.
 */
export class OwnDraw extends HTMLElement {
  connectedCallback(): void {
    if (this.dataset.wanted !== undefined) {
      void this.deal();
    }
  }

  /** Puts the cards of the own draw in place, or says that they did not come. */
  async deal(load: Load = overTheWire): Promise<void> {
    try {
      const page = await load(this.withNonce(nonce(), minuteToStay(Date.now(), isReload())));
      if (!page.querySelector("tb-draw [data-part=cards]")) {
        throw new Error("a page without cards, and without a word why there are none");
      }
      page.querySelectorAll<HTMLElement>("tb-draw [data-part]").forEach((part) => this.take(part));
    } catch {
      this.fail();
    }
    delete this.dataset.wanted;
  }

  private take(part: HTMLElement): void {
    const here = this.spot(part.dataset.part ?? "");
    if (!here || part.hidden) {
      return;
    }
    here.replaceChildren(...[...part.childNodes].map((node) => document.importNode(node, true)));
    here.querySelectorAll("time").forEach(localise);
    if (part.dataset.minute) {
      stayWith(part.dataset.minute, Date.now());
    }
  }

  private fail(): void {
    const said = this.spot("failed");
    const house = said?.querySelector("a");
    if (said && house) {
      house.href = this.withNonce(houseNonce);
      said.hidden = false;
    }
    this.spot("cards")?.replaceChildren();
  }

  private withNonce(dice: string, minute?: string): string {
    const address = new URL(location.href);
    address.searchParams.set("n", dice);
    if (minute !== undefined && !address.searchParams.has("at")) {
      address.searchParams.set("at", minute);
    }
    address.hash = "";
    return address.toString();
  }

  private spot(name: string): HTMLElement | null {
    return this.querySelector(`[data-part="${name}"]`);
  }
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return navigation?.type === "reload";
}

customElements.define("tb-draw", OwnDraw);
