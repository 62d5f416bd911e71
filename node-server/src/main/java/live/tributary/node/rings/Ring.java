// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import live.tributary.federation.vocab.RingLanes;
import live.tributary.federation.vocab.RingRoll;

/**
 * A ring: one that this node hosts, or one that teams of this node are in.
 *
 * @param actor address
 * @param slug by which people know it on this node
 * @param hosted whether this node decides about it
 * @param page on its host
 * @param stewards addresses of the teams that look after it
 * @param former the ring that it goes on with, whose host was gone; none or one
 * @param updatedAt when it was changed last, as its host says; that of one that was never read is the beginning of time
 * @param readAt when it was read at its origin the last time
 * @param members in ring order
 */
public record Ring(
        URI actor,
        Slug slug,
        boolean hosted,
        URI inbox,
        String name,
        String charter,
        URI page,
        List<URI> stewards,
        RingLanes lanes,
        Set<URI> former,
        Instant updatedAt,
        Instant readAt,
        List<RingMember> members) {

    public Ring {
        stewards = List.copyOf(stewards);
        former = Set.copyOf(former);
        members = List.copyOf(members);
    }

    public Optional<RingMember> member(URI address) {
        return members.stream()
                .filter(member -> member.address().equals(address))
                .findFirst();
    }

    /** Those who say so too. */
    public List<RingMember> holding() {
        return members.stream().filter(RingMember::holds).toList();
    }

    /** Teams that say so too: those who vote, and who hear what becomes of the ring. */
    List<RingMember> teams() {
        return members.stream()
                .filter(member -> member.isTeam() && member.holds())
                .toList();
    }

    /** Their addresses. */
    List<URI> voters() {
        return teams().stream().map(RingMember::address).toList();
    }

    /** Whether it has a say in the ring. */
    boolean isVoter(URI team) {
        return voters().contains(team);
    }

    public boolean isSteward(URI team) {
        return stewards.contains(team) && isVoter(team);
    }

    /** Whether nobody else looks after it. */
    boolean isLastSteward(URI team) {
        return isSteward(team)
                && stewards.stream().filter(steward -> !steward.equals(team)).noneMatch(this::isSteward);
    }

    RingRoll roll() {
        var stops = members.stream().map(RingMember::stop).toList();
        return new RingRoll(actor, name, charter, page, stewards, lanes, stops, updatedAt);
    }

    Ring with(RingMember member) {
        var all = new ArrayList<>(members);
        all.removeIf(known -> known.address().equals(member.address()));
        all.add(member);
        return with(all);
    }

    Ring without(URI address) {
        var left = members.stream()
                .filter(member -> !member.address().equals(address))
                .toList();
        return new Ring(
                actor,
                slug,
                hosted,
                inbox,
                name,
                charter,
                page,
                stewards.stream().filter(steward -> !steward.equals(address)).toList(),
                lanes,
                former,
                updatedAt,
                readAt,
                left);
    }

    /** The same order, with something else known of one of them. */
    Ring knowing(URI address, UnaryOperator<RingMember> change) {
        return with(members.stream()
                .map(member -> member.address().equals(address) ? change.apply(member) : member)
                .toList());
    }

    Ring with(List<RingMember> others) {
        return new Ring(
                actor, slug, hosted, inbox, name, charter, page, stewards, lanes, former, updatedAt, readAt, others);
    }

    Ring withStewards(List<URI> others) {
        return new Ring(
                actor, slug, hosted, inbox, name, charter, page, others, lanes, former, updatedAt, readAt, members);
    }

    Ring saying(String otherName, String otherCharter, RingLanes otherLanes) {
        return new Ring(
                actor,
                slug,
                hosted,
                inbox,
                otherName,
                otherCharter,
                page,
                stewards,
                otherLanes,
                former,
                updatedAt,
                readAt,
                members);
    }

    Ring readAt(Instant now) {
        return new Ring(
                actor, slug, hosted, inbox, name, charter, page, stewards, lanes, former, updatedAt, now, members);
    }

    Ring changedAt(Instant now) {
        return new Ring(actor, slug, hosted, inbox, name, charter, page, stewards, lanes, former, now, readAt, members);
    }
}
