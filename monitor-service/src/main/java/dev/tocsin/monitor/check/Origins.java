package dev.tocsin.monitor.check;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.database.Database;

/** Which checks are edited in code. While no file is configured nobody edits there, so they are everybody's again. */
@ApplicationScoped
class Origins {
    private final Database database;
    private final CodeConfig config;

    Origins(Database database, CodeConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Whether what is edited in code is edited nowhere else. */
    boolean rule() {
        return config.source().isPresent();
    }

    /** @throws Problem.Refusal saying where it is edited */
    void demandEditable(UUID check) {
        if (!rule()) return;
        database.first(
                        "select key, file, line from check_code where check_id = ?",
                        row -> new Origin(row.text("key"), row.text("file"), row.integer("line")),
                        check)
                .ifPresent(origin -> {
                    throw Problem.conflict("the check cannot be changed here: " + origin.words());
                });
    }

    void forget(UUID check) {
        database.update("delete from check_code where check_id = ?", check);
    }
}
