package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One PostgreSQL server for one machine, as durable as any: fsync, synchronous commits, checksums, passwords; on
 * 127.0.0.1 only. Its data outlives us, however we end.
 */
final class Postgres {
    static final String SUPERUSER = "tocsin";
    private static final Duration STARTS = Duration.ofSeconds(60);
    private static final Duration SMART = Duration.ofSeconds(3);
    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(5);

    private final Child child;
    private final int port;
    private final String password;

    private Postgres(Child child, int port, String password) {
        this.child = child;
        this.port = port;
        this.password = password;
    }

    /**
     * Unpacks, initialises, starts: whatever of it is still to do; returns when the server takes connections.
     *
     * @param directory kept between runs; holds the binaries and the data
     */
    static Postgres start(Path directory, int port, Secrets secrets, Leash leash, LogFile log, Leftovers leftovers)
            throws IOException, Refusal {
        Files.createDirectories(directory);
        var binaries = PostgresBinaries.under(directory);
        var password = secrets.password("TOCSIN_POSTGRES_PASSWORD");
        if (!Files.exists(data(directory))) initialise(directory, binaries, leash, password, log);
        clearForeignPid(directory);
        var account = Account.writing(directory);
        var child = Child.start(
                "database",
                leash.around(account.words(), "INT", server(binaries, directory, port)),
                Map.of(),
                directory,
                log);
        leftovers.remember(child);
        awaitReady(child, directory);
        return new Postgres(child, port, password);
    }

    String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String password() {
        return password;
    }

    Child child() {
        return child;
    }

    /** First as PostgreSQL likes it (wait for clients), then fast, then at once; committed rows survive each. */
    void stop() {
        child.signal("TERM");
        if (child.endsWithin(SMART)) return;
        child.signal("INT");
        if (child.endsWithin(FAST)) return;
        child.signal("QUIT");
        if (child.endsWithin(IMMEDIATE)) return;
        child.kill();
    }

    static Path data(Path directory) {
        return directory.resolve(PostmasterPid.DATA);
    }

    /** Into a directory beside, then moved: a data directory that exists is a whole one. */
    private static void initialise(Path directory, PostgresBinaries binaries, Leash leash, String password, LogFile log)
            throws IOException, Refusal {
        var fresh = directory.resolve("data.partial");
        var passwordFile = directory.resolve("password.partial");
        Trees.delete(fresh);
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        var account = Account.writing(directory);
        var command = List.of(
                binaries.initdb().toString(),
                "-D",
                fresh.toString(),
                "-U",
                SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        var initdb = Child.start("initdb", leash.around(account.words(), "KILL", command), Map.of(), directory, log);
        if (!initdb.endsWithin(STARTS) || initdb.exitCode() != 0) {
            initdb.kill();
            throw new Refusal("The database could not be set up in %s.".formatted(directory), initdb.lastLines());
        }
        Files.delete(passwordFile);
        Files.move(fresh, data(directory), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> server(PostgresBinaries binaries, Path directory, int port) {
        var command = new ArrayList<>(List.of(
                binaries.postgres().toString(), "-D", data(directory).toString(), "-p", Integer.toString(port)));
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=100",
                "shared_buffers=128MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "cluster_name=tocsin")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    /**
     * After a crash the pid in the file may belong to somebody else by now, for whom PostgreSQL would refuse to start.
     * {@link Leftovers} has ended every process of ours, so a living one is not ours; a dead one PostgreSQL handles.
     */
    private static void clearForeignPid(Path directory) throws IOException {
        var recorded = PostmasterPid.in(directory);
        if (recorded.isPresent() && ProcessHandle.of(recorded.get().pid()).isPresent()) {
            Files.delete(PostmasterPid.file(directory));
        }
    }

    private static void awaitReady(Child child, Path directory) throws IOException, Refusal {
        var end = System.nanoTime() + STARTS.toNanos();
        while (child.isAlive() && System.nanoTime() < end) {
            var pid = PostmasterPid.in(directory);
            if (pid.isPresent()
                    && pid.get().pid() == child.handle().pid()
                    && pid.get().isReady()) return;
            if (!Patience.pause()) break;
        }
        if (child.isAlive()) {
            child.kill();
            throw new Refusal(
                    "The database did not get ready within %d s.".formatted(STARTS.toSeconds()), child.lastLines());
        }
        throw new Refusal(
                "The database stopped while it was starting (exit code %d).".formatted(child.exitCode()),
                child.lastLines());
    }
}
