// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Wires what pages ask about those elsewhere. */
@AutoConfiguration(after = InboxAutoConfiguration.class)
@ConditionalOnBean(KnownActorStore.class)
public final class PeopleAutoConfiguration {

    @Bean
    People people(KnownActorStore store, NameStore names, KnownActors actors) {
        return new People(store, names, actors);
    }
}
