// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Tells Spring's pool where the node's own database is. */
record EmbeddedConnectionDetails(EmbeddedPostgres.Connection connection) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return connection.url();
    }

    @Override
    public String getUsername() {
        return connection.user();
    }

    @Override
    public String getPassword() {
        return connection.password();
    }
}
