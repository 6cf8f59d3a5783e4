package dev.tocsin.dashboard.access;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.dashboard.access.AccessClient.Setup;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** The ways in that oncall-service has; the password alone while it does not answer. */
@ApplicationScoped
class Ways {
    private final AccessClient access;

    Ways(@RestClient AccessClient access) {
        this.access = access;
    }

    Setup known() {
        return ONCALL.ask(access::setup).or(Setup.UNKNOWN);
    }
}
