package dev.tocsin.local;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** One database and one role a service; made where missing, so that it may run at every start. */
final class Databases {
    private static final List<String> NAMES = List.of("monitor", "oncall", "postmortem");

    private final Postgres postgres;
    private final Secrets secrets;

    Databases(Postgres postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    void ensure() throws IOException, Refusal {
        try (var connection =
                DriverManager.getConnection(postgres.url("postgres"), Postgres.SUPERUSER, postgres.password())) {
            for (var name : NAMES) ensure(connection, name);
        } catch (SQLException e) {
            throw new Refusal("The databases could not be made ready: %s.".formatted(e.getMessage()));
        }
    }

    static String passwordOf(String name, Secrets secrets) throws IOException {
        return secrets.password("TOCSIN_DB_PASSWORD_" + name.toUpperCase(Locale.ROOT));
    }

    /** The names are ours and the passwords are letters and digits, so both may stand in the statement as they are. */
    private void ensure(Connection connection, String name) throws SQLException, IOException {
        var verb = exists(connection, "select 1 from pg_roles where rolname = ?", name) ? "alter" : "create";
        execute(connection, "%s role %s login password '%s'".formatted(verb, name, passwordOf(name, secrets)));
        if (exists(connection, "select 1 from pg_database where datname = ?", name)) return;
        execute(connection, "create database %s owner %s".formatted(name, name));
        execute(connection, "revoke connect on database %s from public".formatted(name));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
