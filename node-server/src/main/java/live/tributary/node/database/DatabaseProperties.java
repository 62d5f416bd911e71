// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of the database that the node brings along. None of them matters with {@code spring.datasource.url}.
 *  @param start whether to start it; a command beside a running node only joins
 *  @param runAs the system user that runs it where the node itself is root: PostgreSQL refuses root
 *  @param startTime how long it may take to start: after a crash it reads its journal first */
@ConfigurationProperties("tributary.database")
record DatabaseProperties(
        @DefaultValue("true") boolean start,
        @DefaultValue("nobody") String runAs,
        @DefaultValue("2m") Duration startTime) {

    DatabaseProperties {
        if (!startTime.isPositive()) {
            throw new IllegalArgumentException("tributary.database.start-time must be positive");
        }
    }
}
