// SPDX-License-Identifier: AGPL-3.0-or-later
const nonceKey = "draw-nonce";
const minuteKey = "draw-minute";
const nonceBytes = 16;
const stayMillis = 10 * 60 * 1000;

/** The dice of this visit: 16 random bytes, thrown once and kept as long as the tab is open. */
export function nonce(): string {
  const kept = sessionStorage.getItem(nonceKey);
  if (kept !== null) {
    return kept;
  }
  const bytes = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const thrown = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  sessionStorage.setItem(nonceKey, thrown);
  return thrown;
}

/** The minute whose snapshot this visit stays with, so that nothing shifts while somebody looks around; or none. */
export function minuteToStay(nowMillis: number, reloaded: boolean): string | undefined {
  const [minute, since] = (sessionStorage.getItem(minuteKey) ?? "").split(" ");
  if (!minute || reloaded || nowMillis - Number(since) >= stayMillis) {
    sessionStorage.removeItem(minuteKey);
    return undefined;
  }
  return minute;
}

/** Remembers which snapshot was shown; for the same one the ten minutes do not begin again. */
export function stayWith(minute: string, nowMillis: number): void {
  const [kept] = (sessionStorage.getItem(minuteKey) ?? "").split(" ");
  if (kept !== minute) {
    sessionStorage.setItem(minuteKey, `${minute} ${nowMillis}`);
  }
}
