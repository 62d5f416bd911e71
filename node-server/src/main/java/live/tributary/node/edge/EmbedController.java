// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.gate.Visitor;
import live.tributary.node.roster.Roster;
import live.tributary.node.roster.Seat;
import live.tributary.web.asset.Brand;
import live.tributary.web.page.EmbedFrame;
import live.tributary.web.page.EmbedMissingPage;
import live.tributary.web.page.EmbedPage;
import live.tributary.web.page.EmbedPage.Start;

/** The player alone, for the frames of other sites. The same for everybody: no cookie is read here, none is given. */
@Controller
final class EmbedController {

    private static final String YES = "1";

    private final Roster roster;
    private final Airs airs;
    private final Frames frames;

    EmbedController(Roster roster, Airs airs, Frames frames) {
        this.roster = roster;
        this.airs = airs;
        this.frames = frames;
    }

    /**
     * @param autoplay 1 to begin without being asked; Mastodon adds it when somebody presses play on its card
     * @param muted 1 to begin without being asked and without sound
     */
    @GetMapping("/@{team}/{member}" + EmbedFrame.SUFFIX)
    Answer embed(
            @PathVariable String team,
            @PathVariable String member,
            @RequestParam(defaultValue = "") String autoplay,
            @RequestParam(defaultValue = "") String muted,
            Visitor visitor) {
        return Seats.find(roster, team, member)
                .map(seat -> Answer.show(page(seat, start(autoplay, muted), visitor)))
                .orElseGet(() -> new Answer.Show(new EmbedMissingPage(frames.of(visitor, "/")), 404));
    }

    private EmbedPage page(Seat seat, Start start, Visitor visitor) {
        var brand = Brand.ofHue(seat.team().hue().degrees());
        var channel = seat.channel();
        var warning = channel.about().warning();
        return new EmbedPage(
                frames.of(visitor, seat.path() + EmbedFrame.SUFFIX, brand),
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                channel.id().value(),
                airs.shown(channel),
                // Who presses play on a card elsewhere has not read the warning.
                warning.isGiven() ? Start.WAITING : start,
                warning.reason());
    }

    private static Start start(String autoplay, String muted) {
        if (muted.equals(YES)) {
            return Start.SILENT;
        }
        return autoplay.equals(YES) ? Start.PLAYING : Start.WAITING;
    }
}
