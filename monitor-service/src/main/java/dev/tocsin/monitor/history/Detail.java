package dev.tocsin.monitor.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import dev.tocsin.monitor.timing.Phases;

import static com.datadoghq.sketch.ddsketch.encoding.VarEncodingHelper.decodeSignedVarLong;
import static com.datadoghq.sketch.ddsketch.encoding.VarEncodingHelper.decodeUnsignedVarLong;
import static com.datadoghq.sketch.ddsketch.encoding.VarEncodingHelper.encodeSignedVarLong;
import static com.datadoghq.sketch.ddsketch.encoding.VarEncodingHelper.encodeUnsignedVarLong;

/**
 * What of a result nobody searches by, in about 16 bytes: a byte of flags, then, as far as the flags say, how late the
 * probe began, its phases, the status and the address. Numbers take as many bytes as they need (varints, in
 * microseconds); an address is kept in binary where it is one.
 *
 * @param late how long after its time the probe began
 */
record Detail(
        boolean confirming,
        Duration late,
        Optional<Phases> phases,
        Optional<Integer> status,
        Optional<String> address) {
    private static final int CONFIRMING = 1;
    private static final int LATE = 1 << 1;
    private static final int PHASES = 1 << 2;
    private static final int TLS = 1 << 3;
    private static final int STATUS = 1 << 4;
    private static final int ADDRESS = 1 << 5;
    private static final int USUAL_STATUS = 200;

    private static final int TEXT = 0;
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}):(\\d{1,5})");
    private static final Pattern IPV6 = Pattern.compile("\\[([0-9a-f:.]{2,45})]:(\\d{1,5})");

    /** @param latency the whole, from which the last phase is told */
    byte[] packed(Duration latency) {
        var out = GrowingByteArrayOutput.withInitialCapacity(32);
        try {
            out.writeByte((byte) flags());
            if (late.isPositive()) encodeUnsignedVarLong(out, micros(late));
            if (phases.isPresent()) write(phases.get(), micros(latency), out);
            if (status.isPresent()) encodeSignedVarLong(out, status.get() - USUAL_STATUS);
            if (address.isPresent()) write(address.get(), out);
            return out.trimmedCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Detail unpacked(byte[] packed, Duration latency) {
        var in = ByteArrayInput.wrap(packed);
        try {
            var flags = in.readByte();
            return new Detail(
                    has(flags, CONFIRMING),
                    has(flags, LATE) ? ofMicros(decodeUnsignedVarLong(in)) : Duration.ZERO,
                    has(flags, PHASES) ? Optional.of(phases(in, micros(latency), has(flags, TLS))) : Optional.empty(),
                    has(flags, STATUS) ? Optional.of((int) decodeSignedVarLong(in) + USUAL_STATUS) : Optional.empty(),
                    has(flags, ADDRESS) ? Optional.of(address(in)) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("a stored result that cannot be read", e);
        }
    }

    private int flags() {
        return (confirming ? CONFIRMING : 0)
                | (late.isPositive() ? LATE : 0)
                | (phases.isPresent() ? PHASES : 0)
                | (phases.filter(p -> !p.tls().isZero()).isPresent() ? TLS : 0)
                | (status.isPresent() ? STATUS : 0)
                | (address.isPresent() ? ADDRESS : 0);
    }

    private static boolean has(byte flags, int flag) {
        return (flags & flag) != 0;
    }

    private static void write(Phases phases, long latency, GrowingByteArrayOutput out) throws IOException {
        encodeUnsignedVarLong(out, micros(phases.dns()));
        encodeUnsignedVarLong(out, micros(phases.connect()));
        if (!phases.tls().isZero()) encodeUnsignedVarLong(out, micros(phases.tls()));
        encodeUnsignedVarLong(out, micros(phases.firstByte()));
        encodeSignedVarLong(out, latency - micros(sum(phases)));
    }

    private static Phases phases(ByteArrayInput in, long latency, boolean tls) throws IOException {
        var dns = decodeUnsignedVarLong(in);
        var connect = decodeUnsignedVarLong(in);
        var handshake = tls ? decodeUnsignedVarLong(in) : 0;
        var firstByte = decodeUnsignedVarLong(in);
        var transfer = latency - decodeSignedVarLong(in) - dns - connect - handshake - firstByte;
        return new Phases(
                ofMicros(dns), ofMicros(connect), ofMicros(handshake), ofMicros(firstByte), ofMicros(transfer));
    }

    private static Duration sum(Phases phases) {
        return phases.dns()
                .plus(phases.connect())
                .plus(phases.tls())
                .plus(phases.firstByte())
                .plus(phases.transfer());
    }

    /** A length that says which it is: 4 or 16 bytes and the port, or else a text. */
    private static void write(String address, GrowingByteArrayOutput out) throws IOException {
        var binary = binary(address);
        if (binary.isPresent()) {
            var bytes = binary.get().bytes;
            encodeUnsignedVarLong(out, bytes.length);
            for (var b : bytes) out.writeByte(b);
            encodeUnsignedVarLong(out, binary.get().port);
            return;
        }
        var text = address.getBytes(StandardCharsets.UTF_8);
        encodeUnsignedVarLong(out, TEXT);
        encodeUnsignedVarLong(out, text.length);
        for (var b : text) out.writeByte(b);
    }

    private static String address(ByteArrayInput in) throws IOException {
        var length = (int) decodeUnsignedVarLong(in);
        if (length == TEXT) return new String(bytes(in, (int) decodeUnsignedVarLong(in)), StandardCharsets.UTF_8);
        var host = InetAddress.getByAddress(bytes(in, length)).getHostAddress();
        var port = decodeUnsignedVarLong(in);
        return length == IPV4_LENGTH ? host + ":" + port : "[" + host + "]:" + port;
    }

    private static byte[] bytes(ByteArrayInput in, int length) throws IOException {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) bytes[i] = in.readByte();
        return bytes;
    }

    private record Binary(byte[] bytes, int port) {}

    /** Only where reading it back gives the same text. */
    private static Optional<Binary> binary(String address) {
        for (var pattern : new Pattern[] {IPV4, IPV6}) {
            var matcher = pattern.matcher(address);
            if (!matcher.matches()) continue;
            try {
                var host = InetAddress.ofLiteral(matcher.group(1));
                var port = Integer.parseInt(matcher.group(2));
                var same = host.getHostAddress().equals(matcher.group(1))
                        && matcher.group(2).equals("" + port);
                var length = host.getAddress().length;
                if (same && (length == IPV4_LENGTH || length == IPV6_LENGTH))
                    return Optional.of(new Binary(host.getAddress(), port));
            } catch (IllegalArgumentException _) {
                return Optional.empty(); // only looks like one
            }
        }
        return Optional.empty();
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    static Duration ofMicros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
