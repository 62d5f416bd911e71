// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

/** What is known of a picture before its first frame. */
public sealed interface VideoConfig extends CodecConfig permits AvcConfig, HevcConfig, Av1Config, Vp9Config {

    Picture picture();
}
