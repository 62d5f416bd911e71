// SPDX-License-Identifier: AGPL-3.0-or-later
const STORED = "captions";

/** Whether this browser was asked to show captions. Frames of other sites may have no memory of their own. */
export function captionsWanted(): boolean {
  try {
    return localStorage.getItem(STORED) === "on";
  } catch {
    return false;
  }
}

export function rememberCaptions(wanted: boolean): void {
  try {
    localStorage.setItem(STORED, wanted ? "on" : "off");
  } catch {
    // Then it holds for as long as the page stays open.
  }
}

/**
 * Writes captions over the picture, above the controls. The browser's own would lie beneath them; where it plays the
 * stream itself, in its own full screen, they are the ones that are seen.
 */
export class Captions {
  private shown = false;
  private native = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly write: (text: string) => void,
  ) {
    video.textTracks.addEventListener("addtrack", ({ track }) => track && this.adopt(track));
  }

  show(shown: boolean, native: boolean): void {
    this.shown = shown;
    this.native = native;
    for (const track of this.video.textTracks) {
      this.setMode(track);
    }
    if (!shown || native) {
      this.write("");
    }
  }

  private adopt(track: TextTrack): void {
    if (isText(track)) {
      track.addEventListener("cuechange", () => this.onCues(track));
      this.setMode(track);
    }
  }

  private setMode(track: TextTrack): void {
    if (isText(track)) {
      track.mode = this.shown ? (this.native ? "showing" : "hidden") : "disabled";
    }
  }

  private onCues(track: TextTrack): void {
    if (this.shown && !this.native) {
      this.write(textOf([...(track.activeCues ?? [])] as VTTCue[]));
    }
  }
}

function isText(track: TextTrack): boolean {
  return track.kind === "captions" || track.kind === "subtitles";
}

/** CEA-608 has one cue for each row; rows that scroll up are told twice for a moment. */
export function textOf(cues: Pick<VTTCue, "line" | "startTime" | "text">[]): string {
  const rows = new Map<number | string, Pick<VTTCue, "line" | "startTime" | "text">>();
  for (const cue of cues) {
    const before = rows.get(cue.line);
    if (!before || before.startTime <= cue.startTime) {
      rows.set(cue.line, cue);
    }
  }
  return [...rows.values()]
    .sort((one, other) => Number(one.line) - Number(other.line))
    .map((cue) => cue.text.trim())
    .filter((text) => text !== "")
    .join("\n");
}
