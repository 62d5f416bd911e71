// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import live.tributary.federation.vocab.OpenSeat;
import live.tributary.node.directory.Directory;
import live.tributary.node.directory.ListedGroup;
import live.tributary.node.fairturn.Nonce;
import live.tributary.node.ledger.Lottery;

/** What listed teams announce for later, in the order of a draw. Safe for any thread that may block. */
public final class Notices {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final StartStore starts;
    private final NoticeBook book;
    private final Absentees absentees;
    private final Directory directory;
    private final Lottery lottery;
    private final InstantSource clock;

    Notices(
            StartStore starts,
            NoticeBook book,
            Absentees absentees,
            Directory directory,
            Lottery lottery,
            InstantSource clock) {
        this.starts = starts;
        this.book = book;
        this.absentees = absentees;
        this.directory = directory;
        this.lottery = lottery;
        this.clock = clock;
    }

    /**
     * Who begins within that time, each team with its next start. Whoever often does not come is not among them.
     *
     * @param number of the page, from 1
     */
    public Drawn<AnnouncedStart> starts(Ahead ahead, Nonce nonce, int number) {
        var next = startsBy(ahead);
        var page = lottery.page(next.keySet(), nonce, number).stream()
                .map(next::get)
                .toList();
        return new Drawn<>(page, next.size());
    }

    /** The same of all pages, the earliest first: for calendars. */
    List<AnnouncedStart> calendar(Ahead ahead, int most) {
        return startsBy(ahead).values().stream()
                .sorted(Comparator.comparing(AnnouncedStart::at)
                        .thenComparing(start -> start.team().id()))
                .limit(most)
                .toList();
    }

    /**
     * Whom teams look for; all that a team has open of this kind stands together.
     *
     * @param words that are all in the role or the topics of a seat; where there are any, only teams are found that let themselves
     *     be found by words
     * @param language one that the seat names, or nothing
     * @param number of the page, from 1
     */
    public Drawn<Opening> openings(String words, String language, Nonce nonce, int number) {
        Predicate<OpenSeat> wanted = seat -> hasAll(seat, words) && speaks(seat, language);
        var open = ofListed(book.open(clock.instant()));
        open.keySet().removeIf(team -> !words.isBlank() && !team.searchable());
        open.replaceAll((_, all) -> all.stream().filter(wanted).toList());
        open.values().removeIf(Collection::isEmpty);
        var page = lottery.page(open.keySet(), nonce, number).stream()
                .flatMap(team -> open.getOrDefault(team, List.of()).stream().map(seat -> new Opening(team, seat)))
                .toList();
        return new Drawn<>(page, open.size());
    }

    /** All that open seats name (BCP 47). */
    public List<String> languagesOfSeats() {
        return ofListed(book.open(clock.instant())).values().stream()
                .flatMap(List::stream)
                .flatMap(seat -> seat.languages().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** How often a team came when it had said so. */
    public Attendance attendance(URI team) {
        return starts.attendance(team, clock.instant().minus(Attendance.LEEWAY), Attendance.LAST);
    }

    private Map<ListedGroup, AnnouncedStart> startsBy(Ahead ahead) {
        var now = clock.instant();
        var next = new HashMap<ListedGroup, AnnouncedStart>();
        ofListed(book.next(now, now.plus(ahead.time()))).forEach((team, start) -> {
            if (!absentees.include(team.id())) {
                next.put(team, new AnnouncedStart(team, start.at(), start.title()));
            }
        });
        return next;
    }

    /** Whoever is limited has rows, and is shown nowhere. */
    private <T> Map<ListedGroup, T> ofListed(Map<URI, T> all) {
        var listed = directory.listed();
        var shown = new HashMap<ListedGroup, T>();
        all.forEach((id, one) -> {
            var team = listed.get(id);
            if (team != null) {
                shown.put(team, one);
            }
        });
        return shown;
    }

    private static boolean hasAll(OpenSeat seat, String words) {
        var text =
                "%s %s".formatted(seat.role(), String.join(" ", seat.topics())).toLowerCase(Locale.ROOT);
        return SPACES.splitAsStream(words.strip().toLowerCase(Locale.ROOT)).allMatch(text::contains);
    }

    private static boolean speaks(OpenSeat seat, String language) {
        return language.isEmpty() || seat.languages().contains(language);
    }
}
