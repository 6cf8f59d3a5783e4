package dev.tocsin.dashboard.admin;

import java.util.List;

import dev.tocsin.dashboard.web.Tab;

/** The rooms of the administration, as tabs on each of its pages. */
public enum AdminTabs {
    USERS("Users", "/admin/users"),
    ROLES("Roles", "/admin/roles"),
    CONNECTIONS("Connections", "/admin/connections"),
    LIMITS("Limits", "/admin/limits"),
    KEYS("Keys", "/admin/keys"),
    AUDIT("Audit log", "/audit");

    private final String label;
    private final String href;

    AdminTabs(String label, String href) {
        this.label = label;
        this.href = href;
    }

    /** All of them, this one marked as the page one is on. */
    public List<Tab> here() {
        return List.of(values()).stream()
                .map(tab -> new Tab(tab.label, tab.href, tab == this, 0))
                .toList();
    }
}
