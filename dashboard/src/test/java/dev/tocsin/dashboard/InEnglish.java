package dev.tocsin.dashboard;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import dev.tocsin.dashboard.web.English;
import dev.tocsin.dashboard.web.Format;
import dev.tocsin.dashboard.web.Language;
import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.i18n.Message;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets pure code that says something be tested without Quarkus: reads the messages where they stand. */
public class InEnglish implements BeforeAllCallback {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addValueResolver(ValueResolver.builder()
                    .appliesTo(context -> context.getName().equals("counted"))
                    .resolveAsync(InEnglish::counted)
                    .build())
            .addValueResolver(ValueResolver.builder()
                    .applyToName("grouped")
                    .resolveSync(context -> Format.grouped((int) context.getBase()))
                    .build())
            .build();
    private static final Map<Method, Template> TEMPLATES = new ConcurrentHashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        Language.from(InEnglish::find);
    }

    private static <T> T find(Class<T> bundle, Locale locale) {
        return bundle.cast(Proxy.newProxyInstance(
                bundle.getClassLoader(), new Class<?>[] {bundle}, (_, method, values) -> say(method, values)));
    }

    private static String say(Method method, Object[] values) {
        var template = TEMPLATES.computeIfAbsent(
                method, one -> ENGINE.parse(one.getAnnotation(Message.class).value()));
        var said = template.instance();
        var names = method.getParameters();
        for (var i = 0; i < names.length; i++) said.data(names[i].getName(), values[i]);
        return said.render();
    }

    private static CompletionStage<Object> counted(EvalContext context) {
        return context.evaluate(context.getParams().getFirst())
                .thenCompose(noun ->
                        CompletedStage.of(English.counted(((Number) context.getBase()).longValue(), noun.toString())));
    }
}
