// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/**
 * The rules of a directory, for its owner: {@code /directory/desk/rules}.
 *
 * @param version that is in force
 * @param typed a line for each rule
 */
public record DeskRulesPage(Frame frame, int version, String typed, FormErrors errors, int appeals) implements Page {}
