// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/** SQL of what is said of broadcasts, which stands in the rows of channels and of broadcasts. */
final class AboutStore {

    /** What {@link #read} needs of either table. */
    static final String COLUMNS = "description, language, category, tags, warning";

    private final JdbcClient db;

    AboutStore(JdbcClient db) {
        this.db = db;
    }

    /** Of the next broadcast. */
    void put(ChannelId channel, About about) {
        given(about, db.sql("""
                UPDATE broadcast.channel
                   SET description = :description, language = :language, category = :category, tags = :tags,
                       warning = :warning
                 WHERE id = :id""")).param("id", channel.value()).update();
    }

    void put(BroadcastId broadcast, About about) {
        given(about, db.sql("""
                UPDATE broadcast.broadcast
                   SET description = :description, language = :language, category = :category, tags = :tags,
                       warning = :warning
                 WHERE id = :id""")).param("id", broadcast.value()).update();
    }

    private static StatementSpec given(About about, StatementSpec statement) {
        return statement
                .param("description", about.description().value())
                .param("language", about.language().tag())
                .param("category", about.category().number())
                .param("tags", about.tags().stream().map(Tag::value).collect(Collectors.joining(" ")))
                .param("warning", about.warning().reason());
    }

    static About read(ResultSet row) throws SQLException {
        return new About(
                new Description(row.getString("description")),
                new Language(row.getString("language")),
                Category.of(row.getInt("category")).orElse(Category.NONE),
                Tag.parseAll(row.getString("tags")).orElseThrow(),
                new Warning(row.getString("warning")));
    }
}
