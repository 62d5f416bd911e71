// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/**
 * A member as others see them.
 *
 * @param name display name, as the person wrote it
 * @param handle part of addresses, without the at sign
 * @param hue colour of the face, 0–359 degrees
 */
public record Person(String name, String handle, int hue) {

    /** Up to two letters that stand for a face. */
    public String initials() {
        return Initials.of(name);
    }
}
