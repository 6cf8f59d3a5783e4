package dev.tocsin.dashboard.postmortems;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.RowCommand;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page that holds a text which could not be saved, whole, and sends it again at a press. */
final class KeptText {
    /**
     * The page.
     *
     * @param token proves the form ours; it must still do so after signing in anew
     * @param signIn where to sign in instead of here, empty when that is not the trouble
     * @param email of whoever tried to sign in here, empty before
     */
    @CheckedTemplate(basePath = "PostmortemPages")
    record kept(
            String token,
            String headline,
            String detail,
            String signIn,
            String email,
            String action,
            List<Field> fields)
            implements TemplateInstance {}

    /** One field of the form as it was sent; long ones are what somebody wrote and are shown. */
    record Field(String name, String text) {
        public boolean written() {
            return text.length() > 40;
        }
    }

    private static final Set<String> CREDENTIALS = Set.of("email", "password");

    private KeptText() {}

    static List<Field> fields(Form form) {
        return form.names().stream()
                .filter(name -> !name.equals(RowCommand.FIELD) && !CREDENTIALS.contains(name))
                .flatMap(name -> form.all(name).stream().map(text -> new Field(name, text)))
                .toList();
    }

    static List<Field> withCommand(Form form) {
        return Stream.concat(
                        fields(form).stream(),
                        form.given(RowCommand.FIELD).stream().map(text -> new Field(RowCommand.FIELD, text)))
                .toList();
    }
}
