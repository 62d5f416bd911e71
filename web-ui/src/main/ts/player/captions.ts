// SPDX-License-Identifier: AGPL-3.0-or-later
import { keep, recall } from "../storage";

const STORED = "captions";

/** Whether this browser was asked to show captions. */
export const captionsWanted = (): boolean => recall(STORED) === "on";

export const rememberCaptions = (wanted: boolean): void => keep(STORED, wanted ? "on" : "off");

/** Cues further from the picture than this are of no use: what is played again is read again. */
const KEPT_SECONDS = 120;

/**
 * Writes captions over the picture, above the controls. The browser's own would lie beneath them; where it plays the
 * stream itself, in its own full screen, they are the ones that are seen.
 */
export class Captions {
  private shown = false;
  private native = false;
  private read: TextTrack | undefined;

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

  /** A screen of captions was read out of the picture; a cue for each of its rows. */
  add(screen: VTTCue[]): void {
    const track = (this.read ??= this.video.addTextTrack("captions"));
    this.dropWithout(track, (cue) => Math.abs(cue.startTime - this.video.currentTime) < KEPT_SECONDS);
    moveToNow(screen, this.video.currentTime);
    screen.forEach((cue) => track.addCue(cue));
  }

  /** Another opening counts its time from elsewhere. */
  clear(): void {
    if (this.read) {
      this.dropWithout(this.read, () => false);
    }
  }

  private dropWithout(track: TextTrack, wanted: (cue: TextTrackCue) => boolean): void {
    for (const cue of [...(track.cues ?? [])].filter((each) => !wanted(each))) {
      track.removeCue(cue);
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

/**
 * A screen is known when the next one replaces it (CEA-608 says only then how long it stood). Close to the live edge
 * its time is over by then: it is shown late, and as long as it was meant to stand.
 */
export function moveToNow(screen: Pick<VTTCue, "startTime" | "endTime">[], now: number): void {
  for (const cue of screen) {
    const late = Math.max(0, now - cue.startTime);
    cue.endTime += late;
    cue.startTime += late;
  }
}

/** The rows of the newest screen: one that is shown late overlaps with the next. */
export function textOf(cues: Pick<VTTCue, "line" | "startTime" | "text">[]): string {
  const newest = Math.max(...cues.map(({ startTime }) => startTime));
  return cues
    .filter(({ startTime }) => startTime === newest)
    .sort((one, other) => Number(one.line) - Number(other.line))
    .map(({ text }) => text.trim())
    .filter((text) => text !== "")
    .join("\n");
}
