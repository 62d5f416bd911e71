// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.broadcast.Channels;
import live.tributary.node.kernel.ConditionalOnFeature;

/** Wires what is remembered of a stream's health; what is measured lives with the stream. */
@AutoConfiguration
@ConditionalOnFeature("studio")
public final class HealthAutoConfiguration {

    @Bean
    HealthMetrics healthMetrics(MeterRegistry registry) {
        return new HealthMetrics(registry);
    }

    @Bean
    HealthRecords healthRecords(JdbcClient db, Channels channels, TransactionOperations transactions) {
        return new HealthRecords(new HealthRecordStore(db), channels, transactions);
    }
}
