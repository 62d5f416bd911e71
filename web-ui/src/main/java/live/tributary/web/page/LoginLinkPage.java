// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** A one-time link asks once more, so that a link preview does not use it up. Posts to the same address. */
public record LoginLinkPage(Frame frame, Person person) implements Page {}
