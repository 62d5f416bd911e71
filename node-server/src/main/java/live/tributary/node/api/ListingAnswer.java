// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.Instant;
import java.util.List;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.node.broadcast.Language;
import live.tributary.node.listing.ChosenDirectory;
import live.tributary.node.listing.NextDate;
import live.tributary.node.listing.Pitch;
import live.tributary.node.listing.WantedSeat;

/** {@code Listing} of the contract. */
record ListingAnswer(
        String consent,
        String promise,
        List<String> tags,
        List<String> languages,
        List<String> labels,
        List<Date> dates,
        List<OpenSeat> seats,
        List<Directory> directories) {

    /** {@code ListingDate} of the contract. */
    record Date(String id, Instant begins, String title) {}

    /** {@code OpenSeat} of the contract. */
    record OpenSeat(
            String id,
            String role,
            List<String> topics,
            List<String> languages,
            String hours,
            String note,
            Instant expires) {}

    /** {@code ChosenDirectory} of the contract. */
    record Directory(String id, String page, String standing, Instant since, String said) {}

    static ListingAnswer of(
            Pitch pitch, List<NextDate> dates, List<WantedSeat> seats, List<ChosenDirectory> directories) {
        return new ListingAnswer(
                Words.of(pitch.consent()),
                pitch.promise(),
                pitch.tags(),
                tags(pitch.languages()),
                pitch.labels().stream().map(ContentLabel::word).toList(),
                dates.stream()
                        .map(date -> new Date(date.id().toString(), date.at(), date.title()))
                        .toList(),
                seats.stream().map(ListingAnswer::shown).toList(),
                directories.stream().map(ListingAnswer::shown).toList());
    }

    private static OpenSeat shown(WantedSeat seat) {
        return new OpenSeat(
                seat.id().toString(),
                seat.role(),
                seat.topics(),
                tags(seat.languages()),
                seat.hours(),
                seat.note(),
                seat.expires());
    }

    private static Directory shown(ChosenDirectory directory) {
        return new Directory(
                directory.actor().toString(),
                directory.page().toString(),
                Words.of(directory.standing()),
                directory.since(),
                directory.said());
    }

    private static List<String> tags(List<Language> languages) {
        return languages.stream().map(Language::tag).toList();
    }
}
