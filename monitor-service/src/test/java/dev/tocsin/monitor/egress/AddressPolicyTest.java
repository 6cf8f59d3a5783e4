package dev.tocsin.monitor.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressPolicyTest {
    private final AddressPolicy strict = new AddressPolicy(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:a00:1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:808:808::",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "fd00:ec2::254",
                "fd20:ce::254"
            })
    void privateAndReservedAddressesAreRefused(String address) {
        assertThat(strict.refusal(InetAddress.ofLiteral(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "::ffff:8.8.8.8"
            })
    void publicAddressesAreOpen(String address) {
        assertThat(strict.refusal(InetAddress.ofLiteral(address))).isEmpty();
    }

    /** However a host is spelt, what the system makes of it is judged. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "127.1",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "0",
                "localhost",
                "localhost."
            })
    void unusualSpellingsOfLoopbackGainNothing(String host) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            return; // a spelling that this system does not understand leads nowhere
        }
        assertThat(Stream.of(addresses))
                .filteredOn(a -> a.isLoopbackAddress() || a.isAnyLocalAddress())
                .allMatch(a -> strict.refusal(a).isPresent());
    }

    @Test
    void anAdministratorMayAllowRanges() {
        var policy = new AddressPolicy(List.of(Cidr.parse("10.1.0.0/16"), Cidr.parse("::1")));
        assertThat(policy.refusal(InetAddress.ofLiteral("10.1.255.255"))).isEmpty();
        assertThat(policy.refusal(InetAddress.ofLiteral("10.2.0.0"))).isPresent();
        assertThat(policy.refusal(InetAddress.ofLiteral("::1"))).isEmpty();
        assertThat(policy.refusal(InetAddress.ofLiteral("127.0.0.1"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "100.100.100.200",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1"
            })
    void metadataAddressesAreRefusedWhateverIsAllowed(String address) {
        assertThat(AddressPolicy.trusting().refusal(InetAddress.ofLiteral(address)))
                .isPresent();
    }

    @Test
    void anAllowedIpv6PrefixDoesNotOpenThePrivateAddressInside() {
        var policy = new AddressPolicy(List.of(Cidr.parse("64:ff9b::/96")));
        assertThat(policy.refusal(InetAddress.ofLiteral("64:ff9b::808:808"))).isEmpty();
        assertThat(policy.refusal(InetAddress.ofLiteral("64:ff9b::a00:1"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/33", "10.0.0.0/x", "ten", "10.0.0.0/-1", "''"})
    void aRangeThatIsNoneIsRefusedInWords(String text) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a range");
    }
}
