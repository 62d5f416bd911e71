// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.util.Optional;
import java.util.stream.Stream;

/** The labels that everybody knows. Others, of a policy pack, travel beside them and have no name here. */
public enum ContentLabel {
    VIOLENCE("violence", "Violence"),
    SEXUAL("sexual", "Sexual content"),
    FLASHING("flashing", "Flashing lights"),
    GAMBLING("gambling", "Gambling"),
    SELF_HARM("self-harm", "Self-harm"),
    DRUGS("drugs", "Drugs"),
    LOUD("loud", "Sudden loud sounds"),
    AI_GENERATED("ai-generated", "Made by AI");

    private final String word;
    private final String title;

    ContentLabel(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As it travels. */
    public String word() {
        return word;
    }

    /** In English. */
    public String title() {
        return title;
    }

    /** Empty for a label that not everybody knows. */
    public static Optional<ContentLabel> of(String word) {
        return Stream.of(values()).filter(label -> label.word.equals(word)).findFirst();
    }
}
