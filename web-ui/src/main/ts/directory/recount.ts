// SPDX-License-Identifier: AGPL-3.0-or-later
import { order } from "./fair-turn";
import type { Filter, Group } from "./fair-turn";

const pageSize = 24;
const version = "fairturn/1";

/** What a visitor kept of a page: signed by the directory when it was shown. */
export interface Receipt {
  version: string;
  snapshot: string;
  snapshot_hash: string;
  nonce: string;
  filter: Filter;
  page: number;
  order: string[];
}

interface Snapshot {
  minute: string;
  day_key: string;
  groups: Group[];
}

/** How a page compares with what its snapshot, the key of the day and the nonce say. */
export type Verdict =
  | { kind: "agrees"; places: number }
  | { kind: "differs"; place: number }
  | { kind: "other-snapshot" }
  | { kind: "other-key" };

/** Reads a receipt as the directory wrote it; none where it is something else. */
export function parseReceipt(text: string): Receipt | undefined {
  try {
    const receipt = (JSON.parse(text) as { signed: Receipt }).signed;
    const whole = receipt.version === version && Array.isArray(receipt.order) && Array.isArray(receipt.filter.languages);
    return whole ? receipt : undefined;
  } catch {
    return undefined;
  }
}

/** Draws the page again. `snapshotText` is the signed document as it is served, `key` hexadecimal digits. */
export async function recount(receipt: Receipt, snapshotText: string, key: string): Promise<Verdict> {
  const snapshot = (JSON.parse(snapshotText) as { signed: Snapshot }).signed;
  if (snapshot.minute !== receipt.snapshot || (await sha256(signedPart(snapshotText))) !== receipt.snapshot_hash) {
    return { kind: "other-snapshot" };
  }
  if ((await sha256(fromHex(key))) !== snapshot.day_key) {
    return { kind: "other-key" };
  }
  const all = order(snapshot.groups, receipt.filter, await seed(key, receipt));
  const drawn = all.slice((receipt.page - 1) * pageSize, receipt.page * pageSize);
  const wrong = Array.from({ length: Math.max(drawn.length, receipt.order.length) }).findIndex(
    (_, index) => drawn[index] !== receipt.order[index],
  );
  return wrong < 0 ? { kind: "agrees", places: drawn.length } : { kind: "differs", place: wrong + 1 };
}

/** Canonical JSON names its parts in order, so that what is signed comes last, byte for byte. */
function signedPart(text: string): Uint8Array<ArrayBuffer> {
  const name = '"signed":';
  const whole = text.trim();
  return new TextEncoder().encode(whole.slice(whole.indexOf(name) + name.length, -1));
}

async function seed(key: string, receipt: Receipt): Promise<bigint> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const imported = await crypto.subtle.importKey("raw", fromHex(key), algorithm, false, ["sign"]);
  const minute = new TextEncoder().encode(receipt.snapshot);
  const message = new Uint8Array([...fromHex(receipt.nonce), ...minute]);
  const mac = await crypto.subtle.sign("HMAC", imported, message);
  return new DataView(mac).getBigUint64(0);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(digits: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array((digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
}
