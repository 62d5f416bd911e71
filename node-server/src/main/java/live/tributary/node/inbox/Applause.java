// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.Optional;

import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Grounds;
import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.AnnouncedVideo;

/**
 * Likes and boosts of broadcasts. A like, and its end, is passed on to those followers of the team who read that (FEP-1b12);
 * for a boost there is no such form. Takes part in the caller's transaction, which has locked the actor.
 */
final class Applause {

    private final TieStore ties;
    private final ShownVideos videos;
    private final Addresses addresses;
    private final Blocks blocks;
    private final Grounds grounds;
    private final DomainPolicies policies;
    private final Mail mail;
    private final PassingOn pace;

    Applause(
            TieStore ties,
            ShownVideos videos,
            Addresses addresses,
            Blocks blocks,
            Grounds grounds,
            DomainPolicies policies,
            Mail mail,
            PassingOn pace) {
        this.ties = ties;
        this.videos = videos;
        this.addresses = addresses;
        this.blocks = blocks;
        this.grounds = grounds;
        this.policies = policies;
        this.mail = mail;
        this.pace = pace;
    }

    String take(Received received, Matter.Tied tied) {
        var tie = tied.tie();
        var video = video(tie);
        if (video.isEmpty()) {
            return "there is no such broadcast";
        }
        if (isKeptOut(tie, video.get())) {
            return "whoever it is from is kept out";
        }
        boolean mayPassOn = mayPassOn(received, tied) && !holds(tie);
        ties.make(tie, received.arrival());
        // Its end may have come before it: then nothing holds now.
        if (mayPassOn && holds(tie)) {
            passOn(tied, video.get());
        }
        return "counted";
    }

    /** Whoever was told of a like hears of its end. */
    String takeBack(Received received, Tie tie, Said undo) {
        if (!holds(tie) && undo.mayPassOn(received.trust()) && ties.forgetPassedOn(tie)) {
            video(tie).ifPresent(video -> mail.announceToReaders(videos.group(video), undo.activity()));
        }
        return "taken back";
    }

    private Optional<AnnouncedVideo> video(Tie tie) {
        return addresses.video(tie.object()).flatMap(videos::find);
    }

    private boolean isKeptOut(Tie tie, AnnouncedVideo video) {
        return grounds.of(video)
                .filter(ground -> blocks.keepOut(tie.actor(), ground))
                .isPresent();
    }

    private boolean holds(Tie tie) {
        return ties.holding(tie.kind(), tie.actor(), tie.object()).isPresent();
    }

    private boolean mayPassOn(Received received, Matter.Tied tied) {
        var tie = tied.tie();
        return tie.kind() == TieKind.LIKE
                && tied.said().mayPassOn(received.trust())
                && !policies.standing(tie.actor().getHost()).limited()
                && pace.hasRoom(tie.actor());
    }

    private void passOn(Matter.Tied tied, AnnouncedVideo video) {
        if (mail.announceToReaders(videos.group(video), tied.said().activity())) {
            ties.passedOn(tied.tie());
            pace.tryTake(tied.tie().actor());
        }
    }
}
