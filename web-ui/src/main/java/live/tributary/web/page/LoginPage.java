// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

/** Log in with handle and password. */
public record LoginPage(Frame frame, String handle, FormErrors errors) implements Page {}
