// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import live.tributary.federation.vocab.outgoing.StreamNews;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/** What an answer of one of our actors tells of its stream, as things stand now. Safe for any thread that may block. */
public final class Bulletins {

    private final Teams teams;
    private final VideoStore videos;
    private final VideoDocuments documents;

    Bulletins(Teams teams, VideoStore videos, VideoDocuments documents) {
        this.teams = teams;
        this.videos = videos;
        this.documents = documents;
    }

    /** Only a team has a stream that is told of so: of several that are on air, the latest. */
    public StreamNews of(LocalActor actor) {
        return actor instanceof LocalActor.Group group
                ? teams.find(group.team()).map(team -> of(group, team)).orElseGet(StreamNews.None::new)
                : new StreamNews.None();
    }

    private StreamNews of(LocalActor.Group group, Team team) {
        var name = team.name().toString();
        return videos.live(group.id()).stream()
                .flatMap(video -> documents.of(video).stream())
                .findFirst()
                .<StreamNews>map(video -> new StreamNews.Live(name, video))
                .orElseGet(() -> new StreamNews.Offline(name));
    }
}
