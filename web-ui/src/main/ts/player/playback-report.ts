// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a player notices. The node adds it to counts that the streamer sees; nothing tells one player from another. */
type Event = "started" | "stalled" | "stalled-again" | "delay";

const DELAY_EVERY_MILLIS = 60_000;

/**
 * Tells the node when the first picture came, when the picture stood still, and once a minute how late it is. A pause, a
 * jump and a tab in the background are the viewer's own wish and no stall.
 *
 * @param delay milliseconds, or undefined when no honest number is known
 */
export function reportPlayback(player: HTMLElement, delay: () => number | undefined): void {
  // Events of a video do not bubble, but an element around it may see them first.
  const on = (event: string, heard: (video: HTMLVideoElement) => void): void =>
    player.addEventListener(event, (seen) => heard(seen.target as HTMLVideoElement), { capture: true });
  let wanted = performance.now();
  let held = false;
  let started = false;
  let stalled = false;
  let delayTold = 0;

  // From the first request for media; or from the click, where a browser did not let it play by itself.
  on("loadstart", () => {
    wanted = performance.now();
  });
  on("pause", () => {
    held = true;
  });
  on("play", () => {
    wanted = held ? performance.now() : wanted;
    held = false;
  });
  on("playing", () => {
    if (!started) {
      started = true;
      delayTold = performance.now();
      tell(player, "started", delayTold - wanted);
    }
  });
  on("waiting", (video) => {
    if (started && !video.paused && !video.seeking && !document.hidden) {
      tell(player, stalled ? "stalled-again" : "stalled", 0);
      stalled = true;
    }
  });
  on("timeupdate", () => {
    const late = delay();
    if (started && late !== undefined && performance.now() - delayTold >= DELAY_EVERY_MILLIS) {
      delayTold = performance.now();
      tell(player, "delay", late);
    }
  });
}

/** Best effort: whether it arrives changes nothing for the viewer. */
function tell(player: HTMLElement, event: Event, millis: number): void {
  void fetch(`/api/v1/channels/${player.dataset.channel}/playback`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ event, millis: Math.round(millis) }),
    keepalive: true,
  }).catch(() => undefined);
}
