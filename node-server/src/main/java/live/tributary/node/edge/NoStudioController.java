// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people come who log in to a node without a studio, which is nothing but a directory. */
@Controller
final class NoStudioController {

    @GetMapping("/studio")
    Answer toTheDesk() {
        return Answer.goTo(Desk.ROOT);
    }
}
