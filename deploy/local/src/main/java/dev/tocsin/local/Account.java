package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As whom PostgreSQL runs. It refuses root, so root hands it to a user namespace, where root's files are its own and no
 * path needs other permissions; where namespaces are forbidden (many containers) to {@code nobody}.
 *
 * @param words what stands before the command; empty for an ordinary user
 */
record Account(List<String> words) {
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U", "--");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    /** The account that can write {@code directory}, which it may have to give away. */
    static Account writing(Path directory) throws Refusal {
        var root = Shell.firstLine("id", "-u").equals(Optional.of("0"));
        // initdb also refuses a user without a name, which some containers give; in the namespace it is nobody.
        var named = Shell.firstLine("id", "-un").isPresent();
        if (!root && (named || !canWrite(NAMESPACE, directory))) return new Account(List.of());
        if (canWrite(NAMESPACE, directory)) return new Account(NAMESPACE);
        giveToNobody(directory);
        if (canWrite(AS_NOBODY, directory)) return new Account(AS_NOBODY);
        throw new Refusal(
                "PostgreSQL refuses to run as root, and neither a user namespace nor the user nobody can write %s; "
                                .formatted(directory)
                        + "run ./tocsin up as an ordinary user, or choose another directory with --data.");
    }

    private static boolean canWrite(List<String> words, Path directory) {
        var question = new ArrayList<>(words);
        question.addAll(List.of("sh", "-c", "test \"$(id -u)\" != 0 && test -w \"$1\"", "sh", directory.toString()));
        return Shell.succeeds(question);
    }

    private static void giveToNobody(Path directory) throws Refusal {
        try (var files = Files.walk(directory)) {
            letPass(directory.getParent());
            for (var file : files.toList()) {
                Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new Refusal("Cannot give %s to the user nobody, as whom PostgreSQL would run: %s."
                    .formatted(directory, e.getMessage()));
        }
    }

    /** Through the data directory, which is otherwise ours alone, but not into anything beside. */
    private static void letPass(Path parent) throws IOException {
        var permissions = Files.getPosixFilePermissions(parent);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(parent, permissions);
    }
}
