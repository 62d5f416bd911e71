// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import live.tributary.node.directory.Directory;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveBoard;
import live.tributary.node.draws.PageRequest;
import live.tributary.node.fairturn.Draw;
import live.tributary.node.gate.Visitor;
import live.tributary.node.inbox.Domains;
import live.tributary.node.ledger.Lottery;
import live.tributary.node.rings.RingMaps;
import live.tributary.node.rings.RingOutline;
import live.tributary.web.page.ListedRingsPage;
import live.tributary.web.page.More;
import live.tributary.web.page.RingStop;

/** The rings that listed teams are in. Nobody stands on it by name who has not agreed to be listed here. */
@Controller
final class DirectoryRingsController {

    private static final String RINGS = DirectoryPages.ROOT + "/rings";

    /** Teams of a ring on its card. */
    static final int MOST_STOPS = 12;

    private final RingMaps maps;
    private final Directory directory;
    private final LiveBoard board;
    private final Lottery lottery;
    private final Frames frames;

    DirectoryRingsController(RingMaps maps, Directory directory, LiveBoard board, Lottery lottery, Frames frames) {
        this.maps = maps;
        this.directory = directory;
        this.board = board;
        this.lottery = lottery;
        this.frames = frames;
    }

    @GetMapping(RINGS)
    Answer rings(
            @RequestParam(defaultValue = "") String n, @RequestParam(defaultValue = "1") int page, Visitor visitor) {
        int before = (PageRequest.page(page) - 1) * Draw.PAGE;
        var rings = ofListedTeams();
        var order = lottery.order(domains(rings), PageRequest.nonce(n));
        var shown = order.stream()
                .skip(before)
                .limit(Draw.PAGE)
                .flatMap(ring -> Optional.ofNullable(rings.get(ring)).stream())
                .map(this::entry)
                .toList();
        int left = order.size() - before - shown.size();
        var more = left <= 0
                ? new More.Nothing()
                : new More.Next(
                        "%s?n=%s&page=%d".formatted(RINGS, n, page + 1), Math.min(left, Draw.PAGE), order.size());
        return Answer.show(
                new ListedRingsPage(frames.of(visitor, RINGS), order.size(), shown, more, DirectoryPages.LINKS));
    }

    private Map<URI, RingOutline> ofListedTeams() {
        var listed = directory.listed();
        return maps.outlines().stream()
                .filter(ring -> ring.teams().stream().anyMatch(listed::containsKey))
                .collect(Collectors.toMap(RingOutline::actor, ring -> ring));
    }

    /** Whoever has a domain may keep any number of rings there. */
    private static Map<URI, String> domains(Map<URI, RingOutline> rings) {
        var domains = new HashMap<URI, String>();
        rings.keySet().forEach(ring -> domains.put(ring, Domains.of(ring.getRawAuthority())));
        return domains;
    }

    private ListedRingsPage.Entry entry(RingOutline ring) {
        var listed = directory.listed();
        var teams = ring.teams().stream()
                .flatMap(team -> Optional.ofNullable(listed.get(team)).stream())
                .map(this::stop)
                .sorted(Comparator.comparing((RingStop stop) -> !stop.live()))
                .toList();
        var shown = teams.stream().limit(MOST_STOPS).toList();
        return new ListedRingsPage.Entry(
                ring.name(),
                ring.page(),
                ring.actor().getRawAuthority(),
                firstLine(ring.charter()),
                (int) teams.stream().filter(RingStop::live).count(),
                shown,
                Math.max(0, ring.size() - shown.size()));
    }

    private RingStop stop(ListedGroup team) {
        return board.find(team.id())
                .map(live -> new RingStop(team.name(), live.page().toString(), true, false))
                .orElseGet(() -> new RingStop(team.name(), team.page().toString(), false, false));
    }

    private static String firstLine(String charter) {
        return charter.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }
}
