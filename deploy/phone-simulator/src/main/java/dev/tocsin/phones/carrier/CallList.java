package dev.tocsin.phones.carrier;

import java.util.List;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The calls asked for, newest first, on one page. */
@JsonNaming(SnakeCaseStrategy.class)
record CallList(
        int end,
        String firstPageUri,
        String nextPageUri,
        int page,
        int pageSize,
        String previousPageUri,
        int start,
        String uri,
        List<CallView> calls) {

    static CallList of(List<CallView> calls, String account) {
        var uri = "/%s/Accounts/%s/Calls.json?PageSize=50&Page=0".formatted(MessageView.API_VERSION, account);
        return new CallList(Math.max(0, calls.size() - 1), uri, null, 0, 50, null, 0, uri, calls);
    }
}
