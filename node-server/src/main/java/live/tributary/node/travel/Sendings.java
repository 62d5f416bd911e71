// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.broadcast.Channels;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.fediverse.Videos;
import live.tributary.node.following.Finder;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/** What a host does with viewers while on air: sends them to a team, or into an intermission. Safe for any thread that may block. */
public final class Sendings {

    /** What a studio shows of what was. */
    static final Duration SHOWN = Duration.ofDays(2);

    private final HandoffBoard board;
    private final HandoffStore store;
    private final Sources sources;
    private final Downstream downstream;
    private final Neighbours neighbours;
    private final Surveys surveys;
    private final Finder finder;
    private final Channels channels;
    private final Videos videos;
    private final Actors actors;
    private final Teams teams;
    private final Addresses addresses;
    private final InstantSource clock;

    Sendings(
            HandoffBoard board,
            HandoffStore store,
            Sources sources,
            Downstream downstream,
            Neighbours neighbours,
            Surveys surveys,
            Finder finder,
            Channels channels,
            Videos videos,
            Actors actors,
            Teams teams,
            Addresses addresses,
            InstantSource clock) {
        this.board = board;
        this.store = store;
        this.sources = sources;
        this.downstream = downstream;
        this.neighbours = neighbours;
        this.surveys = surveys;
        this.finder = finder;
        this.channels = channels;
        this.videos = videos;
        this.actors = actors;
        this.teams = teams;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Where viewers of the team went lately, the latest first. */
    public List<Sending> of(TeamId team) {
        return store.sendings(team, clock.instant().minus(SHOWN));
    }

    /** What viewers of the channel are offered just now. */
    public Optional<HandoffKind> offered(ChannelId channel) {
        return board.of(channel, clock.instant()).map(Handoff::kind);
    }

    /**
     * Sends the viewers of a channel to a team.
     *
     * @param actor who may direct the channel
     * @param typed a handle, the address of an actor, or that of a server
     */
    public Chosen send(Actor actor, ChannelId channel, String typed) {
        require(actor, channel, "send viewers to a team");
        return live(channel)
                .map(source -> switch (find(typed)) {
                    case Target.On(var prospect) -> send(source, prospect);
                    case Target.None(var why) -> new Chosen.Not(why);
                })
                .orElseGet(() -> new Chosen.Not(Chosen.Why.NOT_ON_AIR));
    }

    private Chosen send(Source source, Prospect target) {
        var soon = clock.instant().minus(Doorkeeper.BETWEEN_HOSTS_CHOICES);
        if (target.team().equals(source.actor())) {
            return new Chosen.Not(Chosen.Why.ITSELF);
        }
        if (downstream.keepsOut(source.team(), target.team())) {
            return new Chosen.Not(Chosen.Why.BLOCKED);
        }
        if (store.hasHostSent(source.team(), target.team(), soon)) {
            return new Chosen.Not(Chosen.Why.TOO_SOON);
        }
        board.put(sources.begin(source, HandoffKind.HOST, new Aim.Only(target)));
        return new Chosen.Done(target);
    }

    /**
     * Offers the viewers of a channel a way while it pauses; false where nothing is on air.
     *
     * @param actor who may direct the channel
     */
    public boolean pause(Actor actor, ChannelId channel) {
        require(actor, channel, "begin an intermission");
        var source = live(channel);
        source.ifPresent(paused -> board.put(sources.begin(paused, HandoffKind.INTERMISSION, new Aim.Drawn())));
        return source.isPresent();
    }

    /**
     * Offers no way any more, at the end of an intermission or whenever the host thinks better of it.
     *
     * @param actor who may direct the channel
     */
    public void callBack(Actor actor, ChannelId channel) {
        require(actor, channel, "end an intermission");
        board.remove(channel);
    }

    /** Who was meant. */
    sealed interface Target {

        record On(Prospect prospect) implements Target {}

        record None(Chosen.Why why) implements Target {}
    }

    /** Asks there, and blocks. */
    Target find(String typed) {
        return local(typed).map(this::local).orElseGet(() -> switch (finder.find(typed)) {
            case Finder.Finding.Somebody(var team) -> remote(team);
            case Finder.Finding.Nobody(var why) -> new Target.None(Chosen.Why.of(why));
        });
    }

    private Target remote(RemoteActor team) {
        return surveys.of(team)
                .<Target>map(Target.On::new)
                .orElseGet(() -> new Target.None(Chosen.Why.THEY_ARE_NOT_ON_AIR));
    }

    private Target local(Team team) {
        return actors.group(team.id()).map(addresses::of).stream()
                .flatMap(address -> neighbours.live().stream()
                        .filter(prospect -> prospect.team().equals(address)))
                .findFirst()
                .<Target>map(Target.On::new)
                .orElseGet(() -> new Target.None(Chosen.Why.THEY_ARE_NOT_ON_AIR));
    }

    /** A team of this node, by its handle, its page or its address. */
    private Optional<Team> local(String typed) {
        var text = typed.strip();
        var here = addresses.host().toLowerCase(Locale.ROOT);
        var bare = text.replaceFirst("^https?://" + Pattern.quote(here) + "/", "")
                .replaceFirst("@" + Pattern.quote(here) + "$", "");
        return bare.equals(text) && !text.matches("@[^@/]+")
                ? Optional.empty()
                : Handle.parse(bare.replaceFirst("^@", "").replaceFirst("/.*", ""))
                        .flatMap(teams::find);
    }

    private Optional<Source> live(ChannelId channel) {
        return videos.latest(channel)
                .filter(video -> video.life() instanceof Life.Live)
                .flatMap(sources::of);
    }

    private void require(Actor actor, ChannelId channel, String deed) {
        if (!channels.mayDirect(actor, channel)) {
            throw new NotAllowedException(actor, deed);
        }
    }
}
