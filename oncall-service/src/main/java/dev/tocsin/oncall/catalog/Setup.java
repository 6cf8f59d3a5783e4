package dev.tocsin.oncall.catalog;

/** How to make a tool report here, ready to copy: {@code url} is where it sends, {@code where} the text belongs. */
record Setup(String url, String where, String text) {

    /**
     * @param base this service's URL as tools reach it
     * @param key the integration's key, which is shown once and only here
     */
    static Setup of(Integration.Kind kind, String base, String key) {
        return switch (kind) {
            case EVENTS_V2 -> eventsV2(base + "/v2/enqueue", key);
            case ALERTMANAGER -> alertmanager(base + "/in/alertmanager", key);
            case GRAFANA -> grafana(base + "/in/grafana", key);
            case GENERIC -> generic(base + "/in/generic", key);
            case NAGIOS -> nagios(base + "/in/nagios", key);
        };
    }

    private static Setup eventsV2(String url, String key) {
        return new Setup(url, "A command that raises an incident", """
                curl -H 'Content-Type: application/json' %s -d '{
                  "routing_key": "%s", "event_action": "trigger", "dedup_key": "disk-full",
                  "payload": {"summary": "disk 97 %% full", "source": "db1", "severity": "critical"}
                }'""".formatted(url, key));
    }

    private static Setup alertmanager(String url, String key) {
        return new Setup(url, "alertmanager.yml, under receivers", """
                  - name: tocsin
                    webhook_configs:
                      - url: %s
                        send_resolved: true
                        http_config:
                          authorization:
                            credentials: %s""".formatted(url, key));
    }

    private static Setup grafana(String url, String key) {
        return new Setup(
                url, "provisioning/alerting/tocsin.yaml, or the same under Contact points", """
                apiVersion: 1
                contactPoints:
                  - orgId: 1
                    name: tocsin
                    receivers:
                      - uid: tocsin
                        type: webhook
                        settings:
                          url: %s
                          httpMethod: POST
                          authorization_scheme: Bearer
                          authorization_credentials: %s""".formatted(url, key));
    }

    private static Setup generic(String url, String key) {
        return new Setup(
                url, "A command that raises an incident; action=close with the same dedup ends it", """
                curl -fsS -H 'Authorization: Bearer %s' %s \\
                  -d summary='disk 97 %% full' -d dedup=disk-full -d severity=critical""".formatted(
                                key, url));
    }

    /**
     * One command for hosts and services. Nagios runs it once and kills it after 30 s, so curl itself must try again. It
     * takes the characters that a shell would act on out of what plug-ins say (illegal_macro_output_chars), and what is
     * quoted here is quoted for the rest.
     */
    private static Setup nagios(String url, String key) {
        var fields = """
                type=$NOTIFICATIONTYPE$ host=$HOSTNAME$ service=$SERVICEDESC$ state=$SERVICESTATE$ output=$SERVICEOUTPUT$ \
                hoststate=$HOSTSTATE$ hostoutput=$HOSTOUTPUT$ at=$TIMET$ author=$NOTIFICATIONAUTHOR$ \
                comment=$NOTIFICATIONCOMMENT$""";
        var data = fields.strip().replaceAll("(\\S+)=(\\S+)", "--data-urlencode \"$1=$2\"");
        return new Setup(url, "commands.cfg and contacts.cfg", """
                define command {
                  command_name  notify-tocsin
                  command_line  /usr/bin/curl -fsS -m 8 --retry 5 --retry-max-time 25 --retry-all-errors -H "Authorization: Bearer %s" %s %s
                }
                define contact {
                  contact_name                   tocsin
                  host_notification_commands     notify-tocsin
                  service_notification_commands  notify-tocsin
                  host_notification_period       24x7
                  service_notification_period    24x7
                  host_notification_options      d,u,r,f,s
                  service_notification_options   w,u,c,r,f,s
                }""".formatted(key, data, url));
    }
}
