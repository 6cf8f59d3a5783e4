package dev.tocsin.oncall.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to. Private, local and reserved ranges are refused unless an administrator allows
 * them; the metadata services of the clouds are refused whatever is allowed. An IPv6 address that carries an IPv4
 * address is judged by both.
 */
public final class AddressPolicy {
    private static final List<Cidr> PRIVATE = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");
    /** AWS, Azure and Google; the ECS and EKS credential endpoints; Alibaba; their IPv6 forms. */
    private static final List<Cidr> METADATA = ranges(
            "169.254.169.254",
            "169.254.170.2",
            "169.254.170.23",
            "100.100.100.200",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "fd20:ce::254");
    /** Where an IPv6 prefix ends and the IPv4 address inside begins. */
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(Cidr.parse("::/96"), 12),
            new Embedding(Cidr.parse("64:ff9b::/96"), 12),
            new Embedding(Cidr.parse("2002::/16"), 2));

    private record Embedding(Cidr prefix, int at) {}

    private final List<Cidr> allowed;

    /** @param allowed ranges that may be reached although they are private */
    public AddressPolicy(List<Cidr> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** For addresses that the operator configured: everything but the metadata services. */
    public static AddressPolicy trusting() {
        return new AddressPolicy(ranges("0.0.0.0/0", "::/0"));
    }

    /** Why the address is refused; empty when it may be connected to. */
    public Optional<String> refusal(InetAddress address) {
        var readings = readings(address.getAddress());
        var text = address.getHostAddress();
        if (readings.stream().anyMatch(r -> within(METADATA, r)))
            return Optional.of(text + " is a cloud metadata address, which is never called");
        var open = readings.stream().allMatch(r -> !within(PRIVATE, r) || within(allowed, r));
        if (open) return Optional.empty();
        return Optional.of(text + " is a private or reserved address that TOCSIN_EGRESS_ALLOW does not allow");
    }

    /** The address itself and any IPv4 address inside it. */
    private static List<byte[]> readings(byte[] address) {
        var inner = EMBEDDINGS.stream()
                .filter(e -> e.prefix.contains(address) && !isTiny(address))
                .map(e -> Arrays.copyOfRange(address, e.at, e.at + 4));
        return Stream.concat(Stream.of(address), inner).toList();
    }

    /** {@code ::} and {@code ::1} are addresses of their own, not IPv4 addresses in disguise. */
    private static boolean isTiny(byte[] address) {
        for (var i = 0; i < address.length - 1; i++) if (address[i] != 0) return false;
        return true;
    }

    private static boolean within(List<Cidr> ranges, byte[] address) {
        return ranges.stream().anyMatch(r -> r.contains(address));
    }

    private static List<Cidr> ranges(String... texts) {
        return Stream.of(texts).map(Cidr::parse).toList();
    }
}
