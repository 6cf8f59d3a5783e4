package dev.tocsin.oncall.notice;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who is told of what; without a team, of every team's incidents. {@code version} is needed to change one. */
record WebhookRequest(
        @NotBlank @Size(max = 100) String name,
        UUID teamId,

        @NotBlank
        @Size(max = 2000)
        @Pattern(
                regexp = "https?://[^\\s/?#@]+([/?#]\\S*)?",
                message = "must be an address such as https://example.com/hook, without a user in it")
        String url,

        @NotEmpty @Size(max = 20) List<@NotNull EventType> events,
        Integer version) {}
