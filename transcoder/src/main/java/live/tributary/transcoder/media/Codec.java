// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/** How a track is coded. */
public sealed interface Codec permits VideoCodec, AudioCodec {}
