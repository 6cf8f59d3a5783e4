package dev.tocsin.monitor.dns;

import java.net.InetAddress;
import java.util.Set;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A name and the type of record wanted of it. */
public final class DnsQuestion {
    /** Those that may be asked for. */
    public static final Set<String> TYPES = Set.of("A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "SOA", "CAA", "PTR");

    /** As much as fits into one packet on any path (DNS flag day 2020). */
    static final int PACKET = 1232;

    private final Record record;

    private DnsQuestion(Record record) {
        this.record = record;
    }

    /** With PTR an address stands for its name under in-addr.arpa. @throws IllegalArgumentException with what is wrong */
    public static DnsQuestion of(String name, String type) {
        if (!TYPES.contains(type))
            throw new IllegalArgumentException("must be one of A, AAAA, CNAME, MX, TXT, NS, SRV, SOA, CAA, PTR");
        return new DnsQuestion(Record.newRecord(absolute(name, type), Type.value(type), DClass.IN));
    }

    private static Name absolute(String name, String type) {
        try {
            if (type.equals("PTR") && name.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*"))
                return ReverseMap.fromAddress(InetAddress.ofLiteral(name));
            var parsed = Name.fromString(name, Name.root);
            if (name.isBlank() || name.chars().anyMatch(c -> c <= ' ' || c > '~')) throw new TextParseException(name);
            return parsed;
        } catch (TextParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a domain name in ASCII", e);
        }
    }

    int type() {
        return record.getType();
    }

    Message message() {
        var message = Message.newQuery(record);
        message.addRecord(new OPTRecord(PACKET, 0, 0), Section.ADDITIONAL);
        message.getHeader().setFlag(Flags.AD);
        return message;
    }

    /** Whether this is what a message asked; anything else was not meant for us. */
    boolean asked(Message answer) {
        var asked = answer.getQuestion();
        return asked != null && asked.getName().equals(record.getName()) && asked.getType() == record.getType();
    }
}
