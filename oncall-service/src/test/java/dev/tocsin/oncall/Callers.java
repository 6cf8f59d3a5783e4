package dev.tocsin.oncall;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.access.Tokens;
import dev.tocsin.oncall.people.Accounts;
import dev.tocsin.oncall.people.Role;
import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** People who call: Asha administers, Ben responds, Chidi looks on. Their tokens are the real ones. */
@ApplicationScoped
public class Callers {
    public static final UUID ASHA = UUID.fromString("a0000000-0000-0000-0000-000000000001");
    public static final UUID BEN = UUID.fromString("b0000000-0000-0000-0000-000000000002");
    public static final UUID CHIDI = UUID.fromString("c0000000-0000-0000-0000-000000000003");

    private final AgroalDataSource database;
    private final Accounts accounts;
    private final Tokens tokens;

    Callers(AgroalDataSource database, Accounts accounts, Tokens tokens) {
        this.database = database;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** A JSON request of Asha, an administrator. */
    public RequestSpecification asha() {
        return as(ASHA, "Asha", Role.ADMIN);
    }

    /** A JSON request of Ben, a responder. */
    public RequestSpecification ben() {
        return as(BEN, "Ben", Role.RESPONDER);
    }

    /** A JSON request of Chidi, a viewer. */
    public RequestSpecification chidi() {
        return as(CHIDI, "Chidi", Role.VIEWER);
    }

    /** A JSON request of nobody. */
    public static RequestSpecification nobody() {
        return RestAssured.given().contentType(ContentType.JSON);
    }

    /** A JSON request of an existing person. */
    public RequestSpecification as(UUID personId) {
        var account = accounts.find(personId).orElseThrow();
        return nobody().header(
                        "Authorization",
                        "Bearer " + tokens.issue(account, Optional.empty()).token());
    }

    private RequestSpecification as(UUID id, String name, Role role) {
        exists(id, name, role);
        return as(id);
    }

    /** Makes the three people, for rows that point at them. */
    public void exist() {
        exists(ASHA, "Asha", Role.ADMIN);
        exists(BEN, "Ben", Role.RESPONDER);
        exists(CHIDI, "Chidi", Role.VIEWER);
    }

    private void exists(UUID id, String name, Role role) {
        var sql = "insert into person (id, name, email, role, zone, must_change_password, created_at, version)"
                + " values (?, ?, ?, ?, 'UTC', false, now(), 0) on conflict do nothing";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.setString(3, name.toLowerCase(Locale.ROOT) + "@example.com");
            insert.setString(4, role.name());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
