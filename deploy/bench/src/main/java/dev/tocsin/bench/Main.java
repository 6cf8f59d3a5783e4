package dev.tocsin.bench;

import java.io.IOException;
import java.nio.file.Path;

/** {@code ./tocsin bench paging [--data DIR] [--incidents N]}: needs a running {@code ./tocsin up}. */
final class Main {
    private static final String USAGE = "usage: ./tocsin bench paging [--data DIR] [--incidents 1..9999]";

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        var data = Path.of(System.getProperty("tocsin.home", "."), ".tocsin");
        var incidents = 200;
        if (arguments.length == 0 || !arguments[0].equals("paging")) fail(USAGE);
        for (var i = 1; i < arguments.length; i += 2) {
            var value = i + 1 < arguments.length ? arguments[i + 1] : "";
            if (arguments[i].equals("--data") && !value.isEmpty()) data = Path.of(value);
            else if (arguments[i].equals("--incidents") && value.matches("[1-9]\\d{0,3}"))
                incidents = Integer.parseInt(value);
            else fail(USAGE);
        }
        try {
            System.out.println(new PagingBench(Running.in(data)).run(incidents));
        } catch (IOException e) {
            fail(e.getMessage());
        }
    }

    private static void fail(String sentence) {
        System.err.println("tocsin: " + sentence);
        System.exit(2);
    }
}
