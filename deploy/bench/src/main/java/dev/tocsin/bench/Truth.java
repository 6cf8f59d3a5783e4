package dev.tocsin.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The phone simulator as a wire: it tells what it was asked to send, and remembers its last 50,000 entries only. */
final class Truth implements Wire {
    private final Running tocsin;
    private long read;

    Truth(Running tocsin) {
        this.tocsin = tocsin;
    }

    @Override
    public List<Text> texts() throws IOException, InterruptedException {
        var texts = new ArrayList<Text>();
        for (var line : lines()) {
            var entry = Running.JSON.readTree(line);
            if (!entry.path("kind").asText().equals("request")) continue;
            texts.add(new Text(
                    Instant.parse(entry.path("at").asText()),
                    entry.path("to").asText(),
                    entry.path("body").asText()));
        }
        return texts;
    }

    @Override
    public void forget() throws IOException, InterruptedException {
        var lines = lines();
        if (!lines.isEmpty())
            read = Running.JSON.readTree(lines.getLast()).path("seq").asLong();
    }

    private List<String> lines() throws IOException, InterruptedException {
        return tocsin.get(tocsin.at("phones", "/truth?after=" + read)).lines().toList();
    }
}
