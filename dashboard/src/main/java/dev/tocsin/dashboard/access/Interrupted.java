package dev.tocsin.dashboard.access;

import java.util.List;
import java.util.stream.Stream;

import dev.tocsin.dashboard.web.ErrorPages;
import io.vertx.ext.web.RoutingContext;

/**
 * A form that was sent when its session was over, or before its sender had proved again who they are: kept on the page that
 * asks for the password, and sent to where it belongs when that is right. Secrets in it are typed anew.
 *
 * @param to where the form belongs, with its query
 */
record Interrupted(String to, List<Field> fields) {
    /** The names of what this page adds to the form begin so; nothing else does. */
    private static final String OURS = "tocsin-";

    static final String TO = OURS + "to";
    static final String EMAIL = OURS + "email";
    static final String PASSWORD = OURS + "password";
    private static final int WORTH_SHOWING = 40;

    /** One field as it was sent; long ones are what somebody wrote, and are shown. */
    record Field(String name, String text) {
        public boolean written() {
            return text.length() > WORTH_SHOWING;
        }
    }

    static Interrupted at(RoutingContext context, Stream<Field> sent) {
        return of(context.request().uri(), sent);
    }

    static Interrupted of(String to, Stream<Field> sent) {
        return new Interrupted(
                to, sent.filter(field -> ErrorPages.mayBeKept(field.name())).toList());
    }

    boolean anythingWritten() {
        return fields.stream().anyMatch(Field::written);
    }
}
