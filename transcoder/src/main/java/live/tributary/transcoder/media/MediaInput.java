// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/** One thing a publisher sent, in the order it came. Immutable: its bytes are never written to after the hand-over. */
public sealed interface MediaInput permits TrackConfiguration, AccessUnit, StreamHints, ColorDescription {}
