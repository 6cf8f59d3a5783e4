package dev.tocsin.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTest {
    private static final Ports PORTS = new Ports(8080);

    @TempDir
    Path data;

    @Test
    void theServicesAreToldOfEachOtherAndShareTheirSecrets() throws Exception {
        var services = plan(true);

        var oncall = environment(services, "oncall-service");
        var postmortem = environment(services, "postmortem-service");
        var phones = environment(services, "phone-simulator");
        assertThat(oncall)
                .containsEntry("TOCSIN_HTTP_PORT", "8082")
                .containsEntry("TOCSIN_MANAGEMENT_PORT", "8092")
                .containsEntry("TOCSIN_PUBLIC_URL", "http://localhost:8080")
                .containsEntry("TWILIO_API_URL", "http://127.0.0.1:8084")
                .containsEntry("TOCSIN_DB_URL", "jdbc:postgresql://127.0.0.1:8085/oncall")
                .containsEntry("TOCSIN_WEBHOOK_SECRET", postmortem.get("TOCSIN_WEBHOOK_SECRET"))
                .containsEntry("TWILIO_AUTH_TOKEN", phones.get("TWILIO_AUTH_TOKEN"));
        assertThat(phones).containsEntry("PHONES_INBOUND_URL", "http://127.0.0.1:8082/twilio/sms/inbound");
        assertThat(environment(services, "dashboard"))
                .containsEntry("TOCSIN_PHONES_URL", "http://localhost:8084")
                .containsEntry("TOCSIN_DEMO", "false");
        assertThat(services)
                .allSatisfy(s -> assertThat(s.environment()).containsEntry("TOCSIN_HTTP_HOST", "127.0.0.1"));
        assertThat(List.of("TOCSIN_DB_PASSWORD"))
                .allSatisfy(key -> assertThat(oncall.get(key)).isNotEqualTo(postmortem.get(key)));
    }

    @Test
    void withARealCarrierThereAreNoPhones() throws Exception {
        var services = plan(false);

        assertThat(services).extracting(ServiceSpec::name).doesNotContain("phone-simulator");
        assertThat(environment(services, "dashboard")).doesNotContainKey("TOCSIN_PHONES_URL");
        assertThat(environment(services, "oncall-service"))
                .containsEntry("TOCSIN_ONCALL_PUBLIC_URL", "https://oncall.example.com");
    }

    @Test
    void theFirstPasswordIsPassedOnOnlyWhileItExists() throws Exception {
        var secrets = Secrets.in(data.resolve("secrets"));
        FirstSignIn.prepare(secrets);
        assertThat(environment(plan(true), "oncall-service")).containsKey("TOCSIN_BOOTSTRAP_PASSWORD");

        secrets.forget(Secrets.FIRST_PASSWORD);

        assertThat(environment(plan(true), "oncall-service")).doesNotContainKey("TOCSIN_BOOTSTRAP_PASSWORD");
    }

    private List<ServiceSpec> plan(boolean phones) throws Exception {
        var secrets = Secrets.in(data.resolve("secrets"));
        var twilio = phones
                ? Twilio.simulated(secrets, PORTS)
                : new Twilio("AC1", "token", "+15005550006", "https://api.twilio.com", "https://oncall.example.com");
        return new Plan(Path.of("/src"), PORTS, secrets, twilio, phones, false).services();
    }

    private static Map<String, String> environment(List<ServiceSpec> services, String name) {
        return services.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow()
                .environment();
    }
}
