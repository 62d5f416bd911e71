// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Health, LastBroadcast, LogEntry, Rung, StudioChannel, Viewers } from "../api";
import { localise } from "../local-time";
import { show, slot } from "../slots";
import type { Words } from "../words";
import { showCharts } from "./chart";
import { duration, loudness, number, rate, seconds } from "./figures";
import { Rows } from "./rows";
import { showLevel, showTiles } from "./tiles";

/** Everything below the verdict: tiles, chart, ladder, log, viewers, and the last broadcast. */
export class HealthView {
  private readonly ladder: Rows<Rung>;
  private readonly log: Rows<LogEntry>;
  private readonly troubles: Rows<{ cause: string; seconds: number }>;

  constructor(
    private readonly root: HTMLElement,
    private readonly words: Words,
  ) {
    this.ladder = new Rows(root, "ladder", "rung", (line, rung) => this.fillRung(line, rung));
    this.log = new Rows(root, "evening", "entry", (line, entry) => this.fillEntry(line, entry));
    this.troubles = new Rows(root, "troubles", "trouble", (line, trouble) => {
      setText(line.querySelector("span"), this.said("mark", trouble.cause, trouble.seconds));
    });
  }

  show(channel: StudioChannel): void {
    show(this.root, "health", channel.health !== undefined);
    if (channel.health) {
      this.showHealth(channel.health, channel.ladder ?? []);
    }
    show(this.root, "elsewhere", channel.viewersElsewhere > 0);
    this.fact("elsewhere", number(channel.viewersElsewhere, 0));
    show(this.root, "last", channel.last !== undefined);
    if (channel.last) {
      this.showLast(channel.last);
    }
  }

  private showHealth(health: Health, ladder: Rung[]): void {
    showTiles(this.root, health, this.words);
    const charts = slot(this.root, "charts");
    if (charts) {
      showCharts(charts, health, this.words);
    }
    this.ladder.show(ladder);
    show(this.root, "no-ladder", ladder.length === 0);
    this.log.show(health.log);
    this.showViewers(health.viewers);
  }

  private showViewers(viewers: Viewers): void {
    show(this.root, "viewers", viewers.players > 0);
    show(this.root, "no-viewers", viewers.players === 0);
    this.fact("smooth", this.of(number(viewers.smooth, 0), number(viewers.players, 0)));
    this.fact("startHalf", seconds(viewers.startUpHalfMillis, this.words));
    this.fact("startMost", seconds(viewers.startUpMostMillis, this.words));
    this.fact("delayHalf", seconds(viewers.delayHalfMillis, this.words));
    this.fact("delayMost", seconds(viewers.delayMostMillis, this.words));
  }

  private showLast(last: LastBroadcast): void {
    const whole = duration((Date.parse(last.endedAt) - Date.parse(last.openedAt)) / 1000, this.words);
    const lost = last.missedFrames + last.lateFrames + last.leftOutFrames;
    const began = slot(this.root, "last-began")?.querySelector("time");
    if (began && began.dateTime !== last.openedAt) {
      began.dateTime = last.openedAt;
      localise(began);
    }
    this.fact("lastLength", whole);
    this.fact("lastGood", this.of(duration(last.goodSeconds, this.words), whole));
    this.fact("lastRate", rate(last.bitsPerSecond, this.words));
    this.fact("lastLoudness", loudness(last.loudnessLufs, this.words));
    this.fact("lastLost", this.of(number(lost, 0), number(last.frames, 0)));
    this.fact("lastSmooth", this.of(number(last.smoothPlayers, 0), number(last.players, 0)));
    this.troubles.show(last.troubles);
  }

  private fillRung(line: HTMLElement, rung: Rung): void {
    const encoded = rung.encoderSpeed > 0;
    const [quality, picture, out, watching, encoder] = Array.from(line.children);
    const size = { codec: rung.codec, width: String(rung.width), height: String(rung.height) };
    setText(quality, this.words.say(`rung-${rung.kind}`, size));
    setText(
      picture,
      rung.width === 0
        ? rung.codec
        : this.words.say("rung-picture", { ...size, fps: number(rung.framesPerSecond, 0) }),
    );
    setText(out, rate(rung.bitsPerSecond, this.words));
    setText(watching, number(rung.watching, 0));
    setText(
      encoder?.querySelector("span > span"),
      encoded ? this.words.say("rung-speed", { speed: number(rung.encoderSpeed, 1) }) : this.words.say("rung-as-sent"),
    );
    showLevel(line, rung.keepsUp, encoded ? this.words.say(`level-${rung.keepsUp}`) : "");
  }

  private fillEntry(line: HTMLElement, entry: LogEntry): void {
    const time = line.querySelector("time");
    if (time) {
      time.dateTime = entry.at;
      localise(time);
    }
    setText(line.querySelector("span"), this.said("event", entry.event, entry.seconds, entry.encoder));
  }

  private said(family: "event" | "mark", word: string, lasted: number, encoder = ""): string {
    return this.words.say(`${family}-${word}`, { encoder, duration: duration(lasted, this.words) });
  }

  private of(part: string, whole: string): string {
    return this.words.say("of", { part, whole });
  }

  private fact(name: string, text: string): void {
    setText(this.root.querySelector(`[data-fact="${name}"]`), text);
  }
}

function setText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}
