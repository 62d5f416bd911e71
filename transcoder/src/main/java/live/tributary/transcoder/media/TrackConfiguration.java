// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.media;

/**
 * The codec's own description of a track, as it stood in the publisher's sequence header.
 *
 * @param track 0 is the source; further video tracks are smaller pictures where they fit
 * @param codec says how to read the record
 * @param record the bytes of avcC, hvcC, av1C or vpcC (without a box header), of an AudioSpecificConfig, an OpusHead,
 *     {@code fLaC} with STREAMINFO, or of the first AC-3 or E-AC-3 sync frame; not yet checked
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
public record TrackConfiguration(int track, Codec codec, byte[] record) implements MediaInput {}
