// SPDX-License-Identifier: AGPL-3.0-or-later
/** On the page where a channel is watched. */
import "./live-state";
import "./player/player";
import "./travel/carry";
