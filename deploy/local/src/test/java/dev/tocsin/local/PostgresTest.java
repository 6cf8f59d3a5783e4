package dev.tocsin.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The real server, as whoever runs the build: root or not. */
class PostgresTest {
    /** Kept from test to test, as it is from start to start. */
    @TempDir
    static Path data;

    private int port;
    private Postgres postgres;
    private Secrets secrets;

    @BeforeEach
    void start() throws Exception {
        port = Free.port();
        secrets = Secrets.in(data.resolve("secrets"));
        startAgain();
        new Databases(postgres, secrets).ensure();
    }

    @AfterEach
    void stop() throws Exception {
        postgres.stop();
        new Leftovers(data).end();
    }

    @Test
    void aCommittedRowSurvivesKillMinusNineOfTheServer() throws Exception {
        try (var connection = connect()) {
            execute(connection, "create table struck (tone text)");
            execute(connection, "insert into struck values ('low')");
        }

        postgres.child().kill();
        new Leftovers(data).end();
        startAgain();

        try (var connection = connect();
                var rows = connection.createStatement().executeQuery("select tone from struck")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("low");
        }
    }

    @Test
    void aPidFileThatNamesAStrangerDoesNotKeepTheServerDown() throws Exception {
        postgres.stop();
        var stranger = Long.toString(ProcessHandle.current().pid());
        Files.writeString(
                PostmasterPid.file(data.resolve("postgres")),
                stranger + "\n" + Postgres.data(data.resolve("postgres")) + "\n1\n" + port
                        + "\n\n127.0.0.1\n\nready\n");

        startAgain();

        assertThat(postgres.child().isAlive()).isTrue();
    }

    @Test
    void theServerIsDurableAndChecksItsPages() throws Exception {
        try (var connection = connect()) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "data_checksums")).isEqualTo("on");
            assertThat(setting(connection, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(connection, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aWrongPasswordAndAForeignDatabaseAreRefused() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("oncall"), "oncall", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        postgres.url("monitor"), "oncall", Databases.passwordOf("oncall", secrets)))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void makingTheDatabasesTwiceChangesNothing() throws Exception {
        try (var connection = connect()) {
            execute(connection, "create table bell (tone text)");
        }

        new Databases(postgres, secrets).ensure();

        try (var connection = connect();
                var rows = connection.createStatement().executeQuery("select count(*) from bell")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void theNextStartEndsAServerWhoseLauncherIsGone() throws Exception {
        var orphan = postgres.child();

        var ended = new Leftovers(data).end();

        assertThat(ended).isPositive();
        assertThat(orphan.endsWithin(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void theSecretsAreReadableByTheirOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets"))))
                .isEqualTo("rw-------");
    }

    private void startAgain() throws Exception {
        var log = LogFile.open(data.resolve("logs/database.log"), LogFile.CAP_BYTES, line -> {});
        postgres = Postgres.start(
                data.resolve("postgres"), port, secrets, Leash.ofThisMachine(), log, new Leftovers(data));
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(postgres.url("oncall"), "oncall", Databases.passwordOf("oncall", secrets));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
