package dev.tocsin.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which services are started with which settings: the one place where they are told of each other. */
final class Plan {
    /** A laptop's own networks may be watched; metadata addresses never may, whatever stands here. */
    private static final String EGRESS = "127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16";

    private final Path home;
    private final Ports ports;
    private final Secrets secrets;
    private final Twilio twilio;
    private final boolean phones;
    private final boolean demo;

    /**
     * @param home the checkout, where the services are built
     * @param phones whether the phone simulator is the carrier
     */
    Plan(Path home, Ports ports, Secrets secrets, Twilio twilio, boolean phones, boolean demo) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.twilio = twilio;
        this.phones = phones;
        this.demo = demo;
    }

    List<ServiceSpec> services() throws IOException {
        var services = new ArrayList<ServiceSpec>();
        services.add(service("oncall-service", 256, ports.oncall(), with(oncall(), database("oncall"))));
        services.add(service("monitor-service", 256, ports.monitor(), with(monitor(), database("monitor"))));
        services.add(
                service("postmortem-service", 192, ports.postmortem(), with(postmortem(), database("postmortem"))));
        services.add(service("dashboard", 192, ports.dashboard(), dashboard()));
        if (phones) services.add(service("deploy/phone-simulator", 128, ports.phones(), phoneSimulator()));
        return services;
    }

    private ServiceSpec service(String module, int megabytes, int port, Map<String, String> own) {
        var jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        var environment = with(common(port), own);
        return new ServiceSpec(
                Path.of(module).getFileName().toString(),
                ServiceSpec.java(jar, megabytes),
                environment,
                URI.create("http://127.0.0.1:%d/q/health/ready".formatted(ports.management(port))));
    }

    private Map<String, String> common(int port) {
        return Map.ofEntries(
                Map.entry("TOCSIN_HTTP_HOST", "127.0.0.1"),
                Map.entry("TOCSIN_HTTP_PORT", Integer.toString(port)),
                Map.entry("TOCSIN_MANAGEMENT_PORT", Integer.toString(ports.management(port))),
                Map.entry("TOCSIN_JSON_LOGS", "false"),
                Map.entry("TOCSIN_PUBLIC_URL", Ports.shown(ports.dashboard()).toString()),
                Map.entry("TOCSIN_ISSUER_URL", Ports.internal(ports.oncall()).toString()),
                Map.entry("TOCSIN_ONCALL_URL", Ports.internal(ports.oncall()).toString()),
                Map.entry("TOCSIN_MONITOR_URL", Ports.internal(ports.monitor()).toString()),
                Map.entry(
                        "TOCSIN_POSTMORTEM_URL",
                        Ports.internal(ports.postmortem()).toString()),
                // glibc otherwise keeps an arena a thread, which costs more memory than it saves time here.
                Map.entry("MALLOC_ARENA_MAX", "2"));
    }

    private Map<String, String> oncall() throws IOException {
        var own = new HashMap<>(Map.of(
                "TOCSIN_ONCALL_PUBLIC_URL", twilio.callbackUrl(),
                "TWILIO_ACCOUNT_SID", twilio.accountSid(),
                "TWILIO_AUTH_TOKEN", twilio.authToken(),
                "TWILIO_FROM", twilio.from(),
                "TWILIO_API_URL", twilio.apiUrl(),
                "TOCSIN_WEBHOOK_SECRET", webhookSecret(),
                "TOCSIN_OPERATOR_TOKEN", operatorToken()));
        own.put("TOCSIN_EGRESS_ALLOW", EGRESS);
        own.put("TOCSIN_SERVICE_TOKEN", serviceToken());
        secrets.find(Secrets.FIRST_PASSWORD).ifPresent(password -> own.put(Secrets.FIRST_PASSWORD, password));
        return own;
    }

    private Map<String, String> monitor() throws IOException {
        return Map.of(
                "TOCSIN_EGRESS_ALLOW",
                EGRESS,
                "TOCSIN_MONITOR_KEY",
                secrets.hex("TOCSIN_MONITOR_KEY", "", 32),
                // What a heartbeat's page tells people to put into their crontabs.
                "TOCSIN_MONITOR_PUBLIC_URL",
                Ports.shown(ports.monitor()).toString());
    }

    private Map<String, String> postmortem() throws IOException {
        return Map.of("TOCSIN_WEBHOOK_SECRET", webhookSecret(), "TOCSIN_SERVICE_TOKEN", serviceToken());
    }

    private Map<String, String> dashboard() throws IOException {
        var own = new HashMap<>(Map.of(
                "TOCSIN_CSRF_KEY", secrets.hex("TOCSIN_CSRF_KEY", "", 32),
                // What a service's page tells people to put into their other tools.
                "TOCSIN_ONCALL_PUBLIC_URL", twilio.callbackUrl(),
                "TOCSIN_DEMO", Boolean.toString(demo)));
        if (phones) own.put("TOCSIN_PHONES_URL", Ports.shown(ports.phones()).toString());
        return own;
    }

    private Map<String, String> phoneSimulator() {
        return Map.of(
                "TWILIO_ACCOUNT_SID", twilio.accountSid(),
                "TWILIO_AUTH_TOKEN", twilio.authToken(),
                "TWILIO_FROM", twilio.from(),
                "PHONES_INBOUND_URL", twilio.callbackUrl() + "/twilio/sms/inbound");
    }

    private Map<String, String> database(String name) throws IOException {
        return Map.of(
                "TOCSIN_DB_URL", Postgres.url(ports.database(), name),
                "TOCSIN_DB_USER", name,
                "TOCSIN_DB_PASSWORD", Databases.passwordOf(name, secrets));
    }

    private String webhookSecret() throws IOException {
        return secrets.base64("TOCSIN_WEBHOOK_SECRET", "whsec_", 32);
    }

    private String serviceToken() throws IOException {
        return secrets.hex("TOCSIN_SERVICE_TOKEN", "", 32);
    }

    String operatorToken() throws IOException {
        return secrets.hex("TOCSIN_OPERATOR_TOKEN", "", 32);
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
