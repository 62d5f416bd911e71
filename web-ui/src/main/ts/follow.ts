// SPDX-License-Identifier: AGPL-3.0-or-later
/** On the page where people of other servers follow a team. */
import "./remember";
