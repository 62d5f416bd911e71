// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.AccountId;
import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.MemberId;
import live.tributary.node.kernel.TeamId;

/** SQL of seats. A seat that was left stays as a row, because broadcasts point to it. */
final class MemberStore {

    private static final String SELECT = """
            SELECT id, team, account, handle, display_name, role, joined_at
              FROM team.member
             WHERE removed_at IS NULL
            """;

    private final JdbcClient db;

    MemberStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Member> find(MemberId id) {
        return db.sql(SELECT + " AND id = :id")
                .param("id", id.value())
                .query((row, _) -> member(row))
                .optional();
    }

    Optional<Member> find(TeamId team, Handle handle) {
        return db.sql(SELECT + " AND team = :team AND handle = :handle")
                .param("team", team.value())
                .param("handle", handle.value())
                .query((row, _) -> member(row))
                .optional();
    }

    Optional<Member> seat(TeamId team, AccountId account) {
        return db.sql(SELECT + " AND team = :team AND account = :account")
                .param("team", team.value())
                .param("account", account.value())
                .query((row, _) -> member(row))
                .optional();
    }

    List<Member> of(TeamId team) {
        return db.sql(SELECT + " AND team = :team ORDER BY joined_at, id")
                .param("team", team.value())
                .query((row, _) -> member(row))
                .list();
    }

    List<Member> seatsOf(AccountId account) {
        return db.sql(SELECT + " AND account = :account ORDER BY joined_at, id")
                .param("account", account.value())
                .query((row, _) -> member(row))
                .list();
    }

    int countOwners(TeamId team) {
        return db.sql("SELECT count(*) FROM team.member WHERE team = :team AND role = :owner AND removed_at IS NULL")
                .param("team", team.value())
                .param("owner", Role.OWNER.name())
                .query(Integer.class)
                .single();
    }

    void add(Member member) {
        db.sql("""
                INSERT INTO team.member (id, team, account, handle, display_name, role, joined_at)
                VALUES (:id, :team, :account, :handle, :name, :role, :joinedAt)""")
                .param("id", member.id().value())
                .param("team", member.team().value())
                .param("account", member.account().value())
                .param("handle", member.handle().value())
                .param("name", member.name().value())
                .param("role", member.role().name())
                .param("joinedAt", Instants.parameter(member.joinedAt()))
                .update();
    }

    boolean remove(MemberId id, Instant now) {
        return db.sql("UPDATE team.member SET removed_at = :now WHERE id = :id AND removed_at IS NULL")
                        .param("now", Instants.parameter(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                new MemberId(row.getObject("id", UUID.class)),
                new TeamId(row.getObject("team", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                new Handle(row.getString("handle")),
                new DisplayName(row.getString("display_name")),
                Role.valueOf(row.getString("role")),
                Instants.read(row, "joined_at"));
    }
}
