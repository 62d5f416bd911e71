// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.RingRoll;
import live.tributary.federation.vocab.RingStop;
import live.tributary.federation.vocab.WebAddress;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;

/** What stewards do with rings of this node. May block. */
public final class RingStewards {

    private final Rings rings;
    private final Chair chair;
    private final RingLetters letters;
    private final OwnTeams own;
    private final Addresses addresses;
    private final RingsProperties properties;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    RingStewards(
            Rings rings,
            Chair chair,
            RingLetters letters,
            OwnTeams own,
            Addresses addresses,
            RingsProperties properties,
            TransactionOperations transactions,
            InstantSource clock) {
        this.rings = rings;
        this.chair = chair;
        this.letters = letters;
        this.own = own;
        this.addresses = addresses;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Says something else of a ring.
     *
     * @param actor an owner of a team that is its steward
     */
    public RingDeed rewrite(Actor actor, TeamId team, URI ring, RingWords words) {
        return change(
                actor,
                team,
                ring,
                "rewrite a ring",
                before -> new Wish.For(before.saying(words.name(), words.charter(), words.lanes())));
    }

    /**
     * Moves a member one place up in the order.
     *
     * @param actor an owner of a team that is the ring's steward
     */
    public RingDeed moveUp(Actor actor, TeamId team, URI ring, URI member) {
        return change(actor, team, ring, "order a ring", before -> {
            var order = new ArrayList<>(before.members());
            int place = IntStream.range(0, order.size())
                    .filter(each -> order.get(each).address().equals(member))
                    .findFirst()
                    .orElse(0);
            if (place > 0) {
                Collections.swap(order, place, place - 1);
            }
            return new Wish.For(before.with(order));
        });
    }

    /**
     * Makes another member a steward, too.
     *
     * @param actor an owner of a team that is the ring's steward
     * @param member a team in the ring
     */
    public RingDeed appoint(Actor actor, TeamId team, URI ring, URI member) {
        return change(actor, team, ring, "name a ring's steward", before -> {
            var stewards = new ArrayList<>(before.stewards());
            if (before.member(member).filter(RingMember::isTeam).isPresent()
                    && !stewards.contains(member)
                    && stewards.size() < RingRoll.MOST_STEWARDS) {
                stewards.add(member);
            }
            return new Wish.For(before.withStewards(stewards));
        });
    }

    /**
     * Is no steward any more: others are.
     *
     * @param actor an owner of a team that is the ring's steward
     */
    public RingDeed stepDown(Actor actor, TeamId team, URI ring) {
        var address = own.address(team);
        return change(actor, team, ring, "hand a ring over", before -> {
            var others = before.stewards().stream()
                    .filter(steward -> !steward.equals(address))
                    .toList();
            return before.isLastSteward(address)
                    ? new Wish.Not(RingDeed.Why.LAST_STEWARD)
                    : new Wish.For(before.withStewards(others));
        });
    }

    /**
     * Names a website as a member: it is one as soon as it leads to the ring's page.
     *
     * @param actor an owner of a team that is the ring's steward
     */
    public RingDeed addSite(Actor actor, TeamId team, URI ring, String typed) {
        var page = WebAddress.parse(typed.strip()).filter(address -> !addresses.isOurs(address));
        if (page.isEmpty()) {
            return new RingDeed.Not(RingDeed.Why.NO_ADDRESS);
        }
        var site = RingMember.unread(new RingStop.Site(page.get()));
        return change(actor, team, ring, "add a page to a ring", before -> {
            if (before.member(site.address()).isPresent()) {
                return new Wish.For(before);
            }
            return before.members().size() >= properties.mostMembers()
                    ? new Wish.Not(RingDeed.Why.FULL)
                    : new Wish.For(before.with(site));
        });
    }

    /** What a steward would have of a ring, as it stands while nobody else changes it. */
    private sealed interface Wish {

        record For(Ring after) implements Wish {}

        record Not(RingDeed.Why why) implements Wish {}
    }

    private RingDeed change(Actor actor, TeamId team, URI ring, String deed, Function<Ring, Wish> wish) {
        rings.require(actor, team, deed);
        return transactions.execute(_ -> chair.hosted(ring)
                .map(before -> {
                    if (!before.isSteward(own.address(team))) {
                        throw new NotAllowedException(actor, deed);
                    }
                    return switch (wish.apply(before)) {
                        case Wish.For(var after) -> change(before, after, own.address(team));
                        case Wish.Not(var why) -> new RingDeed.Not(why);
                    };
                })
                .orElseGet(() -> new RingDeed.Not(RingDeed.Why.GONE)));
    }

    private RingDeed change(Ring before, Ring after, URI steward) {
        if (!after.equals(before)) {
            var changed = after.changedAt(clock.instant());
            chair.put(changed);
            letters.added(changed, steward);
        }
        return new RingDeed.Done(before.actor());
    }
}
