// SPDX-License-Identifier: AGPL-3.0-or-later
/** On the page of a directory where the live teams are. */
import "./directory/days";
import "./directory/own-draw";
import "./directory/sieve";
