package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.timing.Deadline;

/**
 * Sends ICMP echoes by the system's own program, which may open the socket that we may not. It gets an argument vector
 * and a literal address, never a name and never a shell; at most {@link #AT_ONCE} run, each within its deadline.
 */
final class Ping {
    private static final int AT_ONCE = 16;
    private static final int OUTPUT = 16 * 1024;
    private static final Pattern REPLY = Pattern.compile(
            "(?:ttl|hlim)=(\\d{1,3}) .*?time[=<](\\d{1,9}(?:\\.\\d{1,6})?) ?ms", Pattern.CASE_INSENSITIVE);
    private static final String ADVICE =
            "allow it with sysctl -w net.ipv4.ping_group_range='0 2147483647', or give ping the capability cap_net_raw";

    private final String program;
    private final Semaphore hands = new Semaphore(AT_ONCE);

    /** @param program a path, or a name to be found on the path */
    Ping(String program) {
        this.program = program;
    }

    /**
     * @param received how many came back
     * @param roundTrip the mean of those
     * @param hops the time to live of the last
     */
    record Echoes(int sent, int received, Optional<Duration> roundTrip, Optional<Integer> hops) {}

    /** @throws Trouble ours when this host cannot ping, with what to do about it */
    Echoes of(InetAddress address, int count, Deadline deadline) throws Trouble {
        try {
            if (!hands.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS))
                throw Trouble.ours("too many pings at once; it was not our turn in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.ours("interrupted", e);
        }
        try {
            return run(address, count, deadline);
        } finally {
            hands.release();
        }
    }

    private Echoes run(InetAddress address, int count, Deadline deadline) throws Trouble {
        var seconds = Math.max(1, deadline.left().plusMillis(999).toSeconds());
        var process = started(List.of(
                program,
                "-c",
                String.valueOf(count),
                "-i",
                "0.2",
                "-w",
                String.valueOf(seconds),
                address.getHostAddress()));
        try {
            deadline.guard(process::destroyForcibly);
            var output = new String(process.getInputStream().readNBytes(OUTPUT), StandardCharsets.UTF_8);
            process.getInputStream().close();
            return echoes(output, count, process.waitFor());
        } catch (IOException e) {
            throw Trouble.ours("the program ping broke off: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.ours("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process started(List<String> words) throws Trouble {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException e) {
            throw Trouble.ours(
                    "this host has no program \"%s\"; install iputils-ping, or name one in TOCSIN_PING"
                            .formatted(program),
                    e);
        }
    }

    /** Pure. 0 and 1 are answers, everything else is ping's own trouble (iputils, BusyBox). */
    static Echoes echoes(String output, int sent, int exit) throws Trouble {
        var replies = REPLY.matcher(output);
        var received = 0;
        var millis = 0.0;
        var hops = Optional.<Integer>empty();
        while (replies.find()) {
            received++;
            hops = Optional.of(Integer.parseInt(replies.group(1)));
            millis += Double.parseDouble(replies.group(2));
        }
        if (received == 0) trouble(output, exit);
        var mean = received == 0
                ? Optional.<Duration>empty()
                : Optional.of(Duration.ofNanos(Math.round(millis / received * 1e6)));
        return new Echoes(sent, received, mean, hops);
    }

    private static void trouble(String output, int exit) throws Trouble {
        var lower = output.toLowerCase(Locale.ROOT);
        if (lower.contains("not permitted")
                || lower.contains("permission denied")
                || lower.contains("lacking privilege")) throw Trouble.ours("this host does not let us ping; " + ADVICE);
        if (lower.contains("network is unreachable") || lower.contains("address family not supported"))
            throw Trouble.ours("this host has no way there: network is unreachable");
        var stopped = exit > 128; // by us, at the deadline
        if (exit != 0 && exit != 1 && !stopped)
            throw Trouble.ours("ping failed with code %d: %s".formatted(exit, firstLine(output)));
    }

    private static String firstLine(String output) {
        var line = output.strip().lines().findFirst().orElse("it said nothing");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
