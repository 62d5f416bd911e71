// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import live.tributary.federation.vocab.Raids;
import live.tributary.node.fairturn.Gid;

/**
 * A team on air to which viewers may be sent, as its own documents say.
 *
 * @param team address of its Group
 * @param inbox of the Group
 * @param name of the team
 * @param video what is on air
 * @param title may be empty
 * @param page where it is watched, on the server of the video
 * @param languages BCP 47, may be empty
 * @param labels of the team and of the broadcast
 * @param raids whose viewers it lets in
 * @param discoverable whether it may be shown to everybody
 * @param seenAt when it was seen to be on air
 */
public record Prospect(
        URI team,
        URI inbox,
        String name,
        URI video,
        String title,
        URI page,
        Instant since,
        List<String> languages,
        List<String> tags,
        List<String> labels,
        Raids raids,
        boolean discoverable,
        Instant seenAt) {

    public Prospect {
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
        labels = List.copyOf(labels);
    }

    /** Its number in draws. */
    public Gid gid() {
        return Gid.of(team);
    }

    /** Name of its server, with the port where that is not the usual one. */
    public String host() {
        return team.getRawAuthority();
    }

    /** Whether its software can be asked; to others there is a link. */
    boolean canBeAsked() {
        return raids != Raids.UNSAID;
    }

    Prospect seen(Instant at) {
        return new Prospect(
                team, inbox, name, video, title, page, since, languages, tags, labels, raids, discoverable, at);
    }
}
