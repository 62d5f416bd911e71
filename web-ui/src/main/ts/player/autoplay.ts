// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Starts the picture. Browsers refuse sound before the first click on a page: then it starts silent, and the answer
 * says that somebody has to turn the sound on.
 */
export async function autoplay(video: HTMLVideoElement): Promise<"playing" | "silent" | "refused"> {
  try {
    await video.play();
    return "playing";
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "NotAllowedError" || video.muted) {
      return "refused";
    }
  }
  video.muted = true;
  return video.play().then(
    () => "silent" as const,
    () => "refused" as const,
  );
}
