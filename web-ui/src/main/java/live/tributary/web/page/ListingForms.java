// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * The forms of a team's listing, with what is saved or what was typed.
 *
 * @param directory address that was typed into {@code /studio/listing/directories}
 * @param vouch team that was typed into {@code /studio/listing/vouches}
 * @param errors of whichever form came back
 */
public record ListingForms(About about, Date date, Seat seat, String directory, String vouch, FormErrors errors) {

    /**
     * {@code /studio/listing}: fields {@code consent}, {@code promise}, {@code tags}, {@code languages} and {@code labels}
     * once for each that was chosen.
     *
     * @param tags with spaces between them
     * @param languages to choose up to three from
     * @param labels to choose from
     */
    public record About(
            ListingPage.Consent consent,
            String promise,
            String tags,
            List<DirectoryFilter.Choice> languages,
            List<DirectoryFilter.Choice> labels) {

        public About {
            languages = List.copyOf(languages);
            labels = List.copyOf(labels);
        }
    }

    /** {@code /studio/listing/dates}: fields {@code title} and {@code begins}, such as {@code 2026-11-22T19:00}, in UTC. */
    public record Date(String title, String begins) {

        /** Before anybody typed. */
        public static Date empty() {
            return new Date("", "");
        }
    }

    /**
     * {@code /studio/listing/seats}: fields {@code role}, {@code topics}, {@code hours}, {@code note}, {@code until} such as
     * {@code 2026-12-31}, and {@code seat-languages} once for each that was chosen.
     *
     * @param topics with spaces between them
     * @param languages to choose up to three from
     */
    public record Seat(
            String role,
            String topics,
            List<DirectoryFilter.Choice> languages,
            String hours,
            String note,
            String until) {

        public Seat {
            languages = List.copyOf(languages);
        }
    }
}
