// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package live.tributary.federation.delivery;

import org.jspecify.annotations.NullMarked;
