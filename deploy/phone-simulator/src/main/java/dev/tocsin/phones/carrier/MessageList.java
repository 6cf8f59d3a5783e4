package dev.tocsin.phones.carrier;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.tocsin.phones.phone.Text;

/** One page of the message list, newest first. */
@JsonNaming(SnakeCaseStrategy.class)
record MessageList(
        int end,
        String firstPageUri,
        String nextPageUri,
        int page,
        int pageSize,
        String previousPageUri,
        int start,
        String uri,
        List<MessageView> messages) {

    static MessageList of(List<Text> found, MessageQuery query, String account) {
        var start = Math.min(found.size(), query.page() * query.pageSize());
        var end = Math.min(found.size(), start + query.pageSize());
        var texts = found.subList(start, end).stream()
                .map(text -> MessageView.of(text, account))
                .toList();
        return new MessageList(
                Math.max(0, end - 1),
                uri(query, account, 0),
                end < found.size() ? uri(query, account, query.page() + 1) : null,
                query.page(),
                query.pageSize(),
                query.page() > 0 ? uri(query, account, query.page() - 1) : null,
                start,
                uri(query, account, query.page()),
                texts);
    }

    private static String uri(MessageQuery query, String account, int page) {
        return "/%s/Accounts/%s/Messages.json?".formatted(MessageView.API_VERSION, account)
                + parameter("To", query.to())
                + parameter("From", query.from())
                + parameter("DateSent>", query.sentFrom().map(Object::toString))
                + parameter("DateSent<", query.sentUntil().map(Object::toString))
                + "PageSize=" + query.pageSize() + "&Page=" + page;
    }

    private static String parameter(String name, Optional<String> value) {
        return value.map(v -> encode(name) + "=" + encode(v) + "&").orElse("");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
