// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import live.tributary.web.page.DirectoryFilter.Choice;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.ListingForms;
import live.tributary.web.page.ListingPage;
import live.tributary.web.page.ListingPage.Consent;
import live.tributary.web.page.ListingPage.Standing;
import live.tributary.web.page.ListingPage.Watch;
import live.tributary.web.page.OpenSeat;
import live.tributary.web.page.Page;

import static live.tributary.web.gallery.Cast.INES;
import static live.tributary.web.gallery.Cast.KILN;
import static live.tributary.web.gallery.Cast.NOON;

/** The studio's page about directories in every state. */
final class ListingPages {

    private static final FormErrors WRONG = new FormErrors(Map.ofEntries(
            Map.entry("promise", FieldError.PROMISE_INVALID),
            Map.entry("tags", FieldError.TAGS_INVALID),
            Map.entry("languages", FieldError.LANGUAGES_INVALID),
            Map.entry("title", FieldError.TITLE_INVALID),
            Map.entry("begins", FieldError.BEGINS_INVALID),
            Map.entry("role", FieldError.ROLE_INVALID),
            Map.entry("topics", FieldError.TAGS_INVALID),
            Map.entry("hours", FieldError.HOURS_INVALID),
            Map.entry("note", FieldError.NOTE_INVALID),
            Map.entry("until", FieldError.UNTIL_INVALID),
            Map.entry("directory", FieldError.DIRECTORY_NONE),
            Map.entry("vouch", FieldError.VOUCH_INVALID)));

    private ListingPages() {}

    static Map<String, Page> of(Frames frames) {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("listing", full(frames, true));
        pages.put("listing-member", full(frames, false));
        pages.put("listing-off", empty(frames, Consent.NONE, FormErrors.none()));
        pages.put("listing-wrong", empty(frames, Consent.INVITED, WRONG));
        return pages;
    }

    private static Page full(Frames frames, boolean mayManage) {
        var listed = Stream.of(Standing.values()).map(ListingPages::listed).toList();
        var ledger = Stream.of(Watch.values()).map(ListingPages::line).toList();
        return page(
                frames,
                forms(Consent.INVITED, "Pots from the wheel to the fire, twice a week.", FormErrors.none()),
                List.of(
                        new ListingPage.NextDate("d1", NOON.plus(Duration.ofHours(7)), "Opening the kiln"),
                        new ListingPage.NextDate("d2", NOON.plus(Duration.ofDays(3)), Cast.TITLE)),
                List.of(DirectoryPages.openSeat("s1"), DirectoryPages.openSeat("s2")),
                listed,
                ledger,
                mayManage);
    }

    private static Page empty(Frames frames, Consent consent, FormErrors errors) {
        return page(frames, forms(consent, "", errors), List.of(), List.of(), List.of(), List.of(), true);
    }

    private static ListingPage.Listed listed(Standing standing) {
        var said = switch (standing) {
            case REMOVED ->
                "Taken off by rule 3 (version 2) until 21 December 2026: flashing images without a note, three times.";
            case DROPPED -> "The team has moved. It can ask from where it is now.";
            case ASKED, LISTED, REFUSED, UNREACHABLE -> "";
        };
        var statement = standing == Standing.REMOVED ? "https://roll-up.example/directory/statements/7f3k" : "";
        var host =
                standing == Standing.UNREACHABLE ? "a-directory-with-a-long-name.community.example" : "roll-up.example";
        return new ListingPage.Listed(
                host, host, URI.create("https://" + host + "/directory"), standing, NOON, said, statement);
    }

    private static ListingPage.OwnLine line(Watch watch) {
        var found = watch == Watch.FOUND;
        return new ListingPage.OwnLine("roll-up.example", "English", found ? 12 : 61, 94, !found, !found, watch, NOON);
    }

    private static ListingForms forms(Consent consent, String promise, FormErrors errors) {
        var languages = DirectoryPages.choices(List.of("English", "Deutsch", "Norsk", "Português"), "English");
        var labels = List.of(
                new Choice("violence", "Violence", false),
                new Choice("flashing", "Flashing images", true),
                new Choice("ai-generated", "Made by a machine", false));
        return new ListingForms(
                new ListingForms.About(consent, promise, "pottery slow-tv", languages, labels),
                ListingForms.Date.empty(),
                new ListingForms.Seat("", "", languages, "", "", ""),
                errors.of("directory").isPresent() ? "pond.example" : "",
                errors.of("vouch").isPresent() ? "@pond" : "",
                errors);
    }

    private static Page page(
            Frames frames,
            ListingForms forms,
            List<ListingPage.NextDate> dates,
            List<OpenSeat> seats,
            List<ListingPage.Listed> listed,
            List<ListingPage.OwnLine> ledger,
            boolean mayManage) {
        var card = DirectoryPages.card(DirectoryPages.KILN, Cast.TITLE, List.of("Ines Okafor"), Cast.STILL);
        return new ListingPage(
                frames.member("/studio/listing"),
                KILN,
                INES,
                forms,
                dates,
                seats,
                listed,
                card,
                ledger,
                ledger.isEmpty()
                        ? List.of()
                        : List.of(
                                new ListingPage.Vouch("https://slowferry.example/ap/g/7f3a", "Slow Ferry Chess", NOON)),
                mayManage);
    }
}
