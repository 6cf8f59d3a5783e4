package dev.tocsin.oncall.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** A range of addresses, as in {@code 10.0.0.0/8} or {@code fd00::/8}; a bare address is a range of one. */
public record Cidr(InetAddress network, int bits) {

    /** @throws IllegalArgumentException with a sentence, when the text is no range */
    public static Cidr parse(String text) {
        var slash = text.indexOf('/');
        var host = slash < 0 ? text : text.substring(0, slash);
        try {
            var network = InetAddress.ofLiteral(host);
            var size = network.getAddress().length * 8;
            var bits = slash < 0 ? size : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > size) throw new IllegalArgumentException("too many bits");
            return new Cidr(network, bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a range such as 10.0.0.0/8", e);
        }
    }

    /** Ranges separated by commas. @throws IllegalArgumentException with a sentence about the first that is none */
    public static List<Cidr> parseList(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(Cidr::parse)
                .toList();
    }

    boolean contains(byte[] address) {
        var base = network.getAddress();
        if (base.length != address.length) return false;
        for (var bit = 0; bit < bits; bit += 8) {
            var mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit));
            if (((base[bit / 8] ^ address[bit / 8]) & mask) != 0) return false;
        }
        return true;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }
}
