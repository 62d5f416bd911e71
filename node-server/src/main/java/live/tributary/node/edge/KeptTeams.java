// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.KnownGroup;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.directory.Reruns;
import live.tributary.node.directory.Sighting;
import live.tributary.node.directory.Suspicion;
import live.tributary.node.kernel.Actor;
import live.tributary.node.vouches.Vouches;
import live.tributary.web.page.KeptTeam;
import live.tributary.web.page.KeptTeam.OnAir;
import live.tributary.web.page.KeptTeam.Rank;
import live.tributary.web.page.KeptTeam.Repeats;

/** How it stands with the teams of a directory, as its owner sees it at one moment. */
final class KeptTeams {

    private final LiveBoard board;
    private final Set<URI> live;
    private final Set<URI> shown;
    private final Set<URI> vouched;
    private final Map<URI, Suspicion> suspected;

    /** @param owner of the node */
    KeptTeams(Actor owner, Directory directory, LiveBoard board, Vouches vouches, Reruns reruns) {
        this.board = board;
        var onAir = board.live();
        this.live = onAir.stream().map(one -> one.group().id()).collect(Collectors.toSet());
        var listed = directory.listed();
        this.shown = listed.keySet();
        this.vouched = vouches.reach(listed.values(), onAir).vouched();
        this.suspected = reruns.suspected(owner);
    }

    /** Whether it may show reruns. */
    boolean isSuspected(KnownGroup group) {
        return suspected.containsKey(group.id());
    }

    KeptTeam of(KnownGroup group) {
        var sighting = board.sighting(group.id());
        return new KeptTeam(
                group.id().toString(),
                group.name(),
                group.host(),
                group.id(),
                rank(group),
                onAir(group, sighting),
                group.since(),
                group.readAt(),
                sighting instanceof Sighting.Moved(var at) ? at : Instant.EPOCH,
                because(group, sighting),
                repeats(group));
    }

    private Repeats repeats(KnownGroup group) {
        return Optional.ofNullable(suspected.get(group.id()))
                .<Repeats>map(suspicion -> new Repeats.Seen(suspicion.first(), suspicion.again()))
                .orElseGet(Repeats.Nothing::new);
    }

    private Rank rank(KnownGroup group) {
        if (!group.listed()) {
            return Rank.WAITING;
        }
        if (!shown.contains(group.id())) {
            return Rank.HIDDEN;
        }
        if (group.admitted()) {
            return Rank.NAMED;
        }
        return vouched.contains(group.id()) ? Rank.VOUCHED : Rank.NEWCOMER;
    }

    private OnAir onAir(KnownGroup group, Sighting sighting) {
        if (live.contains(group.id())) {
            return OnAir.LIVE;
        }
        return switch (sighting) {
            case Sighting.Nothing _ -> OnAir.OFF;
            case Sighting.Moved _ -> OnAir.STILL;
            case Sighting.Still(int misses, var _) -> misses == 0 ? OnAir.UNSEEN : OnAir.STILL;
        };
    }

    private String because(KnownGroup group, Sighting sighting) {
        return switch (sighting) {
            case Sighting.Nothing _ -> "";
            case Sighting.Moved _ when live.contains(group.id()) -> "";
            case Sighting.Moved _ -> "The playlist that moved is another team's, or that was too long ago.";
            case Sighting.Still(var _, String because) -> because;
        };
    }
}
