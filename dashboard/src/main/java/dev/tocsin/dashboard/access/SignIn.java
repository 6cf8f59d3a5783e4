package dev.tocsin.dashboard.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import dev.tocsin.dashboard.access.AccessClient.Credentials;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.FormGuard;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Signs somebody in on a page that must not be left, because their text stands on it. */
@ApplicationScoped
public class SignIn {
    /** What became of it. */
    public sealed interface Outcome {
        /** Signed in for the rest of this request; the answer must carry the cookie. */
        record In(Viewer viewer, NewCookie cookie) implements Outcome {}

        /** Not signed in, and why in one sentence. */
        record Refused(String why) implements Outcome {}
    }

    private final AccessClient access;
    private final SessionCookie cookie;

    SignIn(@RestClient AccessClient access, SessionCookie cookie) {
        this.access = access;
        this.cookie = cookie;
    }

    public Outcome with(String email, String password, RoutingContext context) {
        try {
            var address = context.request().remoteAddress().hostAddress();
            var session = ONCALL.call(() -> access.signIn(address, new Credentials(email.strip(), password)));
            if (session.person().mustChangePassword())
                return new Outcome.Refused(say(AccessWords.class).youMustChooseANewPassword());
            var viewer = SessionProvider.viewer(
                    ONCALL.call(() -> access.exchange(new SessionRequest(session.session()).bearer())));
            CurrentViewer.remember(context, viewer);
            FormGuard.renewed(context, session.session());
            Log.infof("signed in on the page person=%s", viewer.id());
            return new Outcome.In(viewer, cookie.holding(session.session(), session.expiresAt()));
        } catch (CallFailed failure) {
            return new Outcome.Refused(why(failure));
        }
    }

    private static String why(CallFailed failure) {
        return why(failure, say(AccessWords.class).thisEMailAndPasswordDo());
    }

    /** Why a password was not taken, for people. */
    static String why(CallFailed failure, String wrong) {
        return switch (failure) {
            case CallFailed.Refused refused
            when refused.status() == 429 -> say(AccessWords.class).tooManyTriesWaitAMinute();
            case CallFailed.Refused _ -> wrong;
            case CallFailed.ServiceDown down -> down.getMessage();
        };
    }
}
