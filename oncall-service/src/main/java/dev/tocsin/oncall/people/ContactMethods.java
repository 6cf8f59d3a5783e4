package dev.tocsin.oncall.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds contact methods that were not removed, oldest first. */
@ApplicationScoped
class ContactMethods implements PanacheRepositoryBase<ContactMethod, UUID> {

    List<ContactMethod> of(UUID personId) {
        return list("personId = ?1 and deletedAt is null order by createdAt, id", personId);
    }

    List<ContactMethod> ofAll(List<UUID> personIds) {
        return list("personId in ?1 and deletedAt is null order by createdAt, id", personIds);
    }

    Optional<ContactMethod> of(UUID personId, UUID methodId) {
        return find("personId = ?1 and id = ?2 and deletedAt is null", personId, methodId)
                .singleResultOptional();
    }

    /** Whoever claims this address, proven or not. */
    List<ContactMethod> at(String address) {
        return list("address = ?1 and deletedAt is null", address);
    }

    /** Whoever proved that this phone is theirs. */
    List<ContactMethod> provenAt(String address) {
        return list("address = ?1 and deletedAt is null and verifiedAt is not null and disabledAt is null", address);
    }

    int optOut(String address, Instant at) {
        return update("optedOutAt = ?1 where address = ?2 and optedOutAt is null", at, address);
    }

    int optIn(String address) {
        return update("optedOutAt = null where address = ?1 and optedOutAt is not null", address);
    }
}
