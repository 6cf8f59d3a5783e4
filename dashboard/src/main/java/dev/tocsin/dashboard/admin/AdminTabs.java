package dev.tocsin.dashboard.admin;

import java.util.List;
import java.util.function.Function;

import dev.tocsin.dashboard.web.Tab;

import static dev.tocsin.dashboard.web.Language.say;

/** The rooms of the administration, as tabs on each of its pages. */
public enum AdminTabs {
    USERS(AdminWords::users, "/admin/users"),
    ROLES(AdminWords::roles, "/admin/roles"),
    CONNECTIONS(AdminWords::connections, "/admin/connections"),
    LIMITS(AdminWords::limits, "/admin/limits"),
    KEYS(AdminWords::keys, "/admin/keys"),
    AUDIT(AdminWords::auditLog, "/audit");

    private final Function<AdminWords, String> label;
    private final String href;

    AdminTabs(Function<AdminWords, String> label, String href) {
        this.label = label;
        this.href = href;
    }

    /** All of them, this one marked as the page one is on. */
    public List<Tab> here() {
        return List.of(values()).stream()
                .map(tab -> new Tab(tab.label.apply(say(AdminWords.class)), tab.href, tab == this, 0))
                .toList();
    }
}
