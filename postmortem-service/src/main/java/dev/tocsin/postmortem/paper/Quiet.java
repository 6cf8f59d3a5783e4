package dev.tocsin.postmortem.paper;

import java.util.logging.Level;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import io.quarkus.logging.Log;

/** Sends what the renderer has to say to our own log; it tells of every style sheet, so only at debug. */
final class Quiet implements XRLogger {
    @Override
    public void log(String where, Level level, String message) {
        Log.debugf("paper %s: %s", where, message);
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
        Log.debugf(cause, "paper %s: %s", where, message);
    }

    @Override
    public void setLevel(String logger, Level level) {
        // Our own log's settings decide.
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return Log.isDebugEnabled();
    }
}
