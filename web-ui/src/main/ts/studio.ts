// SPDX-License-Identifier: AGPL-3.0-or-later
/** On the studio's On air page. */
import "./on-air/on-air";
