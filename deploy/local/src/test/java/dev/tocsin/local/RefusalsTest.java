package dev.tocsin.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each reason not to start is one sentence that says what to do. */
class RefusalsTest {
    @TempDir
    Path data;

    @Test
    void aTakenPortIsNamedWithItsUseAndItsOwner() throws Exception {
        var ports = Free.ports();
        try (var squatter = new ServerSocket()) {
            squatter.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), ports.oncall()));

            assertThatThrownBy(() -> ports.checkFree(true))
                    .isInstanceOf(Refusal.class)
                    .hasMessageMatching(
                            "Port %d, wanted for oncall-service, is taken by .*%d.*; stop that, or choose other ports with --port."
                                    .formatted(
                                            ports.oncall(),
                                            ProcessHandle.current().pid()));
        }
    }

    @Test
    void thePhonesPortMayBeTakenWhenRealTextsAreSent() throws Exception {
        var ports = Free.ports();
        try (var squatter = new ServerSocket()) {
            squatter.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), ports.phones()));

            ports.checkFree(false);

            assertThatThrownBy(() -> ports.checkFree(true)).hasMessageContaining("wanted for the phone simulator");
        }
    }

    @Test
    void aSecondStartOnTheSameDataNamesTheFirst() throws Exception {
        try (var _ = DataLock.on(data)) {
            assertThatThrownBy(() -> DataLock.on(data))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(
                            "%s is in use by another ./tocsin up (pid %d); stop that one, or choose another directory with --data."
                                    .formatted(data, ProcessHandle.current().pid()));
        }
        DataLock.on(data).close();
    }

    @Test
    void aLockFileWithoutItsHolderIsNoObstacle() throws Exception {
        Files.writeString(data.resolve("lock"), "4711\n");

        try (var _ = DataLock.on(data)) {
            assertThat(Files.readString(data.resolve("lock")))
                    .isEqualTo(ProcessHandle.current().pid() + "\n");
        }
    }

    @Test
    void aDiskWithoutRoomIsSaidBeforeAnythingStarts() {
        assertThatThrownBy(() -> DataDirectory.open(data, Long.MAX_VALUE))
                .isInstanceOf(Refusal.class)
                .hasMessageMatching(
                        "The disk of .* has only \\d+ MB left and \\d+ MB are needed; make room, or choose another directory with --data.");
    }

    @Test
    void aDirectoryThatCannotBeIsSaid() throws IOException {
        var file = Files.writeString(data.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("below"), 0))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The data directory " + file.resolve("below") + " cannot be written");
    }

    @Test
    void freshDeletesOurDataButNeverAnybodyElses() throws Exception {
        var directory = DataDirectory.open(data, 0);
        Files.writeString(data.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(directory::empty)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds files but no data of Tocsin; nothing was deleted");
        assertThat(data.resolve("thesis.txt")).exists();

        Files.writeString(data.resolve("secrets"), "");
        Files.createDirectories(data.resolve("postgres/data-18"));
        directory.empty();

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void realTextsNeedTheirSettingsAndTheMissingOnesAreNamed() {
        assertThatThrownBy(() -> Twilio.real(Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_FROM", " ")))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "--with-twilio needs TWILIO_AUTH_TOKEN, TWILIO_FROM, TOCSIN_ONCALL_PUBLIC_URL in the environment.");
    }
}
