package dev.tocsin.phones.carrier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.phones.fault.Fault;
import dev.tocsin.phones.fault.Faults;
import dev.tocsin.phones.truth.TruthLog;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Stands before every request to send a text and draws its fault: a refusal must come before the body is read. */
@ApplicationScoped
class FaultGate {
    private static final String KEY = "fault";
    private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

    private final Faults faults;
    private final TruthLog truth;

    FaultGate(Faults faults, TruthLog truth) {
        this.faults = faults;
        this.truth = truth;
    }

    void open(@Observes Router router) {
        router.routeWithRegex(HttpMethod.POST, "/2010-04-01/Accounts/[^/]+/(?:Messages|Calls)\\.json")
                .order(BEFORE_EVERYTHING)
                .handler(this::draw);
    }

    static Fault faultOf(RoutingContext exchange) {
        return exchange.get(KEY, new Fault.None());
    }

    private void draw(RoutingContext exchange) {
        var fault = faults.nextRequest();
        if (fault instanceof Fault.Refuse) {
            truth.add("request", "decision", "cut before the body", "fault", fault.toString());
            exchange.request().connection().close();
            return;
        }
        exchange.put(KEY, fault);
        exchange.next();
    }
}
