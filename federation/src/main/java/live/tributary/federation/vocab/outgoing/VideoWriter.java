// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A broadcast as its address serves it: it passes PeerTube's checks of a Video and Lemmy's of a Page. */
public final class VideoWriter {

    /** PeerTube's states: on air, and over. */
    private static final int PUBLISHED = 1;

    private static final int LIVE_ENDED = 5;

    /** PeerTube's names for how far behind the players are: 3 is the least. */
    private static final int SMALL_LATENCY = 3;

    /** PeerTube: everybody may comment. */
    private static final int COMMENTS_OPEN = 1;

    private VideoWriter() {}

    /** The whole document. */
    public static ObjectNode write(Video video) {
        return Wire.document(Contexts.video(), body(video));
    }

    /** The Video without a context, to stand inside an activity. */
    static ObjectNode body(Video video) {
        var body = Wire.typed("Video")
                .put("id", video.id().toString())
                .put("uuid", video.uuid().toString())
                .put("name", VideoTextWriter.title(video.text().title()));
        playback(body, video);
        VideoTextWriter.write(body, video);
        body.set("icon", Wire.pictures(video.pages().thumbnails()));
        links(body, video);
        credits(body, video.credits());
        collections(body, new VideoAddresses(video.id()));
        live(body, video);
        return body;
    }

    private static void playback(ObjectNode body, Video video) {
        switch (video.times().phase()) {
            case LivePhase.OnAir _ -> body.put("duration", "PT0S").put("state", PUBLISHED);
            case LivePhase.Ended ended ->
                body.put("duration", Wire.duration(ended.length())).put("state", LIVE_ENDED);
            case LivePhase.Replay replay ->
                body.put("duration", Wire.duration(replay.length())).put("state", PUBLISHED);
        }
        body.put("views", 0)
                .put("isLiveBroadcast", !(video.times().phase() instanceof LivePhase.Replay))
                .put("permanentLive", false)
                // Nothing is promised that may not come: a replay is announced when there is one.
                .put("liveSaveReplay", false)
                .put("latencyMode", SMALL_LATENCY)
                .put("waitTranscoding", false)
                .put("downloadEnabled", false)
                .put("published", Wire.milliseconds(video.times().since()))
                .put("updated", Wire.milliseconds(video.times().updated()))
                .put("commentsPolicy", COMMENTS_OPEN);
    }

    /** The page first: Mastodon takes the first Link. */
    private static void links(ObjectNode body, Video video) {
        var links = body.putArray("url");
        links.add(link("text/html", video.pages().watch().toString()));
        switch (video.times().phase()) {
            case LivePhase.OnAir _ -> {
                // This spelling, and an array of tags even if it is empty: else PeerTube does not see the playlist.
                var playlist =
                        link("application/x-mpegURL", video.pages().playlist().toString());
                playlist.putArray("tag");
                links.add(playlist);
            }
            // The playlist of what is over leads nowhere.
            case LivePhase.Ended _ -> {}
            case LivePhase.Replay replay -> replay.recordings().forEach(recording -> links.add(recording(recording)));
        }
    }

    /** Without a height and a size PeerTube does not take it for a file. */
    private static ObjectNode recording(Recording recording) {
        return link(recording.mediaType(), recording.file().toString())
                .put("height", recording.height())
                .put("size", recording.bytes())
                .put("fps", recording.framesPerSecond());
    }

    private static ObjectNode link(String mediaType, String href) {
        return Wire.typed("Link").put("mediaType", mediaType).put("href", href);
    }

    private static void credits(ObjectNode body, VideoCredits credits) {
        var owners = JsonNodeFactory.instance.arrayNode();
        owners.add(Wire.typed("Person").put("id", credits.author().toString()));
        owners.add(Wire.typed("Group").put("id", credits.group().toString()));
        body.set("attributedTo", owners);
        body.put("audience", credits.group().toString());
        Wire.audience(body, credits.audience());
    }

    private static void collections(ObjectNode body, VideoAddresses addresses) {
        body.put("likes", addresses.likes().toString())
                .put("dislikes", addresses.dislikes().toString())
                .put("shares", addresses.shares().toString())
                .put("comments", addresses.replies().toString())
                .put("replies", addresses.replies().toString());
    }

    private static void live(ObjectNode body, Video video) {
        var times = video.times();
        LiveTerms.state(body, times);
        body.put("liveSince", Wire.seconds(times.since()));
        body.set("labels", Wire.texts(video.facets().labels()));
    }
}
