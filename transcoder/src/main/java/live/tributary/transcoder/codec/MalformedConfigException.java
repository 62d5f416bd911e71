// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.codec;

/** A configuration record that is not what it claims to be. The track is refused; the broadcast goes on without it. */
public final class MalformedConfigException extends Exception {

    public MalformedConfigException(String message) {
        super(message);
    }
}
