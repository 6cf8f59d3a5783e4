package dev.tocsin.monitor.tls;

import java.io.Serial;

import javax.net.ssl.SSLHandshakeException;

/** The handshake was given up because the server's certificate cannot be trusted. Says which one it was. */
public final class Distrusted extends SSLHandshakeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Shown shown;

    Distrusted(String reason, Shown shown, Throwable cause) {
        super(reason, cause);
        this.shown = shown;
    }

    public Shown shown() {
        return shown;
    }
}
