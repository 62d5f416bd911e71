// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/**
 * A team as others see it.
 *
 * @param name as the team wrote it
 * @param handle part of addresses, without the at sign
 * @param mark one to three characters
 * @param hue colour of the mark, 0–359 degrees
 */
public record TeamBadge(String name, String handle, String mark, int hue) {

    /** Path of the team's home. */
    public String path() {
        return "/@" + handle;
    }

    /** Path of the page where people of other servers follow the team. */
    public String followPath() {
        return path() + "/follow";
    }

    /** Path of the page where a member of this team is watched. */
    public String pathOf(Person member) {
        return path() + "/" + member.handle();
    }
}
