package dev.tocsin.monitor.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Asks the operating system. Its call cannot be interrupted, so it runs on threads of its own, and one name that hangs
 * holds one of them, however many probes wait for it.
 */
public final class SystemResolver implements Resolver, AutoCloseable {
    private static final int THREADS = 32;

    static {
        // A cached answer would hide a broken DNS for as long as it lives.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("resolver-", 0).factory());
    private final ConcurrentHashMap<String, CompletableFuture<Answer>> asking = new ConcurrentHashMap<>();

    @Override
    public Answer resolve(String host, Duration within) {
        var literal = literal(host);
        if (literal != null) return literal;
        try {
            return asking.computeIfAbsent(host, this::ask).get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Answer.NoAnswer("the resolver did not answer for " + host + " in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.NoAnswer("interrupted while resolving " + host);
        } catch (ExecutionException e) {
            return new Answer.NoAnswer("the resolver failed for " + host + ": " + e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private CompletableFuture<Answer> ask(String host) {
        var answer = new CompletableFuture<Answer>();
        threads.execute(() -> {
            try {
                answer.complete(lookUp(host));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            } finally {
                asking.remove(host, answer);
            }
        });
        return answer;
    }

    private static Answer lookUp(String host) {
        try {
            return new Answer.Found(Stream.of(InetAddress.getAllByName(host)).toList());
        } catch (UnknownHostException e) {
            return explained(host, String.valueOf(e.getMessage()));
        }
    }

    /** The JDK has one exception for "does not exist" and for "could not ask"; only the system's words differ. */
    static Answer explained(String host, String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        var absent = Stream.of("not known", "no address", "does not resolve", "nodename", "no such host", "invalid")
                .anyMatch(lower::contains);
        return absent
                ? new Answer.NoSuchName("the name " + host + " does not exist")
                : new Answer.NoAnswer("the resolver could not answer for " + host);
    }

    private static Answer literal(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.isEmpty() || (bare.indexOf(':') < 0 && !Character.isDigit(bare.charAt(0)))) return null;
        try {
            return new Answer.Found(List.of(InetAddress.ofLiteral(bare)));
        } catch (IllegalArgumentException e) {
            return null; // a name such as 3com.example
        }
    }
}
