package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.time.Duration;

import javax.net.ssl.SSLException;

import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.timing.Stopwatch;

/** Why a conversation broke off, in words for people. */
final class Failing {
    private Failing() {}

    static Trouble explained(IOException e, String wanted, Duration timeout, Stopwatch watch) {
        var doing = watch.phase().doing();
        if (watch.total().compareTo(timeout) >= 0
                && !(e instanceof Trouble trouble && trouble.side() == Trouble.Side.OURS))
            return Trouble.ofTarget("no %s within %s, still %s".formatted(wanted, seconds(timeout), doing), e);
        return switch (e) {
            case Trouble trouble -> trouble;
            case SSLException ssl -> Trouble.ofTarget("TLS: " + ssl.getMessage(), ssl);
            default -> Trouble.ofTarget("the connection broke while %s: %s".formatted(doing, e.getMessage()), e);
        };
    }

    static String seconds(Duration length) {
        var millis = length.toMillis();
        return (millis % 1000 == 0 ? String.valueOf(millis / 1000) : String.valueOf(millis / 1000.0)) + " s";
    }
}
