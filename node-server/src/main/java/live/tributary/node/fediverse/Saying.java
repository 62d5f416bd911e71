// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Instant;
import java.util.UUID;

import live.tributary.federation.delivery.DeliveryClass;

/**
 * Something that one of our actors says, before it is put into words.
 *
 * @param saidAt when its cause happened
 */
record Saying(
        UUID id, ActorId sender, Verb verb, Subject subject, Hearers hearers, DeliveryClass urgency, Instant saidAt) {

    /** The post beside a video has an order of its own. */
    static String aboutNoteOf(UUID video) {
        return "note/" + video;
    }

    /** What keeps its order among what the sender tells one inbox. */
    String about() {
        return switch (subject) {
            case Subject.OfVideo(var video) -> verb.ofNote() ? aboutNoteOf(video) : video.toString();
            case Subject.OfItself _ -> sender.value();
        };
    }
}
