package dev.tocsin.bench;

import java.nio.file.Path;

/** {@code ./tocsin bench paging [--data DIR] [--incidents N]}: needs a running {@code ./tocsin up}. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of(".tocsin");
        var incidents = 200;
        if (arguments.length == 0 || !arguments[0].equals("paging")) throw usage();
        for (var i = 1; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) throw usage();
            switch (arguments[i]) {
                case "--data" -> data = Path.of(arguments[i + 1]);
                case "--incidents" -> incidents = Math.clamp(Integer.parseInt(arguments[i + 1]), 1, 5_000);
                default -> throw usage();
            }
        }
        System.out.println(new PagingBench(Running.in(data)).run(incidents));
    }

    private static IllegalArgumentException usage() {
        return new IllegalArgumentException("usage: ./tocsin bench paging [--data DIR] [--incidents N]");
    }
}
