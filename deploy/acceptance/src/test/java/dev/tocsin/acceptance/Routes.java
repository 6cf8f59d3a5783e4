package dev.tocsin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The pages the dashboard says it has, and an address of each, found by following links as a person would. */
final class Routes {
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#]*)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    /** So many pages of one shape are read: lists lead to many alike. */
    private static final int ALIKE = 12;

    private final List<String> pages;
    private final List<Pattern> patterns;

    private Routes(List<String> pages) {
        this.pages = pages;
        this.patterns = pages.stream()
                .map(page ->
                        Pattern.compile(page.replaceAll("\\{[^}]*}", "[^/?]+").replace(".", "\\.") + "(\\?.*)?"))
                .toList();
    }

    /** Every route that answers a GET with HTML, from the running dashboard's own description of itself. */
    static Routes of(URI management) {
        try (var answer = management.resolve("/q/openapi?format=json").toURL().openStream()) {
            var described = new ObjectMapper().readTree(answer);
            var pages = new ArrayList<String>();
            described.path("paths").properties().forEach(route -> {
                if (isPage(route.getValue().path("get"))) pages.add(route.getKey());
            });
            return new Routes(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPage(JsonNode get) {
        return get.path("responses").path("200").path("content").has("text/html");
    }

    /** An address for each of these routes, by following links from there on; {@code read} answers a page's markup, if it is one. */
    Map<String, String> addresses(Set<String> wanted, List<String> from, Function<String, Optional<String>> read) {
        var found = new LinkedHashMap<String, String>();
        var alike = new HashMap<String, Integer>();
        Set<String> seen = new HashSet<>();
        var next = new ArrayDeque<>(from);
        while (!next.isEmpty() && !found.keySet().containsAll(wanted)) {
            var address = next.poll();
            var shape = ID.matcher(address).replaceAll("ID").replaceAll("\\?.*", "");
            if (!seen.add(address) || route(address).isEmpty()) continue;
            if (alike.merge(shape, 1, Integer::sum) > ALIKE) continue;
            read.apply(address).ifPresent(markup -> {
                route(address).ifPresent(route -> found.putIfAbsent(route, address));
                links(markup).forEach(link -> {
                    if (route(link).filter(route -> !found.containsKey(route)).isPresent()) next.addFirst(link);
                    else next.add(link);
                });
            });
        }
        return found;
    }

    List<String> pages() {
        return pages;
    }

    /** The route an address belongs to: the one with the most of its text fixed. */
    private Optional<String> route(String address) {
        String best = null;
        for (int i = 0; i < pages.size(); i++)
            if (patterns.get(i).matcher(address).matches() && (best == null || fixed(pages.get(i)) > fixed(best)))
                best = pages.get(i);
        return Optional.ofNullable(best);
    }

    private static int fixed(String route) {
        return route.replaceAll("\\{[^}]*}", "").length();
    }

    private static List<String> links(String markup) {
        return LINK.matcher(markup)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .filter(link -> !link.startsWith("/static/") && !link.startsWith("/webjars/"))
                .distinct()
                .toList();
    }
}
