package dev.tocsin.local;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;

/** Stands for a service: gets ready, or falls with a last word. */
final class FakeService {
    private FakeService() {}

    /** Arguments: a port to be healthy on, or a sentence to fall with. */
    public static void main(String[] args) throws Exception {
        if (!args[0].matches("\\d+")) {
            System.out.println(args[0]);
            System.exit(3);
        }
        var server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(args[0])), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("healthy");
    }

    static ServiceSpec healthy(int port) {
        return spec("healthy-service", Integer.toString(port), port);
    }

    static ServiceSpec falling(String lastWord) {
        return spec("falling-service", lastWord, 1);
    }

    private static ServiceSpec spec(String name, String argument, int port) {
        return new ServiceSpec(
                name,
                java(FakeService.class, argument),
                Map.of(),
                URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }

    /** A Java process on our own class path. */
    static List<String> java(Class<?> main, String... arguments) {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
