// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;

/**
 * Somebody on another server, as that server tells it.
 *
 * @param name display name, as the person wrote it
 * @param address such as {@code @ana@pond.example}
 * @param profile the person's page over there
 * @param hue colour of the face, 0–359 degrees
 */
public record RemotePerson(String name, String address, URI profile, int hue) {

    /** What stands for a picture of them. */
    public Person face() {
        return new Person(name, address, hue);
    }
}
