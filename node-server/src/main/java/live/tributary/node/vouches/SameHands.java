// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.fairturn.Gid;
import live.tributary.node.inbox.Domains;
import live.tributary.node.kernel.Glimpse;

/** Which domains the same people seem to run, as it stood two minutes ago at most. Any thread that may block. */
final class SameHands {

    private static final Duration MOMENT = Duration.ofMinutes(1);

    private final Glimpse<Listed> listed;

    SameHands(Directory directory, LiveBoard board, Vouches vouches, LongSupplier nanoTime) {
        this.listed = new Glimpse<>(
                () -> {
                    var teams = directory.listed().values();
                    return new Listed(teams, vouches.reach(teams, board.live()).hands());
                },
                MOMENT,
                nanoTime);
    }

    private record Listed(Collection<ListedGroup> teams, Hands hands) {}

    /** Those of all who are of the same hands as the team, its own among them. */
    Set<String> domains(URI team, String own) {
        var now = listed.get();
        return domains(now.teams(), now.hands(), team, own);
    }

    static Set<String> domains(Collection<ListedGroup> teams, Hands hands, URI team, String own) {
        var whose = hands.of(Gid.of(team));
        var others = teams.stream()
                .filter(other -> hands.of(Gid.of(other.id())).equals(whose))
                .map(other -> Domains.of(other.host()));
        return Stream.concat(Stream.of(own), others).collect(Collectors.toUnmodifiableSet());
    }
}
