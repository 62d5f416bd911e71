// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.Optional;
import java.util.stream.Stream;

/** What kind of thing a broadcast is, in the numbers that PeerTube gave its categories: others read those. */
public enum Category {
    /** Nothing is said. */
    NONE(0, ""),
    MUSIC(1, "Music"),
    FILMS(2, "Films"),
    VEHICLES(3, "Vehicles"),
    ART(4, "Art"),
    SPORTS(5, "Sports"),
    TRAVELS(6, "Travels"),
    GAMING(7, "Gaming"),
    PEOPLE(8, "People"),
    COMEDY(9, "Comedy"),
    ENTERTAINMENT(10, "Entertainment"),
    NEWS_AND_POLITICS(11, "News & Politics"),
    HOW_TO(12, "How To"),
    EDUCATION(13, "Education"),
    ACTIVISM(14, "Activism"),
    SCIENCE_AND_TECHNOLOGY(15, "Science & Technology"),
    ANIMALS(16, "Animals"),
    KIDS(17, "Kids"),
    FOOD(18, "Food");

    private final int number;
    private final String title;

    Category(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** Empty for a number that PeerTube did not give. */
    public static Optional<Category> of(int number) {
        return Stream.of(values()).filter(category -> category.number == number).findFirst();
    }

    public int number() {
        return number;
    }

    /** As PeerTube calls it; empty if nothing is said. */
    public String title() {
        return title;
    }
}
