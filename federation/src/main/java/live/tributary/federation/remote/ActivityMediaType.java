// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.util.Arrays;
import java.util.Locale;

import live.tributary.federation.vocab.ActivityStreams;

/**
 * The two media types that a server gives only to what it says itself (ActivityPub, 3.2). Anything else may be somebody's
 * upload: a file that was stored as a picture and reads like an actor.
 */
final class ActivityMediaType {

    static final String ACCEPT =
            ActivityStreams.MEDIA_TYPE + ", application/ld+json; profile=\"" + ActivityStreams.NAMESPACE + "\"";

    private static final String LD_JSON = "application/ld+json";

    private static final String PROFILE = "profile=";

    private ActivityMediaType() {}

    static boolean matches(String contentType) {
        var parts = contentType.split(";", -1);
        return switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
            case ActivityStreams.MEDIA_TYPE -> true;
            case LD_JSON -> Arrays.stream(parts).skip(1).map(String::strip).anyMatch(ActivityMediaType::isOurProfile);
            default -> false;
        };
    }

    /** RFC 6906, 4: several profiles stand in one parameter, between spaces. */
    private static boolean isOurProfile(String parameter) {
        if (!parameter.regionMatches(true, 0, PROFILE, 0, PROFILE.length())) {
            return false;
        }
        var profiles = parameter.substring(PROFILE.length()).replace("\"", "");
        return Arrays.asList(profiles.strip().split(" +", -1)).contains(ActivityStreams.NAMESPACE);
    }
}
