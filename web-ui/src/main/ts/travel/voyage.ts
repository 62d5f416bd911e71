// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where a viewer was, for no server to know: it crosses from page to page behind the # of an address. */

/** Beginnings of the numbers of teams: eight hexadecimal digits. */
const PREFIX_DIGITS = 8;
/** The most that is kept. */
export const MOST_KEPT = 20;
/** So many times in a row somebody is carried who does not touch anything. */
export const MOST_HOPS = 3;

export interface Voyage {
  /** The latest last. */
  visited: string[];
  /** Travels in a row that nobody clicked for. */
  hops: number;
}

export const prefix = (gid: string): string => gid.slice(0, PREFIX_DIGITS);

/** From what stands behind the #; whatever is none begins anew. */
export function readVoyage(fragment: string): Voyage {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const visited = (fields.get("voyage") ?? "").split(".").filter((one) => /^[0-9a-f]{8}$/.test(one));
  const hops = Number(fields.get("hops") ?? "0");
  return { visited: visited.slice(-MOST_KEPT), hops: Number.isInteger(hops) && hops > 0 ? Math.min(hops, 99) : 0 };
}

/** The voyage of this page. A page that is reloaded has it from what the history keeps of it. */
export const voyageOf = (fragment: string, kept: unknown): Voyage => readVoyage(isVoyage(fragment) ? fragment : textOf(kept));

const isVoyage = (fragment: string): boolean => fragment.startsWith("#voyage=");

function textOf(kept: unknown): string {
  const { voyage } = (kept ?? {}) as { voyage?: unknown };
  return typeof voyage === "string" ? voyage : "";
}

/** Reads the voyage, and takes it and the ticket out of the address, which people share: the history keeps the voyage. */
export function openVoyage(): Voyage {
  const voyage = voyageOf(location.hash, history.state);
  if (isVoyage(location.hash) || new URLSearchParams(location.search).has("arrive")) {
    history.replaceState({ ...(history.state as object | null), voyage: writeVoyage(voyage) }, "", withoutTicket(location.href));
  }
  return voyage;
}

/** What stands behind the # of the next page. */
export function writeVoyage(voyage: Voyage): string {
  return `#voyage=${voyage.visited.join(".")}&hops=${voyage.hops}`;
}

/** The same, left from here. */
export function leave(voyage: Voyage, gid: string, byItself: boolean): Voyage {
  const here = prefix(gid);
  const visited = [...voyage.visited.filter((one) => one !== here), here].slice(-MOST_KEPT);
  return { visited, hops: byItself ? voyage.hops + 1 : 0 };
}

export const wasThere = (voyage: Voyage, gid: string): boolean => voyage.visited.includes(prefix(gid));

export interface Circumstances {
  /** Whether the viewer chose it, in this browser. */
  carryOn: boolean;
  embedded: boolean;
  hidden: boolean;
  reducedMotion: boolean;
  /** Whether something is shown there that was not agreed to. */
  marked: boolean;
  hops: number;
}

/** Whether the page may go without a click. */
export function mayGoByItself(now: Circumstances): boolean {
  return (
    now.carryOn && !now.embedded && !now.hidden && !now.reducedMotion && !now.marked && now.hops < MOST_HOPS
  );
}

/** The address of a page without the ticket and the voyage: what is shared and kept in a history. */
export function withoutTicket(address: string): string {
  const url = new URL(address);
  url.searchParams.delete("arrive");
  url.hash = "";
  return url.toString();
}
