package dev.tocsin.monitor.history;

import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import dev.tocsin.monitor.database.Row;

/** Reads the rows of the rolled-up tables. */
final class Figures {
    private Figures() {}

    /** All of a row of this table as one bucket. */
    static Bucket sum(String table, Row row) {
        return table.equals("rollup_minute") ? chunk(row).sum() : bucket(row);
    }

    static Chunk chunk(Row row) {
        return Chunk.unpacked(row.instant("at"), row.bytes("figures"));
    }

    static Bucket bucket(Row row) {
        var bucket = new Bucket();
        bucket.read(ByteArrayInput.wrap(row.bytes("figures")));
        return bucket;
    }
}
