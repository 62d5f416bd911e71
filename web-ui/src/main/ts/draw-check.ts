// SPDX-License-Identifier: AGPL-3.0-or-later
/** On the page where a draw is checked. */
import "./directory/draw-check";
