package dev.tocsin.monitor.database;

import java.sql.SQLException;

/** The database refused or could not be reached: our trouble, never a target's. */
public final class DatabaseFailure extends RuntimeException {
    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
