// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

/** How somebody tries to be seen more often. */
enum Attack {
    NONE("nobody", 0),
    /** Buys a million viewers for each of twenty groups. */
    FAKE_VIEWERS("a million bought viewers", 20),
    /** Twenty groups name the five tags in most use. */
    TAG_SPAM("the five tags in most use", 20),
    /** Five groups, each of other hands, never go off air. */
    ROUND_THE_CLOCK("on air round the clock", 5),
    /** The same hands run fifty groups, each for twelve hours a week. */
    SPLIT("fifty groups of the same hands", 50),
    /** The same hands run fifty groups round the clock. */
    LOOPS("fifty loops of the same hands", 50),
    /** Three newcomers nobody vouches for to each ten groups, all in the first pool, on air as others are. */
    NEWCOMERS("newcomers", 0),
    /** As many newcomers, each with a language of its own that nobody speaks. */
    INVENTED_LANGUAGES("newcomers with languages of their own", 0);

    /** In the table. */
    final String title;

    /** How many groups the attacker has, but for newcomers, who come with the size of the world. */
    final int groups;

    Attack(String title, int groups) {
        this.title = title;
        this.groups = groups;
    }

    int groups(int honest) {
        return this == NEWCOMERS || this == INVENTED_LANGUAGES ? honest * 3 / 10 : groups;
    }

    /** Where each attacking group is an attacker of its own, and the figures are of one of them. */
    boolean isOfManyHands() {
        return this == FAKE_VIEWERS || this == TAG_SPAM || this == ROUND_THE_CLOCK;
    }
}
