// SPDX-License-Identifier: AGPL-3.0-or-later
/** On the page of the rules about other servers. */
import "./file-field";
