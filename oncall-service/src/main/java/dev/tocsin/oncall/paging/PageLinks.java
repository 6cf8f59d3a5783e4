package dev.tocsin.oncall.paging;

import jakarta.enterprise.context.ApplicationScoped;

/** Addresses on the dashboard, for texts that cannot hold everything. */
@ApplicationScoped
public class PageLinks {
    private final PagingConfig config;

    PageLinks(PagingConfig config) {
        this.config = config;
    }

    public String openIncidents() {
        return config.linkBase() + "/incidents";
    }

    public String onCall() {
        return config.linkBase() + "/on-call";
    }
}
