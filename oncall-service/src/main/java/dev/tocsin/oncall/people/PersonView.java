package dev.tocsin.oncall.people;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.Ref;

/**
 * A person as others see them. {@code phone} is their first text number, masked unless an administrator or they
 * themselves look; absent when they have none. {@code reachable}: some
 * contact method of theirs may be paged.
 */
public record PersonView(
        UUID id,
        String name,
        String email,
        Role role,
        ZoneId zone,
        boolean mustChangePassword,
        boolean disabled,
        @JsonInclude(JsonInclude.Include.NON_NULL) String phone,
        List<Ref> teams,
        boolean reachable,
        int version) {}
