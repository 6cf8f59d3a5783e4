package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds who listens on a port: from /proc on Linux, from lsof elsewhere; nothing where neither tells. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Such as {@code postgres (pid 812)}. */
    static Optional<String> of(int port) {
        var pid = Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
        return pid.map(p -> ProcessHandle.of(p)
                .flatMap(h -> h.info().command())
                .map(command -> Path.of(command).getFileName() + " (pid " + p + ")")
                .orElse("pid " + p));
    }

    private static Optional<Long> fromProc(int port) {
        return socketOf(port).flatMap(PortOwner::holderOf);
    }

    /** The inode of the listening socket; fields of /proc/net/tcp: 1 local address, 3 state, 9 inode. */
    private static Optional<String> socketOf(int port) {
        var suffix = ":%04X".formatted(port);
        for (var table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            try (var lines = Files.lines(Path.of(table))) {
                var inode = lines.map(line -> line.strip().split("\\s+"))
                        .filter(f -> f.length > 9 && f[1].endsWith(suffix) && f[3].equals(LISTENING))
                        .map(f -> f[9])
                        .findFirst();
                if (inode.isPresent()) return inode;
            } catch (IOException noSuchTable) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> holderOf(String inode) {
        var wanted = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, wanted))
                .findFirst();
    }

    private static boolean holds(long pid, String wanted) {
        try (var descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.anyMatch(fd -> pointsTo(fd, wanted));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String wanted) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(wanted);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static Optional<Long> fromLsof(int port) {
        return Shell.firstLine("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                .map(Long::parseLong);
    }
}
