// SPDX-License-Identifier: AGPL-3.0-or-later
/** On every page. */
import "./clock";
import "./copy";
import "./theme-switch";
import "./local-time";
import "./still";
