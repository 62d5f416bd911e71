// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.InetAddress;
import java.util.List;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.Encoders;
import live.tributary.node.studio.RefusedTry.Reason;
import live.tributary.web.page.Light;
import live.tributary.web.page.RefusalReason;
import live.tributary.web.page.RefusedTry;

/** What the node sees of a member's encoder, in the words of the pages. */
final class EncoderWords {

    private final Encoders encoders;

    EncoderWords(Encoders encoders) {
        this.encoders = encoders;
    }

    List<RefusedTry> refused(ChannelId channel, InetAddress visitor) {
        return encoders.refused(channel, visitor).stream()
                .map(attempt -> new RefusedTry(attempt.at(), reason(attempt.reason())))
                .toList();
    }

    Light light(ChannelId channel, InetAddress visitor) {
        return switch (encoders.sight(channel, visitor)) {
            case WAITING -> Light.WAITING;
            case REFUSED -> Light.REFUSED;
            case SEEN -> Light.SEEN;
        };
    }

    private static RefusalReason reason(Reason reason) {
        return switch (reason) {
            case WRONG_ADDRESS -> RefusalReason.WRONG_ADDRESS;
            case UNKNOWN_KEY -> RefusalReason.UNKNOWN_KEY;
            case REVOKED_KEY -> RefusalReason.REVOKED_KEY;
            case TWO_ENCODERS -> RefusalReason.TWO_ENCODERS;
            case UNSUPPORTED_CODEC -> RefusalReason.UNSUPPORTED_CODEC;
            case PROTOCOL_VIOLATION -> RefusalReason.PROTOCOL_VIOLATION;
            case NODE_BUSY -> RefusalReason.NODE_BUSY;
            case NODE_FULL -> RefusalReason.NODE_FULL;
        };
    }
}
