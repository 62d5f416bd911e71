// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import live.tributary.node.studio.PreviewPicture;
import live.tributary.transcoder.hls.MediaName;

/** What a request for {@code /live/…} asks for, once its address was read. */
sealed interface MediaRequest {

    /** The folder of all media addresses. */
    String ROOT = "/live/";

    /** Something that may exist. */
    record Wanted(String channel, MediaName name, Directives directives) implements MediaRequest {}

    /** The still of a channel. */
    record Still(String channel) implements MediaRequest {}

    /** No address of ours. */
    record Unknown() implements MediaRequest {}

    /** An address of ours with directives that contradict the specification. */
    record Contradictory() implements MediaRequest {}

    /** Reads path and query as they came, undecoded: no name of ours needs an escape. */
    static MediaRequest parse(String uri) {
        var question = uri.indexOf('?');
        var path = question < 0 ? uri : uri.substring(0, question);
        var slash = path.startsWith(ROOT) ? path.indexOf('/', ROOT.length()) : -1;
        if (slash < 0) {
            return new Unknown();
        }
        var channel = path.substring(ROOT.length(), slash);
        var rest = path.substring(slash + 1);
        if (rest.equals(PreviewPicture.NAME)) {
            return new Still(channel);
        }
        var name = MediaName.parse(rest);
        if (name.isEmpty()) {
            return new Unknown();
        }
        return Directives.parse(question < 0 ? "" : uri.substring(question + 1))
                .<MediaRequest>map(directives -> new Wanted(channel, name.get(), directives))
                .orElseGet(Contradictory::new);
    }
}
