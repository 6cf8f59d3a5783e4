package dev.tocsin.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The published PostgreSQL binaries, unpacked once a version from the jar on the class path. */
final class PostgresBinaries {
    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks into {@code <directory>/bin-<version>} unless that is already there; never leaves half of it. */
    static PostgresBinaries under(Path directory) throws IOException, Refusal {
        var home = directory.resolve("bin-" + version());
        if (Files.isExecutable(home.resolve("bin/postgres"))) return new PostgresBinaries(home);
        var partial = directory.resolve("bin.partial");
        Trees.delete(partial);
        try (var bundle = bundle()) {
            unpack(bundle, partial);
        }
        Trees.delete(home);
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        return new PostgresBinaries(home);
    }

    Path postgres() {
        return home.resolve("bin/postgres");
    }

    Path initdb() {
        return home.resolve("bin/initdb");
    }

    private static String version() throws IOException {
        try (var in = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    private static InputStream bundle() throws Refusal {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var machine = List.of("aarch64", "arm64").contains(System.getProperty("os.arch")) ? "arm_64" : "x86_64";
        var name = "/postgres-%s-%s.txz".formatted(system, machine);
        var bundle = PostgresBinaries.class.getResourceAsStream(name);
        if (bundle == null) {
            throw new Refusal("There are no PostgreSQL binaries for %s on %s in this build (%s)."
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), name));
        }
        return bundle;
    }

    private static void unpack(InputStream bundle, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bundle)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, into);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into))
            throw new IOException("the bundle wants to write outside its directory: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((entry.getMode() & 0100) != 0) {
            permissions.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        Files.setPosixFilePermissions(target, permissions);
    }
}
