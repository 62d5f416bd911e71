// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of hand-offs.
 *
 * @param answerWithin how long a team that is asked may think; silence is a no
 * @param heldFor how long the places of a raft are kept
 * @param guestsFor how long somebody who came counts as a guest, of whom there may be so many
 * @param mostTravellers viewers of one hand-off; who is later stays
 * @param joinsPerHour how many of them may come from one part of the network
 * @param lookEvery how often it is looked who is on air and may be gone to, while a team here offers its viewers a way
 * @param mostProspects how many such teams are known
 * @param partOfOneServer hundredths of a team's room that are held for one server at once, but for a ring's members and friends
 */
@ConfigurationProperties("tributary.travel")
record TravelProperties(
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue("5m") Duration heldFor,
        @DefaultValue("10m") Duration guestsFor,
        @DefaultValue("1000") int mostTravellers,
        @DefaultValue("240") int joinsPerHour,
        @DefaultValue("1m") Duration lookEvery,
        @DefaultValue("100") int mostProspects,
        @DefaultValue("50") int partOfOneServer) {

    TravelProperties {
        requirePositive("answer-within", answerWithin);
        requirePositive("held-for", heldFor);
        requirePositive("guests-for", guestsFor);
        requireBetween("most-travellers", mostTravellers, 1, Integer.MAX_VALUE);
        requireBetween("joins-per-hour", joinsPerHour, 1, Integer.MAX_VALUE);
        requirePositive("look-every", lookEvery);
        requireBetween("most-prospects", mostProspects, 1, Integer.MAX_VALUE);
        requireBetween("part-of-one-server", partOfOneServer, 1, 100);
    }

    private static void requirePositive(String setting, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "tributary.travel.%s must be positive, but is %s".formatted(setting, value));
        }
    }

    private static void requireBetween(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "tributary.travel.%s must be from %d to %d, but is %d".formatted(setting, least, most, value));
        }
    }
}
