// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import live.tributary.node.kernel.DataDirectory;

/** Brings a database along, unless {@code spring.datasource.url} names one: then nothing here is touched. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
@EnableConfigurationProperties(DatabaseProperties.class)
public final class DatabaseAutoConfiguration {

    /** The pool depends on the details and they on the server: so Spring closes the pool first. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "tributary.database.start", matchIfMissing = true)
    static class OwnServer {

        @Bean
        EmbeddedPostgres embeddedPostgres(DataDirectory data, DatabaseProperties properties) {
            return EmbeddedPostgres.start(data, properties);
        }

        @Bean
        JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
            return new EmbeddedConnectionDetails(postgres.connection());
        }
    }

    /** For a command beside a running node. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "tributary.database.start", havingValue = "false")
    static class ServerOfRunningNode {

        @Bean
        JdbcConnectionDetails embeddedConnection(DataDirectory data) {
            return new EmbeddedConnectionDetails(EmbeddedPostgres.join(data));
        }
    }
}
