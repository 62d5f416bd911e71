// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;

/** The media types in which activities are posted (ActivityPub, 7; older software leaves the profile out). */
final class BodyType {

    private static final MimeType ACTIVITY_JSON = MimeType.valueOf("application/activity+json");
    private static final MimeType LD_JSON = MimeType.valueOf("application/ld+json");
    private static final String UTF_8 = "utf-8";

    private BodyType() {}

    /** @param contentType the value of the field; empty where there is none */
    static boolean isActivity(String contentType) {
        try {
            var type = MediaType.parseMediaType(contentType);
            var charset = type.getParameter("charset");
            return (type.equalsTypeAndSubtype(ACTIVITY_JSON) || type.equalsTypeAndSubtype(LD_JSON))
                    && (charset == null || charset.replace("\"", "").equalsIgnoreCase(UTF_8));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
