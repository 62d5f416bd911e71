// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/**
 * HTML of strangers that the house has made harmless. Pages write it as it is: whoever makes one of these answers for it.
 *
 * @param html a fragment, without scripts, styles and pictures
 */
public record CleanHtml(String html) {}
