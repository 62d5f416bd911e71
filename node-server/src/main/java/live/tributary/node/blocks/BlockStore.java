// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.domains.DomainName;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** SQL of who is kept out. */
final class BlockStore {

    private static final String COLUMNS = "SELECT team, member, target, kind, blocked_at FROM blocks.block";

    /** What is kept out of a ground by itself, not by the team or the node around it. */
    private static final String OWN =
            " WHERE team IS NOT DISTINCT FROM CAST(:team AS uuid) AND member IS NOT DISTINCT FROM CAST(:member AS uuid)";

    /** What is kept out of a ground, by whomever. */
    private static final String REACHING =
            " WHERE (team IS NULL OR team = CAST(:team AS uuid) AND (member IS NULL OR member = CAST(:member AS uuid)))";

    private final JdbcClient db;

    BlockStore(JdbcClient db) {
        this.db = db;
    }

    boolean holds(Ground ground, URI somebody) {
        return !on(ground, COLUMNS + REACHING + """
                 AND (target = :somebody AND kind = 'SOMEBODY'
                      OR target = ANY (string_to_array(:servers, chr(10))) AND kind = 'SERVER')
                 LIMIT 1""")
                .param("somebody", somebody.toString())
                .param("servers", String.join("\n", Names.of(somebody)))
                .query((row, _) -> block(row))
                .list()
                .isEmpty();
    }

    List<Block> reaching(Ground ground) {
        return on(ground, COLUMNS + REACHING).query((row, _) -> block(row)).list();
    }

    /** The latest first. */
    List<Block> of(Ground ground) {
        return on(ground, COLUMNS + OWN + " ORDER BY blocked_at DESC, target")
                .query((row, _) -> block(row))
                .list();
    }

    /** Whoever keeps somebody out of what is the same team's, or the node's, waits until the transaction ends. */
    void lock(Ground ground) {
        db.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('blocks ' || :whose, 0))) AS locked")
                .param("whose", String.valueOf(team(ground)))
                .query(Integer.class)
                .single();
    }

    int count(Ground ground) {
        return on(ground, "SELECT count(*) FROM blocks.block" + OWN)
                .query(Integer.class)
                .single();
    }

    /** Who is there already stays as they are. */
    void add(Block block) {
        on(block.ground(), """
                INSERT INTO blocks.block (team, member, target, kind, blocked_at)
                VALUES (CAST(:team AS uuid), CAST(:member AS uuid), :target, :kind, :at) ON CONFLICT DO NOTHING""")
                .param("target", block.stranger().text())
                .param("kind", kind(block.stranger()))
                .param("at", Instants.parameter(block.at()))
                .update();
    }

    /** False where there was none. */
    boolean remove(Ground ground, Stranger stranger) {
        return on(ground, "DELETE FROM blocks.block" + OWN + " AND target = :target AND kind = :kind")
                        .param("target", stranger.text())
                        .param("kind", kind(stranger))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec on(Ground ground, String sql) {
        return db.sql(sql).param("team", team(ground)).param("member", member(ground));
    }

    private static @Nullable UUID team(Ground ground) {
        return switch (ground) {
            case Ground.OfNode() -> null;
            case Ground.OfTeam(var team) -> team.value();
            case Ground.OfMember(var team, var _) -> team.value();
        };
    }

    private static @Nullable UUID member(Ground ground) {
        return switch (ground) {
            case Ground.OfNode _, Ground.OfTeam _ -> null;
            case Ground.OfMember(var _, var member) -> member.value();
        };
    }

    private static String kind(Stranger stranger) {
        return switch (stranger) {
            case Stranger.Somebody _ -> "SOMEBODY";
            case Stranger.Server _ -> "SERVER";
        };
    }

    private static Block block(ResultSet row) throws SQLException {
        var target = row.getString("target");
        var stranger = row.getString("kind").equals("SERVER")
                ? new Stranger.Server(new DomainName(target))
                : new Stranger.Somebody(URI.create(target));
        return new Block(ground(row), stranger, Instants.read(row, "blocked_at"));
    }

    private static Ground ground(ResultSet row) throws SQLException {
        var id = row.getObject("team", UUID.class);
        if (id == null) {
            return new Ground.OfNode();
        }
        var team = new TeamId(id);
        var member = row.getObject("member", UUID.class);
        return member == null ? new Ground.OfTeam(team) : new Ground.OfMember(team, new MemberId(member));
    }
}
