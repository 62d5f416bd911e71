// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.nio.file.Path;

import live.tributary.node.broadcast.About;
import live.tributary.node.broadcast.Broadcasts;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.broadcast.EndReason;
import live.tributary.node.broadcast.Title;
import live.tributary.node.fixtures.House;
import live.tributary.node.fixtures.People;
import live.tributary.node.fixtures.RunningNode;
import live.tributary.node.fixtures.TestClock;
import live.tributary.node.fixtures.TestDatabase;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.team.Acceptance;
import live.tributary.node.team.Invitations;
import live.tributary.node.team.Member;

/** A whole node on the fediverse of this machine, with a team and a member, whose clock the test moves. */
final class PublishedNode implements AutoCloseable {

    private final RunningNode node;
    private final House house;

    private PublishedNode(RunningNode node, House house) {
        this.node = node;
        this.house = house;
    }

    static RunningNode start(TestDatabase database, TestClock clock, Path data, String... settings) {
        var all = new String[settings.length + 2];
        all[0] = "tributary.fediverse.test-loopback=true";
        all[1] = "tributary.data-directory=" + data;
        System.arraycopy(settings, 0, all, 2, settings.length);
        return RunningNode.start(database, clock, all);
    }

    static PublishedNode found(TestDatabase database, TestClock clock, Path data, String... settings) {
        var node = start(database, clock, data, settings);
        return new PublishedNode(node, House.on(node));
    }

    RunningNode node() {
        return node;
    }

    House house() {
        return house;
    }

    <T> T get(Class<T> type) {
        return node.get(type);
    }

    /** The same node after a restart. */
    static PublishedNode again(PublishedNode before, TestDatabase database, TestClock clock, Path data) {
        var port = before.node.web().getPort();
        before.close();
        var address = "tributary.instance.public-address=http://localhost:" + port;
        var node = start(database, clock, data, "server.port=" + port, address);
        return new PublishedNode(
                node,
                new House(
                        node, before.house.owner(), before.house.team(), before.house.seat(), before.house.channel()));
    }

    /** Somebody who follows an invitation. */
    Member join(String handle) {
        var invitations = get(Invitations.class);
        var token = invitations.issue(house.actor(), house.team().id()).token();
        var acceptance = invitations.accept(Actor.ANONYMOUS, token, People.applicant(handle));
        return ((Acceptance.Accepted) acceptance).member();
    }

    LocalActor.Group group() {
        return get(Actors.class).group(house.team().id()).orElseThrow();
    }

    LocalActor.Person person() {
        return get(Actors.class).person(house.seat().id()).orElseThrow();
    }

    LocalActor.Application application() {
        return get(Actors.class).node().orElseThrow();
    }

    void follow(Follower follower) {
        get(Followers.class).put(Actor.SYSTEM, follower);
    }

    BroadcastId goLive() {
        var broadcast = get(Broadcasts.class).open(Actor.SYSTEM, house.channel());
        get(Broadcasts.class).goLive(Actor.SYSTEM, broadcast.id());
        return broadcast.id();
    }

    void rename(String title) {
        get(Broadcasts.class).rename(Actor.SYSTEM, house.channel(), new Title(title));
    }

    /** Of what is on air, and of what comes next. */
    void describe(About about) {
        get(Broadcasts.class).describe(Actor.SYSTEM, house.channel(), about);
    }

    About about() {
        return get(Channels.class).find(house.channel()).orElseThrow().about();
    }

    void end(BroadcastId broadcast) {
        get(Broadcasts.class).end(Actor.SYSTEM, broadcast, EndReason.PUBLISHER_DONE);
    }

    /** Whatever is on air. */
    void endAll() {
        get(Broadcasts.class).allCurrent().forEach(broadcast -> end(broadcast.id()));
    }

    AnnouncedVideo video(BroadcastId broadcast) {
        return get(Videos.class).find(broadcast).orElseThrow();
    }

    /** What a host was told. */
    ToldStore toldTo(String host) {
        return new ToldStore(this, host);
    }

    /** Time has been moved: look now, and not at the next look. */
    void wake() {
        get(DeliveryWorker.class).wake();
    }

    @Override
    public void close() {
        node.close();
    }
}
