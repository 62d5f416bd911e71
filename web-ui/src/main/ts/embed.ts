// SPDX-License-Identifier: AGPL-3.0-or-later
/** In a frame of somebody else's page. Not the viewer page's own entry: that one is sent with hls.js beside it. */
import "./viewer";
