package dev.tocsin.oncall.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Drawn;
import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the very line that we tell people to copy, by a shell and with the macros filled in, as Nagios does. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NagiosCommandTest {
    private static final Pattern LINE = Pattern.compile("command_line\\s+(.*)");
    private static final Pattern MACRO = Pattern.compile("\\$(\\w+)\\$");

    @Inject
    Callers callers;

    @Inject
    Drawn drawn;

    @Inject
    Crews crews;

    UUID service;
    String command;

    @BeforeEach
    void anIntegrationForNagios() {
        service = drawn.serviceThatPagesBen("Nagios " + UUID.randomUUID());
        var setup = callers.ben()
                .body("{\"name\":\"nagios4\",\"kind\":\"nagios\"}")
                .post("/api/v1/services/" + service + "/integrations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var line = LINE.matcher(setup.getString("setup.text"));
        assertThat(line.find()).isTrue();
        command = line.group(1).replace("http://localhost:8082", "http://localhost:" + RestAssured.port);
    }

    @Test
    void theLineWeTellPeopleToCopyTriggersAcknowledgesAndResolves() throws Exception {
        assertThat(Files.isExecutable(Path.of("/usr/bin/curl")))
                .as("curl, which the command runs; Debian has it: apt-get install curl")
                .isTrue();
        var disk = Map.of(
                "HOSTNAME",
                "db1",
                "SERVICEDESC",
                "Disk Space",
                "SERVICEOUTPUT",
                "97 % of /var; & so on",
                "TIMET",
                "1795420800");

        notified(disk, "PROBLEM", "CRITICAL");
        assertThat(crews.ask("select title from incident where service_id = ?", service))
                .isEqualTo("db1/Disk Space: CRITICAL, 97 % of /var; & so on");
        assertThat(state()).isEqualTo("TRIGGERED");

        notified(disk, "ACKNOWLEDGEMENT", "CRITICAL");
        assertThat(state()).isEqualTo("ACKNOWLEDGED");

        notified(disk, "RECOVERY", "OK");
        assertThat(state()).isEqualTo("RESOLVED");
    }

    @Test
    void aHostsNotificationLeavesTheMacrosOfServicesEmpty() throws Exception {
        run(Map.of("NOTIFICATIONTYPE", "PROBLEM", "HOSTNAME", "db1", "HOSTSTATE", "DOWN", "HOSTOUTPUT", "no answer"));

        assertThat(crews.ask("select title from incident where service_id = ?", service))
                .isEqualTo("db1: DOWN, no answer");
    }

    private void notified(Map<String, String> macros, String type, String state) throws Exception {
        var all = new HashMap<>(macros);
        all.put("NOTIFICATIONTYPE", type);
        all.put("SERVICESTATE", state);
        run(all);
    }

    private void run(Map<String, String> macros) throws IOException, InterruptedException {
        var line = MACRO.matcher(command)
                .replaceAll(macro -> Matcher.quoteReplacement(macros.getOrDefault(macro.group(1), "")));
        var process = new ProcessBuilder("/bin/sh", "-c", line)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private Object state() {
        return crews.ask("select state from incident where service_id = ?", service);
    }
}
