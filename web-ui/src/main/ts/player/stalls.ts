// SPDX-License-Identifier: AGPL-3.0-or-later
/** A stall this long is worth asking the node whose side it is on. */
const STALL_MILLIS = 1_500;

/** Marks the frame around a player while its picture stands, and asks the island around it why. */
export function watchForStalls(video: HTMLVideoElement, player: HTMLElement): void {
  let timer = 0;
  const frame = (): HTMLElement | null => player.closest<HTMLElement>(".player");
  const ask = (): void => void player.dispatchEvent(new CustomEvent("tb-ask", { bubbles: true }));
  const stalled = (): void => {
    frame()?.setAttribute("data-stalled", "");
    ask();
  };
  video.addEventListener("waiting", () => {
    clearTimeout(timer);
    timer = window.setTimeout(stalled, STALL_MILLIS);
  });
  video.addEventListener("playing", () => {
    clearTimeout(timer);
    if (frame()?.dataset.stalled !== undefined) {
      frame()?.removeAttribute("data-stalled");
      ask();
    }
  });
  video.addEventListener("ended", stalled);
}
