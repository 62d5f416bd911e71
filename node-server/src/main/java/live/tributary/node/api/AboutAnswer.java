// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.util.List;

import live.tributary.node.broadcast.About;
import live.tributary.node.broadcast.Tag;

/**
 * {@code About} of the contract.
 *
 * @param category PeerTube's number, 0 where nothing is said
 */
record AboutAnswer(String description, String language, int category, List<String> tags, String warning) {

    static AboutAnswer of(About about) {
        return new AboutAnswer(
                about.description().value(),
                about.language().tag(),
                about.category().number(),
                about.tags().stream().map(Tag::value).toList(),
                about.warning().reason());
    }
}
