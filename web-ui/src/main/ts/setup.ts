// SPDX-License-Identifier: AGPL-3.0-or-later
/** On the last step of the set-up. */
import "./waiting-light";
